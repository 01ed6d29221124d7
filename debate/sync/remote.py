"""The port to a remote store: sealed frames go in by name, and are never changed or taken out.

A store is not trusted. It may forget, repeat, reorder, withhold or lie; the engine finds out by
what frames say of themselves. So an adapter need not be clever: it puts, lists and fetches bytes,
and raises one of the errors under `debate.errors.RemoteError` when it could not.

An adapter is done when it passes `tests/contracts/remote_store.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from debate.trust.secret import Secret

NAME = re.compile(r"[0-9a-f]{32}-[0-9]{8}", re.ASCII)
"""What frames are called: `<replica>-<number>`. Anything else at a store is somebody else's."""
PROBE_REPLICA = "0" * 32
"""Frames of this replica are trials of `probe`; the engine passes them over."""
FRAME_LIMIT = 1_048_576
"""The most bytes of a frame; nearly all have fewer than 70,000."""


@dataclass(frozen=True, slots=True)
class Address:
    """A server, and who we are to it. The URL never holds a password or the secret of a debate."""

    url: str
    """`kinto+https://host/v1`, `dav+https://host/folder`, `file:///folder`."""
    user: str | None = None
    """An account that the operator gave; None where there is none."""
    password: Secret | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the frames of one debate are at any store; all of it follows from the join secret."""

    name: str
    """32 hex digits that only holders of the link know, and that are no password."""
    read_password: Secret
    """For a store that lets only some people read."""
    write_password: Secret | None
    """For a store that lets only some people add; None for those who may only read."""

    @property
    def can_write(self) -> bool:
        """Whether this holder of a link may add frames."""
        return self.write_password is not None


@dataclass(frozen=True, slots=True)
class Created:
    """The store has the frame, and did not before."""


@dataclass(frozen=True, slots=True)
class Same:
    """The store had these very bytes already: a repeated put, or somebody relayed them."""


@dataclass(frozen=True, slots=True)
class Different:
    """The store has other bytes of that name, and keeps them; ours were not taken."""

    frame: bytes
    """What it has."""


Put = Created | Same | Different


@dataclass(frozen=True, slots=True)
class Changes:
    """What a store told when asked what is new."""

    frames: tuple[tuple[str, bytes], ...]
    """Name and bytes; repeats and frames seen before are allowed, and so is any order."""
    cursor: str
    """What to ask with the next time. Only its own store understands it."""
    is_unmodified: bool = False
    """The store said that nothing is new, at the least cost it has."""
    is_complete: bool = True
    """False when there is more to fetch right now, with `cursor`: a long first pull goes by pages."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Every name at a store."""

    names: frozenset[str]
    cursor: str
    """Where `changes` goes on, so that nothing put after this listing began is left out."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a store turned out to be able to do, tried out and not believed."""

    kind: Literal["folder", "kinto", "memory", "webdav"]
    server: str = ""
    """What it calls itself."""
    can_read: bool = False
    can_write: bool = False
    is_create_only: bool = False
    """A second put under the same name left the first one in place."""
    has_cursor: bool = False
    """It tells what is new without listing everything."""
    largest: int | None = None
    """The most bytes of a frame that it took in the trial; None when that was not tried."""
    milliseconds: int | None = None
    """How long one quiet question took; None when that was not tried."""
    remarks: tuple[str, ...] = ()
    """Codes of what a person should know; `debate.i18n.remotes` gives them words."""


class RemoteStore(Protocol):
    """One debate's place at one store. Not safe to share between threads; one task at a time.

    Every method raises from the tree under `debate.errors.RemoteError`, and nothing else. A
    network error, a page of HTML, a short list are errors and never an empty answer.
    """

    async def prepare(self) -> None:
        """Make the place where it is missing; harmless where it is there.

        Raises:
            Unauthorised: this account may not make one.
        """

    async def put(self, name: str, frame: bytes) -> Put:
        """Add a frame. Asking again after a lost answer is harmless.

        Raises:
            TooLarge: the store does not take that many bytes.
            RemoteFull: it takes no more.
            Unauthorised: this account may not add.
        """

    async def changes(self, cursor: str | None = None) -> Changes:
        """Return what came in since `cursor`; everything when it is None.

        Raises:
            Amnesia: the cursor is of a time that the store no longer knows: list, and begin anew.
        """

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        """Return the frames of these names that are there."""

    async def names(self) -> Listing:
        """Return the names of all frames that are there."""

    async def probe(self) -> Probe:
        """Try out what the store can do, with frames of its own that are taken for noise."""

    async def close(self) -> None:
        """Let go of connections. Closing twice is harmless."""
