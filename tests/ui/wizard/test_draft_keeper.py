from collections.abc import Callable

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.disclosure import (
    Answer,
    Customer,
    Disclosure,
    Intent,
    Signature,
    SignatureMethod,
    Stroke,
)
from jcssa_desktop.domain.errors import StorageFailure
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper, SaveState

KeeperOf = Callable[[Disclosure], DraftKeeper]


def renamed(disclosure: Disclosure, name: str) -> Disclosure:
    return replace(disclosure, customer=Customer(name=name))


def test_a_change_is_told_at_once_and_saved_soon_after(
    qtbot: QtBot, services: Services, quoted: Disclosure, keeper_of: KeeperOf
) -> None:
    keeper = keeper_of(quoted)
    with qtbot.waitSignal(keeper.changed):
        keeper.change(renamed(quoted, "見本 株式会社"))
    assert keeper.state is SaveState.SAVING
    qtbot.waitUntil(lambda: keeper.state is SaveState.SAVED)
    assert services.drafts.open(quoted.disclosure_id).customer.name == "見本 株式会社"


def test_saving_now_does_not_wait(services: Services, quoted: Disclosure, keeper_of: KeeperOf) -> None:
    keeper = keeper_of(quoted)
    keeper.change(renamed(quoted, "見本商店"))
    keeper.save_now()
    assert keeper.saved_at == services.now()
    assert services.drafts.open(quoted.disclosure_id).customer.name == "見本商店"


def test_no_change_is_no_save(qtbot: QtBot, quoted: Disclosure, keeper_of: KeeperOf) -> None:
    keeper = keeper_of(quoted)
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.change(replace(quoted))
    keeper.save_now()
    assert keeper.saved_at is None


def test_what_cannot_be_saved_is_told_and_saved_once_there_is_room(
    qtbot: QtBot,
    services: Services,
    quoted: Disclosure,
    keeper_of: KeeperOf,
    full_disk: Callable[[bool], None],
) -> None:
    keeper = keeper_of(quoted)
    keeper.save_now()
    full_disk(True)
    keeper.change(replace(quoted, customer=Customer(name="見本" * 200_000)))
    keeper.save_now()
    assert keeper.state is SaveState.FAILED
    assert isinstance(keeper.failure, StorageFailure)
    full_disk(False)
    keeper.change(renamed(quoted, "見本商店"))
    assert keeper.state is SaveState.FAILED, "the message stays until it is mended"
    qtbot.waitUntil(lambda: keeper.state is SaveState.SAVED)
    assert keeper.failure is None
    assert services.drafts.open(quoted.disclosure_id).customer.name == "見本商店"


def test_strokes_are_dropped_when_the_text_changes_after_signing(
    filled: Disclosure, services: Services, keeper_of: KeeperOf
) -> None:
    signature = Signature(
        SignatureMethod.DRAWN,
        signer="見本 一郎",
        strokes=(Stroke(((0.1, 0.1, 0), (0.2, 0.2, 5))),),
        signed_at=services.now(),
        text_shown_at=services.now(),
    )
    keeper = keeper_of(replace(filled, signature=signature))
    keeper.change(renamed(keeper.disclosure, "別の会社"))
    kept = keeper.disclosure.signature
    assert kept is not None
    assert kept.strokes == ()
    assert kept.signed_at is None
    assert kept.text_shown_at is None
    assert kept.signer == "見本 一郎"


def test_signing_itself_keeps_the_strokes(
    filled: Disclosure, services: Services, keeper_of: KeeperOf
) -> None:
    keeper = keeper_of(filled)
    signature = Signature(SignatureMethod.DRAWN, text_shown_at=services.now())
    keeper.change(replace(keeper.disclosure, signature=signature))
    signed = replace(signature, strokes=(Stroke(((0.1, 0.1, 0),)),))
    keeper.change(replace(keeper.disclosure, signature=signed))
    assert keeper.disclosure.signature == signed


def test_intents_stand_in_the_order_of_the_lines(quoted: Disclosure, keeper_of: KeeperOf) -> None:
    keeper = keeper_of(quoted)
    last, first = quoted.devices[-1], quoted.devices[0]
    keeper.change_intent(Intent(last.line_id, Answer.DECLINED))
    keeper.change_intent(Intent(first.line_id, Answer.SPOT))
    assert [one.line_id for one in keeper.disclosure.intents] == [first.line_id, last.line_id]


def test_the_facts_follow_a_change(quoted: Disclosure, keeper_of: KeeperOf) -> None:
    keeper = keeper_of(quoted)
    line = quoted.devices[0]
    keeper.change_line(replace(line, version="7.4.8"))
    facts = keeper.view().facts_of(line.line_id)
    assert facts is not None
    assert facts.version == "7.4.8"


@pytest.fixture
def full_disk(services: Services) -> Callable[[bool], None]:
    """Let the archive's database have no page more, as on a full disk, or all it wants again."""
    database = services.drafts._archive()._database

    def limit(is_full: bool) -> None:  # noqa: FBT001
        with database.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages if is_full else 1 << 30}")

    return limit
