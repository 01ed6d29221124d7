"""The words of every lawful "no": what cannot be done, why, and what can be done instead."""

from __future__ import annotations

from collections.abc import Mapping

REFUSALS: Mapping[str, str] = {}
"""The rule that said no, and its sentence; `{name}` is a detail of the refusal."""

DETAILS: Mapping[str, Mapping[str, str]] = {}
"""Details that are themselves codes: the name of the detail, each value it can have, its words."""
