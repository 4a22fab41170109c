"""Name what differs between two PDF files, for those who ask what was changed."""

import io
from collections.abc import Iterator

import pikepdf

_UNREADABLE = ("file_damaged",)


def differences(pdf: bytes, original: bytes) -> tuple[str, ...]:
    """Say which parts of a PDF are not those of the original; () where only the form of the file differs."""
    try:
        with (
            pikepdf.open(io.BytesIO(pdf), suppress_warnings=True) as one,
            pikepdf.open(io.BytesIO(original), suppress_warnings=True) as other,
        ):
            return tuple(_differences(one, other))
    except Exception:  # noqa: BLE001 - whatever breaks the reading broke the file
        return _UNREADABLE


def _differences(one: pikepdf.Pdf, other: pikepdf.Pdf) -> Iterator[str]:
    if len(one.pages) != len(other.pages):
        yield "pages_added_or_removed"
    elif any(
        _content(first) != _content(second) for first, second in zip(one.pages, other.pages, strict=True)
    ):
        yield "pages_changed"
    if _attached(one) != _attached(other):
        yield "attachments_changed"


def _content(page: pikepdf.Page) -> bytes:
    """Give what is drawn on a page."""
    contents = page.obj.get("/Contents")
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))


def _attached(document: pikepdf.Pdf) -> dict[str, bytes]:
    return {name: file.get_file().read_bytes() for name, file in document.attachments.items()}
