"""What makes a motion fit to be put to a meeting: one claim, sourced, balanced, of a fair length.

Judges one page at a time; whether languages agree is for `debate.store.pack_languages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from debate.domain.motion import CLAIM_LIMIT, OPTION_LIMIT, Language
from debate.store.pack_fault import Findings
from debate.store.pack_outline import count_words
from debate.store.pack_page import SIDES, Page, PageArgument

BACKGROUND_WORDS = (120, 200)
QUESTIONS = (4, 6)
SIDE_SIZE = (2, 4)
"""The fewest and the most opening arguments of a side; the sides differ by one at most."""

_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ0-9%)”’\"]{2})[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-Ý])")
"""Two characters before the full stop keep `U.S. Congress` one sentence."""
_JOINTS: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r";|\band (?:that|therefore|thus|so|hence|should|must|ought to|shall|will|because)\b"
        r"|\b(?:and|but) (?:we|they|it) (?:should|must|ought|can|will|may)\b|\bas well as that\b",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r";|\ben (?:dat|daarom|dus|moet|moeten|zal|zullen|hoort|horen|behoort|omdat|bovendien)\b"
        r"|\b(?:en|maar) (?:wij|we|zij|ze|het) (?:moet|moeten|kan|kunnen|zal|zullen|mag|mogen)\b",
        re.IGNORECASE,
    ),
}
"""What usually joins two claims into one sentence."""


def check_page(page: Page, motion: str, findings: Findings) -> None:
    """Note what is wrong with one motion in one language.

    Args:
        page: What the file says.
        motion: The id in the file's name.
        findings: Where faults go.
    """
    found = page.front.values.get("id", motion)
    if found != motion:
        findings.add(page.front.line_of("id"), "id.differs", found=found, wanted=motion)
    _check_proposition(page, findings)
    _check_background(page, findings)
    _check_arguments(page, findings)
    _check_balance(page, findings)
    _check_questions(page, findings)
    _check_options(page, findings)


def _check_proposition(page: Page, findings: Findings) -> None:
    if not page.propositions:
        findings.add(1, "proposition.missing")
        return
    first, *others = page.propositions
    for other in others:
        findings.add(other.line, "proposition.twice", first=first.line)
    if len(first.text) > CLAIM_LIMIT:
        length = len(first.text)
        findings.add(first.line, "proposition.too-long", length=length, limit=CLAIM_LIMIT)
    if first.text.endswith("?"):
        findings.add(first.line, "proposition.question")
    joint = _JOINTS[page.language].search(first.text)
    if _SENTENCE_END.search(first.text):
        findings.add(first.line, "proposition.two-sentences")
    elif joint:
        findings.add(first.line, "proposition.two-claims", joint=joint.group())


def _check_background(page: Page, findings: Findings) -> None:
    words = count_words(page.background.text)
    least, most = BACKGROUND_WORDS
    if words and not least <= words <= most:
        line = page.headings["background"]
        findings.add(line, "background.length", words=words, least=least, most=most)


def _check_arguments(page: Page, findings: Findings) -> None:
    _find_twice([(each.name.line, each.name.text) for each in page.arguments], findings)
    for argument in page.arguments:
        _check_argument(argument, findings)


def _check_argument(argument: PageArgument, findings: Findings) -> None:
    line, name = argument.name.line, argument.name.text
    length = len(argument.claim)
    if length > CLAIM_LIMIT:
        findings.add(line, "claim.too-long", name=name, length=length, limit=CLAIM_LIMIT)
    if not argument.grounds.text:
        findings.add(line, "grounds.missing", name=name)
    if not argument.sources:
        findings.add(line, "source.missing", name=name)


def _find_twice(names: Iterable[tuple[int, str]], findings: Findings) -> None:
    lines: dict[str, int] = {}
    for line, name in names:
        if name in lines:
            findings.add(line, "name.twice", name=name, first=lines[name])
        lines.setdefault(name, line)


def _check_balance(page: Page, findings: Findings) -> None:
    least, most = SIDE_SIZE
    sizes = [sum(each.side == side for each in page.arguments) for side in SIDES]
    for side, size in zip(SIDES, sizes, strict=True):
        if side in page.headings and not least <= size <= most:
            line = page.headings[side]
            findings.add(line, "side.size", side=side, count=size, least=least, most=most)
    if abs(sizes[0] - sizes[1]) > 1 and all(side in page.headings for side in SIDES):
        smaller = SIDES[sizes[0] > sizes[1]]
        line = page.headings[smaller]
        findings.add(line, "sides.unbalanced", pro=sizes[0], contra=sizes[1])


def _check_questions(page: Page, findings: Findings) -> None:
    least, most = QUESTIONS
    count = len(page.questions)
    if count and not least <= count <= most:
        line = page.headings["questions"]
        findings.add(line, "questions.number", count=count, least=least, most=most)


def _check_options(page: Page, findings: Findings) -> None:
    _find_twice([(each.line, each.name) for each in page.options], findings)
    for each in page.options:
        length = len(each.text)
        if length > OPTION_LIMIT:
            findings.add(
                each.line, "option.too-long", name=each.name, length=length, limit=OPTION_LIMIT
            )
