"""One link for whoever brings several groups together: the links of all of them follow from it.

    debate://organise#<remote>/<26 characters><check>

    organiser secret ── join secret of group 1, 2, 3 …

A group's join secret is the keyed hash of its number, as libsodium's `crypto_kdf` makes subkeys. So
who holds a group's link learns nothing of another group's, nor of the secret they come from; and who
holds the organiser's link finds every group without asking the store for a list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b

from debate.errors import UsageError
from debate.trust import crockford
from debate.trust.circle import SECRET_LENGTH, Circle
from debate.trust.invite import long_url, short_url

ORGANISE = "debate://organise#"
MOST_GROUPS = 99
"""The most groups that one secret is for."""
_CONTEXT = b"debate-organise"
_NAME = 0
"""The number of the subkey that names an organiser's secret; groups begin at 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Organiser:
    """The secret of whoever organises groups; nothing of it shows in a display."""

    secret: bytes = field(repr=False)

    @classmethod
    def fresh(cls) -> Organiser:
        """Draw one at random."""
        from debate.trust import sodium

        return cls(sodium.random_bytes(SECRET_LENGTH))

    @property
    def name(self) -> str:
        """What it is kept under: it tells two of them apart, and gives neither away."""
        return self._subkey(_NAME).hex()

    def circle(self, number: int) -> Circle:
        """Return the circle of a group.

        Args:
            number: From 1 to `MOST_GROUPS`.

        Raises:
            ValueError: there is no such group.
        """
        if not 1 <= number <= MOST_GROUPS:
            raise ValueError(number)
        return Circle.of(self._subkey(number))

    def _subkey(self, number: int) -> bytes:
        return blake2b(
            b"",
            key=self.secret,
            salt=number.to_bytes(8, "little"),
            digest_size=SECRET_LENGTH,
            person=_CONTEXT,
        ).digest()


def organiser_link(organiser: Organiser, remote: str) -> str:
    """Return the link that finds every group of an organiser at a remote."""
    return f"{ORGANISE}{short_url(remote)}/{crockford.spell(organiser.secret)}"


def read_organiser_link(text: str) -> tuple[str, Organiser]:
    """Return the remote and the secret that an organiser's link says.

    Raises:
        UsageError: `no-organiser`, when it is none; `misspelt`, when a character is wrong.
    """
    text = text.strip()
    head, tail = text[: len(ORGANISE)], text[len(ORGANISE) :]
    remote, slash, code = tail.rpartition("/")
    if head.casefold() != ORGANISE or not remote or not slash:
        raise UsageError(what="link", value="", reason="no-organiser")
    return long_url(remote), Organiser(crockford.unspell(code, SECRET_LENGTH))
