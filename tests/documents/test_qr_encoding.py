import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from jcssa_desktop.documents.qr_encoding import encode


def reference(content: str, mask: int) -> list[list[bool]]:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    code.version = code.calculate_version()
    code.makeImpl(False, mask)
    return [[bool(dark) for dark in row] for row in code.modules]


@pytest.mark.parametrize("mask", range(8))
@pytest.mark.parametrize(
    "content",
    [
        "A",
        "KS-2026-000123-1:7F3A91C20D4E55AA",
        "https://www.ipa.go.jp/security/",
        "https://example.jp/" + "a" * 130,
    ],
)
def test_every_mask_is_drawn_as_another_encoder_draws_it(content: str, mask: int) -> None:
    assert encode(content, mask) == reference(content, mask)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abcdefABC0123/:.?&=-_%~", min_size=1, max_size=178), st.integers(0, 7))
def test_any_address_is_drawn_as_another_encoder_draws_it(address: str, mask: int) -> None:
    content = f"h{address}"
    assert encode(content, mask) == reference(content, mask)


def test_what_is_too_long_gives_no_code() -> None:
    assert encode("h" + "a" * 181) is None
    assert encode("h" + "a" * 178) is not None
