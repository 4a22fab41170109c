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
    elif any(_shown(first) != _shown(second) for first, second in zip(one.pages, other.pages, strict=True)):
        yield "pages_changed"
    if _attached(one) != _attached(other):
        yield "attachments_changed"


def _shown(page: pikepdf.Page) -> list[bytes]:
    """Give all that a page shows: what is drawn, with what fonts and images, what lies over it, its edges."""
    contents = page.obj.get("/Contents")
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    drawn = b"\n".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))
    rest = {key: value for key, value in page.obj.items() if key not in {"/Contents", *_NOT_SHOWN}}
    return [drawn, *_flat(rest, set())]


_NOT_SHOWN = frozenset({"/Parent", "/P", "/StructParent", "/StructParents"})
"""Where a thing is in the document: a file that is written anew numbers this otherwise."""

_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms"})


def _flat(value: object, met: set[tuple[int, int]]) -> Iterator[bytes]:
    """Write an object and all that it refers to in one order, however the file numbers and packs it."""
    if isinstance(value, pikepdf.Object) and value.is_indirect:
        if value.objgen in met:
            yield b"again"
            return
        met.add(value.objgen)
    if isinstance(value, dict | pikepdf.Dictionary | pikepdf.Stream):
        packing = _PACKING if isinstance(value, pikepdf.Stream) else frozenset()
        entries = {str(key): inner for key, inner in value.items()}
        for key in sorted(entries.keys() - _NOT_SHOWN - packing):
            yield key.encode()
            yield from _flat(entries[key], met)
        if isinstance(value, pikepdf.Stream):
            yield _unpacked(value)
    elif isinstance(value, pikepdf.Array):
        yield f"{len(value)}".encode()
        for inner in value:
            yield from _flat(inner, met)
    else:
        yield repr(value).encode()


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # an image in a packing of its own, such as JPEG
        return stream.read_raw_bytes()


def _attached(document: pikepdf.Pdf) -> dict[str, bytes]:
    return {name: file.get_file().read_bytes() for name, file in document.attachments.items()}
