"""Tell what of this laptop is in order and what is not."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from jcssa_desktop.documents.typography import FontPair, check_fonts
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.domain.facts import OLD_AFTER_DAYS
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.system.printers import printer_names
from jcssa_desktop.system.secret_store import NoSecretStore, SecretStoreLocked, SystemStore


class Health(StrEnum):
    """How a part is: in order, in need of attention, or not usable."""

    OK = "ok"
    ATTENTION = "attention"
    FAILED = "failed"


class Examination(Struct, frozen=True):
    """The finding on one part; `finding` is a key of a sentence, `error` says what went wrong."""

    part: str
    health: Health
    finding: str
    values: tuple[tuple[str, str], ...] = ()
    error: JcssaError | None = None


class DoctorService:
    """Examines fonts, printer, keyring, databases, age of the catalogue and the clock.

    `archive` returns None where there is none yet; it never asks a person for a passphrase.
    """

    def __init__(
        self,
        fonts: FontPair,
        keyring: SystemStore,
        catalogue: Callable[[], CatalogueStore],
        archive: Callable[[], ArchiveStore | None],
        now: Callable[[], datetime],
    ) -> None:
        self._fonts = fonts
        self._keyring = keyring
        self._catalogue = catalogue
        self._archive = archive
        self._now = now

    def examine(self) -> tuple[Examination, ...]:
        """Examine every part; nothing is changed."""
        return tuple(
            self._guarded(part, examine)
            for part, examine in (
                ("fonts", self._examine_fonts),
                ("printer", self._examine_printer),
                ("keyring", self._examine_keyring),
                ("catalogue", self._examine_catalogue),
                ("catalogue_age", self._examine_age),
                ("archive", self._examine_archive),
                ("clock", self._examine_clock),
            )
        )

    def _guarded(self, part: str, examine: Callable[[str], Examination]) -> Examination:
        try:
            return examine(part)
        except JcssaError as error:
            return Examination(part, Health.FAILED, error.problem, error=error)

    def _examine_fonts(self, part: str) -> Examination:
        check_fonts(self._fonts)
        return Examination(part, Health.OK, "doctor_fonts_ok")

    def _examine_printer(self, part: str) -> Examination:
        names = printer_names()
        if not names:
            return Examination(part, Health.ATTENTION, "doctor_no_printer")
        return Examination(part, Health.OK, "doctor_printers", (("names", ", ".join(names)),))

    def _examine_keyring(self, part: str) -> Examination:
        try:
            backend = self._keyring.name()
        except NoSecretStore:
            return Examination(part, Health.ATTENTION, "doctor_no_keyring")
        except SecretStoreLocked:
            return Examination(part, Health.ATTENTION, "keyring_locked")
        return Examination(part, Health.OK, "doctor_keyring_ok", (("backend", backend),))

    def _examine_catalogue(self, part: str) -> Examination:
        store = self._catalogue()
        counts = store.counts()
        values = (("products", str(counts.products)), ("makers", str(counts.makers)))
        return Examination(part, Health.OK, "doctor_catalogue_ok", values)

    def _examine_age(self, part: str) -> Examination:
        newest = self._catalogue().counts().newest
        if newest is None:
            return Examination(part, Health.ATTENTION, "doctor_catalogue_empty")
        days = (self._now().date() - newest).days
        values = (("day", newest.isoformat()), ("days", str(days)))
        if days > OLD_AFTER_DAYS:
            return Examination(part, Health.ATTENTION, "doctor_catalogue_old", values)
        return Examination(part, Health.OK, "doctor_catalogue_fresh", values)

    def _examine_archive(self, part: str) -> Examination:
        archive = self._archive()
        if archive is None:
            return Examination(part, Health.OK, "doctor_no_archive_yet")
        problems = archive.check_chain()
        values = (("count", str(len(archive.records()))), ("problems", str(len(problems))))
        if problems:
            return Examination(part, Health.FAILED, "doctor_chain_broken", values)
        return Examination(part, Health.OK, "doctor_archive_ok", values)

    def _examine_clock(self, part: str) -> Examination:
        """Hold the clock against days that lie behind it for certain."""
        now = self._now()
        newest = self._catalogue().counts().newest
        latest: date | None = newest
        if latest is not None and latest > now.date():
            return Examination(part, Health.ATTENTION, "doctor_clock_behind", (("day", str(latest)),))
        return Examination(part, Health.OK, "doctor_clock_ok", (("now", f"{now:%Y-%m-%d %H:%M %Z}"),))
