"""What is put to the meeting: one claim, the case on both sides, and the words to read it with.

A motion carries its full text in every language of its pack, so that a session stands alone.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from debate.domain.base import Frozen
from debate.domain.ids import ArgumentId, MotionId, OptionId

Language = Literal["en", "nl"]
CLAIM_LIMIT = 280
"""The most characters a claim may have."""
SHORT_LIMIT = 44
"""The most characters of a short title in a pack, so that it fits a list of 80 columns."""
OPTION_LIMIT = 70
"""The most characters of an option in a pack, so that a row of a ranking shows it."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=48)]
Claim = Annotated[str, StringConstraints(min_length=1, max_length=CLAIM_LIMIT)]
Side = Literal["for", "against"]


class Text(Frozen):
    """One text in every language a pack offers; at least one is there."""

    en: str | None = None
    nl: str | None = None

    def within(self, language: Language) -> str:
        """Return the text in `language`, or in the other one when it is missing."""
        first, second = (self.nl, self.en) if language == "nl" else (self.en, self.nl)
        return first or second or ""


class Source(Frozen):
    """Where an assertion comes from: what one would cite, and a link when there is one."""

    cite: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    url: Annotated[str, StringConstraints(max_length=500)] | None = None


class OpeningArgument(Frozen):
    """An argument that the pack brings: the best case of its side, with its sources."""

    id: ArgumentId
    side: Side
    claim: Text
    grounds: Text
    sources: tuple[Source, ...]


class Option(Frozen):
    """One of several answers that people rank under a motion."""

    id: OptionId
    text: Text


class Term(Frozen):
    """A word a newcomer may not know, and what it means here."""

    word: Text
    meaning: Text


class Motion(Frozen):
    """One proposition, with what is needed to judge it.

    `polarity` says which way the proposition points: `affirm` asks to do or believe something,
    `oppose` asks to reject something, and then screens say what *for* means beside the slider.
    """

    id: MotionId
    proposition: Text
    short: Text
    """A title for lists; a pack keeps it within `SHORT_LIMIT` characters."""
    polarity: Literal["affirm", "oppose"] = "affirm"
    background: Text
    yes_means: Text
    no_means: Text
    arguments: tuple[OpeningArgument, ...] = ()
    options: tuple[Option, ...] = ()
    terms: tuple[Term, ...] = ()
    questions: tuple[Text, ...] = ()
    """Questions for reflection alone."""
    reading: tuple[Source, ...] = ()
    sources: tuple[Source, ...] = ()
    """Where the background comes from."""
    paragraphs: Annotated[tuple[str, ...], Field(max_length=20)] = ()
    """The paragraphs of the pack's source text that the motion comes from, as `P4`."""
