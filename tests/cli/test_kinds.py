from pathlib import Path

import pytest

from jcssa_desktop.feeds.recognise import Kind
from jcssa_desktop.system.texts import Texts

MESSAGES = Path(__file__).parents[2] / "resources" / "i18n" / "messages"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_kind_of_feed_has_a_name(language):
    texts = Texts(language, MESSAGES)
    assert all(texts.sentence(f"kind_{kind.value}") for kind in Kind)
