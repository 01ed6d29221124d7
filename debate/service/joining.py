"""Come into a debate by an invitation: find out which it is, keep its link, and fetch it.

Which debate a place holds is not believed of anybody: its id is bound to the key that opened it,
and the fact that opened it is in the frames.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from debate.domain.ids import DeviceKey, SessionId
from debate.domain.session_id import is_founded_by
from debate.errors import TrustError, UsageError
from debate.service.addresses import remote_url
from debate.service.circles import Circles, Sharing, place_of
from debate.service.post import Opener, Post, Tell, quiet
from debate.sync.opening import open_store
from debate.sync.plan import is_frame_name, pages
from debate.trust.frame import open_frame
from debate.trust.invite import circle_of_code, is_link, read_link

if TYPE_CHECKING:
    from debate.service.workspace import Workspace
    from debate.sync.remote import Address, RemoteStore
    from debate.sync.status import Status
    from debate.trust.circle import Circle
    from debate.trust.envelope import Document

FIRST = "-00000001"
"""How the name of a frame ends that begins an author's log."""
OPENED = "session.opened"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A debate that somebody came into."""

    session: SessionId
    is_new: bool
    statuses: tuple[Status, ...]


def invitation_of(text: str, at: str = "") -> tuple[Circle, str]:
    """Return what a link or a spoken code lets into, and the address of the store it is at.

    Args:
        text: The link, or the code as people type it.
        at: Where the store is: needed with a code, another way there with a link.

    Raises:
        UsageError: it is neither, is misspelt, or is a code without an address.
    """
    if not text.strip():
        raise UsageError(what="invitation", value="", reason="missing")
    named = remote_url(at) if at else None
    if is_link(text):
        found = read_link(text)
        return found.circle, named or remote_url(found.remote)
    if named is None:
        raise UsageError(what="remote", value="--at", reason="missing")
    return circle_of_code(text, named), named


async def join(
    workspace: Workspace,
    circle: Circle,
    address: Address,
    *,
    tell: Tell = quiet,
    opener: Opener = open_store,
) -> Arrived:
    """Fetch the debate of an invitation, so that it can be opened like any other.

    What comes in stays when the way is cut off: the next round goes on from there.

    Raises:
        RemoteError: the store does not let us see which debate it is; nothing was kept.
        UsageError: there is no debate at that place.
        StoreError: the disk refused.
    """
    store = opener(address, place_of(circle))
    try:
        opening = await _opening(store, circle)
    finally:
        await store.close()
    return await _fetch(workspace, circle, address, opening, tell=tell, opener=opener)


async def _fetch(
    workspace: Workspace,
    circle: Circle,
    address: Address,
    opening: tuple[Document, ...],
    *,
    tell: Tell,
    opener: Opener,
) -> Arrived:
    session = SessionId(opening[0]["s"])
    is_new = session not in workspace.library.sessions()
    if is_new:
        await asyncio.to_thread(_begin, workspace, session, opening)
    circles = Circles(workspace.library.profile)
    known = circles.of(session)
    if known is None or known.circle.place != circle.place:
        circles.keep(session, Sharing(circle, epoch=None))
    circles.add_remote(session, address)
    seat = await asyncio.to_thread(workspace.open, session)
    with closing(Post(workspace, seat, opener=opener)) as post:
        statuses = await post.sync(tell)
    workspace.list_anew(seat.session)
    return Arrived(session, is_new, statuses)


def _begin(workspace: Workspace, session: SessionId, opening: tuple[Document, ...]) -> None:
    """Make the journal with the fact that opened the debate and those beside it."""
    journal = workspace.library.create(session)
    try:
        journal.append(opening)
    finally:
        journal.close()


async def _opening(store: RemoteStore, circle: Circle) -> tuple[Document, ...]:
    """Return the facts of the frame in which the debate was opened.

    Raises:
        UsageError: there is none; or several, and so no way to tell which is meant.
    """
    listing = await store.names()
    firsts = sorted(name for name in listing.names if name.endswith(FIRST) and is_frame_name(name))
    found: dict[str, tuple[Document, ...]] = {}
    for page in pages(firsts, 100):
        for name, content in (await store.get(page)).items():
            for documents in _founding(circle, name, content):
                found[documents[0]["s"]] = documents
    if len(found) != 1:
        raise UsageError.not_one(len(found), what="invitation", value=circle.place.hex()[:8])
    return next(iter(found.values()))


def _founding(circle: Circle, name: str, content: bytes) -> Iterator[tuple[Document, ...]]:
    """Yield the facts of a frame if the first of them opened its debate and is proven."""
    from debate.trust.chain import check

    try:
        load = open_frame(circle, name, content).load
    except TrustError:
        return
    first = load.documents[0]
    data: dict[str, Any] = first["d"]
    nonce = data.get("nonce")
    if first["k"] != OPENED or not isinstance(nonce, str):
        return
    if not is_founded_by(load.session, DeviceKey(first["a"]), nonce):
        return
    if len(check(load.documents, session=load.session).good) == len(load.documents):
        yield load.documents
