"""What the version branch of a CSAF product tree says: one version, a range, or nothing that can be read."""

import re

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators

_EVERY = re.compile(r"\*|all(?:[ _](?:versions|revisions))?", re.IGNORECASE)
_SCHEME = re.compile(r"(?:vers|vls):[\w.-]*/", re.IGNORECASE)
_VERSION = re.compile(
    r"(?:v|ver\.?|version|rev\.?|release|r)?[ .]?\d[\w.+()\-]*"
    r"(?:[ ,]+(?:build|update|upd|sp|hf|mr|patch) ?\w+)*",
    re.IGNORECASE,
)
_RANGE_WORDS = re.compile(
    r"\b(?:all|any|earlier|later|newer|older|prior|before|after|until|to|x)\b", re.IGNORECASE
)
_BEGINS, _ENDS = (">", ">="), ("<", "<=")


def read_versions(text: str, product: str) -> tuple[str, ...]:
    """Give the ranges that a branch's name states; () for what cannot be read with certainty.

    The product's own name before the versions is passed over: `PAN-OS<10.2.0-h3`, `FortiOS/7.4.1`.
    """
    stated = _without_name(_SCHEME.sub("", " ".join(text.split()), count=1), product)
    if _EVERY.fullmatch(stated):
        return (EVERY_VERSION,)
    if _is_version(stated):
        return (f"={stated}",)
    return _read_comparators(stated)


def _without_name(text: str, product: str) -> str:
    if product and text.lower().startswith(product.lower()):
        rest = text[len(product) :]
        if not rest[:1].isalnum():
            return rest.lstrip(" /:-")
    return text


def _is_version(text: str) -> bool:
    return bool(_VERSION.fullmatch(text)) and not _RANGE_WORDS.search(text)


def _read_comparators(text: str) -> tuple[str, ...]:
    """Read `>=3.0|<=3.2`: a beginning goes with the end behind it, what stands alone is a range."""
    stated = comparators(text)
    if stated is None or not all(_is_version(version) for _, version in stated):
        return ()
    ranges: list[str] = []
    begun = ""
    for operator, version in stated:
        if begun and operator not in _ENDS:
            return ()
        if operator in _BEGINS:
            begun = f"{operator}{version}"
        else:
            ranges.append(f"{begun} {operator}{version}".lstrip())
            begun = ""
    return (*ranges, begun) if begun else tuple(ranges)
