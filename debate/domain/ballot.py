"""One person's stances at one moment, and the seal that hides them until the reveal.

The journal first holds a commitment: a salted hash of the ballot. After the reveal each owner's
replica publishes salt and content, and anyone can check that nothing was changed in between.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from debate.domain.base import Frozen, Whole
from debate.domain.ids import (
    ArgumentId,
    DeviceKey,
    MotionId,
    OptionId,
    ParticipantId,
    SessionId,
)

Moment = Literal["opening", "mid", "closing", "later"]
MOMENTS: tuple[Moment, ...] = ("opening", "mid", "closing", "later")

Stance = Annotated[Whole, Field(ge=-100, le=100)]
"""From against (−100) to for (100); 0 is undecided."""
Confidence = Annotated[Whole, Field(ge=0, le=100)]
"""How sure a person is of a stance, in percent."""
Verdict = Literal["yes", "no", "abstain", "block"]


class Ballot(Frozen):
    """What one person holds at one moment. `motion` is None for a ranking of whole motions."""

    motion: MotionId | None
    moment: Moment
    round: Annotated[Whole, Field(ge=0, le=99)] = 0
    """Which round of a moment: Delphi's second, or the second review after months."""
    stance: Stance | None = None
    confidence: Confidence | None = None
    moved_by: tuple[ArgumentId, ...] = ()
    """The arguments that moved the person since the opening ballot."""
    verdict: Verdict | None = None
    """A decision beside the stance, when the run-sheet asks for one."""
    ranking: tuple[tuple[OptionId | MotionId, ...], ...] = ()
    """Options or motions in tiers, the best first; equal ones share a tier."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who seals a ballot and where: a seal that is copied from another hand opens nothing."""

    session: SessionId
    device: DeviceKey
    on_behalf_of: ParticipantId | None = None
    """The person on paper for whom it is typed."""


def commitment(ballot: Ballot, salt: str, hand: Hand | None) -> str:
    """Return the seal of a ballot: BLAKE2b-256 over salt, hand and content, 64 hex digits.

    Args:
        ballot: What is hidden.
        salt: At least 32 random bytes as text; kept by the owner until the reveal.
        hand: Who seals it; None for the first form of a seal, which was bound to nobody.

    Fields that hold their default are left out, so that a field added later breaks no old seal.
    """
    body = json.dumps(
        ballot.model_dump(mode="json", exclude_defaults=True),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    bound = (hand.session, hand.device, hand.on_behalf_of or "") if hand else ()
    return hashlib.blake2b(
        ".".join((salt, *bound, body)).encode(errors="surrogatepass"),
        digest_size=32,
        person=b"debate-ballot-v2" if hand else b"debate-ballot-v1",
    ).hexdigest()
