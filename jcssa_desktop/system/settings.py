"""The settings of this laptop: who we are, what we offer, and how the window looks."""

import json
import re
import secrets
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.domain.disclosure import SheetEdition
from jcssa_desktop.domain.errors import InvalidPack, Place
from jcssa_desktop.domain.plan import CompanyProfile, ServicePlan
from jcssa_desktop.system.saving import replace_file

VERSION = 1
"""Raised when a setting changes its meaning."""

_LAPTOP_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_MESSAGE_PATH = re.compile(r" - at `(?P<path>.+)`$")
_TOML_PLACE = re.compile(r"line (\d+)")


class SealSettings(Struct, frozen=True):
    """What is added to a seal; "" for nothing.

    `certificate` is a P12 file, whose passphrase is in the keyring; `timestamps` the address of an RFC 3161
    service; `issuers` are files of certificates whose signatures this laptop trusts.
    """

    certificate: str = ""
    timestamps: str = ""
    issuers: tuple[str, ...] = ()


class Settings(Struct, frozen=True):
    """What a person sets. `text_size` is in per cent; `catalogue_loaded` names the last starter catalogue."""

    company: CompanyProfile
    plans: tuple[ServicePlan, ...] = ()
    language: Literal["ja", "en"] = "ja"
    text_size: Annotated[int, msgspec.Meta(ge=90, le=150)] = 100
    theme: Literal["system", "light", "dark"] = "system"
    catalogue_loaded: str = ""
    seal: SealSettings = SealSettings()
    sheet_edition: SheetEdition = SheetEdition.STANDARD
    sheet_readings: bool = False


class SettingsFile:
    """The JSON file that holds the settings; `default` is the TOML file that a new laptop starts from."""

    def __init__(self, path: Path, default: Path) -> None:
        self._path = path
        self._default = default

    def load(self) -> Settings:
        """Read the settings; on a new laptop write the defaults, with a document prefix of its own.

        The prefix gets three random letters, so that two laptops of one company never give the same number.

        Raises:
            InvalidPack: The file is malformed; it is left as it is.
            StorageFailure: The first settings cannot be written.
        """
        if self._path.exists():
            return _decoded(self._stored(), self._path.name)
        settings = _decoded(_read_default(self._default), self._default.name)
        settings = replace(settings, company=_with_laptop_code(settings.company))
        self.save(settings)
        return settings

    def save(self, settings: Settings) -> None:
        """Write the settings whole; what a newer program wrote beside them is kept.

        Raises:
            InvalidPack: The file that is there is malformed; it is left as it is.
            StorageFailure: Nothing could be written; the old file is untouched.
        """
        known = {"version": VERSION, **msgspec.to_builtins(settings)}
        stored = self._stored() if self._path.exists() else {}
        text = json.dumps(_with_unknown_kept(known, stored), ensure_ascii=False, indent=2)
        replace_file(self._path, f"{text}\n".encode())

    def _stored(self) -> dict[str, Any]:
        try:
            content = json.loads(self._path.read_bytes())
            json.dumps(content, ensure_ascii=False).encode()
        except json.JSONDecodeError as error:
            place = Place(line=error.lineno)
            raise InvalidPack("settings_malformed", file=self._path.name, place=place) from error
        except (UnicodeError, RecursionError) as error:
            raise InvalidPack("settings_malformed", file=self._path.name) from error
        except OSError as error:
            raise InvalidPack("settings_unreadable", file=self._path.name) from error
        if not isinstance(content, dict):
            raise InvalidPack("settings_malformed", file=self._path.name)
        version = content.get("version")
        if not isinstance(version, int):
            place = Place(path="$.version")
            raise InvalidPack("settings_value_wrong", file=self._path.name, place=place)
        if version > VERSION:
            raise InvalidPack("settings_too_new", file=self._path.name)
        return content


def kept_language(path: Path) -> str:
    """Return the language that a settings file names, "" where it cannot be read: errors are said in it."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return ""
    return str(content.get("language", "")) if isinstance(content, dict) else ""


def _decoded(content: dict[str, Any], file: str) -> Settings:
    try:
        return msgspec.convert(content, Settings)
    except msgspec.ValidationError as error:
        found = _MESSAGE_PATH.search(str(error))
        place = Place(path=found["path"] if found else "$")
        raise InvalidPack("settings_value_wrong", file=file, place=place) from error


def _read_default(path: Path) -> dict[str, Any]:
    """Read the defaults; TOML has no null, so a plan without a price is one quoted case by case."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        place = Place(line=int(found[1])) if found else None
        raise InvalidPack("settings_malformed", file=path.name, place=place) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidPack("settings_unreadable", file=path.name) from error
    plans = content.get("plans")
    if isinstance(plans, list):
        content["plans"] = [{"price": None, **plan} if isinstance(plan, dict) else plan for plan in plans]
    return content


def _with_laptop_code(company: CompanyProfile) -> CompanyProfile:
    code = "".join(secrets.choice(_LAPTOP_CODE_LETTERS) for _ in range(3))
    return replace(company, document_prefix=f"{company.document_prefix}-{code}")


def _with_unknown_kept(known: dict[str, Any], stored: dict[str, Any]) -> dict[str, Any]:
    merged = {**stored, **known}
    company = stored.get("company")
    if isinstance(company, dict):
        merged["company"] = {**company, **known["company"]}
    plans = stored.get("plans")
    if isinstance(plans, list):
        named = [plan for plan in plans if isinstance(plan, dict) and isinstance(plan.get("plan_id"), str)]
        by_id = {plan["plan_id"]: plan for plan in named}
        merged["plans"] = [{**by_id.get(plan["plan_id"], {}), **plan} for plan in known["plans"]]
    return merged
