"""The one place where the parts are wired together."""

import hashlib
import importlib
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from jcssa_desktop import __version__
from jcssa_desktop.cli.commands import run
from jcssa_desktop.cli.session import FrontDoor, Options
from jcssa_desktop.cli.terminal import ask_passphrase
from jcssa_desktop.documents.annex import Annex
from jcssa_desktop.documents.annex_texts import AnnexTexts, annex_texts
from jcssa_desktop.documents.letter_texts import letter_texts
from jcssa_desktop.documents.sheet_texts import sheet_texts
from jcssa_desktop.documents.text_resource import TextsByLanguage
from jcssa_desktop.documents.typography import FontPair
from jcssa_desktop.domain.errors import StorageFailure
from jcssa_desktop.domain.quotation import Quotation
from jcssa_desktop.feeds.catalogue_file import CatalogueFile, CatalogueReader, Kind
from jcssa_desktop.feeds.starter import read_starter
from jcssa_desktop.services.annexes import AnnexKind, AnnexService, AnnexSet, AnnexWriter
from jcssa_desktop.services.archive import ArchiveService
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.catalogue import CatalogueService
from jcssa_desktop.services.doctor import DoctorService
from jcssa_desktop.services.drafts import DraftService
from jcssa_desktop.services.letters import LetterService, LetterSet
from jcssa_desktop.services.near_names import NearNamesService
from jcssa_desktop.services.sealing import SealingService, SheetSet
from jcssa_desktop.services.settings import SettingsService
from jcssa_desktop.services.signatures import Signatures, SigningTools, TimestampService
from jcssa_desktop.services.verifying import Verifier
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.system.logs import close_log, open_log
from jcssa_desktop.system.packs import load_guideline, load_wording_rules
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.system.secret_store import SystemStore
from jcssa_desktop.system.secrets import (
    PassphraseSources,
    note_archive_made,
    obtain_archive_key,
    was_archive_made,
)
from jcssa_desktop.system.settings import SettingsFile, kept_language
from jcssa_desktop.system.texts import Language, Texts

logger = logging.getLogger(__name__)

Ask = Callable[[bool], str | None]


def local_now() -> datetime:
    """Return the time of this machine with its offset, to the second."""
    return datetime.now(UTC).astimezone().replace(microsecond=0)


class ArchiveDoor:
    """Opens the archive once, when it is first needed, from whichever thread that is."""

    def __init__(self, paths: AppPaths, passphrases: PassphraseSources, keyring: SystemStore) -> None:
        self._paths = paths
        self._passphrases = passphrases
        self._keyring = keyring
        self._lock = threading.Lock()
        self._store: ArchiveStore | None = None

    def open(self) -> ArchiveStore:
        """Return the archive, made where there is none; raise SecretUnavailable or DatabaseUnusable."""
        with self._lock:
            if self._store is None:
                key = obtain_archive_key(self._paths, self._passphrases, self._keyring)
                self._store = ArchiveStore(self._paths.archive, key)
                with suppress(StorageFailure):  # a folder that cannot be written can still be read
                    note_archive_made(self._paths)
            return self._store

    def open_existing(self) -> ArchiveStore | None:
        """Return the archive, None where there is none yet; raise DatabaseUnusable where it is gone."""
        return self.open() if self._store is not None or was_archive_made(self._paths) else None

    def close(self) -> None:
        """Close what was opened."""
        if self._store is not None:
            self._store.close()


@contextmanager
def open_services(
    paths: AppPaths,
    *,
    language: Language | None = None,
    passphrases: PassphraseSources | None = None,
    keyring: SystemStore | None = None,
    now: Callable[[], datetime] = local_now,
) -> Iterator[Services]:
    """Build the services over one data folder and close its databases afterwards.

    Without `passphrases` only the environment is asked; without `keyring` the system's keyring is used.
    """
    resources = resource_folder()
    paths.create()
    settings = SettingsService(SettingsFile(paths.settings, resources / "settings" / "default.toml"))
    sources = passphrases or PassphraseSources(environment=os.environ)
    keyring = keyring or SystemKeyring()
    archive = ArchiveDoor(paths, sources, keyring)
    quiet = ArchiveDoor(paths, replace(sources, ask=None), keyring)
    catalogue = CatalogueStore(paths.catalogue)
    log = open_log(paths.logs)
    try:
        _load_starter(catalogue, settings, resources / "catalogue")
        if language is not None:
            settings.use_language(language)
        yield _wire(resources, settings, archive, quiet, keyring, catalogue, now)
    finally:
        close_log(log)
        catalogue.close()
        quiet.close()
        archive.close()


