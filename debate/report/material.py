"""What minutes are made from: the debate, its findings, and what only a face or a clock can know.

Nothing here is looked up later: the same material gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debate.analysis.findings.findings import Findings
    from debate.domain.debate import Debate
    from debate.domain.ids import ArgumentId, ParticipantId
    from debate.domain.views.floor import Argument


@dataclass(frozen=True, slots=True)
class Proof:
    """What a check of the journal found, so that a reader can repeat it."""

    session: str
    facts: int
    authors: int
    holds: bool
    words: tuple[str, ...]
    """Six words that are the same wherever the same facts are held."""
    first: int
    """The time of the first fact, in milliseconds since 1970."""
    last: int
    left_out: int = 0
    """How many facts are not proven and count for nothing."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One act of moderation, as a sentence."""

    time: int
    text: str


@dataclass(frozen=True, slots=True)
class Material:
    """Everything minutes are made from."""

    debate: Debate
    findings: Findings
    proof: Proof
    name_of: Callable[[ParticipantId | None], str]
    """What a person is called here, as the contract and the phase allow."""
    sees: Callable[[Argument], bool]
    """Whether an argument may be read now."""
    sees_totals: bool
    """Whether strengths may be shown now."""
    sees_authors: bool
    """Whether what was said may be shown with who said it."""
    log: tuple[Logged, ...]
    """Acts of moderation, in their order."""

    @property
    def names(self) -> dict[ParticipantId, str | None]:
        """What everybody is called; nobody is under a secret contract."""
        if self.findings.contract == "secret":
            return {}
        return {person: self.name_of(person) for person in self.debate.people.by_id}

    def shown(self, name: ArgumentId) -> Argument | None:
        """Return an argument that stands and may be read; None otherwise."""
        argument = self.debate.floor.arguments.get(name)
        if argument is None or not argument.is_standing or not self.sees(argument):
            return None
        return argument


def moment_of(milliseconds: int) -> datetime:
    """Return a time of the journal in UTC, so that minutes are the same everywhere."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
