"""What a verification found and how far a seal is, in words and marks."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from jcssa_desktop.domain.archive import SealStage
from jcssa_desktop.domain.record import check_code
from jcssa_desktop.services.verifying import SealState, Verification
from jcssa_desktop.system.texts import Texts
from jcssa_desktop.ui.widgets.mark import Mark

translate = QCoreApplication.translate


class Verdict(Struct, frozen=True):
    """A tone, one sentence, and what supports it."""

    tone: str
    sentence: str
    support: str


def verdict(verification: Verification, texts: Texts) -> Verdict:
    """Say what was found; "unchanged" is said only where the archive vouches for it."""
    problems = " ".join(texts.sentence(problem) for problem in verification.problems)
    code = (
        translate("Verdict", "照合コード {code}").format(code=check_code(verification.sha256))
        if verification.sha256
        else ""
    )
    match verification.state:
        case SealState.UNCHANGED:
            sentence = translate("Verdict", "封緘のときから変わっていません")
            later = verification.superseded_by
            superseded = texts.sentence("superseded_by", number=later) if later else ""
            named = "・".join(filter(None, (verification.document_number, code)))
            return Verdict("ok", sentence, "\n".join(filter(None, (named, superseded))))
        case SealState.ALTERED:
            return Verdict("alert", translate("Verdict", "封緘のときから変わっています"), problems)
        case _:
            return Verdict("warn", translate("Verdict", "変わっていないとは言えません"), problems)


def stage_mark(stage: SealStage, texts: Texts) -> Mark:
    """Say how far a seal is; one that waits for its timestamp stands out."""
    word = texts.sentence(f"stage_{stage}")
    if stage is SealStage.TIMESTAMP_PENDING:
        return Mark("unsigned", word, "warn")
    return Mark("unchanged" if stage is SealStage.TIMESTAMPED else "sealed", word)
