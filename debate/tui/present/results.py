"""The results of one motion as views: before and after, who moved, what moved them, the scales."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.findings.movement import Shift
from debate.analysis.findings.moving import Moved
from debate.analysis.findings.polls import Standing
from debate.i18n.numbers import format_number, format_signed
from debate.service.names import name_of
from debate.service.readings import (
    apart_readings,
    ballots_reading,
    moved_by_reading,
    named_words,
    shift_readings,
    strength_reading,
)
from debate.tui.present.views import (
    Bar,
    BarsView,
    HistogramView,
    Pair,
    PairsView,
    TransitionView,
)

if TYPE_CHECKING:
    from debate.analysis.findings.findings import MotionFindings
    from debate.analysis.findings.polls import PollFinding
    from debate.analysis.findings.weighing import ArgumentFinding
    from debate.domain.ballot import Moment
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId
    from debate.i18n.catalog import Translator

STRONGEST = 5
"""How many arguments a side shows on the scales."""


@dataclass(frozen=True, slots=True)
class ResultsView:
    """Everything the results screen draws."""

    histogram: HistogramView
    pairs: PairsView
    table: TransitionView
    moved_by: BarsView
    strengths: BarsView
    ballots: str
    moved: str
    named: str
    scales: str


def results_view(debate: Debate, found: MotionFindings, t: Translator) -> ResultsView:
    """Return the views and readings of one motion."""
    shift = found.shift if isinstance(found.shift, Shift) else None
    return ResultsView(
        histogram=_histogram(found, t),
        pairs=_pairs(debate, shift, t),
        table=_table(shift, t),
        moved_by=_moved_by(debate, found, t),
        strengths=_strengths(debate, found, t),
        ballots=_lines([_ballot(found, moment, t) for moment in ("opening", "closing")]),
        moved=_lines(
            [
                *shift_readings(found.shift, t),
                *apart_readings(found.poll("opening"), found.poll("closing"), t),
            ]
        ),
        named=_lines([moved_by_reading(found.moved, t)]),
        scales=_lines([strength_reading(found.weighing, t)]),
    )


def _lines(sentences: Sequence[str]) -> str:
    return "\n".join(sentence for sentence in sentences if sentence)


def _ballot(found: MotionFindings, moment: Moment, t: Translator) -> str:
    poll = found.poll(moment)
    names = {"opening": t.text("At the beginning"), "closing": t.text("At the end")}
    if poll is None:
        return t.text("{moment}: nobody cast a ballot yet.", moment=names[moment])
    return f"{names[moment]}: {ballots_reading(poll, t)}"


def _bins(poll: PollFinding | None) -> tuple[int, ...]:
    standing = poll.standing if poll else None
    return standing.bins if isinstance(standing, Standing) else ()


def _histogram(found: MotionFindings, t: Translator) -> HistogramView:
    before, after = _bins(found.poll("opening")), _bins(found.poll("closing"))
    return HistogramView(
        after=after or before,
        before=before if after else (),
        against=t.text("against"),
        for_=t.text("for"),
        before_label=t.text("before"),
        after_label=t.text("after") if after else t.text("before"),
        empty=t.text("No ballot is revealed yet, so there is nothing to show."),
    )


def _pairs(debate: Debate, shift: Shift | None, t: Translator) -> PairsView:
    rows = shift.people if shift else ()
    empty = t.text("Who moved is shown once both ballots are revealed.")
    if shift and not rows:
        empty = t.text("Under this contract nobody is shown one by one.")
    return PairsView(
        tuple(Pair(name_of(debate, row.person, t), row.before, row.after) for row in rows),
        t.text("against"),
        t.text("for"),
        empty,
    )


def _table(shift: Shift | None, t: Translator) -> TransitionView:
    counts = shift.table if shift and isinstance(shift.table, tuple) else ()
    return TransitionView(
        names=(t.text("against"), t.text("undecided"), t.text("for")),
        counts=counts,
        before=t.text("before"),
        after=t.text("after"),
        total=t.text("total"),
        empty=t.text("Who went from where to where is shown once both ballots are revealed."),
    )


def _claim(debate: Debate, name: ArgumentId, t: Translator) -> str:
    argument = debate.floor.arguments.get(name)
    if argument is None or argument.hidden_for is not None:
        return t.text("a hidden argument")
    return argument.claim.within(t.language)


def _moved_by(debate: Debate, found: MotionFindings, t: Translator) -> BarsView:
    moved = found.moved
    rows = moved.arguments if isinstance(moved, Moved) else ()
    return BarsView(
        tuple(
            Bar(_claim(debate, row.argument, t), float(row.by), named_words(row, t))
            for row in rows[:STRONGEST]
        ),
        empty=t.text("Nobody named an argument yet."),
    )


def _strengths(debate: Debate, found: MotionFindings, t: Translator) -> BarsView:
    weighing = found.weighing
    rows: list[ArgumentFinding] = [
        *weighing.strongest("for", STRONGEST),
        *weighing.strongest("against", STRONGEST),
    ]
    return BarsView(
        tuple(
            Bar(
                _claim(debate, row.id, t),
                row.strength,
                f"{format_number(row.strength, t.language)} "
                f"({format_signed(row.moved, t.language)})",
                "for" if row.leaning == "for" else "against",
            )
            for row in rows
        ),
        top=1.0,
        empty=t.text("Nobody argued yet."),
    )
