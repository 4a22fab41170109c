"""Which marks of a page are one piece of content, and in which element of the structure it stands.

The drawing numbers the pieces of a page, and the structure names those numbers: both go through here.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from jcssa_desktop.documents.drawing import ARTIFACT, Blank, Page, Placed, Role, Tag, Text

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Content(Struct, frozen=True):
    """Marks that follow each other in the same element; `tags` from the outermost element inwards.

    `number` counts the pieces of a page that stand in an element. Without `tags` it is an artifact; without
    `placed` it is an empty element. `foreign` names its language where that is not the document's.
    """

    tags: tuple[Tag, ...]
    placed: tuple[Placed, ...]
    number: int = -1
    foreign: str = ""

    @property
    def element(self) -> Tag | None:
        """The innermost element; None for an artifact."""
        return self.tags[-1] if self.tags else None


def content_of(page: Page, language: str) -> list[Content]:
    """Part the marks of a page of a document in `language`, in reading order."""
    pieces = []
    number = 0
    for (tags, foreign), marks in groupby(page.placed, key=lambda one: _standing(one, language)):
        placed = tuple(one for one in marks if not isinstance(one.mark, Blank))
        if tags and placed:
            pieces.append(Content(tags, placed, number, foreign))
            number += 1
        elif tags or placed:
            pieces.append(Content(tags, placed))
    return pieces


def words_of(pieces: Sequence[Content]) -> str:
    """Put together what is written in pieces of content."""
    texts = [one.mark.text for piece in pieces for one in piece.placed if isinstance(one.mark, Text)]
    return " ".join(texts)


def _standing(placed: Placed, language: str) -> tuple[tuple[Tag, ...], str]:
    """Tell in which elements a mark stands: rules and shapes are read only inside a figure or symbol."""
    tags = placed.tags
    if ARTIFACT in tags:
        return (), ""
    mark = placed.mark
    if isinstance(mark, Text):
        is_foreign = not language.startswith("ja") and _JAPANESE.search(mark.text)
        return tags, "ja-JP" if is_foreign else ""
    spoken = any(tag.role in {Role.FIGURE, Role.SYMBOL} for tag in tags)
    return (tags, "") if spoken or isinstance(mark, Blank) else ((), "")
