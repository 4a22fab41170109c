"""Why a finding says what it says, in one sentence, for the screen and for commands alike."""

from jcssa_desktop.domain.finding import Finding
from jcssa_desktop.system.texts import Texts


def finding_reason(finding: Finding, version: str, texts: Texts) -> str:
    """Say in one sentence why a finding says what it says."""
    stated = finding.stated or texts.sentence("finding_no_words")
    return texts.sentence(f"finding_{finding.why}", version=version, stated=stated, source=finding.source)