def _wire(
    resources: Path,
    settings: SettingsService,
    archive: ArchiveDoor,
    quiet: ArchiveDoor,
    keyring: SystemStore,
    catalogue: CatalogueStore,
    now: Callable[[], datetime],
) -> Services:
    def today() -> date:
        return now().date()

    texts = Texts(settings.current.language, resources / "i18n" / "messages")
    fonts_folder = resources / "fonts"
    fonts = FontPair(fonts_folder / "NotoSansJP-Regular.ttf", fonts_folder / "NotoSansJP-Bold.ttf")
    languages: tuple[Language, ...] = ("ja", "en")
    printed = resources / "sheet"
    words = TextsByLanguage(printed, languages, sheet_texts)
    sheets = SheetSet(words, fonts)
    letters = LetterSet(TextsByLanguage(printed, languages, letter_texts), words, fonts)
    annexes = AnnexSet(TextsByLanguage(printed, languages, annex_texts), words, fonts, _annex_writers())
    packs = {one: load_guideline(resources / "guideline", one) for one in languages}
    rules = {one: load_wording_rules(resources / "guideline", one) for one in languages}
    drafts = DraftService(catalogue, archive.open, settings, packs, rules, texts, now, _read_quotation)
    signatures = Signatures(settings, load_signing_tools, keyring, os.environ)
    verifier = Verifier(archive.open_existing, sheets, signatures, __version__)
    sealing = SealingService(drafts, catalogue, archive.open, sheets, signatures, now, __version__)
    archived = ArchiveService(archive.open, verifier, now)
    return Services(
        catalogue=CatalogueService(catalogue, today, _read_catalogue_file),
        near_names=NearNamesService(catalogue, today),
        drafts=drafts,
        sealing=sealing,
        archive=archived,
        annexes=AnnexService(annexes, sealing.unsealed, archived.decoded),
        signatures=signatures,
        timestamps=TimestampService(archive.open, signatures, now),
        letters=LetterService(letters, archived.record, drafts, now),
        settings=settings,
        doctor=DoctorService(fonts, keyring, lambda: catalogue, quiet.open_existing, now),
        texts=texts,
        today=today,
        now=now,
    )


class SystemKeyring:
    """The system's keyring, loaded when a secret is asked for: with a passphrase that is never."""

    def get(self, entry: str) -> str | None:
        """Return the secret, None if there is none."""
        return self._keyring().get(entry)

    def set(self, entry: str, secret: str) -> None:
        """Keep the secret."""
        self._keyring().set(entry, secret)

    def delete(self, entry: str) -> None:
        """Forget the secret, if there is one."""
        self._keyring().delete(entry)

    def name(self) -> str:
        """Name the keyring in use."""
        return self._keyring().name()

    def _keyring(self) -> SystemStore:
        module = importlib.import_module("jcssa_desktop.system.keyrings")
        return cast("SystemStore", module.Keyring())


def _annex_writers() -> dict[AnnexKind, AnnexWriter]:
    """Give writers that are loaded when one is called."""

    def later(name: str) -> AnnexWriter:
        def write(annex: Annex, texts: AnnexTexts, at: datetime) -> bytes:
            module = importlib.import_module(f"jcssa_desktop.documents.{name}")
            return cast("AnnexWriter", getattr(module, name))(annex, texts, at)

        return write

    return {AnnexKind.WORD: later("annex_word"), AnnexKind.WORKBOOK: later("annex_workbook")}


def load_signing_tools() -> SigningTools:
    """Load what signs and reads signatures: it takes longer to load than a sheet to be drawn."""
    return cast("SigningTools", importlib.import_module("jcssa_desktop.documents.signing"))


def _read_catalogue_file(
    path: Path, *, kind: Kind | None, today: date, progress: Callable[[int, int], None] | None
) -> CatalogueFile:
    """Load the feeds when the first file is imported: most starts import none."""
    module = importlib.import_module("jcssa_desktop.feeds.recognise")
    read = cast("CatalogueReader", module.read_catalogue_file)
    return read(path, kind=kind, today=today, progress=progress)


def _read_quotation(path: Path) -> Quotation:
    """Load what reads tables when the first quotation is read."""
    module = importlib.import_module("jcssa_desktop.feeds.quotation")
    read = cast("Callable[[Path], Quotation]", module.read_quotation)
    return read(path)


def _load_starter(catalogue: CatalogueStore, settings: SettingsService, folder: Path) -> None:
    """Bring the starter catalogue in once for each of its versions."""
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.toml")):
        digest.update(file.read_bytes())
    version = digest.hexdigest()[:16]
    if settings.current.catalogue_loaded == version and catalogue.counts().products:
        return
    catalogue.apply(read_starter(folder), file=f"resources/{folder.name}")
    settings.save(replace(settings.current, catalogue_loaded=version))


def paths_of(options: Options) -> AppPaths:
    """Return the data folder that the options name, or this user's own."""
    return AppPaths(options.data_dir.absolute()) if options.data_dir else AppPaths.default()


def language_of(options: Options) -> Language:
    """Return the language of the options, else the one that this laptop is set to."""
    named = options.language or kept_language(paths_of(options).settings)
    return "en" if named == "en" else "ja"


def texts_of(options: Options) -> Texts:
    """Return the sentences in the language of the options, else in the one that this laptop is set to."""
    return Texts(language_of(options), resource_folder() / "i18n" / "messages")


def log_defect(options: Options, error: Exception) -> None:
    """Write a defect into the daily log of the data folder that the options name."""
    log = open_log(paths_of(options).logs)
    try:
        logger.error("unexpected", exc_info=error)
    finally:
        close_log(log)


def passphrases_of(options: Options, ask: Ask | None) -> PassphraseSources:
    """Return where the archive's passphrase may come from: file, environment, then a person."""
    return PassphraseSources(file=options.passphrase_file, environment=os.environ, ask=ask)


def run_command_line(arguments: list[str], open_window: Callable[[Options], int]) -> int:
    """Run the command line; `open_window` is called where no subcommand is given."""

    @contextmanager
    def services_of(options: Options) -> Iterator[Services]:
        sources = passphrases_of(options, ask_passphrase(lambda: texts_of(options)))
        language = None if options.language is None else language_of(options)
        with open_services(paths_of(options), language=language, passphrases=sources) as services:
            yield services

    return run(arguments, FrontDoor(services_of, open_window, texts_of, log_defect))


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
