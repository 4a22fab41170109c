"""Typed reading of a TOML file in which every complaint names its place, as `advisories[2].cvss[0].score`."""

import math
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from jcssa_desktop.domain.errors import InvalidImport, Place
from jcssa_desktop.domain.lifecycle import PartialDate

Choice = TypeVar("Choice", bound=StrEnum)

_LINE = re.compile(r"at line (\d+)")


class TomlTable:
    """One table of a TOML file. Its values are asked for by name; `finish` refuses what nobody asked for.

    Counting in places starts at 1, as a person counts the tables of a list.
    """

    def __init__(self, file: str, path: str, values: Mapping[str, object]) -> None:
        self._file = file
        self._path = path
        self._values = values
        self._asked: set[str] = set()

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text without surrounding spaces; without a `default` it must be there and not be empty."""
        value = self._value(key)
        if value is None:
            if default is None:
                raise self.refusal("starter_key_missing", key)
            return default
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self._wrong(key, "text")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; an absent one is empty."""
        value = self._value(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self._wrong(key, "texts")
        texts = [item.strip() for item in value if isinstance(item, str)]
        if len(texts) != len(value) or not all(texts):
            raise self._wrong(key, "texts")
        return tuple(texts)

    def flag(self, key: str) -> bool:
        """Return true or false; absent is false."""
        value = self._value(key)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise self._wrong(key, "flag")
        return value

    def score(self, key: str) -> float:
        """Return a CVSS score from 0.0 to 10.0."""
        value = self._required(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(key, "score")
        if math.isnan(value) or not 0 <= value <= 10:  # noqa: PLR2004 - the scale of CVSS
            raise self._wrong(key, "score")
        return float(value)

    def day(self, key: str) -> date:
        """Return a date that must be there."""
        day = self.optional_day(key)
        if day is None:
            raise self.refusal("starter_key_missing", key)
        return day

    def optional_day(self, key: str) -> date | None:
        """Return a date, or None where there is none."""
        value = self._value(key)
        if value is None:
            return None
        # A datetime is a date to Python, but a day with a time was not meant as a day.
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._wrong(key, "day")
        return value

    def partial_date(self, key: str) -> PartialDate:
        """Return `2027-05-11` (as text or TOML date), `2027-05`, `2027` or `unpublished`."""
        value = self._required(key)
        if isinstance(value, datetime) or not isinstance(value, str | date):
            raise self._wrong(key, "partial_date")
        try:
            return PartialDate.parse(str(value))
        except (ValueError, OverflowError):
            raise self._wrong(key, "partial_date") from None

    def optional_partial_date(self, key: str) -> PartialDate | None:
        """Return a date of any precision, or None where there is none."""
        return None if key not in self._values else self.partial_date(key)

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """Return one of the values of an enumeration."""
        word = self.text(key, None if default is None else default.value)
        try:
            return choices(word)
        except ValueError:
            raise self.refusal("starter_word_unknown", key, value=word, words=" / ".join(choices)) from None

    def table(self, key: str) -> "TomlTable":
        """Return a table inside this one; it must be there."""
        value = self._required(key)
        if not isinstance(value, dict):
            raise self._wrong(key, "table")
        return TomlTable(self._file, self._place(key), value)

    def tables(self, key: str) -> tuple["TomlTable", ...]:
        """Return a list of tables; an absent one is empty."""
        value = self._value(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong(key, "tables")
        return tuple(
            TomlTable(self._file, self._place(f"{key}[{number}]"), item)
            for number, item in enumerate(value, start=1)
        )

    def finish(self) -> None:
        """Refuse the first key that nobody asked for: a slip of the pen would silently lose a fact."""
        for key in self._values:
            if key not in self._asked:
                raise self.refusal("starter_key_unknown", key)

    def refusal(self, problem: str, key: str, **values: object) -> InvalidImport:
        """Make the error about one key of this table."""
        place = Place(path=self._place(key))
        return InvalidImport(problem, file=self._file, place=place, key=key, **values)

    def _value(self, key: str) -> object | None:
        self._asked.add(key)
        return self._values.get(key)

    def _required(self, key: str) -> object:
        value = self._value(key)
        if value is None:
            raise self.refusal("starter_key_missing", key)
        return value

    def _wrong(self, key: str, kind: str) -> InvalidImport:
        return self.refusal(f"starter_not_a_{kind}", key)

    def _place(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


def read_toml(path: Path) -> TomlTable:
    """Read a TOML file as its outermost table.

    Raises InvalidImport with the line where the TOML is malformed, and for a file that cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidImport("starter_not_utf8", file=path.name) from None
    except OSError:
        raise InvalidImport("starter_unreadable", file=path.name) from None
    try:
        return TomlTable(path.name, "", tomllib.loads(text))
    except RecursionError:
        raise InvalidImport("starter_too_deep", file=path.name) from None
    except ValueError as malformed:
        # Beside TOMLDecodeError this is what a number of thousands of digits raises.
        found = _LINE.search(str(malformed))
        line = int(found.group(1)) if found else None
        raise InvalidImport("starter_not_toml", file=path.name, place=Place(line=line)) from None
