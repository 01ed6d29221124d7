"""What a good value in the TOML of a pack looks like."""

from __future__ import annotations

import re
from typing import get_args

from debate.domain.motion import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NAME_LIMIT = 48
_PARAGRAPH_LIMIT = 20


def is_name(value: object) -> bool:
    """Tell whether a value is lower case words joined by hyphens."""
    return (
        isinstance(value, str) and len(value) <= _NAME_LIMIT and _NAME.fullmatch(value) is not None
    )


def is_words(value: object) -> bool:
    """Tell whether a value is a text with something in it, on one line."""
    return isinstance(value, str) and bool(value.strip()) and "\n" not in value


def are_names(value: object) -> bool:
    """Tell whether a value is a list of at least one name."""
    return isinstance(value, list) and bool(value) and all(map(is_name, value))


def are_languages(value: object) -> bool:
    """Tell whether a value is a list of languages, each once."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(each in LANGUAGES for each in value)
        and len(value) == len(set(value))
    )


def are_paragraphs(value: object) -> bool:
    """Tell whether a value is a short list of texts."""
    return isinstance(value, list) and len(value) <= _PARAGRAPH_LIMIT and all(map(is_words, value))


def are_texts(value: object) -> bool:
    """Tell whether a value is a set of texts by language."""
    return (
        isinstance(value, dict)
        and set(value) <= set(LANGUAGES)
        and all(map(is_words, value.values()))
    )


def is_version(value: object) -> bool:
    """Tell whether a value is a whole number of at least 1."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
