"""Verb: what a debate did to the people in it, in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from debate.analysis.findings.movement import Shift
from debate.analysis.findings.moving import Moved
from debate.analysis.findings.polls import Standing
from debate.analysis.refusal import Refused
from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.i18n.event_words import VALUE_WORDS
from debate.i18n.numbers import format_signed
from debate.report.readings.said import plain_lines
from debate.service.findings import (
    findings_json,
    findings_of,
    without_order,
    without_weights,
)
from debate.service.insights import (
    coherence_readings,
    group_readings,
    shows_weights,
    tip_words,
)
from debate.service.names import NOBODY, argument_numbers, motion_called, name_of
from debate.service.readings import (
    apart_readings,
    ballots_reading,
    moved_by_reading,
    named_words,
    refusal_reading,
    shift_readings,
    strength_reading,
)
from debate.service.sight import sight_of

if TYPE_CHECKING:
    from debate.analysis.findings.findings import Findings, MotionFindings
    from debate.analysis.findings.polls import PollFinding
    from debate.domain.debate import Debate

WIDTH = 20
"""Points of the slider that one bin spans."""
LEAST = -100


def run(context: Context) -> int:
    """Show the results of every motion, or of one."""
    seat = context.seat()
    found = findings_of(seat.debate, seat.session.scales)
    named = motion_called(seat.debate, context.args.motion) if context.args.motion else None
    motions = [each for each in found.motions if named in (None, each.motion)]
    sight = sight_of(seat)
    sees_totals, sees_names = sight.sees_totals and sight.sees_weights, sight.sees_authors
    if context.is_json:
        whole = findings_json(seat.debate, found, sees_names=sees_names)
        context.say_json(_of_motion(whole if sees_totals else without_weights(whole), named))
        return Exit.DONE
    if not sees_totals:
        context.say(context.t.text("The balance is not shown in this phase."))
    for place, each in enumerate(motions):
        if place:
            context.say()
        print_results(context, seat.debate, each, sees_totals=sees_totals, sees_names=sees_names)
        tip = tip_words(seat, each.motion, context.t)
        if tip:
            context.say()
            context.prose(tip)
    if named is None and shows_weights(seat.debate):
        print_together(context, seat.debate, found)
    return Exit.DONE


def _of_motion(whole: Mapping[str, object], named: str | None) -> Mapping[str, object]:
    motions = whole["motions"]
    rows = [each for each in motions if isinstance(each, dict)] if isinstance(motions, list) else []
    return {**whole, "motions": [each for each in rows if named in {None, each["motion"]}]}


def print_results(
    context: Context,
    debate: Debate,
    found: MotionFindings,
    *,
    sees_totals: bool = True,
    sees_names: bool = True,
) -> None:
    """Say where people stood, who moved, and what moved them, on one motion."""
    motion = debate.charter.motion(found.motion)
    if motion is not None:
        context.say(f"{motion.proposition.within(context.language)}  [{found.motion}]")
    if sees_totals:
        context.prose(strength_reading(found.weighing, context.t))
    for poll in found.polls:
        print_ballot(context, poll)
    print_shift(context, debate, found, sees_names=sees_names)
    print_moved_by(context, debate, found)


def print_together(context: Context, debate: Debate, found: Findings) -> None:
    """Say who weighs alike, and whether those who prefer alike also reason alike."""
    words = [group_readings(found.groups, debate, context.t)]
    if len(found.motions) > 1:
        words.append(coherence_readings(found.coherence, context.t))
    for each in words:
        context.say()
        for line in plain_lines(each):
            context.prose(line)


def print_ballot(context: Context, poll: PollFinding) -> None:
    """Say where people stood at one ballot, the histogram as counts."""
    t = context.t
    context.say()
    title = t.text(VALUE_WORDS[poll.moment])
    number = f" {poll.round + 1}" if poll.round else ""
    context.say(f"{title[:1].upper()}{title[1:]}{number}: {ballots_reading(poll, t)}")
    standing = poll.standing
    if isinstance(standing, Refused):
        context.prose(refusal_reading(standing, t), "  ")
    if not isinstance(standing, Standing):
        return
    context.say(
        "  "
        + t.text(
            "{against} against, {undecided} undecided, {in_favour} for. The one in the middle "
            "stands at {median}.",
            against=standing.against,
            undecided=standing.undecided,
            in_favour=standing.in_favour,
            median=format_signed(round(standing.median), t.language),
        )
    )
    bins = [(LEAST + WIDTH * place, count) for place, count in enumerate(standing.bins) if count]
    for low, count in bins:
        ends = [format_signed(end, t.language) for end in (low, low + WIDTH)]
        people = t.plural("{n} person", "{n} people", count)
        context.say("  " + t.text("From {low} to {high}: {people}.", low=ends[0], high=ends[1],
                                  people=people))  # fmt: skip


def print_shift(
    context: Context, debate: Debate, found: MotionFindings, *, sees_names: bool = True
) -> None:
    """Say who moved, as counts, as a table, and person by person where the contract allows."""
    t, shift = context.t, found.shift
    context.say()
    context.say(t.text("What moved"))
    for line in (
        *shift_readings(shift, t),
        *apart_readings(found.poll("opening"), found.poll("closing"), t),
    ):
        context.prose(line, "  ")
    if isinstance(shift, Shift):
        _print_table(context, shift)
        _print_people(context, debate, shift, sees_names=sees_names)


def _print_table(context: Context, shift: Shift) -> None:
    t = context.t
    if isinstance(shift.table, Refused):
        context.prose(refusal_reading(shift.table, t), "  ")
        return
    starts = (
        t.text("Of those against at first: {counts}."),
        t.text("Of those undecided at first: {counts}."),
        t.text("Of those for at first: {counts}."),
    )
    for start, row in zip(starts, shift.table, strict=True):
        if any(row):
            counts = t.text("{against} against, {undecided} undecided, {in_favour} for at the end",
                            against=row[0], undecided=row[1], in_favour=row[2])  # fmt: skip
            context.prose(start.format(counts=counts), "  ")


def _print_people(context: Context, debate: Debate, shift: Shift, *, sees_names: bool) -> None:
    """Name who moved how far, where the phase allows it; a secret debate has no such rows."""
    t = context.t
    for row in shift.people if sees_names else without_order(shift.people):
        name = name_of(debate, row.person if sees_names else NOBODY, t)
        before, after = (format_signed(each, t.language) for each in (row.before, row.after))
        context.say(
            "  " + t.text("{name}: {before}, then {after}.", name=name, before=before, after=after)
        )


def print_moved_by(context: Context, debate: Debate, found: MotionFindings) -> None:
    """Say which arguments moved people, by their own account."""
    t, moved = context.t, found.moved
    context.say()
    context.say(t.text("What moved them"))
    context.prose(moved_by_reading(moved, t), "  ")
    if not isinstance(moved, Moved):
        return
    numbers = argument_numbers(debate)
    for each in sorted(moved.arguments, key=lambda each: (-each.by, numbers.get(each.argument, 0))):
        argument = debate.floor.arguments.get(each.argument)
        if argument is not None and argument.hidden_for is None:
            claim = argument.claim.within(t.language)
            context.prose(f"{numbers[each.argument]}. {claim} ({named_words(each, t)})", "  ")
