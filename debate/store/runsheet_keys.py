"""The keys that a run-sheet may have in TOML, and what each must look like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from debate.domain.motion import CLAIM_LIMIT, SHORT_LIMIT
from debate.domain.runsheet import Act, Hidden, Projection
from debate.store.pack_keys import Key
from debate.store.pack_values import LANGUAGES, are_texts, is_name

LONGEST = 600
"""The most minutes a phase may take."""
SCRIPT_LIMIT = 200
"""The most characters of the line to read aloud: the console has three lines of 80 for it."""


def is_minutes(value: object) -> bool:
    """Tell whether a value is a whole number of minutes that a phase may take."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LONGEST


def are_prose(value: object) -> bool:
    """Tell whether a value is a set of texts by language, each of one line or several."""
    return (
        isinstance(value, dict)
        and set(value) <= set(LANGUAGES)
        and all(isinstance(each, str) and bool(each.strip()) for each in value.values())
    )


def _are_among(known: tuple[str, ...], value: object) -> bool:
    return isinstance(value, list) and all(each in known for each in value)


def are_acts(value: object) -> bool:
    """Tell whether a value is a list of acts."""
    return _are_among(get_args(Act), value)


def are_hidden(value: object) -> bool:
    """Tell whether a value is a list of what a phase hides."""
    return _are_among(get_args(Hidden), value)


def are_projections(value: object) -> bool:
    """Tell whether a value is a list of what the projector shows."""
    return _are_among(get_args(Projection), value)


def _quoted(names: tuple[Any, ...]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


SHEET_KEYS: Mapping[str, Key] = {
    "id": Key(is_name, '"our-evening"'),
    "title": Key(are_texts, '{ en = "Our evening", nl = "Onze avond" }', limit=SHORT_LIMIT),
    "summary": Key(
        are_prose, '{ en = "An hour.", nl = "Een uur." }', required=False, limit=CLAIM_LIMIT
    ),
}
PHASE_KEYS: Mapping[str, Key] = {
    "id": Key(is_name, '"weigh"'),
    "title": Key(are_texts, '{ en = "Weigh", nl = "Wegen" }', limit=SHORT_LIMIT),
    "minutes": Key(is_minutes, "10", required=False),
    "acts": Key(are_acts, _quoted(get_args(Act))),
    "hidden": Key(are_hidden, _quoted(get_args(Hidden)), required=False),
    "projector": Key(are_projections, _quoted(get_args(Projection)), required=False),
    "script": Key(
        are_prose,
        '{ en = "Weigh what counts.", nl = "Weeg wat telt." }',
        required=False,
        limit=SCRIPT_LIMIT,
    ),
}
