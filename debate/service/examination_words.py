"""What a check of a debate came to, in words: for a screen and for a command alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.i18n.findings import FACTS
from debate.i18n.numbers import format_number

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator
    from debate.service.examination import Examination
    from debate.service.missing import Missing


def odd(found: Examination) -> list[tuple[str, int]]:
    """Return what is odd among the facts, by code, with how many there are."""
    verdict = found.verdict
    counts = (
        ("gap", len(verdict.gaps)),
        ("fork", len(verdict.forks)),
        ("bad-id", len(verdict.bad_ids)),
        ("bad-signature", len(verdict.bad_signatures)),
        ("unsigned", len(verdict.unsigned)),
        ("wrong-session", len(verdict.wrong_session)),
        ("malformed", len(verdict.malformed)),
        ("misnumbered", len(verdict.misnumbered)),
    )
    return [(name, count) for name, count in counts if count]


def complaints(found: Examination, t: Translator) -> list[str]:
    """Return a sentence for each thing that does not hold; none when everything does."""
    if not found.facts:
        return [t.text("It holds no facts, so there is nothing to check.")]
    verdict = found.verdict
    lines = [_missing(each, t) for each in found.missing if each.is_proven]
    lines += [t.text(FACTS["fork"], number=each.number) for each in verdict.forks]
    lines += [
        t.text(FACTS[name], count=count)
        for name, count in odd(found)
        if name not in {"gap", "fork"}
    ]
    counted = (
        (len(found.damage), t.plural("{n} place cannot be read.", "{n} places cannot be read.",
                                     len(found.damage))),
        (found.ballots_broken, t.plural("{n} ballot is not what was sealed.",
                                        "{n} ballots are not what was sealed.",
                                        found.ballots_broken)),
        (found.figures_wrong, t.plural("{n} figure comes out differently.",
                                       "{n} figures come out differently.", found.figures_wrong)),
    )  # fmt: skip
    lines += [words for count, words in counted if count]
    return lines


def hearsay(found: Examination, t: Translator) -> list[str]:
    """Return what somebody says is missing whose word is no proof."""
    return [_missing(each, t) for each in found.missing if not each.is_proven]


def marked(found: Examination, t: Translator) -> list[str]:
    """Return how many facts count for nothing, came late, or were not allowed in their phase."""
    void, late, unlawful = (found.standings.get(each, 0) for each in ("void", "late", "unlawful"))
    lines = (
        (void, void_words(void, t)),
        (late, t.plural(
            "{n} act came after its phase had closed: kept, and marked in `debate log`.",
            "{n} acts came after their phase had closed: kept, and marked in `debate log`.", late)),
        (unlawful, t.plural(
            "{n} act is one that its phase does not allow: kept, and marked in `debate log`.",
            "{n} acts are such as their phase does not allow: kept, and marked in `debate log`.",
            unlawful)),
    )  # fmt: skip
    return [words for count, words in lines if count]


def void_words(count: int, t: Translator) -> str:
    """Say how many facts do not count."""
    return t.plural(
        "{n} fact is kept and does not count. `debate log` marks it.",
        "{n} facts are kept and do not count. `debate log` marks them.",
        count,
    )


def counts(found: Examination, t: Translator) -> list[str]:
    """Return what was checked, in numbers."""
    lines = [
        t.text(
            "Facts: {facts}. Keys: {authors}. Opened ballots: {ballots}. Figures worked out again: "
            "{figures}.",
            facts=format_number(found.facts, t.language),
            authors=found.authors,
            ballots=found.ballots_opened,
            figures=found.figures,
        )
    ]
    if found.unknown:
        lines.append(
            t.plural(
                "{n} fact is of a newer program: kept, not understood.",
                "{n} facts are of a newer program: kept, not understood.",
                found.unknown,
            )
        )
    return lines


def _missing(each: Missing, t: Translator) -> str:
    """Say whose facts are not here, and who had seen them."""
    author = each.author or (
        t.text("key {key}…", key=each.key) if each.key else t.text("one author")
    )
    numbers = str(each.first) if each.first == each.last else f"{each.first}–{each.last}"
    said = t.text("Missing of {author}: {numbers}.", author=author, numbers=numbers)
    if each.witness is not None:
        said = f"{said} {t.text('{name} had seen them.', name=each.witness)}"
    more = t.text("Take them in from somebody who has them: `debate merge`.")
    return f"{said} {more}"
