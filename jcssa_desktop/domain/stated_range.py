"""From a source's words to ranges: which versions of which models a sentence means.

Japanese 未満 and より前 leave the version named out; 以前, 以下 and およびそれ以前 take it in.
English `prior to` and `before` leave it out; `and earlier`, `through` and `up to` take it in. What cannot
be read with certainty as a whole gives nothing: it stays unknown, in the source's words, for a person.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.domain.stated_comparators import filled, has_words, is_doubtful, paired, span
from jcssa_desktop.domain.stated_models import is_name, model_names, set_apart
from jcssa_desktop.domain.stated_words import LONGEST, Mark, Word, folded, words


class ReadStatement(Struct, frozen=True):
    """What a text states of versions.

    Attributes:
        models: The products that the text itself names; the statement holds for these alone. Empty: the
            text speaks of whatever it is attached to.
        ranges: Comparators as `affected_range` reads them, alternatives of each other. Empty: the text
            says nothing of affected versions, only names models, CVE numbers or what is not affected.
        cves: The CVE numbers to which the statement is restricted; empty: to none in particular.
        unaffected: Comparators of what the text takes out, or states as not affected.
    """

    models: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    cves: tuple[str, ...] = ()
    unaffected: tuple[str, ...] = ()


_FORMS: Mapping[str, str] = MappingProxyType(
    {
        "Z": "*",
        "V": "={0}",
        "VcV": "={1}",
        "Z?VE": "<={0}",
        "Z?[UT]V": "<={0}",
        "Z?F?Vb": "<{0}",
        "Z?BV": "<{0}",
        "Z?F?VL": ">={0}",
        "Z?FV": ">={0}",
        "Z?Va": ">{0}",
        "Z?AV": ">{0}",
        "Z?[FK]?VL?[TU]VE?": ">={0} <={1}",
        "Z?F?VLVE": ">={0} <={1}",
        "Z?F?VL?T?BV": ">={0} <{1}",
        "Z?F?V[TL]Vb": ">={0} <{1}",
        "V[SZ]{1,2}": "={0}.*",
        "VcZ": "={0}.*",
        "ZVS?": "={0}.*",
        "V[Sc]VE": ">={0} <={1}",
        "V[Sc]UV": ">={0} <={1}",
        "V[Sc](?:BV|Vb)": ">={0} <{1}",
        "VbVS?": ">={1} <{0}",
    }
)
"""Each way of stating versions, in marks, and what it means."""

_COMPILED = tuple((re.compile(form), meaning) for form, meaning in _FORMS.items())
_SIGNS = re.compile(r"Z?(?:oV\|?)+(?:V\|?)*|VoV|(?:o?V\|)+o?V")
_FLIPPED: Mapping[str, str] = MappingProxyType({"<": ">", "<=": ">="})
_PARTING = (Mark.COMMA, Mark.AND)
_NOT_AFFECTED = re.compile(r"V?0")
_OPEN_BEFORE = re.compile(r"Z?[UTBAF]V")
_OPEN_AFTER = re.compile(r"Z?V[EbLa]")
_ENDS, _BEGINS = re.compile(r"Z?F?V[Eb]|Z?[UTB]V"), re.compile(r"Z?F?V[La]")
_BOTH_BOUNDS = re.compile(r"L[,&](?=V[Eb]|BV)")
_BETWEEN = re.compile(r"(?<=KV)&(?=V)")

_CVE = re.compile(r"CVE-\d{4}-\d{4,7}", re.IGNORECASE)
_FIGURES_WITH_COMMA = re.compile(r"(?<![\d.])\d+,\d")
_ONE_WORD = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+:^\\()\[\]/_-]*(?<!\.x)(?<!\.X)")


@lru_cache(maxsize=8192)
def read_stated(text: str) -> tuple[ReadStatement, ...]:
    """Read any text about versions; never raises.

    An empty tuple: it says nothing that can be read with certainty as a whole.
    """
    if len(text) > LONGEST:
        return ()
    name, plain = set_apart(folded(text))
    if not plain or _FIGURES_WITH_COMMA.search(plain):
        return ()
    read = _read_list(words(plain)) or _read_one_word(plain)
    if name and any(one.models for one in read):
        return ()
    return tuple(replace(one, models=model_names(name)) for one in read) if name else read


def _read_one_word(plain: str) -> tuple[ReadStatement, ...]:
    """Take a single word with a figure for the version itself, however its maker writes them."""
    if not _ONE_WORD.fullmatch(plain) or not any(one.isdecimal() for one in plain):
        return ()
    if "://" in plain or _CVE.search(plain) or span(plain) or is_doubtful(plain):
        return ()
    return (ReadStatement(ranges=(f"={plain}",)),)


def _read_list(stated: tuple[Word, ...]) -> tuple[ReadStatement, ...]:
    """Read a list of statements: all of it or nothing."""
    read: list[ReadStatement] = []
    before = ""
    names: tuple[str, ...] = ()
    for part, joined in _parts(stated):
        if joined and not read and is_name(text := _text(part)) and _all_names(part):
            names += model_names(text)
            continue
        one = _read_part(part)
        if one is None or _is_ambiguous(before, one[1]) or (names and not one[0].models):
            return ()
        if read and before == "oV" and _turns(read[-1], one[0]):
            return ()
        statement, before = one
        if statement.cves:
            read = [replace(other, cves=other.cves or statement.cves) for other in read]
        if not statement.models and read and not statement.cves:
            statement = replace(statement, models=read[-1].models)
        read.append(replace(statement, models=names + statement.models))
        names = ()
    return _joined(read) if not names else ()


def _joined(read: list[ReadStatement]) -> tuple[ReadStatement, ...]:
    """Put together what is said of the same models and CVE numbers: alternatives of one statement."""
    same: dict[tuple[tuple[str, ...], tuple[str, ...]], ReadStatement] = {}
    for one in read:
        known = same.setdefault((one.models, one.cves), one)
        same[one.models, one.cves] = replace(
            known,
            ranges=tuple(dict.fromkeys(known.ranges + one.ranges)),
            unaffected=tuple(dict.fromkeys(known.unaffected + one.unaffected)),
        )
    return tuple(same.values())


def _turns(before: ReadStatement, after: ReadStatement) -> bool:
    """`< 2.0, >= 1.0` may mean what lies between or what lies outside."""
    first, second = before.ranges[:1], after.ranges[:1]
    return bool(first and second) and first[0].startswith("<") and second[0].startswith(">")


def _is_ambiguous(before: str, marks: str) -> bool:
    """`prior to 1.3 and 2.0`, `1.3, 2.0 and earlier`: whether the word goes with both is not said.

    `2.5 and earlier, 2.0 and later` may mean what lies between or what lies outside.
    """
    return (
        (marks == "V" and bool(_OPEN_BEFORE.fullmatch(before)))
        or (before == "V" and bool(_OPEN_AFTER.fullmatch(marks)))
        or (bool(_ENDS.fullmatch(before)) and bool(_BEGINS.fullmatch(marks)))
    )


def _parts(stated: tuple[Word, ...]) -> list[tuple[tuple[Word, ...], bool]]:
    """Cut a list at its commas and ands, not between two bounds of one range; tell which an `and` follows."""
    marks = "".join(word.mark for word in stated)
    kept = {found.end() - 1 for found in _BOTH_BOUNDS.finditer(marks)}
    kept |= {at for at, word in enumerate(stated) if word.mark in _PARTING and _signs(stated, at) == "><"}
    between = {found.start() for found in _BETWEEN.finditer(marks)}
    parts: list[tuple[tuple[Word, ...], bool]] = []
    part: list[Word] = []
    for at, word in enumerate(stated):
        if word.mark not in _PARTING:
            part.append(word)
        elif at in between:
            part.append(Word(Mark.TO, word.text))
        elif at not in kept and part:
            parts.append((tuple(part), word.mark is Mark.AND))
            part = []
    return [*parts, (tuple(part), False)] if part else parts


def _signs(stated: tuple[Word, ...], at: int) -> str:
    """Give the signs of the bounds before and after a comma: `><` is one range, `>= 7.0.0, <= 7.0.18`."""
    before, after = stated[max(at - 2, 0) : at], stated[at + 1 : at + 2]
    return "".join(word.text[0] for word in (*before[:1], *after) if word.mark is Mark.OPERATOR)


def _read_part(part: tuple[Word, ...]) -> tuple[ReadStatement, str] | None:
    """Read one statement and give its marks; None where it says what is not understood."""
    cves: tuple[str, ...] = ()
    if part[-1].mark is Mark.CVES:
        cves = tuple(dict.fromkeys(one.upper() for one in _CVE.findall(part[-1].text)))
        part = part[:-1]
    for length in range(len(part) + 1):
        name = _name(part[:length])
        body = _without(name, part[length:])
        meaning = _meaning(body) if name is not None else None
        if meaning is not None:
            marks = "".join(word.mark for word in body)
            return ReadStatement(model_names(name or ""), meaning[0], cves, meaning[1]), marks
    name = _name(part) if cves else None
    return None if name is None else (ReadStatement(model_names(name), cves=cves), "")


def _name(lead: tuple[Word, ...]) -> str | None:
    """Give the name that the words make, `for` before it left out; None where they are no name."""
    if not lead:
        return ""
    named = lead[1:] if lead[0].mark is Mark.FROM else lead
    text = _text(named)
    return text if named and _all_names(named) and is_name(text) else None


def _all_names(named: tuple[Word, ...]) -> bool:
    """Tell whether words are those of a name, figures among them: `250 Series Smart Switches`."""
    return named[-1].mark is Mark.NAME and all(word.mark in (Mark.NAME, Mark.VERSION) for word in named)


def _without(name: str | None, body: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out the name where it is said again: `Orchestrator 9.3.x: Orchestrator 9.3.2 and below`."""
    said = (name or "").split(" ")
    if name and body and body[0].mark is Mark.COLON:
        body = body[1:]
    return tuple(word for word in body if word.mark is not Mark.NAME or word.text not in said)


