"""What is said in the demonstration: four people, one motion, and what they make of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.domain import commands as c
from debate.domain.ballot import Ballot, Moment
from debate.domain.ids import ArgumentId, FactId, MotionId
from debate.domain.refusal import Refusal
from debate.errors import DebateError, UsageError
from debate.service.new_debate import NewDebate

if TYPE_CHECKING:
    from debate.domain.argument import Relation, Target
    from debate.domain.motion import Motion
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat
    from debate.service.session import Receipt, Session
    from debate.service.workspace import Workspace

MOTION = "state-threats"
NAMES = ("Ada", "Bo", "Chris", "Dana")
OPENING = ((30, 60), (-45, 70), (-5, 40), (60, 80))
"""Each person's stance and confidence before the debate."""
CLOSING = ((-10, 65), (-45, 75), (-30, 60), (65, 85))
WEIGHTS = ((6, 9, 3, 4), (4, 10, 1, 9), (6, 9, 4, 7), (10, 6, 8, 2))
"""What each person gives the four new arguments and replies, in the order they were said."""
REVIEW = "2027-06-01"


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of the demonstration and the debate they are in."""

    session: Session
    motion: MotionId
    seats: tuple[Seat, ...]
    t: Translator


def play(workspace: Workspace, t: Translator) -> Session:
    """Play the debate from its beginning to its end, and return it.

    Raises:
        DebateError: the disk refused, or the law did.
    """
    cast = _sit_down(workspace, t)
    _ballots(cast, "opening", OPENING, ())
    named = _argue(cast)
    _weigh(cast, named)
    _ask(cast, named)
    _ballots(cast, "closing", CLOSING, named)
    _reveal(cast)
    _conclude(cast)
    return cast.session


def _sit_down(workspace: Workspace, t: Translator) -> Cast:
    motion = _motion(workspace)
    first = workspace.begin(NewDebate(t.text("A demonstration"), (motion,), NAMES[0]))
    if isinstance(first, Refusal):
        raise DebateError(rule=first.rule)
    others = [workspace.add_seat(first.session, name) for name in NAMES[1:]]
    seats = tuple(seat for seat in (first, *others) if not isinstance(seat, Refusal))
    return Cast(first.session, motion.id, seats, t)


def _motion(workspace: Workspace) -> Motion:
    """Return the motion of the demonstration, or the first one there."""
    motions = workspace.motions
    if not motions:
        raise UsageError(what="motion", value=MOTION)
    return next((motion for motion in motions if motion.id == MOTION), motions[0])


def _done(answer: Receipt | Refusal) -> Receipt:
    if isinstance(answer, Refusal):
        raise DebateError(rule=answer.rule)
    return answer


def _ballots(
    cast: Cast,
    moment: Moment,
    stances: Sequence[tuple[int, int]],
    named: Sequence[ArgumentId],
) -> None:
    """Seal everybody's ballot; at the end each names what moved them."""
    moved = _moved_by(named)
    for seat, (stance, sure), by in zip(cast.seats, stances, moved, strict=False):
        ballot = Ballot(
            motion=cast.motion, moment=moment, stance=stance, confidence=sure, moved_by=by
        )
        _done(seat.cast(ballot))


def _moved_by(named: Sequence[ArgumentId]) -> Iterator[tuple[ArgumentId, ...]]:
    """Yield what moved each person; nothing before anything was said."""
    if not named:
        yield from [()] * len(NAMES)
        return
    first, second, _, undercut = named
    yield from ((second,), (), (second, undercut), (first,))


def _argue(cast: Cast) -> tuple[ArgumentId, ...]:
    """Say an argument for and one against, a rebuttal and an undercut."""
    t, (ada, bo, chris, dana) = cast.t, cast.seats
    case = _say(dana, "supports", cast.motion, t.text(
        "Only a state can lie in wait for years inside the power grid of another."
    ), t.text("Waiting earns nothing; only somebody who plans for a war pays for it."))  # fmt: skip
    harm = _say(bo, "attacks", cast.motion, t.text(
        "People meet criminals every week: hospitals, town halls and shops stand still for ransom."
    ), t.text("What harms most people most often is the gravest threat to society."))  # fmt: skip
    rebuttal = _say(dana, "attacks", harm, t.text(
        "Most of those gangs are left alone by the state they work from, so they are its threat too."
    ))  # fmt: skip
    undercut = _say(bo, "undercuts", case, t.text(
        "What somebody could do one day says little about which danger is the gravest one now."
    ))  # fmt: skip
    _done(ada.submit(c.AdoptArgument(harm)))
    _done(chris.submit(c.AdoptArgument(undercut)))
    return (case, harm, rebuttal, undercut)


def _say(
    seat: Seat, relation: Relation, target: Target, claim: str, grounds: str = ""
) -> ArgumentId:
    return ArgumentId(_done(seat.submit(c.AddArgument(relation, target, claim, grounds))).first)


def _weigh(cast: Cast, named: Sequence[ArgumentId]) -> None:
    """Let everybody weigh what was said, and the first opening argument."""
    openings = [name for name in cast.session.debate.floor.arguments if name not in named]
    for seat, values in zip(cast.seats, WEIGHTS, strict=True):
        for name, value in zip(named, values, strict=True):
            _done(seat.submit(c.SetWeight(name, value)))
        for name in openings[:1]:
            _done(seat.submit(c.SetWeight(name, values[2])))


def _ask(cast: Cast, named: Sequence[ArgumentId]) -> None:
    t, (_, _, chris, dana) = cast.t, cast.seats
    asked = _done(
        chris.submit(c.AskQuestion(named[2], t.text("How do we know they are left alone?")))
    )
    _done(
        dana.submit(
            c.AnswerQuestion(
                FactId(asked.first),
                t.text("By who is never arrested, though names and places are known."),
            )
        )
    )


def _reveal(cast: Cast) -> None:
    """End both ballots; every seat then opens its own."""
    for moment in ("opening", "closing"):
        name: Moment = "opening" if moment == "opening" else "closing"
        _done(cast.seats[0].submit(c.RevealBallots(cast.motion, name)))
        for seat in cast.seats:
            seat.open_ballots()


def _conclude(cast: Cast) -> None:
    t, (ada, bo, chris, dana) = cast.t, cast.seats
    text = t.text(
        "We guard first against what stops daily life now, and keep watching what states prepare."
    )
    draft = _done(ada.submit(c.DraftOutcome(text, cast.motion, REVIEW))).first
    for seat in (ada, bo, chris):
        _done(seat.submit(c.EndorseOutcome(draft, "endorse")))
    _done(dana.submit(c.EndorseOutcome(draft, "accept")))
    _done(dana.submit(c.NoteDissent(draft, t.text("What is prepared in silence comes at once."))))
    _done(ada.submit(c.AdoptOutcome(draft)))
    _done(ada.submit(c.CloseSession()))
