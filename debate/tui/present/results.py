"""The results of one motion in six parts, each a chart with its readings, or an honest reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.findings.movement import Pending, Shift
from debate.analysis.findings.moving import Moved
from debate.analysis.findings.polls import Standing
from debate.analysis.refusal import Refused
from debate.i18n.marks import N_
from debate.service.findings import without_order
from debate.service.names import NOBODY, name_of
from debate.service.readings import (
    apart_readings,
    ballots_reading,
    confidence_reading,
    crossings_reading,
    drift_reading,
    moved_by_reading,
    moved_reading,
    named_words,
    oxford_reading,
    pending_reading,
    refusal_reading,
    shift_readings,
    taking_part_readings,
)
from debate.tui.present.parts import PartView
from debate.tui.present.scales import claim_of, scales_part
from debate.tui.present.views import (
    Bar,
    BarsView,
    HistogramView,
    Pair,
    PairsView,
    TransitionView,
)
from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.analysis.findings.findings import MotionFindings
    from debate.analysis.findings.polls import PollFinding
    from debate.domain.ballot import Moment
    from debate.domain.debate import Debate
    from debate.i18n.catalog import Translator

TITLES = (
    N_("Before and after"),
    N_("People"),
    N_("Sides"),
    N_("Moved by"),
    N_("Scales"),
    N_("Taking part"),
)
"""The parts, from left to right."""
METHODS: Sequence[tuple[str, ...]] = (
    ("shift", "disagreement"),
    ("shift",),
    ("sides",),
    ("what-moved-people",),
    ("strengths", "disagreement"),
    ("participation",),
)
"""What explains each part: ids of `debate.report.readings.methods`."""
MOMENTS: tuple[Moment, ...] = ("opening", "mid", "closing", "later")
MOST_NAMED = 12
"""So many arguments that moved people are drawn."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the parts are made of."""

    debate: Debate
    found: MotionFindings
    sees_totals: bool
    """Whether strengths may be shown now."""
    sees_names: bool
    """Whether people may be told apart now."""
    t: Translator


def parts_of(shown: Shown) -> tuple[PartView, ...]:
    """Return the six parts of one motion's results."""
    return (
        _before_and_after(shown),
        _people(shown),
        _sides(shown),
        _moved_by(shown),
        scales_part(shown.debate, shown.found.weighing, shown.t, sees=shown.sees_totals),
        _taking_part(shown),
    )


def sentences(words: Iterable[str]) -> tuple[Block, ...]:
    """Return sentences as blocks of a page."""
    return tuple(Block("prose", each) for each in words if each)


# Before and after -------------------------------------------------------------------------------


def _before_and_after(shown: Shown) -> PartView:
    found, t = shown.found, shown.t
    opening, closing = found.poll("opening"), found.poll("closing")
    before, after = _bins(opening), _bins(closing)
    chart = HistogramView(
        after=after or before,
        before=before if after else (),
        against=t.text("against"),
        for_=t.text("for"),
        before_label=t.text("before"),
        after_label=t.text("after") if after else t.text("before"),
    )
    shift = shown.found.shift
    words = shift_readings(shift, t)
    return PartView(
        chart=chart if after or before else None,
        blocks=(
            *_waiting(shift, t),
            *sentences(words[:3] if isinstance(shift, Shift) else ()),
            *sentences(apart_readings(opening, closing, t)),
            *(Block("item", line) for moment in MOMENTS if (line := _ballot(found, moment, t))),
        ),
    )


def _bins(poll: PollFinding | None) -> tuple[int, ...]:
    standing = poll.standing if poll else None
    return standing.bins if isinstance(standing, Standing) else ()


def _waiting(found: object, t: Translator) -> tuple[Block, ...]:
    """Say what is waited for, or withheld; nothing when there is a figure."""
    if isinstance(found, Refused):
        return (Block("notice", refusal_reading(found, t)),)
    if not isinstance(found, Pending):
        return ()
    what = t.text(
        "When everybody has cast a ballot, with v on the floor in its phase, a facilitator reveals "
        "all of them there with X; until then nobody sees what any of them holds."
    )
    return (Block("notice", pending_reading(found, t)), Block("prose", what))


