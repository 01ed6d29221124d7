"""Plain JSON in and out, with the fastest reader that is already at hand.

pydantic's reader is twice as fast as the standard one but takes longer to import than a short
journal takes to read. So it is used when the program has loaded it for other reasons, which is
always so where debates are folded, and never where only the list of sessions is shown.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from debate.errors import UsageError

DEPTH_LIMIT = 100
"""The most levels of nesting in a document; either reader takes more."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def dump(value: object) -> bytes:
    """Return `value` as compact JSON.

    Raises:
        UsageError: it is not plain JSON: a set, a NaN, a lone surrogate, or nested too deep.
    """
    try:
        text = _ENCODER.encode(value)
        data = text.encode()
    except (TypeError, ValueError, RecursionError) as exc:
        raise UsageError(what="document", value=type(value).__name__, reason=str(exc)) from exc
    if text.count("{") + text.count("[") > DEPTH_LIMIT and depth(value) > DEPTH_LIMIT:
        raise UsageError(what="document", value=type(value).__name__, reason="nested too deep")
    return data


def load(data: bytes) -> Any:  # noqa: ANN401 (as `json.loads`: whatever JSON can say)
    """Return what the JSON in `data` says.

    Raises:
        ValueError: it is not JSON.
    """
    quick = getattr(sys.modules.get("pydantic_core"), "from_json", None)
    return json.loads(data) if quick is None else quick(data, cache_strings="all")


def copy(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a plain document that shares nothing with it that can change."""
    return {key: _copied(value) for key, value in document.items()}


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return copy(value)
    if isinstance(value, list):
        return [_copied(item) for item in value]
    return value


def depth(value: object) -> int:
    """Return how deep dicts, lists and tuples are nested within `value`."""
    level, layer = 0, [value]
    while layer := [item for item in layer if isinstance(item, (dict, list, tuple))]:
        level += 1
        layer = [
            inner for item in layer for inner in (item.values() if isinstance(item, dict) else item)
        ]
    return level
