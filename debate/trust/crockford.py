"""Bytes as characters that can be read aloud and typed: Crockford's base 32, with a check character.

No I, L, O or U is ever written; i and l are read as 1, o as 0, and hyphens and spaces as nothing.
The check character is Luhn's for 32 characters: it finds every single mistyped character and
nearly every pair that changed places.
"""

from __future__ import annotations

from debate.errors import UsageError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 5
_READ_AS = str.maketrans("ILO", "110", "- \t\r\n")
_VALUES = {character: value for value, character in enumerate(ALPHABET)}


def spell(raw: bytes) -> str:
    """Return bytes as characters, the last one the check."""
    count = -(-len(raw) * 8 // _BITS)
    number = int.from_bytes(raw) << (count * _BITS - len(raw) * 8)
    shifts = range((count - 1) * _BITS, -1, -_BITS)
    text = "".join(ALPHABET[number >> shift & 31] for shift in shifts)
    return text + check_character(text)


def unspell(text: str, length: int) -> bytes:
    """Return the bytes of a spelling with its check character.

    Args:
        text: As people type it.
        length: How many bytes there must be.

    Raises:
        UsageError: `misspelt`.
    """
    checked = unchecked(text)
    count = -(-length * 8 // _BITS)
    spare = count * _BITS - length * 8
    number = 0
    for character in checked:
        number = number << _BITS | _VALUES[character]
    if len(checked) != count or number & ((1 << spare) - 1):
        raise UsageError(what="link", value="", reason="misspelt")
    return (number >> spare).to_bytes(length)


def unchecked(text: str) -> str:
    """Return the characters of a spelling without its check character, which must be right.

    Raises:
        UsageError: `misspelt`.
    """
    clean = text.upper().translate(_READ_AS)
    if not clean or not _VALUES.keys() >= set(clean) or check_character(clean[:-1]) != clean[-1]:
        raise UsageError(what="link", value="", reason="misspelt")
    return clean[:-1]


def check_character(text: str) -> str:
    """Return Luhn's check character of characters of the alphabet."""
    total = 0
    for place, character in enumerate(reversed(text)):
        value = _VALUES[character] * (2 if place % 2 == 0 else 1)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]
