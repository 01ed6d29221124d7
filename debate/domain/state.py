"""Everything a journal says, gathered: the same on every replica, whatever the order of arrival.

Each table is either a set of facts that only grows, or keeps the newest fact of one author about
one thing. Both merge by union or by maximum, so order and repetition cannot matter. Whether a fact
*counts* (was it a facilitator's, was it late, was its author removed) is not decided here, since
that can depend on facts still under way: `debate.domain.views` decides it on what is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, DeviceKey, FactId, ParticipantId, SessionId

Key = TypeVar("Key")
Value = TypeVar("Value")
Voice = tuple[DeviceKey, ParticipantId | None]
"""Who typed, and for whom when it was on somebody's behalf."""


def _nothing() -> Mapping[Key, Value]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ArgumentRecord:
    """All that was said of one argument; each table keeps the newest fact of each author."""

    added: Fact | None = None
    """The fact that made it; None for an opening argument, or while it is still under way."""
    wordings: Mapping[DeviceKey, Fact] = field(default_factory=_nothing)
    standings: Mapping[DeviceKey, Fact] = field(default_factory=_nothing)
    """Withdrawn or reinstated."""
    adoptions: Mapping[DeviceKey, Fact] = field(default_factory=_nothing)
    weights: Mapping[Voice, Fact] = field(default_factory=_nothing)
    moderation: Mapping[FactId, Fact] = field(default_factory=_nothing)
    """Flags and what became of them, hidings and their ends."""


@dataclass(frozen=True, slots=True)
class State:
    """The tables of one debate."""

    session: SessionId
    proceedings: Mapping[FactId, Fact] = field(default_factory=_nothing)
    """The opening, amendments, phases, freezing and closing."""
    people: Mapping[FactId, Fact] = field(default_factory=_nothing)
    arguments: Mapping[ArgumentId, ArgumentRecord] = field(default_factory=_nothing)
    talk: Mapping[FactId, Fact] = field(default_factory=_nothing)
    """Relations, questions, merges, restatements, remarks and options."""
    ballots: Mapping[FactId, Fact] = field(default_factory=_nothing)
    outcomes: Mapping[FactId, Fact] = field(default_factory=_nothing)
    unknown: Mapping[FactId, Fact] = field(default_factory=_nothing)
    """Facts of newer programs: kept, counted, not understood."""
    heads: Mapping[DeviceKey, int] = field(default_factory=_nothing)
    """The newest number of each author's log."""
