"""Which debates are shared, with whom and where: links and remote stores, kept in the profile.

The profile is for its owner alone. What comes out of here is never printed but by `debate invite`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from debate.domain.ids import SessionId
from debate.errors import UsageError
from debate.sync.remote import Address, Place
from debate.trust.circle import Circle
from debate.trust.secret import Secret

if TYPE_CHECKING:
    from debate.store.profile import Profile

KEY_LENGTH = 8


@dataclass(frozen=True, slots=True, repr=False)
class Sharing:
    """The link of one debate, as this device holds it."""

    circle: Circle
    code: Secret | None = None
    """The spoken code the circle was made of; None when it was made of a link."""
    epoch: int | None = 0
    """Which of the debate's circles it is; None until a first pull told."""
    former: tuple[Former, ...] = ()
    """Circles that this device closed, with the remotes that were not told yet."""


@dataclass(frozen=True, slots=True, repr=False)
class Former:
    """A circle that was left for a new one, and the remotes where others still wait to hear it."""

    circle: Circle
    epoch: int
    owed: tuple[str, ...]


class Circles:
    """The links and remotes in one person's profile."""

    def __init__(self, profile: Profile) -> None:
        """Look into a profile."""
        self._circles, self._remotes = profile.circles, profile.remotes

    def of(self, session: SessionId) -> Sharing | None:
        """Return how a debate is shared; None when it is not."""
        found = self._circles.get(session)
        return _sharing(found) if found else None

    def keep(self, session: SessionId, sharing: Sharing) -> None:
        """Remember a debate's link.

        Raises:
            NotSaved: the disk refused.
        """
        self._circles.put(
            session,
            {
                **_written(sharing.circle),
                "code": sharing.code.reveal() if sharing.code else None,
                "epoch": sharing.epoch,
                "former": [
                    {**_written(each.circle), "epoch": each.epoch, "owed": list(each.owed)}
                    for each in sharing.former
                ],
            },
        )

    def sessions(self) -> tuple[SessionId, ...]:
        """Return the debates that are shared."""
        return tuple(SessionId(name) for name in sorted(self._circles.keys()))

    def remotes(self, session: SessionId) -> tuple[Address, ...]:
        """Return where a debate is kept besides here."""
        return tuple(_address(each) for _, each in self._remotes.items(f"{session}/"))

    def add_remote(self, session: SessionId, address: Address) -> None:
        """Remember a remote store of a debate.

        Raises:
            NotSaved: the disk refused.
        """
        password = address.password.reveal() if address.password else None
        self._remotes.put(
            f"{session}/{address.url}",
            {"url": address.url, "user": address.user, "password": password},
        )

    def remove_remote(self, session: SessionId, url: str) -> None:
        """Let go of a remote store of a debate; what is there stays there.

        Raises:
            UsageError: it is none of them.
        """
        for address in self.remotes(session):
            if url in {address.url, remote_name(address.url)}:
                self._remotes.remove(f"{session}/{address.url}")
                return
        raise UsageError(what="remote", value=url)

    def pay(self, session: SessionId, urls: Iterable[str]) -> None:
        """Note that remotes were told of a new circle."""
        sharing = self.of(session)
        if sharing is None or not sharing.former:
            return
        told = set(urls)
        rest = (
            replace(each, owed=tuple(url for url in each.owed if url not in told))
            for each in sharing.former
        )
        self.keep(session, replace(sharing, former=tuple(each for each in rest if each.owed)))


def place_of(circle: Circle) -> Place:
    """Return a circle's place at any store."""
    return Place(circle.place.hex(), circle.read_password, circle.write_password)


def remote_name(url: str) -> str:
    """Return what people call a remote: its host, or its folder."""
    parts = urlsplit(url)
    return parts.path if parts.scheme == "file" else parts.netloc or url


def remote_key(url: str) -> str:
    """Return what the ledger calls a remote."""
    return blake2b(url.encode(), digest_size=KEY_LENGTH).hexdigest()


def _written(circle: Circle) -> dict[str, Any]:
    return {
        "join": circle.join_secret.hex() if circle.join_secret else None,
        "read": circle.read_secret.hex(),
        "admission": circle.admission,
    }


def _circle(document: dict[str, Any]) -> Circle:
    if document["join"]:
        return Circle.of(bytes.fromhex(document["join"]))
    return Circle(bytes.fromhex(document["read"]), document["admission"])


def _sharing(document: dict[str, Any]) -> Sharing:
    return Sharing(
        circle=_circle(document),
        code=Secret(document["code"]) if document["code"] else None,
        epoch=document["epoch"],
        former=tuple(
            Former(_circle(each), each["epoch"], tuple(each["owed"])) for each in document["former"]
        ),
    )


def _address(document: dict[str, Any]) -> Address:
    password = document["password"]
    return Address(document["url"], document["user"], Secret(password) if password else None)
