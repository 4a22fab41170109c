"""Drafts under any order of saving, discarding, restoring and sealing."""

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jcssa_desktop.domain.archive import DRAFT_KEPT
from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.domain.errors import NotFound, SealedAlready
from jcssa_desktop.store.archive import ArchiveStore
from tests.store.records import NOON, RAW_KEY, a_disclosure, a_record

IDS = st.sampled_from(["d-1", "d-2", "d-3"])
CUSTOMERS = st.sampled_from(["見本食品株式会社", "株式会社サンプル運輸", "髙橋サンプル工務店"])


class Drafts(RuleBasedStateMachine):
    """Compares the archive with a plain account of what should be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.archive = ArchiveStore(self.folder / "archive.db", RAW_KEY)
        self.now = NOON
        self.drafts: dict[str, Disclosure] = {}
        self.discarded: dict[str, tuple[Disclosure, datetime]] = {}
        self.sealed: list[str] = []

    @rule(disclosure_id=IDS, customer=CUSTOMERS)
    def save(self, disclosure_id: str, customer: str) -> None:
        disclosure = a_disclosure(disclosure_id, customer)
        if disclosure_id in self.sealed:
            self.refused(SealedAlready, lambda: self.archive.save_draft(disclosure, self.now))
            return
        self.forget()
        self.archive.save_draft(disclosure, self.now)
        if disclosure_id in self.discarded:
            self.discarded[disclosure_id] = (disclosure, self.discarded[disclosure_id][1])
        else:
            self.drafts[disclosure_id] = disclosure

    @rule(disclosure_id=IDS)
    def discard(self, disclosure_id: str) -> None:
        if disclosure_id not in self.drafts:
            self.refused(NotFound, lambda: self.archive.discard_draft(disclosure_id, self.now))
            return
        self.forget()
        self.archive.discard_draft(disclosure_id, self.now)
        self.discarded[disclosure_id] = (self.drafts.pop(disclosure_id), self.now)

    @rule(disclosure_id=IDS)
    def restore(self, disclosure_id: str) -> None:
        if disclosure_id not in self.discarded:
            self.refused(NotFound, lambda: self.archive.restore_draft(disclosure_id))
            return
        self.archive.restore_draft(disclosure_id)
        self.drafts[disclosure_id] = self.discarded.pop(disclosure_id)[0]

    @rule(disclosure_id=IDS)
    def seal(self, disclosure_id: str) -> None:
        if disclosure_id in self.sealed:
            self.refused(SealedAlready, lambda: self.append(disclosure_id))
            return
        self.append(disclosure_id)
        self.sealed.append(disclosure_id)
        self.drafts.pop(disclosure_id, None)
        self.discarded.pop(disclosure_id, None)

    @rule(days=st.integers(1, 20))
    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule()
    def reopen(self) -> None:
        self.archive.close()
        self.archive = ArchiveStore(self.folder / "archive.db", RAW_KEY)

    @invariant()
    def the_archive_holds_what_it_should(self) -> None:
        assert {draft.disclosure_id for draft in self.archive.drafts()} == set(self.drafts)
        assert {one.disclosure_id for one in self.archive.drafts(discarded=True)} == set(self.discarded)
        for disclosure_id, disclosure in self.drafts.items():
            assert self.archive.draft(disclosure_id) == disclosure
        assert [record.disclosure_id for record in self.archive.records()] == self.sealed[::-1]
        assert self.archive.check_chain() == ()

    def append(self, disclosure_id: str) -> None:
        with self.archive.sealing() as sealing:
            number = f"KS-2026-{sealing.next_number('KS', 2026):04d}"
            sealing.append(a_record(number, sealing.last_sha256(), disclosure_id=disclosure_id))

    def forget(self) -> None:
        for disclosure_id, (_, at) in list(self.discarded.items()):
            if self.now - at > DRAFT_KEPT:
                del self.discarded[disclosure_id]

    def refused(self, error: type[Exception], call: "object") -> None:
        assert callable(call)
        try:
            call()
        except error:
            return
        raise AssertionError(error)

    def teardown(self) -> None:
        self.archive.close()
        shutil.rmtree(self.folder)


TestDrafts = Drafts.TestCase
TestDrafts.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
