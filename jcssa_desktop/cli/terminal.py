"""What a person or a script gets to see of a subcommand: tables, JSON, progress, questions."""

import getpass
import importlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from jcssa_desktop.domain.errors import IncompleteDisclosure, JcssaError, StorageFailure
from jcssa_desktop.domain.wording_check import WordingRemark
from jcssa_desktop.services.catalogue import FileReport
from jcssa_desktop.system.texts import Texts


def make_output_ready() -> None:
    """Make standard output take any character, and be there where it was closed before the start.

    What a terminal's encoding (cp932) cannot show is written as its code: 𠮷 becomes U+20BB7's escape.
    """
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def drop_output() -> None:
    """Let what was not written go nowhere: Python would complain of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@contextmanager
def _writing() -> Iterator[None]:
    """Tell results that cannot be written from any other failure; a closed pipe stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        raise StorageFailure("output_failed", reason=error.strerror or "") from error


def ask_passphrase(read_texts: Callable[[], Texts]) -> Callable[[bool], str | None] | None:
    """Return a way to ask on the terminal, None where there is no terminal to ask on.

    The sentences are read when somebody is asked: with a keyring that is never.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None

    def ask(new: bool) -> str | None:
        texts = read_texts()
        first = typed(texts.sentence("cli_ask_new_passphrase" if new else "cli_ask_passphrase"))
        if new and first and typed(texts.sentence("cli_repeat_passphrase")) != first:
            say(texts.sentence("cli_passphrases_differ"))
            return ask(new)
        return first or None

    def typed(question: str) -> str:
        try:
            return getpass.getpass(question + " ")
        except EOFError:  # Ctrl-D: there is none
            return ""

    return ask


def print_error(error: JcssaError, texts: Texts) -> None:
    """Say an error in its sentence, led by its file; of an incomplete disclosure also all that is missing."""
    told = texts.error(error)
    say(told if not error.file or error.file in told else f"{error.file}: {told}")
    if isinstance(error, IncompleteDisclosure):
        for problem, values in error.missing:
            say(f"  - {texts.sentence(problem, **dict(values))}")


def print_remarks(remarks: tuple[WordingRemark, ...], texts: Texts) -> None:
    """Say what had better be written otherwise, each with a better sentence."""
    for one in remarks:
        place = one.plan or (texts.sentence("cli_item", number=one.item.value) if one.item else "")
        say(texts.sentence(f"wording_{one.fault}", place=place, sentence=one.sentence, better=one.better))


def print_json(document: object) -> None:
    """Print one JSON document as UTF-8, whatever the terminal's encoding is."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    with _writing():
        sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
        sys.stdout.flush()


def print_line(text: str) -> None:
    """Print a result, or more lines of it."""
    with _writing():
        click.echo(text)


def say(text: str) -> None:
    """Print a message to stderr, where results never go; one that nobody can get is let go."""
    with suppress(OSError):
        click.echo(text, err=True)


def print_table(texts: Texts, headings: tuple[str, ...], rows: list[list[str]]) -> None:
    """Print a table; headings are keys of `column_*` sentences."""
    with _writing():
        _drawing().print_table([texts.sentence(f"column_{heading}") for heading in headings], rows)


def print_reports(reports: tuple[FileReport, ...], texts: Texts) -> None:
    """Print what an import made of each file, and what it skipped."""
    for report in reports:
        if report.error is not None:
            say(texts.error(report.error))
            continue
        print_line(
            texts.sentence(
                "cli_imported",
                file=report.file.name,
                kind=texts.sentence(f"kind_{report.kind}"),
                read=report.read,
                new=report.new,
                changed=report.changed,
                unchanged=report.unchanged,
                skipped=len(report.skipped),
            )
        )
        for skipped in report.skipped:
            print_line(f"  {texts.place(skipped.place)}: {texts.skipped(skipped)}")


def scope_text(line: dict[str, Any], texts: Texts) -> str:
    """Say of a drafted line whether it is in scope, and its product, or the reason and what comes near."""
    scope = texts.sentence(f"scope_{line['scope']}")
    product = line["product"]
    if product is not None:
        return f"{scope} {product['maker']} {product['model']}"
    offered = texts.listed(one["model"] for one in line["candidates"])
    return " ".join(filter(None, (scope, line["reason"], offered)))


def progress_bar() -> AbstractContextManager[Callable[[int, int], None]]:
    """Show progress on stderr, where somebody watches."""
    bar: AbstractContextManager[Callable[[int, int], None]] = _drawing().Bar()
    return bar


def _drawing() -> ModuleType:
    """Load what draws tables and bars: most commands draw neither."""
    return importlib.import_module("jcssa_desktop.cli.drawing")
