"""Where in a JSON or TOML document msgspec found something wrong."""

import re

import msgspec

from jcssa_desktop.domain.errors import Place

_AT = re.compile(r" - at `\$?\.?(?P<path>[^`]*)`$")
_MISSING = re.compile(r"^Object missing required field `(?P<field>[^`]*)`")


def place_of(error: msgspec.ValidationError) -> Place:
    """Name the field that is wrong or missing, as a JSON path without the leading `$.`."""
    at, missing = _AT.search(str(error)), _MISSING.search(str(error))
    parts = [at["path"] if at else "", missing["field"] if missing else ""]
    return Place(path=".".join(part for part in parts if part))
