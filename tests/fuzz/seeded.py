"""Start a fuzzer from documents that are right."""

import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import atheris


def fuzz(read: Callable[[Path, bytes], None], seeds: Iterable[bytes], file_name: str) -> None:
    """Call `read` with a file of that name to write into and bytes made of the seeds, until it is stopped."""
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name) / "seeds"
        corpus.mkdir()
        for number, seed in enumerate(seeds):
            (corpus / str(number)).write_bytes(seed)
        atheris.Setup([*sys.argv, str(corpus)], partial(read, Path(name) / file_name))
        atheris.Fuzz()
