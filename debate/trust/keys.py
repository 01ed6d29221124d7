"""The key of this device: made once, kept in one file, never shown and never replaced.

The file holds libsodium's secret key: the 32-byte seed and, as a check on damage, the public
key that belongs to it. This module never overwrites a file, and never lets the seed be a local
variable of a function that raises, because crash reports print local variables.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NoReturn

from debate.domain.ids import DeviceKey
from debate.errors import NotSaved, TrustError, reason_of
from debate.trust.canonical import from_text, to_text

SEED_LENGTH = 32
PUBLIC_LENGTH = 32
SIGNATURE_LENGTH = 64
_FILE_LENGTH = SEED_LENGTH + PUBLIC_LENGTH
_COURIER = b"debate-courier-1"
_MEMBER = b"debate-member-1"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class SigningKey:
    """A device's key: signs, tells its public half, and hides the rest from every display."""

    __slots__ = ("__secret", "public")

    public: DeviceKey
    """The public key, base64url: the author of everything this key signs."""

    def __init__(self, seed: bytes) -> None:
        """Build the pair from a seed of 32 bytes."""
        from debate.trust import sodium

        public, self.__secret = sodium.key_pair(seed)
        self.public = DeviceKey(to_text(public))

    @classmethod
    def fresh(cls) -> SigningKey:
        """Draw a new key at random."""
        from debate.trust import sodium

        return cls(sodium.random_bytes(SEED_LENGTH))

    def sign(self, message: bytes) -> bytes:
        """Return the signature of `message`, 64 bytes."""
        from debate.trust import sodium

        return sodium.sign(message, self.__secret)

    def courier(self, place: bytes) -> SigningKey:
        """Return the key under which this device carries frames to one place.

        A store sees it, and cannot tell that it is this device's: each place knows it by another.
        """
        return self._derived(place, _COURIER)

    def within(self, debate: str) -> SigningKey:
        """Return the key under which this device speaks in one debate.

        Those who take part cannot tell that it is the device they know from another debate.
        """
        return self._derived(debate.encode(), _MEMBER)

    def _derived(self, place: bytes, purpose: bytes) -> SigningKey:
        seed = self.__secret[:SEED_LENGTH]
        return SigningKey(
            blake2b(place, key=seed, digest_size=SEED_LENGTH, person=purpose).digest()
        )

    def unseal(self, sealed: bytes) -> bytes | None:
        """Return what somebody sealed to this key; None when it is not for it."""
        from debate.trust import sodium

        return sodium.unseal(sealed, from_text(self.public, PUBLIC_LENGTH), self.__secret)

    @classmethod
    def of_content(cls, content: bytes) -> SigningKey | None:
        """Return the key that a file holds, or None when its halves do not belong together."""
        if len(content) != _FILE_LENGTH:
            return None
        key = cls(content[:SEED_LENGTH])
        return key if from_text(key.public, PUBLIC_LENGTH) == content[SEED_LENGTH:] else None

    def content(self) -> bytes:
        """Return what belongs in the key's file, and nowhere else: seed and public key."""
        return self.__secret

    def __repr__(self) -> str:
        """Show the public half alone."""
        return f"SigningKey(public={self.public!r}, secret=hidden)"

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled or copied."""
        raise TypeError("a signing key is not copied or pickled")


@dataclass(frozen=True, slots=True)
class OpenedKey:
    """A key from its file, and what had to be done to have it."""

    key: SigningKey
    is_new: bool = False
    """The file was made just now."""
    was_exposed: bool = False
    """Other accounts of the machine could read the file; this was corrected."""


def verify(public: str, message: bytes, signature: bytes) -> bool:
    """Whether `signature` is that of `message` by the owner of `public` (base64url)."""
    from debate.trust import sodium

    try:
        raw = from_text(public, PUBLIC_LENGTH)
    except TrustError:
        return False
    return sodium.is_signed(message, signature, raw)


def seal_to(public: str, message: bytes) -> bytes | None:
    """Return a message that only the owner of `public` (base64url) can open; None for no key."""
    from debate.trust import sodium

    try:
        raw = from_text(public, PUBLIC_LENGTH)
    except TrustError:
        return None
    return sodium.seal_to(message, raw)


def open_key(path: Path) -> OpenedKey:
    """Load the key at `path`, or make it there the first time.

    Raises:
        TrustError: `key-damaged` or `key-unreadable`.
        NotSaved: the disk refused the new file.
    """
    with suppress(FileNotFoundError):
        return load(path)
    with suppress(FileExistsError):
        return OpenedKey(create(path), is_new=True)
    return load(path)


def create(path: Path) -> SigningKey:
    """Make a fresh key and store it at `path`, whole or not at all.

    Raises:
        FileExistsError: there is a file already; it is left as it was.
        NotSaved: the disk refused.
    """
    key = SigningKey.fresh()
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _write_private(temporary, key)
            _publish(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise
    except OSError as exc:
        raise NotSaved(path=str(path), reason=reason_of(exc), system=exc.strerror or "") from exc
    return key


def load(path: Path) -> OpenedKey:
    """Read the key at `path`, closing the file to other accounts when it stood open.

    Raises:
        FileNotFoundError: there is no key there.
        TrustError: `key-damaged`, when the file is not a whole key; `key-unreadable`.
    """
    try:
        key = SigningKey.of_content(path.read_bytes())
        was_exposed = _close_to_others(path)
    except FileNotFoundError:
        raise
    except OSError as exc:
        raise TrustError(reason="key-unreadable", path=str(path)) from exc
    if key is None:
        raise TrustError(reason="key-damaged", path=str(path))
    return OpenedKey(key, was_exposed=was_exposed)


def _write_private(path: Path, key: SigningKey) -> None:
    """Write the key to a new file of the owner's alone, and wait for the disk."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.content())
        file.flush()
        os.fsync(file.fileno())


def _publish(temporary: Path, path: Path) -> None:
    """Give a finished file its name, unless the name is taken.

    A hard link fails when the name exists; a rename would replace it. Where the file system
    has no links, look first: the window is then the moment between looking and renaming.
    """
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(str(path)) from None
        temporary.rename(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Wait until the folder's list of names is on the disk, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _close_to_others(path: Path) -> bool:
    """Take the rights of other accounts away; tell whether there were any."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name != "posix" or not mode & _OTHERS:
        return False
    path.chmod(0o600)
    return True