def _ballot(found: MotionFindings, moment: Moment, t: Translator) -> str:
    poll = found.poll(moment)
    names = {
        "opening": t.text("At the beginning"),
        "mid": t.text("Halfway"),
        "closing": t.text("At the end"),
        "later": t.text("Later"),
    }
    if poll is None:
        if moment in ("mid", "later"):
            return ""
        return t.text("{moment}: nobody cast a ballot yet.", moment=names[moment])
    withheld = f" {refusal_reading(poll.standing, t)}" if isinstance(poll.standing, Refused) else ""
    return f"{names[moment]}: {ballots_reading(poll, t)}{withheld}"


# People -----------------------------------------------------------------------------------------


def _people(shown: Shown) -> PartView:
    shift, t = shown.found.shift, shown.t
    if not isinstance(shift, Shift):
        return PartView(None, _waiting(shift, t))
    words = sentences(
        (moved_reading(shift, t), confidence_reading(shift.confidence, t), *drift_reading(shift, t))
    )
    if shift.people:
        rows = tuple(
            Pair(
                name_of(shown.debate, row.person if shown.sees_names else NOBODY, t),
                row.before,
                row.after,
            )
            for row in (shift.people if shown.sees_names else without_order(shift.people))
        )
        return PartView(PairsView(rows, t.text("against"), t.text("for")), words)
    kept = t.text("By agreement nobody is shown one by one: this is how far people moved.")
    return PartView(_classes(shift, t), (Block("notice", kept), *words))


def _classes(shift: Shift, t: Translator) -> BarsView:
    """Return how many people moved how far, where nobody is told apart."""
    names = (
        (t.text("far towards against (over 40)"), "against"),
        (t.text("towards against"), "against"),
        (t.text("not at all"), None),
        (t.text("towards for"), "for"),
        (t.text("far towards for (over 40)"), "for"),
    )
    return BarsView(
        tuple(
            Bar(name, float(count), str(count), side)  # type: ignore[arg-type]
            for (name, side), count in zip(names, shift.classes, strict=True)
        )
    )


# Sides ------------------------------------------------------------------------------------------


def _sides(shown: Shown) -> PartView:
    shift, t = shown.found.shift, shown.t
    if not isinstance(shift, Shift):
        return PartView(None, _waiting(shift, t))
    words = sentences((oxford_reading(shift.oxford, t), crossings_reading(shift, t)))
    if isinstance(shift.table, Refused):
        return PartView(None, words)
    chart = TransitionView(
        names=(t.text("against"), t.text("undecided"), t.text("for")),
        counts=shift.table,
        before=t.text("before"),
        after=t.text("after"),
        total=t.text("total"),
    )
    return PartView(chart, words)


# What moved them --------------------------------------------------------------------------------


def _moved_by(shown: Shown) -> PartView:
    moved, t = shown.found.moved, shown.t
    if not isinstance(moved, Moved):
        return PartView(None, _waiting(moved, t))
    rows = tuple(
        Bar(claim_of(shown.debate, row.argument, t), float(row.by), str(row.by))
        for row in moved.arguments[:MOST_NAMED]
    )
    details = tuple(
        Block(
            "item", f"{claim_of(shown.debate, row.argument, t).rstrip('.')}: {named_words(row, t)}"
        )
        for row in moved.arguments[:MOST_NAMED]
    )
    return PartView(
        BarsView(rows) if rows else None,
        (*sentences((moved_by_reading(moved, t),)), *details),
    )


# Taking part ------------------------------------------------------------------------------------


def _taking_part(shown: Shown) -> PartView:
    part, t = shown.found.taking_part, shown.t
    rows = (
        Bar(t.text("arguments against"), float(part.against), str(part.against), "against"),
        Bar(t.text("arguments for"), float(part.in_favour), str(part.in_favour), "for"),
    )
    return PartView(
        BarsView(rows) if part.against + part.in_favour else None,
        sentences(taking_part_readings(part, t)),
    )
