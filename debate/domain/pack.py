"""A folder of motions that belong together."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from debate.domain.base import Frozen
from debate.domain.motion import Language, Motion, Name, Source, Text


class Pack(Frozen):
    """A folder of motions: who made it, in which languages, and in which order they open."""

    id: Name
    title: Text
    summary: Text
    languages: tuple[Language, ...]
    licence: str
    version: Annotated[int, Field(ge=1)] = 1
    source: Source | None = None
    """The text that the whole pack comes from; a motion's `paragraphs` point into it."""
    motions: tuple[Motion, ...]
