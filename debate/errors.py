"""Every exception this program raises on purpose, in one tree.

    DebateError
    ├── StoreError            the data folder or a journal in it
    │   ├── Busy              another process held the lock too long
    │   ├── Broken            a failed write could not be undone: open the journal again
    │   ├── NotSaved          the disk refused a write (full, read-only, quota); nothing changed
    │   ├── NewerFormat       written by a newer program: read-only at best
    │   ├── NotAJournal       the file is something else
    │   └── Damaged           a file cannot be read and needs `debate doctor`
    ├── PackError             a motion pack or run-sheet that does not pass its check
    ├── TrustError            a signature, hash, chain or key that does not hold
    ├── RemoteError           a remote store, or the way to it
    │   ├── Unreachable       no answer: no network, wrong host, connection cut off
    │   ├── RemoteBusy        it asks to come back later, or failed for its own reasons
    │   ├── Unauthorised      it does not know us, or does not allow this
    │   ├── TooLarge          it does not take a frame of that many bytes
    │   ├── RemoteFull        it takes no more
    │   ├── NotAStore         what answered is something else, such as a login page
    │   ├── Amnesia           it forgot what it had: a reset, or an older copy put back
    │   ├── NoRelay           what a relay runs on is not installed
    │   └── NotListening      a relay cannot listen there
    ├── UsageError            a request that names what is not there
    └── HostError             the room that this machine serves
        ├── PartMissing       a part of the program that has to be installed first
        ├── PortTaken         another program, or another host, listens there
        ├── RoomFull          more people came than the host has room for
        └── TooFast           one guest acts faster than people do

A lawful "no" is not an exception: see `debate.domain.refusal.Refusal`.
Each class keeps its facts as attributes; `debate.i18n` gives them words in both languages.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Self

_SYSTEM: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: "full",
        errno.EDQUOT: "quota",
        errno.EFBIG: "too-large",
        errno.EROFS: "read-only",
        errno.EACCES: "denied",
        errno.EPERM: "denied",
        errno.EIO: "input-output",
        errno.ENOENT: "missing",
        errno.ENOTDIR: "no-folder",
        errno.EISDIR: "a-folder",
        errno.EEXIST: "taken",
        errno.ENOTEMPTY: "not-empty",
        errno.ENAMETOOLONG: "long-name",
        errno.ELOOP: "loop",
        errno.EMFILE: "many-files",
        errno.ENFILE: "many-files",
        errno.EBUSY: "in-use",
        errno.EADDRINUSE: "address-taken",
        errno.EADDRNOTAVAIL: "no-address",
    }
)


def reason_of(error: OSError) -> str:
    """Return why the system refused, as a code that `debate.i18n.failures` has words for."""
    return _SYSTEM.get(error.errno or 0, "refused")


class DebateError(Exception):
    """Something in the world went wrong: `code` names it, `details` says with what."""

    code: ClassVar[str] = "error"

    def __init__(self, **details: object) -> None:
        """Keep the facts of the failure, by name, for the message."""
        self.details = details
        facts = ", ".join(f"{name}={value}" for name, value in details.items())
        super().__init__(f"{self.code}: {facts}" if facts else self.code)


class StoreError(DebateError):
    """The data folder or a journal in it."""

    code = "store"


class Busy(StoreError):
    """Another process or thread held the write lock for too long (`path`, `seconds`)."""

    code = "store.busy"


class Broken(StoreError):
    """A failed write could not be undone (`path`, `reason`): open the journal again."""

    code = "store.broken"


class NotSaved(StoreError):
    """The disk refused a write (`path`, `reason`); nothing of it was kept."""

    code = "store.not-saved"


class NewerFormat(StoreError):
    """A newer program wrote this (`path`, `found`, `known`)."""

    code = "store.newer-format"


class NotAJournal(StoreError):
    """The file is not one of ours (`path`)."""

    code = "store.not-a-journal"


class Damaged(StoreError):
    """A file cannot be read (`path`, `reason`): `debate doctor` tells more."""

    code = "store.damaged"


class PackError(DebateError):
    """A motion pack or run-sheet does not pass its check (`path`, `faults`)."""

    code = "pack"


class TrustError(DebateError):
    """A signature, hash, chain or key does not hold (`reason`)."""

    code = "trust"


class RemoteError(DebateError):
    """A remote store, or the way to it (`remote`: its host or folder, never a secret)."""

    code = "remote"


class Unreachable(RemoteError):
    """No answer came (`remote`, `reason`); what was put may or may not be there."""

    code = "remote.unreachable"


class RemoteBusy(RemoteError):
    """The store cannot do it at the moment (`remote`, `status`)."""

    code = "remote.busy"

    def __init__(self, *, retry_after: float | None = None, **details: object) -> None:
        """Keep what the store said, and after how many seconds it wants to be asked again."""
        super().__init__(**details)
        self.retry_after = retry_after


class Unauthorised(RemoteError):
    """The store does not know us, or does not allow this (`remote`, `status`)."""

    code = "remote.unauthorised"


class TooLarge(RemoteError):
    """The store does not take a frame of that many bytes (`remote`, `size`)."""

    code = "remote.too-large"


class RemoteFull(RemoteError):
    """The store takes no more (`remote`)."""

    code = "remote.full"


class NotAStore(RemoteError):
    """What answered is something else (`remote`, `found`)."""

    code = "remote.not-a-store"


class Amnesia(RemoteError):
    """The store forgot what it had (`remote`): list it, and put there what it lacks."""

    code = "remote.amnesia"


class NoRelay(RemoteError):
    """What a relay runs on is not installed (`package`, `command`)."""

    code = "remote.no-relay"


class NotListening(RemoteError):
    """A relay cannot listen there (`address`, `reason`)."""

    code = "remote.not-listening"


class UsageError(DebateError):
    """A request names what is not there or cannot be (`what`, `value`)."""

    code = "usage"

    @classmethod
    def not_one(cls, found: int, **details: object) -> Self:
        """Say that a name points at nothing, or at several things."""
        return cls(**details, **({"reason": "several"} if found > 1 else {}))


class HostError(DebateError):
    """The room that this machine serves."""

    code = "host"


class PartMissing(HostError):
    """A part of the program has to be installed first (`package`, `extra`)."""

    code = "host.part-missing"


class PortTaken(HostError):
    """Another program, or another host, listens there, or may (`address`, `port`, `reason`)."""

    code = "host.port-taken"


class RoomFull(HostError):
    """More people came than the host has room for (`most`)."""

    code = "host.full"


class TooFast(HostError):
    """One guest acts faster than people do; nothing of this act was kept."""

    code = "host.too-fast"