def _text(part: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in part)


def _meaning(body: tuple[Word, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Tell what the words behind the name mean: ranges, and what is not affected."""
    marks = "".join(word.mark for word in body)
    versions = tuple(word.text for word in body if word.mark is Mark.VERSION)
    if any(has_words(one) for one in versions):
        return None
    if _SIGNS.fullmatch(marks):
        return _read_signs(body)
    if marks == "VooV":
        return _read_signs_around(body)
    if _NOT_AFFECTED.fullmatch(marks):
        return (), (filled("={0}.*", versions) if versions else ("*",))
    both = span(versions[0]) if marks == "V" else None
    if both is None and marks == "V" and is_doubtful(versions[0]):
        return None
    means = (meaning for form, meaning in _COMPILED if form.fullmatch(marks))
    meaning = ">={0} <={1}" if both else next(means, None)
    return (filled(meaning, both or versions), ()) if meaning else None


def _read_signs_around(body: tuple[Word, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Read `7.0.0 <= version < 7.0.5`."""
    first, begins, ends, last = (word.text for word in body)
    if begins not in _FLIPPED or ends not in _FLIPPED:
        return None
    return paired([(_FLIPPED[begins], first), (ends, last)])


def _read_signs(body: tuple[Word, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Read `>=7.4.0|<=7.4.4`, `2.2.5 <= 2.2.5.1`, `0 < 9.8.12`, `1.1 | 1.2`."""
    bounds: list[tuple[str, str]] = []
    operator = ""
    for word, following in zip(body, (*body[1:], None), strict=True):
        if word.mark is Mark.OPERATOR:
            operator = word.text
        elif word.mark is Mark.VERSION:
            begins = not operator and following is not None and following.mark is Mark.OPERATOR
            if not begins or word.text.strip("0."):
                bounds.append((">=" if begins else operator or "=", word.text))
            operator = ""
    return paired(bounds)
