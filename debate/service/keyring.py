"""The keys of everybody who acts on this machine in a debate: this device, other seats, guests."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from debate.service.own_key import key_in
from debate.trust.keys import SigningKey, open_key

if TYPE_CHECKING:
    from pathlib import Path

    from debate.domain.debate import Debate
    from debate.domain.ids import DeviceKey, SessionId
    from debate.store.profile import Profile

DEVICE = "device"


class Keyring:
    """Reads each key once; safe to use from several threads."""

    def __init__(self, folder: Path, profile: Profile) -> None:
        """Look for keys in `folder`, for those whom the profile names."""
        self._folder, self._profile = folder, profile
        self._lock = threading.Lock()
        self._known: dict[str, SigningKey] = {}

    def keys(self, debate: Debate) -> Mapping[DeviceKey, SigningKey]:
        """Return the keys of a debate by their public halves, this device's first.

        Raises:
            TrustError: a key file is damaged.
            NotSaved: there is no device key yet, and the disk refused one.
        """
        with self._lock:
            found = [key_in(self._key(DEVICE), debate)]
            found += [self._key(name) for name in self._names(debate.state.session)]
        return {key.public: key for key in found}

    def _names(self, session: SessionId) -> list[str]:
        seats = [name.partition("/")[2] for name, _ in self._profile.seats.items(f"{session}/")]
        guests = [
            str(document["key"])
            for _, document in self._profile.guests.items(f"{session}/")
            if "key" in document
        ]
        return [*seats, *(name for name in guests if (self._folder / f"{name}.key").exists())]

    def _key(self, name: str) -> SigningKey:
        if name not in self._known:
            self._known[name] = open_key(self._folder / f"{name}.key").key
        return self._known[name]
