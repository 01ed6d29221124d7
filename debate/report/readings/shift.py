"""What moved between the opening and the closing ballot, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.analysis.findings.movement import Pending, Shift
from debate.analysis.oxford import MINIMUM_FOR_PERCENTAGES, Oxford, Side
from debate.analysis.refusal import Refused
from debate.i18n.numbers import format_number, format_percent, format_signed
from debate.report.readings.refusals import chance_reading, pending_reading, refusal_reading

if TYPE_CHECKING:
    from debate.analysis.findings.movement import ConfidenceChange
    from debate.analysis.findings.polls import PollFinding
    from debate.i18n.catalog import Translator

DRIFTED = 0.9
"""From this slope of closing on opening stance down, a drift to the average is worth a word."""


def shift_readings(shift: Shift | Pending | Refused, t: Translator) -> tuple[str, ...]:
    """Return every sentence about a shift, the plainest first."""
    match shift:
        case Pending():
            return (pending_reading(shift, t),)
        case Refused():
            return (refusal_reading(shift, t),)
        case _:
            return (
                moved_reading(shift, t),
                net_reading(shift, t),
                chance_reading(shift.p, t),
                oxford_reading(shift.oxford, t),
                crossings_reading(shift, t),
                confidence_reading(shift.confidence, t),
                *drift_reading(shift, t),
            )


def moved_reading(shift: Shift, t: Translator) -> str:
    """Say how many moved towards for, towards against, and not at all."""
    counts = t.text(
        "{towards} moved towards for, {away} towards against, {unchanged} stayed.",
        towards=shift.towards,
        away=shift.away,
        unchanged=shift.unchanged,
    )
    if not shift.unpaired:
        return counts
    left_out = t.plural(
        "{n} answered only once and is left out.",
        "{n} answered only once and are left out.",
        shift.unpaired,
    )
    return f"{counts} {left_out}"


def net_reading(shift: Shift, t: Translator) -> str:
    """Say how far the group moved on average, and how far off that may be."""
    points = round(abs(shift.net.mean))
    if not points and any(shift.classes[:2]) and any(shift.classes[3:]):
        said = t.text("Moves both ways cancel out: on average less than a point.")
    elif not points:
        said = t.text("On average nobody moved by as much as a point.")
    elif shift.net.mean > 0:
        said = t.plural(
            "On average people moved {n} point towards for.",
            "On average people moved {n} points towards for.",
            points,
        )
    else:
        said = t.plural(
            "On average people moved {n} point towards against.",
            "On average people moved {n} points towards against.",
            points,
        )
    if isinstance(shift.interval, Refused):
        return f"{said} {refusal_reading(shift.interval, t)}"
    low, high = (format_signed(round(end), t.language, 0) for end in shift.interval)
    range_words = t.text(
        "For more people like these it would lie between {low} and {high}, 19 times in 20.",
        low=low,
        high=high,
    )
    return f"{said} {range_words}"


def oxford_reading(result: Oxford, t: Translator) -> str:
    """Say who won by the Oxford rule, in people; in percentages only from twenty people on."""
    winner = _winner(result, t)
    counts = t.plural(
        "for went from {for_before} to {for_after}, against from {against_before} to "
        "{against_after}, of {n} person.",
        "for went from {for_before} to {for_after}, against from {against_before} to "
        "{against_after}, of {n} people.",
        result.n,
        for_before=result.before[Side.FOR],
        for_after=result.after[Side.FOR],
        against_before=result.before[Side.AGAINST],
        against_after=result.after[Side.AGAINST],
    )
    if result.n < MINIMUM_FOR_PERCENTAGES:
        return f"{winner} {counts}"
    swing = t.text(
        "That is {for_swing} and {against_swing} percentage points.",
        for_swing=format_signed(result.swing(Side.FOR), t.language, 0),
        against_swing=format_signed(result.swing(Side.AGAINST), t.language, 0),
    )
    return f"{winner} {counts} {swing}"


def _winner(result: Oxford, t: Translator) -> str:
    """Name the side that gained most; one that only lost least did not gain."""
    if result.winner is Side.FOR:
        if result.gain(Side.FOR) > 0:
            return t.text("By the Oxford rule for gained most:")
        return t.text("By the Oxford rule for wins, as it lost least:")
    if result.winner is Side.AGAINST:
        if result.gain(Side.AGAINST) > 0:
            return t.text("By the Oxford rule against gained most:")
        return t.text("By the Oxford rule against wins, as it lost least:")
    return t.text("By the Oxford rule neither side gained more:")


def crossings_reading(shift: Shift, t: Translator) -> str:
    """Say how many changed side, and whether that could be chance."""
    crossed = shift.crossings
    if isinstance(crossed, Refused):
        words = t.text("How many changed side cannot be said.")
        return f"{words} {refusal_reading(crossed, t)}"
    if not crossed.forward + crossed.back:
        return t.text("Nobody changed side.")
    counts = t.text(
        "{forward} changed side towards for, {back} towards against.",
        forward=crossed.forward,
        back=crossed.back,
    )
    return f"{counts} {chance_reading(shift.crossings_p, t)}"


def confidence_reading(change: ConfidenceChange | Refused, t: Translator) -> str:
    """Say whether people became surer."""
    if isinstance(change, Refused):
        words = t.text("Whether people became surer cannot be said.")
        return f"{words} {refusal_reading(change, t)}"
    return t.text(
        "{surer} became surer, {less} less sure; of 100 they were {before} sure before and "
        "{after} after, on average.",
        surer=change.surer,
        less=change.less_sure,
        before=format_number(change.before, t.language, 0),
        after=format_number(change.after, t.language, 0),
    )


def drift_reading(shift: Shift, t: Translator) -> tuple[str, ...]:
    """Warn that extremes drift inwards by themselves, when these did; nothing otherwise."""
    if isinstance(shift.slope, Refused) or not -DRIFTED <= shift.slope <= DRIFTED:
        return ()
    return (
        t.text(
            "On the whole, who began far from the average of the group ended nearer to it. Extremes "
            "do so by themselves, so this alone proves nothing."
        ),
    )


def ballots_reading(poll: PollFinding, t: Translator) -> str:
    """Say how many ballots there are, and what became of those that do not count."""
    if not poll.is_revealed:
        return t.plural(
            "{n} ballot is cast and sealed.", "{n} ballots are cast and sealed.", poll.cast
        )
    parts = [t.plural("{n} ballot was opened.", "{n} ballots were opened.", poll.opened)]
    if poll.unopened:
        parts.append(t.plural("{n} is still closed.", "{n} are still closed.", poll.unopened))
    if poll.late:
        parts.append(
            t.plural(
                "{n} came after the reveal and does not count.",
                "{n} came after the reveal and do not count.",
                poll.late,
            )
        )
    if poll.broken:
        parts.append(
            t.plural(
                "{n} does not agree with its seal and does not count.",
                "{n} do not agree with their seals and do not count.",
                poll.broken,
            )
        )
    return " ".join(parts)


def apart_readings(
    before: PollFinding | None, after: PollFinding | None, t: Translator
) -> tuple[str, ...]:
    """Say how far apart people stood before and after, and whether they stood in two camps."""
    first = before.standing if before else None
    last = after.standing if after else None
    found = []
    for one, other, words in (
        (
            None if first is None or isinstance(first, Refused) else first.spread,
            None if last is None or isinstance(last, Refused) else last.spread,
            (
                t.text("How far apart people stand: {before} before, {after} after."),
                t.text("How far apart people stand: {value}."),
                t.text("0 is all alike, 1 is half at each end."),
            ),
        ),
        (
            None if first is None or isinstance(first, Refused) else first.polarisation,
            None if last is None or isinstance(last, Refused) else last.polarisation,
            (
                t.text("Camps: {before} before, {after} after."),
                t.text("Camps: {value}."),
                t.text("0 is one camp, 1 is two equal ones at the ends."),
            ),
        ),
    ):
        found += _apart(one, other, words, t)
    return tuple(found)


def _apart(
    before: float | Refused | None,
    after: float | Refused | None,
    words: tuple[str, str, str],
    t: Translator,
) -> list[str]:
    """Return a meter before and after, or why it is withheld."""
    both, single, legend = words
    refused = next((each for each in (before, after) if isinstance(each, Refused)), None)
    if refused is not None:
        return [f"{both.partition(':')[0]}: {refusal_reading(refused, t)}"]
    numbers = [
        format_number(each, t.language) for each in (before, after) if isinstance(each, float)
    ]
    if not numbers:
        return []
    if len(numbers) == 1:
        return [f"{single.format(value=numbers[0])} {legend}"]
    return [f"{both.format(before=numbers[0], after=numbers[1])} {legend}"]


def share_words(part: int, whole: int, t: Translator) -> str:
    """Return "7 of 10"; from twenty on with its percentage."""
    counts = t.text("{part} of {whole}", part=part, whole=whole)
    if whole < MINIMUM_FOR_PERCENTAGES:
        return counts
    return f"{counts} ({format_percent(part / whole, t.language)})"
