"""What the navigation, the home screen and the list of drafts show, read together."""

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from jcssa_desktop.domain.archive import DraftSummary, RecordSummary
from jcssa_desktop.domain.plan import CompanyProfile
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.progress import Progress
from jcssa_desktop.ui.messages import catalogue_age, catalogue_contents, catalogue_support
from jcssa_desktop.ui.settings.sample import is_sample_company
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.widgets.mark import Mark


class Overview(Struct, frozen=True):
    """The state of this laptop on one day."""

    today: date
    company: CompanyProfile
    is_sample: bool
    drafts: tuple[DraftSummary, ...]
    records: tuple[RecordSummary, ...]
    age: Mark
    age_support: str
    contents: str

    @property
    def person(self) -> str:
        """Department and name of the one who explains."""
        return " ".join(filter(None, (self.company.department, self.company.explainer)))


class OverviewReader(QObject):
    """Reads the overview off the window's thread; only the newest answer is told."""

    read_done = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._request = 0

    def read(self) -> None:
        """Ask for the overview."""
        self._request += 1
        number = self._request
        self._runner.run(
            self,
            self._overview,
            lambda overview: self._tell(number, overview),
            self.failed.emit,
            is_reading=True,
        )

    def _overview(self, _progress: Progress) -> Overview:
        services = self._services
        today = services.today()
        counts = services.catalogue.counts()
        company = services.settings.current.company
        return Overview(
            today=today,
            company=company,
            is_sample=is_sample_company(company),
            drafts=services.drafts.drafts(),
            records=services.archive.records(),
            age=catalogue_age(counts.newest, today),
            age_support=catalogue_support(counts.newest, today),
            contents=catalogue_contents(counts.products, counts.makers, counts.advisories),
        )

    def _tell(self, number: int, overview: Overview) -> None:
        if number == self._request:
            self.read_done.emit(overview)
