"""The name of a session, which only its founder's key can have made.

The name is a hash of the founder's key and a nonce, both in the opening fact. So a stranger
cannot open a session under a name that people already hold, and anyone can check who founded it.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from debate.domain.ids import DeviceKey, SessionId

_PERSON = b"debate-session1"
_SESSION_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)


def session_id_of(founder: DeviceKey, nonce: str) -> SessionId:
    """Return the id of the session that `founder` opens with `nonce`: 32 hex digits."""
    text = f"{founder}.{nonce}".encode()
    return SessionId(blake2b(text, digest_size=16, person=_PERSON).hexdigest())


def is_session_id(text: str) -> bool:
    """Whether `text` could be the id of a session."""
    return _SESSION_ID.fullmatch(text) is not None


def is_founded_by(session: SessionId, founder: DeviceKey, nonce: str) -> bool:
    """Whether `session` is the session that `founder` opened with `nonce`."""
    return session == session_id_of(founder, nonce)
