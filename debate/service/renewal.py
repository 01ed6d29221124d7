"""A new device key after a restored backup or a repaired journal.

The old key may already have signed facts that others hold and this machine forgot; going on with it
would give two facts the same number. So the device gets a new key, and the old one's last act in
each debate is to name it as the same person's. Where a debate is at a remote store too, that waits for
the store: it may have facts of the old key that are not here, and the last act must follow them.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from debate.domain.commands import AcceptDevice, LinkDevice
from debate.errors import NotSaved, reason_of
from debate.service.own_key import key_in, known_key
from debate.store.library import RENEW_DEVICE
from debate.trust.keys import load

if TYPE_CHECKING:
    from debate.service.session import Session
    from debate.store.library import Library
    from debate.trust.keys import SigningKey

DEVICE = "device"


def renew_when_asked(library: Library) -> bool:
    """Put the device key aside when a restore or a repair asked for it; say whether it was.

    Raises:
        NotSaved: the disk refused; the old key is still in its place.
    """
    if library.settings.get(RENEW_DEVICE) is None:
        return False
    keys = library.layout.keys
    current = keys / f"{DEVICE}.key"
    try:
        if current.exists():
            current.rename(keys / f"{DEVICE}-{time.time_ns()}.key")
    except OSError as exc:
        raise NotSaved(path=str(current), reason=reason_of(exc)) from exc
    library.settings.remove(RENEW_DEVICE)
    return True


def former_keys(library: Library) -> tuple[SigningKey, ...]:
    """Return the keys this device had before, the newest first."""
    files = sorted(library.layout.keys.glob(f"{DEVICE}-*.key"), reverse=True)
    return tuple(load(file).key for file in files)


def link_device(session: Session, root: SigningKey, formers: tuple[SigningKey, ...]) -> None:
    """Let the person of a device's former key be the person of the new one, in one debate."""
    debate = session.debate
    if not formers or not debate.is_open or known_key(root, debate) is not None:
        return
    for former in formers:
        spoken = known_key(former, debate)
        person = debate.people.of(spoken.public) if spoken else None
        if spoken is not None and person is not None:
            key = key_in(root, debate)
            session.submit(LinkDevice(key.public), spoken)
            session.submit(AcceptDevice(person.id), key)
            return
