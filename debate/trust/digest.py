"""Six words to read aloud, so that two people can hear whether they hold the same debate.

Each word stands for one byte of a 48-bit hash of the session and its heads: a consonant, a
vowel, a consonant and "a", from sounds that Dutch and English share and that are hard to take
for each other. Enough against accidents and a store that hides facts; it is not a signature.
"""

from __future__ import annotations

from hashlib import blake2b

from debate.domain.ids import SessionId
from debate.trust.canonical import canonical
from debate.trust.verdict import Heads

WORD_COUNT = 6
WORDS = tuple(
    first + vowel + second + "a"
    for first in "bdfklmrs"
    for vowel in "aeio"
    for second in "bflmnrst"
)
"""256 words; a byte is the place of its word."""
_PERSON = b"debate-digest-v1"


def digest(session: SessionId, heads: Heads) -> tuple[str, ...]:
    """Return six words that are the same wherever the same facts are held.

    Args:
        session: The session, so that two empty ones differ.
        heads: How far each author's log is held.
    """
    rows: list[object] = [[author, *heads[author]] for author in sorted(heads)]
    content = canonical([session, rows])
    return tuple(
        WORDS[byte] for byte in blake2b(content, digest_size=WORD_COUNT, person=_PERSON).digest()
    )
