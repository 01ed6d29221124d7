"""One argument as everybody may see it now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from debate.domain.argument import Relation, Target
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, FactId, ParticipantId
from debate.domain.motion import Source, Text
from debate.domain.state import ArgumentRecord
from debate.domain.views.court import Flag
from debate.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument as everybody may see it now."""

    id: ArgumentId
    relation: Relation
    target: Target
    claim: Text | Wording
    grounds: Text | Wording
    sources: tuple[Source, ...]
    author: ParticipantId | None
    """None for an opening argument of the pack."""
    added: Fact | None
    record: ArgumentRecord = field(repr=False)
    adopters: frozenset[ParticipantId] = frozenset()
    weights: Mapping[ParticipantId, int] = field(default_factory=dict)
    """What people gave and what counts."""
    beyond: Mapping[ParticipantId, int] = field(default_factory=dict)
    """What people gave beyond their budget; it does not count."""
    revisions: int = 0
    is_withdrawn: bool = False
    hidden_for: str | None = None
    """The newest facilitator's reason while it is hidden; None while it is shown."""
    hidings: tuple[FactId, ...] = ()
    """What hides it: more than one when facilitators did so at the same time."""
    flags: tuple[Flag, ...] = ()

    @property
    def hiding(self) -> FactId | None:
        """What hides it, the newest of them; None while it is shown."""
        return self.hidings[-1] if self.hidings else None

    def given(self, person: ParticipantId | None) -> int | None:
        """Return what a person gave, whether it counts or not; None when they did not weigh it."""
        if person is None:
            return None
        return self.weights.get(person, self.beyond.get(person))

    @property
    def is_standing(self) -> bool:
        """Whether it takes part in the balance: neither withdrawn nor hidden."""
        return not self.is_withdrawn and self.hidden_for is None
