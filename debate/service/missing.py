"""Whose facts are not here, though others prove or say that they exist: by name and by number.

A hole in an author's chain is proven by the fact after it. The end of a chain can be kept back
without a trace; but phases, reveals and the close of a debate name how far their author had seen
everybody, and so does who says that they lack something. A facilitator's word counts as proof that
something is missing; anybody else's is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.fact import Fact
    from debate.domain.ids import DeviceKey
    from debate.trust.verdict import Verdict

SHORT = 8
"""Characters of a key that stand for who has no name here."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Some facts of one author."""

    author: str | None
    """The name they go by; None under a secret contract, for the nameless and for who did not join."""
    key: str
    """The beginning of the key that signed them; empty under a secret contract."""
    first: int
    last: int
    witness: str | None = None
    """The name of who had seen them; None when the chain itself proves them, or nobody is named."""
    is_proven: bool = True
    """Whether the chain or a facilitator says so."""


def missing_in(debate: Debate, verdict: Verdict) -> tuple[Missing, ...]:
    """Return what is not here, by author and number.

    Args:
        debate: What is here, opened or not.
        verdict: The check of all its documents.
    """
    scribe = _Scribe(debate)
    gaps = [scribe.told(gap.author, gap.first, gap.last) for gap in verdict.gaps]
    return (*gaps, *scribe.kept_back())


class _Scribe:
    """Names authors as far as the agreement allows."""

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._is_open = debate.is_open and debate.charter.contract != "secret"

    def told(self, author: DeviceKey, first: int, last: int) -> Missing:
        """Return a hole in a chain."""
        return Missing(self._name(author), self._key(author), first, last)

    def kept_back(self) -> Iterator[Missing]:
        """Yield what somebody had seen of an author beyond the newest fact that is here."""
        state = self._debate.state
        furthest: dict[DeviceKey, tuple[int, bool, Fact]] = {}
        for fact, author, number in _attested(self._facts()):
            seen = (number, self._debate.people.led(fact), fact)
            known = furthest.get(author)
            if known is None or seen[:2] > known[:2]:
                furthest[author] = seen
        for author, (number, is_led, fact) in sorted(furthest.items()):
            held = state.heads.get(author, 0)
            if number > held:
                yield Missing(
                    author=self._name(author),
                    key=self._key(author),
                    first=held + 1,
                    last=number,
                    witness=self._name(fact.author),
                    is_proven=is_led,
                )

    def _facts(self) -> Iterator[Fact]:
        state = self._debate.state
        for table in (state.proceedings, state.ballots, state.people):
            yield from table.values()

    def _key(self, author: DeviceKey) -> str:
        return author[:SHORT] if self._is_open else ""

    def _name(self, author: DeviceKey) -> str | None:
        person = self._debate.people.of(author) if self._is_open else None
        return person.name if person else None


def _attested(facts: Iterable[Fact]) -> Iterator[tuple[Fact, DeviceKey, int]]:
    """Yield every number of an author's log that a fact says its own author had seen."""
    for fact in facts:
        for author, number in getattr(fact.event, "heads", ()):
            yield fact, author, number
