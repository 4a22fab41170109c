"""Flag sentences that a sheet must not say: bare disclaimers, promises of safety, claims without a source.

The rules are data (`resources/guideline/check.*.toml`), so that head office can add to them. A sentence is
judged by itself: an exception or a source in the next sentence does not mend it.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from msgspec import Struct

from jcssa_desktop.domain.disclosure import Disclosure, Explained
from jcssa_desktop.domain.guideline import ItemNumber
from jcssa_desktop.domain.plan import ServicePlan
from jcssa_desktop.domain.record import PrintedItem


class WordingFault(StrEnum):
    """What is wrong with a sentence. The first two keep a disclosure from being sealed."""

    DISCLAIMER = "disclaimer"
    PROMISE = "promise"
    NO_EXCEPTION = "no_exception"
    NO_SOURCE = "no_source"
    UNRESOLVED = "unresolved"

    @property
    def stops(self) -> bool:
        """Tell whether a sheet with such a sentence is not issued."""
        return self in {WordingFault.DISCLAIMER, WordingFault.PROMISE}


class WordingRule(Struct, frozen=True):
    """`pattern` finds a sentence at fault, `unless` excuses it; both are regular expressions."""

    fault: WordingFault
    pattern: str
    better: str
    unless: str = ""


class WordingRules(Struct, frozen=True):
    """The rules of one language; `sentence_end` parts a text into sentences."""

    language: str
    sentence_end: str
    rules: tuple[WordingRule, ...]


class WordingRemark(Struct, frozen=True):
    """A sentence at fault, what to write instead, and the item it stands in (None: a plan's text)."""

    fault: WordingFault
    sentence: str
    better: str
    item: ItemNumber | None = None
    plan: str = ""


def check_text(text: str, rules: WordingRules) -> tuple[WordingRemark, ...]:
    """Return a remark for each sentence at fault, the gravest rule first and no sentence twice."""
    return tuple(
        WordingRemark(rule.fault, sentence, rule.better)
        for sentence in sentences(text, rules)
        for rule in _first(sentence, rules)
    )


def check_sale(
    items: tuple[PrintedItem, ...],
    plans: tuple[ServicePlan, ...],
    disclosure: Disclosure,
    rules: WordingRules,
) -> tuple[WordingRemark, ...]:
    """Check all that a person wrote for a sale: the items as printed, their notes, and the plans offered."""
    return (
        *(remark for item in items for remark in _of_item(item, disclosure, rules)),
        *(
            WordingRemark(one.fault, one.sentence, one.better, plan=plan.name)
            for plan in plans
            for text in (plan.includes, plan.excludes)
            for one in check_text(text, rules)
        ),
    )


def sentences(text: str, rules: WordingRules) -> Iterator[str]:
    """Part a text into sentences, without the white around them."""
    for sentence in _compiled(rules.sentence_end).split(text.replace("\u200b", "")):
        if sentence.strip():
            yield sentence.strip()


def _of_item(item: PrintedItem, disclosure: Disclosure, rules: WordingRules) -> Iterator[WordingRemark]:
    confirmation = disclosure.item(item.number)
    # A customer's question is printed as it was asked; only the reason of "not applicable" is our word.
    ours = confirmation.note if confirmation.state is Explained.NOT_APPLICABLE else ""
    for one in (*check_text(item.text, rules), *check_text(ours, rules)):
        yield WordingRemark(one.fault, one.sentence, one.better, item=item.number)


def _first(sentence: str, rules: WordingRules) -> Iterator[WordingRule]:
    order = tuple(WordingFault)
    for rule in sorted(rules.rules, key=lambda one: order.index(one.fault)):
        if _compiled(rule.pattern).search(sentence):
            if rule.unless and _compiled(rule.unless).search(sentence):
                continue
            yield rule
            return


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
