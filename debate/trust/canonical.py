"""One value, one row of bytes: the part of RFC 8785 on which every JSON library agrees.

It refuses what libraries write differently: floats, integers beyond 2^53, keys that are not
ASCII, lone surrogates. Only the types that JSON itself reads back are taken, so that reading
what was written gives an equal value.
"""

from __future__ import annotations

import binascii
import json
from collections.abc import Mapping
from hashlib import blake2b

from debate.domain.ids import FactId
from debate.errors import TrustError

INTEGER_LIMIT = 2**53
"""Integers lie strictly between minus this and this."""
NESTING_LIMIT = 64
"""The most lists and objects within each other."""
FACT_PERSON = b"debate-event-v1"
"""Keeps these hashes apart from all other uses of BLAKE2b."""

_write = json.JSONEncoder(
    ensure_ascii=False,
    allow_nan=False,
    check_circular=False,
    sort_keys=True,
    separators=(",", ":"),
).encode
_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def canonical(value: object) -> bytes:
    """Return the canonical JSON of a value.

    Args:
        value: None, booleans, integers, text, and lists and dicts of these.

    Raises:
        TrustError: `not-canonical`, when the value or something in it has no such form.
    """
    _refuse_strangers(value, NESTING_LIMIT)
    try:
        return _write(value).encode()
    except UnicodeEncodeError as exc:
        raise TrustError(reason="not-canonical", what="lone surrogate") from exc


def fact_id(body: Mapping[str, object]) -> FactId:
    """Return the name of a fact: BLAKE2b-256 of its canonical body, base64url.

    Raises:
        TrustError: `not-canonical`.
    """
    return fact_id_of_bytes(canonical(body))


def fact_id_of_bytes(body: bytes) -> FactId:
    """Return the name of a fact whose canonical bytes are at hand."""
    return FactId(to_text(blake2b(body, digest_size=32, person=FACT_PERSON).digest()))


def to_text(raw: bytes) -> str:
    """Return bytes as base64url without padding."""
    return binascii.b2a_base64(raw, newline=False).translate(_TO_URL).rstrip(b"=").decode()


def from_text(text: str, length: int) -> bytes:
    """Return the bytes of base64url text, which must have exactly one spelling.

    Raises:
        TrustError: `not-base64url`, when it is anything but `length` bytes as `to_text` writes.
    """
    try:
        padded = text.encode("ascii").translate(_FROM_URL) + b"=" * (-len(text) % 4)
        raw = binascii.a2b_base64(padded, strict_mode=True)
    except ValueError as exc:
        raise TrustError(reason="not-base64url", what=text[:60]) from exc
    if len(raw) != length or to_text(raw) != text:
        raise TrustError(reason="not-base64url", what=text[:60])
    return raw


def _refuse_strangers(value: object, depth: int) -> None:
    """Raise on the first thing that has no canonical form; `depth` levels are still allowed."""
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return
    if kind is int:
        if not -INTEGER_LIMIT < value < INTEGER_LIMIT:  # type: ignore[operator]
            raise TrustError(reason="not-canonical", what="integer out of range")
        return
    if depth == 0:
        raise TrustError(reason="not-canonical", what="nested too deeply")
    if isinstance(value, dict) and kind is dict:
        _refuse_strange_keys(value)
        members = value.values()
    elif isinstance(value, list) and kind is list:
        members = value  # type: ignore[assignment]
    else:
        raise TrustError(reason="not-canonical", what=kind.__name__)
    for member in members:
        _refuse_strangers(member, depth - 1)


def _refuse_strange_keys(value: dict[object, object]) -> None:
    """Raise when a key is not ASCII text."""
    for key in value:
        if type(key) is not str or not key.isascii():
            raise TrustError(reason="not-canonical", what="key")
