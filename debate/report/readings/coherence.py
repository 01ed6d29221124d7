"""The Deliberative Reason Index in words, never without what chance would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.analysis.findings.coherence import Index
from debate.analysis.findings.movement import Pending
from debate.analysis.refusal import Refused
from debate.i18n.marks import N_
from debate.i18n.numbers import format_signed
from debate.report.readings.refusals import pending_reading, refusal_reading
from debate.report.readings.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from debate.analysis.findings.coherence import Coherence, Figure, Source
    from debate.i18n.catalog import Translator

LARGEST_P = 0.05
"""With a larger p chance does as well too often."""
SOURCES: Mapping[Source, str] = {
    "options": N_("From rankings of {options} options and the weights of {arguments} arguments."),
    "motions": N_("From rankings of {options} motions and the weights of {arguments} arguments."),
    "sliders": N_("From stances on {options} motions and the weights of {arguments} arguments."),
}


def coherence_readings(found: Coherence | Refused, t: Translator) -> tuple[Said, ...]:
    """Return everything there is to say about how coherent a debate is."""
    title = Said("strong", t.text("Do people who prefer alike also reason alike?"))
    if isinstance(found, Refused):
        return (
            title,
            Said(
                "prose",
                t.text(
                    "This takes a ranking of {needed} options or more, or stances on as many "
                    "motions; here are {had}.",
                    needed=round(found.needed),
                    had=round(found.had),
                ),
            ),
        )
    source = t.text(SOURCES[found.source], options=found.options, arguments=found.arguments)
    return (
        title,
        Said("prose", source),
        *_moment(t.text("At the beginning"), found.opening, t),
        *_moment(t.text("At the end"), found.closing, t),
        *_change(found, t),
    )


def _moment(title: str, figure: Figure, t: Translator) -> Iterator[Said]:
    yield Said("heading", title)
    match figure:
        case Pending():
            yield Said("prose", pending_reading(figure, t))
        case Refused():
            yield Said("prose", refusal_reading(figure, t))
        case Index():
            yield from _index(figure, t)


def _index(figure: Index, t: Translator) -> Iterator[Said]:
    said = {
        "index": format_signed(figure.modified, t.language),
        "mean": format_signed(figure.null.mean, t.language),
        "high": format_signed(figure.null.high, t.language),
        "n": figure.people,
    }
    yield Said("item", t.text("Index {index}, among {n} people (1 is the most).", **said))
    yield Said(
        "item",
        t.text("By chance it is {mean} on average, and above {high} 1 time in 20.", **said),
    )
    if figure.null.p <= LARGEST_P:
        yield Said("item", t.text("That is more than chance gives."))
    else:
        yield Said("notice", t.text("That is no more than chance gives: nothing can be said."))
    if figure.dropped:
        yield Said(
            "item",
            t.plural(
                "{n} person is left out: too few answers, or all alike.",
                "{n} people are left out: too few answers, or all alike.",
                figure.dropped,
            ),
        )


def _change(found: Coherence, t: Translator) -> Iterator[Said]:
    if found.change is None:
        return
    said = format_signed(found.change, t.language)
    yield Said("heading", t.text("From beginning to end"))
    yield Said("prose", t.text("The index changed by {change}.", change=said))
    yield Said(
        "prose",
        t.text("Both are laid beside the weights as they stand: only the rankings differ."),
    )
