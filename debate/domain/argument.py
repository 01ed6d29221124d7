"""What is asserted, why, from where, and how it bears on something else (Toulmin; Pollock)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from debate.domain.base import Frozen
from debate.domain.ids import ArgumentId, MotionId
from debate.domain.motion import CLAIM_LIMIT, Source

Relation = Literal["supports", "attacks", "undercuts"]
"""`undercuts` denies that the target is relevant, not that it is true (Pollock 1987)."""

PROSE_LIMIT = 20_000
"""The most characters that grounds, questions and remarks may have."""
NOTE_LIMIT = 500
"""The most characters of a reason or a note."""

ClaimText = Annotated[str, StringConstraints(min_length=1, max_length=CLAIM_LIMIT)]
Prose = Annotated[str, StringConstraints(max_length=PROSE_LIMIT)]
Note = Annotated[str, StringConstraints(max_length=NOTE_LIMIT)]
Target = MotionId | ArgumentId


class Wording(Frozen):
    """The text of an argument: one claim, its grounds (Markdown) and its sources."""

    claim: ClaimText
    grounds: Prose = ""
    sources: Annotated[tuple[Source, ...], Field(max_length=20)] = ()
