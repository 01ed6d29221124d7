"""What a check of documents found: which facts are proven, and everything that is odd.

No document given to a check is lost: it is in `good`, or already held, or in exactly one of the
tuples that say why it is not good. These values judge and never decide what is done about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from debate.domain.ids import DeviceKey, FactId
from debate.trust.envelope import Document, Head

Heads = Mapping[DeviceKey, Head]
"""How far each author's log is held without a gap."""
NO_HEADS: Heads = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Gap:
    """Facts of one author that others prove to exist, and that are not here."""

    author: DeviceKey
    first: int
    """The lowest missing number."""
    last: int
    """The highest missing number, whose fact is `wanted`."""
    wanted: FactId
    """The id of the fact that the one after the gap names as the one before it."""


@dataclass(frozen=True, slots=True)
class Fork:
    """One author's log goes on in two ways: a restored backup, or a lie. Both ways are kept."""

    author: DeviceKey
    number: int
    """The number that was given out twice."""
    ids: tuple[FactId, ...]
    """The facts that bear it, as far as they are at hand, sorted."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a check; empty tuples mean that nothing was wrong."""

    good: tuple[Document, ...] = ()
    """New facts whose author is proven, by author, number and id. Also those behind a gap."""
    heads: Heads = field(default_factory=dict)
    """How far each author's log is held without a gap once `good` is kept."""
    gaps: tuple[Gap, ...] = ()
    forks: tuple[Fork, ...] = ()
    misnumbered: tuple[Document, ...] = ()
    """Facts in `good` whose number does not follow that of the one before, or whose fact before
    is another author's."""
    ahead: tuple[Document, ...] = ()
    """Facts in `good` whose time lies more than a day in the future."""
    bad_signatures: tuple[Document, ...] = ()
    """Documents whose signature is false. One that a later signature covers is also in `good`,
    without the false signature."""
    unsigned: tuple[Document, ...] = ()
    """Documents that no valid signature covers; they may be proven by what comes later."""
    bad_ids: tuple[Document, ...] = ()
    """Documents whose content does not match their id."""
    wrong_session: tuple[Document, ...] = ()
    """Documents made for another session."""
    malformed: tuple[Any, ...] = ()
    """Things that are not envelopes."""

    @property
    def left_out(self) -> int:
        """How many documents are not proven and count for nothing."""
        odd = (self.bad_ids, self.bad_signatures, self.unsigned, self.wrong_session, self.malformed)
        return sum(map(len, odd))

    @property
    def is_clean(self) -> bool:
        """Whether every document is proven and in its place."""
        return not (
            self.gaps
            or self.forks
            or self.misnumbered
            or self.ahead
            or self.bad_signatures
            or self.unsigned
            or self.bad_ids
            or self.wrong_session
            or self.malformed
        )
