"""Everything a journal says, gathered: the same on every replica, whatever the order of arrival.

Each table is a set of facts that only grows, so order and repetition cannot matter. Which fact is
the newest, and whether it *counts* (was it a facilitator's, was it late, was its author removed), is
not decided here, since that can depend on facts still under way: `debate.domain.views` decides it
on what is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeVar

from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, DeviceKey, FactId, SessionId

Key = TypeVar("Key")
Value = TypeVar("Value")


RecordTable = Literal["wordings", "standings", "adoptions", "weights", "moderation"]
"""The tables of an argument's record."""
_NOTHING: Mapping[Any, Any] = MappingProxyType({})


def _nothing() -> Mapping[Key, Value]:
    return _NOTHING


class ArgumentRecord(NamedTuple):
    """All that was said of one argument, by anybody. There are thousands, so it is a plain tuple."""

    added: Fact | None = None
    """The fact that made it; None for an opening argument, or while it is still under way."""
    wordings: Mapping[FactId, Fact] = _NOTHING
    standings: Mapping[FactId, Fact] = _NOTHING
    """Withdrawn or reinstated."""
    adoptions: Mapping[FactId, Fact] = _NOTHING
    weights: Mapping[FactId, Fact] = _NOTHING
    moderation: Mapping[FactId, Fact] = _NOTHING
    """Flags and what became of them, hidings and their ends."""


UNTOUCHED = ArgumentRecord()
"""The record of an argument of which nothing was said."""


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
