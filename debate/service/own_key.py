"""Which key this device signs with in a debate: another one in each, so that none tells of the other.

Every key is worked out from the device's one secret. Who takes part in two debates is then nobody's
to recognise by a key, and there is still one file to keep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.domain.events.session import SessionOpened
from debate.domain.views.people import founding

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.trust.keys import SigningKey


def founders_key(root: SigningKey, nonce: str) -> SigningKey:
    """Return the key with which a device opens a debate: its id is not known before the key is."""
    return root.within(nonce)


def key_in(root: SigningKey, debate: Debate) -> SigningKey:
    """Return the key with which a device speaks, or would, in a debate.

    Args:
        root: The device's key.
        debate: The debate as it stands here.
    """
    return known_key(root, debate) or root.within(debate.state.session)


def known_key(root: SigningKey, debate: Debate) -> SigningKey | None:
    """Return the key with which a device has spoken in a debate; None when it has not.

    Debates from before each had a key of its own know a device by its one key.
    """
    opening = founding(debate.state)
    event = opening.event if opening else None
    places = [str(debate.state.session)]
    if isinstance(event, SessionOpened):
        places.append(event.nonce)
    candidates = (*map(root.within, places), root)
    return next((key for key in candidates if key.public in debate.people.owners), None)
