"""What a person may see of a debate at this moment: what its phase hides, and what its contract does.

The journal holds everything that was said in the open; the agreement to look away for a while is
kept by every face, and this is where they ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import ParticipantId
    from debate.domain.views.floor import Argument
    from debate.service.seat import Seat


@dataclass(frozen=True, slots=True)
class Sight:
    """What one person sees."""

    person: ParticipantId | None
    sees_others_arguments: bool
    sees_authors: bool
    """Whether what was said may be shown with who said it."""
    sees_weights: bool
    """Whether the weights of others may be shown, summed or not."""
    sees_totals: bool
    """Whether balances and strengths may be shown."""
    is_secret: bool
    """Whether nothing may ever link a person with what they hold."""

    def sees(self, argument: Argument) -> bool:
        """Tell whether an argument is this person's to read now."""
        is_own = argument.author is None or argument.author == self.person
        return is_own or self.sees_others_arguments


def sight_of(seat: Seat) -> Sight:
    """Return what the person at a seat may see now."""
    person = seat.person
    return sight_in(seat.debate, person.id if person else None)


def sight_in(debate: Debate, person: ParticipantId | None) -> Sight:
    """Return what a person may see of a debate now; a debate that is over hides nothing more."""
    schedule = debate.schedule
    hidden = frozenset[str]() if schedule.is_closed else schedule.now.phase.hidden
    return Sight(
        person=person,
        sees_others_arguments="others-arguments" not in hidden,
        sees_authors=not hidden & {"authors", "names"},
        sees_weights="weights" not in hidden,
        sees_totals="totals" not in hidden,
        is_secret=debate.charter.contract == "secret",
    )
