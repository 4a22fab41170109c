"""All use cases of one running program, handed to the window and to the command line."""

from collections.abc import Callable
from datetime import date, datetime

from msgspec import Struct

from jcssa_desktop.services.annexes import AnnexService
from jcssa_desktop.services.archive import ArchiveService
from jcssa_desktop.services.catalogue import CatalogueService
from jcssa_desktop.services.doctor import DoctorService
from jcssa_desktop.services.drafts import DraftService
from jcssa_desktop.services.letters import LetterService
from jcssa_desktop.services.near_names import NearNamesService
from jcssa_desktop.services.sealing import SealingService
from jcssa_desktop.services.settings import SettingsService
from jcssa_desktop.services.signatures import Signatures, TimestampService
from jcssa_desktop.system.texts import Texts


class Services(Struct, frozen=True):
    """What a front end is given. `drafts`, `sealing` and `archive` open the archive on first use."""

    catalogue: CatalogueService
    near_names: NearNamesService
    drafts: DraftService
    sealing: SealingService
    archive: ArchiveService
    annexes: AnnexService
    signatures: Signatures
    timestamps: TimestampService
    letters: LetterService
    settings: SettingsService
    doctor: DoctorService
    texts: Texts
    today: Callable[[], date]
    now: Callable[[], datetime]
