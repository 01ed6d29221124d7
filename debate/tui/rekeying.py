"""Other keys for acts: what a key would cost, before it is given to another act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from textual.keys import _normalize_key_list

from debate.tui.keymap import BY_ID, KEYS, LOCAL, WHILE_TYPING, Key

FIXED = frozenset({"escape", "tab", "shift+tab", "ctrl+c", *"0123456789"})
"""Keys that mean one thing everywhere: close, go on, interrupt, and a weight at once."""
_ELSEWHERE = frozenset({"choice", "slider", "show"})
"""Families of acts that are never there while a list has the keys."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why an act cannot have a key."""

    why: Literal["fixed", "typing", "taken"]
    by: Key | None = None
    """The act that has it, when it is taken."""


def keys_of(identifier: str, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of an act as Textual names them, with what a person chose."""
    keys = chosen.get(identifier, "").strip() or BY_ID[identifier].keys
    return tuple(_normalize_key_list(keys).split(","))


def objection(identifier: str, key: str, chosen: Mapping[str, str]) -> Objection | None:
    """Say why an act cannot have a key; None when it can.

    Args:
        identifier: The act.
        key: The key as Textual names it.
        chosen: The keys a person chose before, by act.
    """
    if key in FIXED:
        return Objection("fixed")
    if identifier in WHILE_TYPING and not _is_chord(key):
        return Objection("typing")
    for other in KEYS:
        if other.id != identifier and key in keys_of(other.id, chosen) and _meet(identifier, other):
            return Objection("taken", other)
    return None


def with_key(identifier: str, key: str | None, chosen: Mapping[str, str]) -> dict[str, str]:
    """Return a person's keys with one more; its usual key again when `key` is None."""
    others = {name: keys for name, keys in chosen.items() if name != identifier}
    if key is None or (key,) == keys_of(identifier, {}):
        return others
    return {**others, identifier: key}


def _is_chord(key: str) -> bool:
    """Tell whether a key is never part of what somebody types."""
    return "+" in key or (key.startswith("f") and key[1:].isdigit())


def _meet(identifier: str, other: Key) -> bool:
    """Tell whether two acts can be there at the same time, so that one would hide the other."""
    if BY_ID[identifier].action == other.action:
        return False
    families = {_family(identifier), _family(other.id)}
    are_local = identifier.startswith(LOCAL), other.id.startswith(LOCAL)
    if all(are_local):
        return len(families) == 1 or ("list" in families and not families & _ELSEWHERE)
    return not any(are_local) or bool(families & {"list", "side", "app"})


def _family(identifier: str) -> str:
    return identifier.partition(".")[0]
