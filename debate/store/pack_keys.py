"""The keys that a pack may have in TOML, and what each must look like.

Unknown keys are refused, so that a typing error never passes for a choice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from debate.domain.motion import CLAIM_LIMIT, SHORT_LIMIT
from debate.store.pack_values import (
    are_languages,
    are_names,
    are_paragraphs,
    are_texts,
    is_name,
    is_version,
    is_words,
)

SOURCE_LIMIT = 500
"""The most characters of a source, its link included."""
PACK_TITLE_LIMIT, LICENCE_LIMIT, PARAGRAPH_LIMIT = 60, 60, 20
"""The most characters of the title and the licence of a pack, and of the name of a paragraph."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what a good value is, one to show, whether it may be left out, and its length."""

    is_good: Callable[[object], bool]
    example: str
    required: bool = True
    limit: int | None = None
    """The most characters of each text in the value, so that a screen of 80 by 24 shows it."""


PACK_KEYS: Mapping[str, Key] = {
    "id": Key(is_name, '"our-street"'),
    "version": Key(is_version, "1", required=False),
    "languages": Key(are_languages, '["en", "nl"]'),
    "licence": Key(is_words, '"CC BY 4.0"', limit=LICENCE_LIMIT),
    "source": Key(
        is_words,
        '"J. Jansen, Our street, 2024 <https://example.org/>"',
        required=False,
        limit=SOURCE_LIMIT,
    ),
    "motions": Key(are_names, '["first-motion", "second-motion"]'),
    "title": Key(are_texts, '{ en = "Our street", nl = "Onze straat" }', limit=PACK_TITLE_LIMIT),
    "summary": Key(are_texts, '{ en = "Three motions.", nl = "Drie moties." }', limit=CLAIM_LIMIT),
}
MOTION_KEYS: Mapping[str, Key] = {
    "id": Key(is_name, '"first-motion"'),
    "short": Key(is_words, '"A car-free street"', limit=SHORT_LIMIT),
    "polarity": Key(lambda value: value in ("affirm", "oppose"), '"affirm" / "oppose"'),
    "paragraphs": Key(are_paragraphs, '["P1", "P2"]', required=False, limit=PARAGRAPH_LIMIT),
}
