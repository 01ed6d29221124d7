"""One debate in a line: what the list of debates shows without opening the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from debate.domain.wording import Wording


class Summary(NamedTuple):
    """What a list says of a debate."""

    id: str
    title: str
    motions: tuple[str, ...]
    people: int
    arguments: int
    facts: int
    last: int
    """The time of the newest fact, in milliseconds since 1970."""
    phase: Wording
    is_closed: bool = False
    balances: tuple[tuple[str, float], ...] = ()
    """Each motion's strength in [0, 1]; empty while a phase hides totals or weights."""
    histogram: tuple[int, ...] = ()
    """Stances of the newest revealed ballot on the first motion that has one; empty without."""

    def to_document(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return {
            "title": self.title,
            "motions": list(self.motions),
            "people": self.people,
            "arguments": self.arguments,
            "facts": self.facts,
            "last": self.last,
            "phase": {"en": self.phase.en, "nl": self.phase.nl},
            "closed": self.is_closed,
            "balances": {motion: round(value * 1000) for motion, value in self.balances},
            "histogram": list(self.histogram),
        }

    @classmethod
    def from_document(cls, name: str, document: Mapping[str, Any]) -> Summary:
        """Read what `to_document` wrote; fields it lacks are empty."""
        phase = document.get("phase", {})
        return cls(
            id=name,
            title=document.get("title", ""),
            motions=tuple(document.get("motions", ())),
            people=document.get("people", 0),
            arguments=document.get("arguments", 0),
            facts=document.get("facts", 0),
            last=document.get("last", 0),
            phase=Wording(phase.get("en"), phase.get("nl")),
            is_closed=document.get("closed", False),
            balances=tuple(
                (motion, value / 1000) for motion, value in document.get("balances", {}).items()
            ),
            histogram=tuple(document.get("histogram", ())),
        )
