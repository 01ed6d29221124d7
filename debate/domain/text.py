"""What people type, made fit to keep: one spelling of each character, nothing that acts on a screen.

Control characters, characters that turn the direction of reading, and characters that cannot be
seen are taken out; marks piled on one letter are thinned; the rest stays as it was typed. What was
taken out is told. Nothing is shortened to fit a limit, save at a length that no text may have:
whether a text is too long is for the law to say.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from unicodedata import combining, normalize

WORK_LIMIT = 100_000
"""Characters that are looked at; far above every limit of the law."""
MARK_LIMIT = 8
"""The most combining marks on one letter."""
_SAFE_RUN = 30
"""Longer runs of marks make normalising slow (Unicode Standard Annex 15, stream-safe text)."""

Removal = Literal["bidi", "control", "cut", "invisible", "marks", "surrogate"]
"""What was taken out: turns of reading direction, control characters, all beyond `WORK_LIMIT`,
characters that cannot be seen, marks beyond `MARK_LIMIT`, halves of a character."""

_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # the flag of a region keeps its tags
    "|[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("[\u200c\u200d]+")
_SPACE = re.compile(r"\s")
_SPACES = re.compile(" +")
_BLANK_START = re.compile(r"\A(?:[^\S\n]*\n)+")


class Cleaned(NamedTuple):
    """A text that is fit to keep, and what was taken out of it."""

    text: str
    removed: tuple[Removal, ...]
    """Sorted, each kind once."""

    @property
    def length(self) -> int:
        """How many characters (code points) the text has."""
        return len(self.text)


def clean_claim(text: str) -> Cleaned:
    """Return `text` as a single line, with single spaces."""
    removed: set[Removal] = set()
    line = _SPACE.sub(" ", _plain(text, removed))
    line = _SPACES.sub(" ", _composed(line, removed)).strip(" ")
    return Cleaned(line, tuple(sorted(removed)))


def clean_prose(text: str) -> Cleaned:
    """Return `text` with its lines, without blank ones at the start and the end."""
    removed: set[Removal] = set()
    prose = _composed(_plain(text, removed), removed)
    return Cleaned(_BLANK_START.sub("", prose).rstrip(), tuple(sorted(removed)))


def _plain(text: str, removed: set[Removal]) -> str:
    """Cut to what is looked at, write every line break alike, and take out what acts or hides."""
    if len(text) > WORK_LIMIT:
        text = text[:WORK_LIMIT]
        removed.add("cut")
    text = _without(_CONTROL, _BREAK.sub("\n", text), "control", removed)
    if text.isascii():
        return text
    whole = _SURROGATE.sub("\ufffd", text)
    if whole != text:
        removed.add("surrogate")
    return _without(_INVISIBLE, _without(_BIDI, whole, "bidi", removed), "invisible", removed)


def _without(pattern: re.Pattern[str], text: str, kind: Removal, removed: set[Removal]) -> str:
    """Take out what the pattern finds, save whole flags, and note it."""
    result = pattern.sub(_flag_or_nothing, text)
    if result != text:
        removed.add(kind)
    return result


def _flag_or_nothing(found: re.Match[str]) -> str:
    """Return a flag as it is, and nothing for everything else."""
    return found[0] if len(found[0]) > 1 else ""


def _composed(text: str, removed: set[Removal]) -> str:
    """Return the text in Normalisation Form C, with marks thinned and idle joiners taken out."""
    if text.isascii():
        return text
    composed = _normal(text, removed)
    joined = _JOINERS.sub(_joiner_or_nothing, composed)
    if joined == composed:
        return composed
    removed.add("invisible")
    return _normal(joined, removed)


def _normal(text: str, removed: set[Removal]) -> str:
    """Thin the marks so that normalising is quick, normalise, and thin them to their limit."""
    safe = _thinned(text, _SAFE_RUN)
    normal = normalize("NFC", safe)
    thin = _thinned(normal, MARK_LIMIT)
    if safe != text or thin != normal:
        removed.add("marks")
    return thin


def _joiner_or_nothing(found: re.Match[str]) -> str:
    """Keep one joiner between two characters beyond ASCII, where emoji and Persian need it."""
    text, start, end = found.string, found.start(), found.end()
    around = (text[start - 1], text[end]) if start > 0 and end < len(text) else (" ", " ")
    is_needed = not any(one.isascii() or one.isspace() for one in around)
    return found[0][0] if is_needed else ""


def _thinned(text: str, limit: int) -> str:
    """Return the text with at most `limit` combining marks in a row."""
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if character > "\u02ff" and combining(character) else 0
        if run <= limit:
            kept.append(character)
    return "".join(kept)
