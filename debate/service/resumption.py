"""Open a long debate where the program left it: a cache of the state, thrown away when in doubt."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from debate import __version__
from debate.domain.ids import SessionId
from debate.domain.image import VERSION, image_of
from debate.service.session import Resumed, Session
from debate.store import bulk
from debate.store.snapshot import Snapshot

if TYPE_CHECKING:
    from debate.service.clock import Clock
    from debate.store.library import Library

MAKER = f"debate {__version__} image {VERSION}"
"""Who made a snapshot: another version's is not read."""
WORTH_IT = 1_000
"""From how many facts on a snapshot is kept."""
STALE_AFTER = 500
"""How many new facts make a new snapshot worth writing."""


def open_session(library: Library, name: SessionId, clock: Clock) -> Session:
    """Open a debate, from its snapshot when there is one that fits its journal.

    Raises:
        UsageError: it is not here.
        StoreError: its journal cannot be read.
    """
    with bulk.reading():
        snapshot = library.snapshot(name, maker=MAKER)
        journal = library.journal(name, at=snapshot.place if snapshot else None)
        if snapshot is None or not journal.is_resumed:
            return Session(name, journal, clock)
        return Session(name, journal, clock, resumed=_resumed(snapshot))


def _resumed(snapshot: Snapshot) -> Resumed:
    from pydantic_core import from_json

    body: dict[str, Any] = from_json(snapshot.body, cache_strings="all")
    return Resumed(body["position"], body["heads"], body["newest"], body["state"])


def keep_snapshot(library: Library, session: Session) -> bool:
    """Keep a snapshot of an open debate when that is worth it; say whether one was kept.

    None is kept of a debate in which something is doubtful, so that the doubt is found again.
    """
    facts = session.position
    if session.doubtful or session.journal.damage or facts < WORTH_IT:
        return False
    if facts - session.resumed_at < STALE_AFTER:
        return False
    body = {
        "position": facts,
        "newest": session.newest,
        "heads": {author: list(head) for author, head in session.heads.items()},
        "state": image_of(session.debate.state),
    }
    place = getattr(session.journal, "bookmark", None)
    if place is None:
        return False
    encoded = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return library.keep_snapshot(session.id, Snapshot(place(), encoded), maker=MAKER)
