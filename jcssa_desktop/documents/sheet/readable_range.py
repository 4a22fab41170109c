"""A range in the signs of a table, `>=7.4.0 <=7.4.8`, as people write it; prose stays as it is."""

import re
from collections.abc import Mapping

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators

_BETWEEN = re.compile(r"\s*(?:,|、|;|\|\||\s/\s|\n)\s*")
_SPAN = re.compile(r"(?P<a>[^\s〜～]+)\s*[〜～]\s*(?P<b>[^\s〜～]+)")
_UP_TO = re.compile(r"(?P<b>[A-Za-z]*[.\d]\S*?)\s*(?:および|及び)?(?:それ)?以前")
_FORMS: Mapping[tuple[str, ...], str] = {
    (">=", "<="): "from_to",
    (">=", "<"): "from_before",
    (">", "<="): "after_to",
    (">", "<"): "after_before",
    ("<=",): "up_to",
    ("<",): "before",
    (">=",): "since",
    (">",): "after",
    ("=",): "single",
}


def readable_range(stated: str, words: Mapping[str, str], separator: str, most: int) -> str:
    """Write a stated range with `words`, at most `most` parts of it; None of its signs is read: as stated.

    `words` has a form for each kind of range, `{a}〜{b}`, and `more` for the parts left out.
    """
    parts = [part for part in _BETWEEN.split(stated) if part]
    written = [_written(part, words) for part in parts]
    read = [part for part in written if part is not None]
    if not parts or len(read) < len(parts):
        return stated
    shown = separator.join(read[:most])
    left = len(read) - most
    return shown + words["more"].format(count=left) if left > 0 else shown


def _written(part: str, words: Mapping[str, str]) -> str | None:
    if part == EVERY_VERSION:
        return words["every"]
    if span := _SPAN.fullmatch(part):
        return words["from_to"].format(**span.groupdict())
    if up_to := _UP_TO.fullmatch(part):
        return words["up_to"].format(**up_to.groupdict())
    bounds = comparators(part)
    form = _FORMS.get(tuple(operator for operator, _ in bounds)) if bounds else None
    if form is None or bounds is None:
        return None
    return words[form].format(a=bounds[0][1], b=bounds[-1][1])
