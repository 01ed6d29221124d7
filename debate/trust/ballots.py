"""The salt that keeps a sealed ballot from being guessed.

There are few possible ballots, so a commitment without a salt could be opened by trying them
all. The formula of the commitment is the law's: see `debate.domain.ballot`.
"""

from __future__ import annotations

from debate.trust.canonical import to_text

SALT_LENGTH = 32


def fresh_salt() -> str:
    """Return 32 random bytes as base64url (43 characters)."""
    from debate.trust import sodium

    return to_text(sodium.random_bytes(SALT_LENGTH))
