"""The book of guests: who came by ssh or browser, so that they come back as themselves.

An identity is what a way in proved: an ssh key that was used to log in, a code that only this person
knows, or a token that only their browser has. It names one guest, one key for their facts, and what
they chose; none of it is in the journal, and the identity itself is kept as a digest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from debate.host.codes import digest_of, digest_of_token

if TYPE_CHECKING:
    from debate.domain.ids import SessionId
    from debate.store.shelf import Shelf

CHOICES, PLACE = "choices", "place"
_PERSON = b"debate-guest-v1"


@dataclass(frozen=True, slots=True)
class Guest:
    """One person who comes to this host, in one debate."""

    id: str
    """A digest of their identity."""
    name: str
    """What they asked to be called; empty when they did not say."""
    key: str
    """The name of the key that signs what they do."""


def by_key(fingerprint: str) -> str:
    """Return the identity of whoever logged in with an ssh key."""
    return f"ssh {fingerprint}"


def by_code(code: str) -> str:
    """Return the identity of whoever knows a return code."""
    return f"code {digest_of(code)}"


def by_browser(token: str) -> str:
    """Return the identity of whoever has the token of a browser."""
    return f"web {digest_of_token(token)}"


class GuestBook:
    """The guests of one debate. Written through, and read from memory."""

    def __init__(self, shelf: Shelf, session: SessionId) -> None:
        """Read who came before.

        Args:
            shelf: Where it is kept.
            session: The debate.
        """
        self._shelf = shelf
        self._session = session
        self._guests: dict[str, Guest] = {}
        for name, document in shelf.items(f"{session}/"):
            _, _, rest = name.partition("/")
            if "/" not in rest:
                self._guests[rest] = Guest(rest, str(document["name"]), str(document["key"]))

    def all(self) -> tuple[Guest, ...]:
        """Return everybody who ever came."""
        return tuple(self._guests.values())

    def find(self, identity: str) -> Guest | None:
        """Return the guest whom an identity names, if they came before."""
        return self._guests.get(_id_of(identity))

    def newcomer(self, identity: str, name: str) -> Guest:
        """Return what a guest would be called here; nothing is kept yet."""
        guest = _id_of(identity)
        return Guest(guest, name, f"guest-{self._session[:12]}-{guest}")

    def add(self, guest: Guest) -> None:
        """Keep a guest, durably.

        Raises:
            StoreError: the disk refused.
        """
        self._shelf.put(self._name(guest.id), {"name": guest.name, "key": guest.key})
        self._guests[guest.id] = guest

    def kept(self, guest: str, what: str) -> Mapping[str, Any]:
        """Return what is kept for a guest, such as their choices; nothing when there is nothing."""
        return self._shelf.get(self._name(guest, what)) or {}

    def keep(self, guest: str, what: str, document: Mapping[str, Any]) -> None:
        """Keep something for a guest, durably.

        Raises:
            StoreError: the disk refused.
        """
        self._shelf.put(self._name(guest, what), document)

    def _name(self, *parts: str) -> str:
        return "/".join((self._session, *parts))


def _id_of(identity: str) -> str:
    return blake2b(identity.encode(), digest_size=10, person=_PERSON).hexdigest()
