"""What a person can choose, and what holds until they do.

A value that is none of its setting is refused where it is chosen, and never believed where it is
read: a data folder may hold what an older program let through.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from debate.errors import StoreError, UsageError
from debate.i18n.catalog import LANGUAGES

THEMES = ("debate-dark", "debate-light", "debate-contrast")
"""The names of `debate.tui.themes.THEMES`, which only a screen can read."""
SETTINGS: Mapping[str, Any] = MappingProxyType(
    {
        "language": "en",
        "theme": THEMES[0],
        "reduced-motion": False,
        "name": "",
        "semantics": "qe",
        "keys": {},
    }
)
"""Name and default of every setting. `keys` maps a binding's id to keys: `keys.argument.add a`."""
_WORDS = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}


def allowed_values(name: str) -> tuple[str, ...]:
    """Return the words that a setting can become; none for one that takes any text."""
    match name:
        case "language":
            return LANGUAGES
        case "theme":
            return THEMES
        case "reduced-motion":
            return tuple(_WORDS)
        case "semantics":
            from debate.analysis.semantics import SEMANTICS

            return tuple(code for code, each in SEMANTICS.items() if each.has_support)
        case _:
            return ()


def parse_setting(name: str, value: str) -> str | bool:
    """Return a typed value as it is kept.

    Args:
        name: One of `SETTINGS` that is a single value, so not `keys`.
        value: What was typed.

    Raises:
        UsageError: it is not a value of that setting.
    """
    is_switch = isinstance(SETTINGS[name], bool)
    word = value.casefold() if is_switch else value
    allowed = allowed_values(name)
    if allowed and word not in allowed:
        raise UsageError(what=name, value=value, candidates=allowed)
    return _WORDS[word] if is_switch else value


def is_sound(name: str, value: object) -> bool:
    """Say whether a value that was kept is one of its setting; an unknown setting takes any."""
    match SETTINGS.get(name):
        case None:
            return True
        case bool():
            return isinstance(value, bool)
        case str():
            allowed = allowed_values(name)
            return isinstance(value, str) and (not allowed or value in allowed)
        case _:
            return isinstance(value, Mapping) and all(
                isinstance(keys, str) for keys in value.values()
            )


def kept_language(folder: Path) -> str | None:
    """Return the language chosen in a data folder, without making or mending anything there.

    It is asked for before every verb, so it needs no TinyDB.

    Args:
        folder: The data folder, which need not exist.

    Returns:
        The language; None when none was chosen, or when the folder cannot be read.
    """
    from debate.store.glance import glance
    from debate.store.layout import Layout

    try:
        value = glance(Layout(folder).app, "settings").get("language", {}).get("value")
    except (OSError, StoreError):
        return None
    return value if is_sound("language", value) else None
