"""Codes that people read from a wall and type: no letter that looks or sounds like another.

The join code lets newcomers in. A return code belongs to one person and lets them come back as
themselves; only its digest is kept.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import blake2b

ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
"""No vowels, so that no code is a word; no l, 0 or 1."""
JOIN_PARTS = (3, 3)
RETURN_PARTS = (5, 5)
_PERSON = b"debate-return-v1"
_TOKEN_PERSON = b"debate-token-v1"


def fresh_join_code() -> str:
    """Draw a code for the wall, such as `kbf-7m2`: one of 387 million."""
    return _drawn(JOIN_PARTS)


def fresh_return_code() -> str:
    """Draw a code for one person, such as `kbf7m-2xq9d`: 47 bits."""
    return _drawn(RETURN_PARTS)


def plain(typed: str) -> str:
    """Return a code as it is compared: small letters and digits alone."""
    return "".join(each for each in typed[:64].casefold() if each in ALPHABET)


def is_same(typed: str, code: str) -> bool:
    """Tell whether a typed code is the one, in a time that says nothing about it."""
    return hmac.compare_digest(plain(typed).encode(), plain(code).encode())


def digest_of(code: str) -> str:
    """Return what is kept of a return code."""
    return blake2b(plain(code).encode(), digest_size=16, person=_PERSON).hexdigest()


def digest_of_token(token: str) -> str:
    """Return what is kept of a browser's token, in which every letter counts."""
    return blake2b(token.encode(), digest_size=16, person=_TOKEN_PERSON).hexdigest()


def _drawn(parts: tuple[int, ...]) -> str:
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(part)) for part in parts)
