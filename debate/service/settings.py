"""What a person can choose, and what holds until they do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from debate.errors import UsageError

SETTINGS: Mapping[str, Any] = MappingProxyType(
    {
        "language": "en",
        "theme": "debate-dark",
        "reduced-motion": False,
        "name": "",
        "semantics": "qe",
        "keys": {},
    }
)
"""Name and default of every setting. `keys` maps a binding's id to keys: `keys.argument.add a`."""
_WORDS = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}


def parse_setting(name: str, value: Any) -> Any:  # noqa: ANN401 (plain JSON)
    """Return a typed value as it is kept.

    Raises:
        UsageError: it is not a value of that setting.
    """
    default = SETTINGS[name]
    if not isinstance(default, bool):
        return value
    found = _WORDS.get(str(value).casefold())
    if found is None:
        raise UsageError(what="setting", value=value)
    return found
