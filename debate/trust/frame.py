"""The unit of transport: consecutive facts of one author, sealed, under the same bytes everywhere.

    "DBF1"  length u32  place 16  replica 16  first u32  count u16  before 32  tip 32
    courier 32  certificate 64  nonce 24  sealed …  signature 64

Numbers are big-endian. Everything up to the nonce is bound to what is sealed; the signature is the
courier's over all before it, and the certificate lets the courier in. So anybody can check and pass
on a frame whose content they cannot read. `docs/lookup/frame-format.md` has every detail.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from debate.domain.ids import DeviceKey, FactId
from debate.errors import TrustError
from debate.trust import cargo
from debate.trust.canonical import from_text, to_text
from debate.trust.circle import Circle
from debate.trust.envelope import Document
from debate.trust.keys import PUBLIC_LENGTH, SIGNATURE_LENGTH, SigningKey, verify

MAGIC = b"DBF1"
_HEAD = struct.Struct(">4sI16s16sIH32s32s32s64s24s")
OVERHEAD = _HEAD.size + 16 + SIGNATURE_LENGTH
"""Bytes of a frame beside what is sealed in it."""
BLOCK = 256
"""A frame's length is a multiple of this."""
LENGTH_KNOWN = 8
"""From how many bytes on a frame's length can be told."""
NONCE_LENGTH = 24
COUNT_LIMIT = 65_535
"""The most facts in a frame."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a frame says in the clear; its signature holds."""

    place: bytes
    replica: bytes
    first: int
    """The number of its first fact."""
    count: int
    before: bytes
    """Stands for the fact that its first one follows."""
    tip: bytes
    """Stands for its last fact: what the next frame's `before` must be."""
    courier: bytes
    """The key of who sealed it, another at each place."""
    certificate: bytes
    nonce: bytes
    head: bytes
    sealed: bytes

    @property
    def name(self) -> str:
        """What it is called at a store."""
        return f"{self.replica.hex()}-{self.first:08d}"


@dataclass(frozen=True, slots=True)
class Opened:
    """A frame of ours and what was in it; the facts are still to be checked."""

    frame: Frame
    load: cargo.Cargo


def frame_name(circle: Circle, author: DeviceKey, first: int, lane: int = 0) -> str:
    """Return what the frame is called that begins with an author's fact number `first`."""
    return f"{circle.replica(author, lane).hex()}-{first:08d}"


def seal(
    circle: Circle, key: SigningKey, documents: Sequence[Document], lane: int = 0
) -> tuple[str, bytes]:
    """Return name and bytes of a frame with consecutive facts of one author.

    Args:
        circle: Who can read it.
        key: The device that carries it: its author's, or another that passes them on.
        documents: One fact or more, each following the one before it.
        lane: See `Circle.replica`.

    Raises:
        TrustError: `frame-too-large`, when they do not fit in one frame.
    """
    from debate.trust import sodium

    courier = key.courier(circle.place)
    public = from_text(courier.public, PUBLIC_LENGTH)
    first, last = documents[0], documents[-1]
    plain = cargo.pack(documents)
    plain += bytes(-(len(plain) + OVERHEAD) % BLOCK)
    nonce = sodium.random_bytes(NONCE_LENGTH)
    head = _HEAD.pack(
        MAGIC,
        len(plain) + OVERHEAD,
        circle.place,
        circle.replica(first["a"], lane),
        first["n"],
        len(documents),
        circle.link(first["p"]),
        circle.link(last["id"]),
        public,
        circle.admit(public),
        nonce,
    )
    body = head + sodium.encrypt(plain, head, nonce, circle.content_key)
    frame = body + courier.sign(body)
    return frame_name(circle, first["a"], first["n"], lane), frame


def read(content: bytes) -> Frame:
    """Return what a frame says in the clear, its signature checked; no secret is needed.

    Raises:
        TrustError: `frame-torn`, when it is no whole frame; `frame-forged`, when the signature is
            not its courier's.
    """
    if len(content) < OVERHEAD or content[:4] != MAGIC:
        raise TrustError(reason="frame-torn")
    head = content[: _HEAD.size]
    _, length, place, replica, first, count, before, tip, courier, certificate, nonce = (
        _HEAD.unpack(head)
    )
    if length != len(content):
        raise TrustError(reason="frame-torn")
    if not verify(to_text(courier), content[:-SIGNATURE_LENGTH], content[-SIGNATURE_LENGTH:]):
        raise TrustError(reason="frame-forged")
    sealed = content[_HEAD.size : -SIGNATURE_LENGTH]
    return Frame(
        place, replica, first, count, before, tip, courier, certificate, nonce, head, sealed
    )


def length_of(beginning: bytes) -> int | None:
    """Return how long a frame says it is, from its first bytes; None when these begin no frame."""
    if len(beginning) < LENGTH_KNOWN or beginning[:4] != MAGIC:
        return None
    return int.from_bytes(beginning[4:LENGTH_KNOWN])


def is_whole(content: bytes) -> bool:
    """Whether bytes are a frame that somebody signed, and not what is left of one."""
    try:
        read(content)
    except TrustError:
        return False
    return True


def open_frame(circle: Circle, name: str, content: bytes) -> Opened:
    """Return a frame and what is sealed in it.

    Raises:
        TrustError: `frame-torn` or `frame-forged`; `frame-elsewhere`, when it was made for another
            place or name; `frame-stranger`, when its courier was not let in; `frame-unreadable`,
            when the content key does not open it or its content is not what the header says.
    """
    from debate.trust import sodium

    frame = read(content)
    if frame.place != circle.place or frame.name != name:
        raise TrustError(reason="frame-elsewhere")
    if not circle.is_admitted(frame.courier, frame.certificate):
        raise TrustError(reason="frame-stranger")
    plain = sodium.decrypt(frame.sealed, frame.head, frame.nonce, circle.content_key)
    if plain is None:
        raise TrustError(reason="frame-unreadable")
    load = cargo.unpack(plain, first=frame.first, count=frame.count)
    if not _is_told_rightly(circle, frame, load):
        raise TrustError(reason="frame-unreadable")
    return Opened(frame, load)


def _is_told_rightly(circle: Circle, frame: Frame, load: cargo.Cargo) -> bool:
    """Whether the header says of the first fact and the last what they are."""
    try:
        links = (circle.link(load.before), circle.link(FactId(load.documents[-1]["id"])))
    except TrustError:
        return False
    return links == (frame.before, frame.tip)
