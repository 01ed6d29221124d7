"""Chance left out: salts and the order of sets are the same each time, so that bytes can be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from itertools import count
from typing import Any

import pytest

from debate.domain.events import KnownEvent, content


@pytest.fixture(autouse=True)
def no_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal the ballots of a test with salts that a counter makes, and write sets in order."""
    numbers = count()
    monkeypatch.setattr(
        "debate.service.seat.fresh_salt",
        lambda: hashlib.blake2b(b"%d" % next(numbers), digest_size=32).hexdigest(),
    )
    monkeypatch.setattr("debate.service.session.content", steady)


def steady(event: KnownEvent) -> Mapping[str, Any]:
    """Return what an event says, with the acts of every phase in order."""
    document: dict[str, Any] = content(event)
    for phase in document.get("charter", {}).get("runsheet", {}).get("phases", ()):
        for name in ("acts", "hidden"):
            phase.get(name, []).sort()
    return document
