"""The keys of those who hold a debate's link: all of them follow from one secret of 128 bits.

    join secret ── admission key     signs who may add frames
        │      └── write password    for a store that knows who may add
        └ read secret ── place       where the frames are
                     ├── read password
                     ├── content key  hides what frames hold
                     └── naming key   hides whose frames they are

Who has only the read secret can fetch and read, and make nothing that others accept. Subkeys are
made as libsodium's `crypto_kdf` makes them: keyed BLAKE2b with a number for salt and a context.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from hashlib import blake2b

from debate.domain.ids import DeviceKey, FactId
from debate.trust.canonical import from_text
from debate.trust.keys import PUBLIC_LENGTH, SigningKey, verify
from debate.trust.secret import Secret

SECRET_LENGTH = 16
"""Bytes of a join secret and of a read secret."""
KEY_LENGTH = 32
PLACE_LENGTH = 16
REPLICA_LENGTH = 16
LINK_LENGTH = 32
_CONTEXT = b"debate-1"
_NOTHING = bytes(LINK_LENGTH)
_READ, _ADMIT, _WRITE, _PLACE, _READ_PASSWORD, _CONTENT, _NAMING = range(1, 8)


@dataclass(frozen=True, slots=True, eq=False)
class Circle:
    """What a holder of a link can do; nothing of it shows in a display."""

    read_secret: bytes = field(repr=False)
    admission: str
    """The public half of the admission key, base64url."""
    join_secret: bytes | None = field(default=None, repr=False)
    """None for those who may only read."""
    place: bytes = field(init=False)
    """Where the frames are, 16 bytes; not a secret, and not to be guessed."""
    content_key: bytes = field(init=False, repr=False)
    _naming_key: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what is used for each frame."""
        set_field = object.__setattr__
        set_field(self, "place", _subkey(self.read_secret, _PLACE, PLACE_LENGTH))
        set_field(self, "content_key", _subkey(self.read_secret, _CONTENT, KEY_LENGTH))
        set_field(self, "_naming_key", _subkey(self.read_secret, _NAMING, KEY_LENGTH))

    @classmethod
    def of(cls, join_secret: bytes) -> Circle:
        """Return the circle of those who may take part."""
        read_secret = _subkey(join_secret, _READ, SECRET_LENGTH)
        return cls(read_secret, _admission_key(join_secret).public, join_secret)

    @classmethod
    def fresh(cls) -> Circle:
        """Draw a new one at random."""
        from debate.trust import sodium

        return cls.of(sodium.random_bytes(SECRET_LENGTH))

    @property
    def can_write(self) -> bool:
        """Whether frames made with it are accepted."""
        return self.join_secret is not None

    @property
    def read_only(self) -> Circle:
        """The same circle for those who may only read."""
        return Circle(self.read_secret, self.admission)

    @property
    def read_password(self) -> Secret:
        """The password of a store's account that reads."""
        return _password(self.read_secret, _READ_PASSWORD)

    @property
    def write_password(self) -> Secret | None:
        """The password of a store's account that adds; None for those who may only read."""
        return _password(self.join_secret, _WRITE) if self.join_secret else None

    def admit(self, courier: bytes) -> bytes:
        """Return the certificate that lets a courier's frames count, 64 bytes.

        Raises:
            ValueError: this holder may only read.
        """
        if self.join_secret is None:
            raise ValueError("who may only read admits nobody")
        return _admission_key(self.join_secret).sign(self._pass(courier))

    def is_admitted(self, courier: bytes, certificate: bytes) -> bool:
        """Whether a holder of the join secret let this courier in."""
        return verify(self.admission, self._pass(courier), certificate)

    def replica(self, author: DeviceKey, lane: int = 0) -> bytes:
        """Return the name under which frames of an author are kept, 16 bytes.

        Args:
            author: Whose facts they are; the store cannot tell.
            lane: Zero, or higher where somebody else's bytes stand in the way.
        """
        return blake2b(
            from_text(author, PUBLIC_LENGTH),
            key=self._naming_key,
            salt=lane.to_bytes(8, "little"),
            digest_size=REPLICA_LENGTH,
            person=_CONTEXT,
        ).digest()

    def link(self, fact: FactId | None) -> bytes:
        """Return what a frame says in the clear of the fact it follows or ends with."""
        if fact is None:
            return _NOTHING
        return blake2b(
            from_text(fact, LINK_LENGTH),
            key=self._naming_key,
            digest_size=LINK_LENGTH,
            person=b"debate-l",
        ).digest()

    def _pass(self, courier: bytes) -> bytes:
        return b"debate-admission-1" + self.place + courier


def _admission_key(join_secret: bytes) -> SigningKey:
    return SigningKey(_subkey(join_secret, _ADMIT, KEY_LENGTH))


def _password(secret: bytes, number: int) -> Secret:
    raw = _subkey(secret, number, SECRET_LENGTH)
    return Secret(base64.b32encode(raw).decode().rstrip("=").lower())


def _subkey(secret: bytes, number: int, length: int) -> bytes:
    return blake2b(
        b"", key=secret, salt=number.to_bytes(8, "little"), digest_size=length, person=_CONTEXT
    ).digest()
