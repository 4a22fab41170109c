"""Text resources with `<b>` become runs; values are put in as they are, so that no name is read as markup."""

import re

from jcssa_desktop.documents.line_breaking import Run

_BOLD = re.compile(r"(</?b>)")


def rich(template: str, **values: object) -> tuple[Run, ...]:
    """Fill a text resource and give its regular and bold runs."""
    runs: list[Run] = []
    bold = False
    for part in _BOLD.split(template):
        if part in {"<b>", "</b>"}:
            bold = part == "<b>"
        elif part:
            runs.append(Run(part.format(**values), bold))
    return tuple(runs)
