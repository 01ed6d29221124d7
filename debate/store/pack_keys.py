"""The keys that a pack may have in TOML, and what each must look like.

Unknown keys are refused, so that a typing error never passes for a choice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from debate.store.pack_values import (
    are_languages,
    are_names,
    are_paragraphs,
    are_texts,
    is_name,
    is_version,
    is_words,
)


@dataclass(frozen=True, slots=True)
class Key:
    """One key: how to tell a good value, a good value to show, and whether it may be left out."""

    is_good: Callable[[object], bool]
    example: str
    required: bool = True


PACK_KEYS: Mapping[str, Key] = {
    "id": Key(is_name, '"our-street"'),
    "version": Key(is_version, "1", required=False),
    "languages": Key(are_languages, '["en", "nl"]'),
    "licence": Key(is_words, '"CC BY 4.0"'),
    "source": Key(is_words, '"J. Jansen, Our street, 2024 <https://example.org/>"', required=False),
    "motions": Key(are_names, '["first-motion", "second-motion"]'),
    "title": Key(are_texts, '{ en = "Our street", nl = "Onze straat" }'),
    "summary": Key(are_texts, '{ en = "Three motions.", nl = "Drie moties." }'),
}
MOTION_KEYS: Mapping[str, Key] = {
    "id": Key(is_name, '"first-motion"'),
    "short": Key(is_words, '"A car-free street"'),
    "polarity": Key(lambda value: value in ("affirm", "oppose"), '"affirm" / "oppose"'),
    "paragraphs": Key(are_paragraphs, '["P1", "P2"]', required=False),
}
