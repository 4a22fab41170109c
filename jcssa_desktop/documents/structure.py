"""The structure tree of a tagged PDF (ISO 32000-1, 14.7) and its bookmarks, out of the marks of its pages."""

from collections.abc import Iterator, Sequence

import pikepdf
from msgspec import Struct, field
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from jcssa_desktop.documents.drawing import PAGE_HEIGHT, HeadOf, Page, Placed, Role, Tag
from jcssa_desktop.documents.extents import bounding_box
from jcssa_desktop.documents.tagging import Content, content_of, words_of
from jcssa_desktop.documents.typography import MM

_HEADINGS = (Role.H1, Role.H2)
_ABOVE_HEADING = 8.0
"""How much of a page, in millimetres, a bookmark shows above its heading."""


class _Element(Struct):
    """An element with its children in reading order: elements, and pieces of content with their page."""

    tag: Tag
    kids: "list[_Element | tuple[int, Content]]" = field(default_factory=list)
    elements: "dict[Tag, _Element]" = field(default_factory=dict)


def add_structure(document: pikepdf.Pdf, pages: Sequence[Page], language: str) -> None:
    """Add the tree of elements and the bookmarks; `pages` are those that the document was drawn from."""
    contents = [content_of(page, language) for page in pages]
    root = _Element(Tag(Role.PARAGRAPH))
    for number, pieces in enumerate(contents):
        for piece in pieces:
            _place(root, number, piece)
    _Tree(document, [sum(bool(piece.placed and piece.tags) for piece in one) for one in contents]).write(root)
    _add_bookmarks(document, root)


def _place(root: _Element, page: int, piece: Content) -> None:
    """Walk down to the element of a piece of content, making the elements that are not there yet."""
    if not piece.tags:
        return
    element = root
    for tag in piece.tags:
        if tag not in element.elements:
            made = element.elements[tag] = _Element(tag)
            element.kids.append(made)
        element = element.elements[tag]
    if piece.placed:
        element.kids.append((page, piece))


class _Tree:
    """Writes elements as objects of a document."""

    def __init__(self, document: pikepdf.Pdf, counts: Sequence[int]) -> None:
        """`counts` are the pieces of content in elements, of each page."""
        self._document = document
        self._pages = [page.obj for page in document.pages]
        self._owners: list[list[pikepdf.Object | None]] = [[None] * count for count in counts]

    def write(self, root: _Element) -> None:
        """Write the tree with the way back from each piece of content to its element."""
        document = self._document
        tree = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        body = self._new(Name.Document, tree)
        body.K = self._kids(root, body)
        tree.K = Array([body])
        numbers = Array()
        for number, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            numbers.append(number)
            numbers.append(document.make_indirect(Array(owners)))
        tree.ParentTree = document.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(self._pages)
        document.Root.StructTreeRoot = tree
        document.Root.MarkInfo = Dictionary(Marked=True)

    def _new(self, kind: Name, parent: pikepdf.Object) -> pikepdf.Object:
        return self._document.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=parent))

    def _kids(self, element: _Element, written: pikepdf.Object) -> Array:
        kids = Array()
        for kid in element.kids:
            if isinstance(kid, _Element):
                kids.append(self._element(kid, written))
            else:
                kids.append(self._content(*kid, written))
        return kids

    def _element(self, element: _Element, parent: pikepdf.Object) -> pikepdf.Object:
        tag = element.tag
        written = self._new(Name(f"/{tag.role}"), parent)
        if tag.role is Role.FIGURE:
            written.Alt = String(tag.means)
            box = bounding_box(_marks(element))
            if box is not None:
                written.A = Dictionary(O=Name.Layout, BBox=Array([round(edge, 3) for edge in box]))
        elif tag.role is Role.SYMBOL:
            written.ActualText = String(tag.means)
        elif tag.scope is not None:
            written.A = _cell_attributes(tag.scope, tag.columns)
        written.K = self._kids(element, written)
        return written

    def _content(self, page: int, piece: Content, parent: pikepdf.Object) -> pikepdf.Object:
        """Refer to a piece of content; one in another language gets a span of its own."""
        reference = Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=piece.number)
        if not piece.foreign:
            self._owners[page][piece.number] = parent
            return reference
        span = self._new(Name.Span, parent)
        span.Lang = String(piece.foreign)
        span.K = reference
        self._owners[page][piece.number] = span
        return span


def _marks(element: _Element) -> Iterator[Placed]:
    """Give all marks of an element; a figure stands on one page."""
    for kid in element.kids:
        if isinstance(kid, _Element):
            yield from _marks(kid)
        else:
            yield from kid[1].placed


def _cell_attributes(scope: HeadOf, columns: int) -> Dictionary:
    attributes = Dictionary(O=Name.Table, Scope=Name(f"/{scope}"))
    if columns > 1:
        attributes.ColSpan = columns
    return attributes


def _add_bookmarks(document: pikepdf.Pdf, root: _Element) -> None:
    """Make a bookmark of each heading: those of the first level, and beneath them those of the second."""
    with document.open_outline() as outline:
        above = outline.root
        for element in root.kids:
            if not isinstance(element, _Element) or element.tag.role not in _HEADINGS:
                continue
            item = _bookmark(element)
            if element.tag.role is Role.H1:
                outline.root.append(item)
                above = item.children
            else:
                above.append(item)


def _bookmark(heading: _Element) -> OutlineItem:
    pieces = [kid for kid in heading.kids if not isinstance(kid, _Element)]
    page, first = pieces[0]
    top = (PAGE_HEIGHT - first.placed[0].y + _ABOVE_HEADING) * MM
    return OutlineItem(words_of([piece for _, piece in pieces]), page, "XYZ", left=0, top=top)
