"""A ranking as rows: every choice with its place, in the order in which they were put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.findings.deciding import choices_of, tiers_among
from debate.report.readings.deciding import choice_name
from debate.tui.cells import cut
from debate.tui.present.views import ChoiceView, Option

if TYPE_CHECKING:
    from debate.domain.ballot import Ballot
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.i18n.catalog import Translator
    from debate.tui.widgets.ink import Line

Places = Mapping[str, int]
"""Each choice that is ranked to its place, from 1; equal ones share a place."""
Tiers = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One choice."""

    id: str
    name: str
    place: int | None
    """None when it is not ranked."""


def choice_rows(
    debate: Debate, motion: MotionId | None, places: Places, t: Translator
) -> tuple[ChoiceRow, ...]:
    """Return a row for each option of a motion, or for each motion."""
    return tuple(
        ChoiceRow(name, choice_name(debate, name, t), places.get(name))
        for name in choices_of(debate, motion)
    )


def paint_choice(row: ChoiceRow, width: int) -> Sequence[Line]:
    """Return the line of one choice: its place, then its name."""
    if row.place is None:
        return [[(" –  ", "faint"), (cut(row.name, max(0, width - 4)), "muted")]]
    return [[(f"{row.place:>2}  ", "focus"), (cut(row.name, max(0, width - 4)), "ink")]]


def places_of(ballot: Ballot | None, choices: Sequence[str]) -> dict[str, int]:
    """Return the places that a ballot gives."""
    tiers = tiers_among(choices, ballot.ranking) if ballot else ()
    return {name: place for place, tier in enumerate(tiers, start=1) for name in tier}


def tiers_of(places: Places) -> Tiers:
    """Return places as tiers, the best first; a place that nothing has is no tier."""
    return tuple(
        tuple(name for name in places if places[name] == place)
        for place in sorted(set(places.values()))
    )


def moved(places: Places, name: str, by: int, last: int) -> dict[str, int]:
    """Return places with one choice higher (-1), lower (1), or without a place (0).

    A choice without a place first comes last among those that have one. Places follow one another
    without gaps, so that the first one is 1 whatever was moved.

    Args:
        places: The places so far.
        name: Which choice.
        by: Where to.
        last: The lowest place there is.
    """
    found = dict(places)
    now = found.pop(name, None)
    if by:
        place = len(set(found.values())) + 1 if now is None else now + by
        found[name] = max(1, min(last, place))
    order = {place: rank for rank, place in enumerate(sorted(set(found.values())), start=1)}
    return {each: order[place] for each, place in found.items()}


def verdict_view(t: Translator) -> ChoiceView:
    """Return the question whether a motion should carry."""
    return ChoiceView(
        t.text("Shall this carry?"),
        (
            Option("yes", t.text("yes"), "for"),
            Option("no", t.text("no"), "against"),
            Option("abstain", t.text("abstain")),
            Option("block", t.text("block")),
        ),
        t.text("A no is a concern; a block withholds consent."),
    )
