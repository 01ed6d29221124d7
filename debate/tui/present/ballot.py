"""The words around a ballot: which moment is due, who has cast one, and what is promised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from debate.service.balloting import is_alone
from debate.service.insights import implied_words, own_tip_words
from debate.service.names import name_of

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId, MotionId, ParticipantId
    from debate.domain.views.polls import Poll
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat


def heading(debate: Debate, motion: MotionId, t: Translator) -> str:
    """Return the motion's short title."""
    found = debate.charter.motion(motion)
    return found.short.within(t.language) if found else motion


def typed_words(debate: Debate, voter: ParticipantId | None, t: Translator) -> str:
    """Say that this is a ballot, and for whom it is typed when it is somebody on paper."""
    if voter is None:
        return t.text("Ballot")
    return t.text("Ballot typed for {name}", name=name_of(debate, voter, t))


def standing_words(
    seat: Seat, poll: Poll, t: Translator, voter: ParticipantId | None = None
) -> str:
    """Say whether this person cast a ballot here, and how many did: counts, never a tally."""
    people = len(seat.debate.people.present())
    count = t.text("{cast} of {people} have cast this ballot.", cast=poll.cast, people=people)
    if poll.is_revealed:
        return f"{count} {t.text('It is revealed; nobody can change it any more.')}"
    if voter is not None:
        return f"{count} {t.text('It is marked as typed by a facilitator.')}"
    if seat.ballot(poll.key) is None:
        return f"{count} {t.text('You have not.')}{_unpaired(seat, poll, t)}"
    return f"{count} {t.text('You have; casting again replaces it until the reveal.')}"


def _unpaired(seat: Seat, poll: Poll, t: Translator) -> str:
    """Say that somebody without an opening ballot, who can no longer cast one, is not compared."""
    motion, moment, _ = poll.key
    can_still = "ballot-opening" in seat.debate.schedule.now.phase.acts
    if moment != "closing" or can_still or seat.ballot((motion, "opening", 0)) is not None:
        return ""
    words = t.text("You cast no opening ballot, so you count, and are not compared.")
    return f" {words}"


def promise_words(seat: Seat, poll: Poll, t: Translator) -> str:
    """Say until when a ballot is sealed, and what is shown of it then."""
    alone = is_alone(seat) and poll.key[1] != "later"
    return contract_words(seat.debate, t, is_revealed=poll.is_revealed, opens_by_itself=alone)


def contract_words(
    debate: Debate, t: Translator, *, is_revealed: bool = False, opens_by_itself: bool = False
) -> str:
    """Say what is shown of a ballot, as the contract and the run-sheet of this debate have it.

    Args:
        debate: The debate.
        t: The language.
        is_revealed: Whether the ballot is open.
        opens_by_itself: Whether the one at the end opens it, as it does for who is alone.
    """
    contract = debate.charter.contract
    sealed = (
        t.text("You debate alone: your ballots are sealed until you seal the one at the end.")
        if opens_by_itself
        else t.text("Your ballot is sealed until a facilitator reveals all of them.")
    )
    waits = [
        *([] if is_revealed else [sealed]),
        *([t.text("Nobody sees whose stance is whose before the debate is closed.")]
          if contract != "secret" and keeps_names(debate) else []),
    ]  # fmt: skip
    then = {
        "named": t.text("After that your name stands beside your stance."),
        "pseudonym": t.text("After that the name you chose stands beside your stance."),
        "secret": t.text("After that no screen or export links your name to your stance."),
    }
    now = {
        "named": t.text("Your name stands beside your stance."),
        "pseudonym": t.text("The name you chose stands beside your stance."),
        "secret": t.text("No screen or export links your name to your stance."),
    }
    return " ".join([*waits, then[contract] if waits else now[contract]])


def keeps_names(debate: Debate) -> bool:
    """Tell whether the present phase and all that follow hide who holds what."""
    phases, now = debate.charter.runsheet.phases, debate.schedule.now.phase
    place = next((i for i, phase in enumerate(phases) if phase.id == now.id), 0)
    return not debate.schedule.is_closed and all(
        "names" in phase.hidden for phase in phases[place:]
    )


def moved_words(seat: Seat, names: Sequence[ArgumentId], t: Translator) -> str:
    """Say which arguments moved this person."""
    if not names:
        return t.text("What moved you? Press o to choose arguments; it may be none.")
    floor = seat.debate.floor.arguments
    claims = [floor[name].claim.within(t.language) for name in names if name in floor]
    return t.text("Moved by: {claims}", claims="; ".join(claims))


def own_weights_words(seat: Seat, motion: MotionId, stance: int | None, t: Translator) -> str:
    """Say what this person's own weights come to beside the slider, and which one would turn that."""
    said = (implied_words(seat, motion, stance, t), own_tip_words(seat, motion, t))
    return " ".join(each for each in said if each)
