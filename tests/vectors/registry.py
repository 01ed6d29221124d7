"""Which checker answers for which measure; a checker is imported when its measure is met.

A vector file is a JSON object with a `measure`, a `tolerance` and `cases`. The module
`tests.vectors.checks_<measure>` has a function `check(case, document)` that returns the faults of
one case in words; no fault means that the case holds. A checker looks at the keys that a case has,
never at its `id`, so that other cases of the same form can be run. The runner adds the key `folder`
to the document: the folder the file came from, for cases that name data beside it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

Case = Mapping[str, Any]
Document = Mapping[str, Any]
Checker = Callable[[Case, Document], list[str]]

MEASURES = frozenset(
    {
        "attribution",
        "base_score",
        "dri",
        "gradual_strength",
        "group_compare",
        "participation",
        "polarisation",
        "polis_groups",
        "polis_real",
        "polis_repness",
        "shift",
        "votes",
    }
)
"""Every measure that has a checker."""


class Skipped(Exception):
    """Raised by a checker that cannot judge a case here, because its data is missing, say.

    Such a case counts neither as passed nor as failed: a number that nobody computed did not hold.
    """


def checker(measure: str) -> Checker | None:
    """Return the checker of `measure`, or None when nobody answers for it."""
    if measure not in MEASURES:
        return None
    check: Checker = import_module(f"tests.vectors.checks_{measure}").check
    return check


def tolerance(case: Case, document: Document) -> float:
    """Return how far a number may be off: the case's word, then the file's, then 1e-9."""
    return float(case.get("tol", case.get("tolerance", document.get("tolerance", 1e-9))))


def differences(where: str, expected: object, found: object, within: float) -> Iterator[str]:
    """Yield, in words, each place where `found` is not `expected`.

    Args:
        where: The name of the value, for the message.
        expected: A number, text, None, or lists and mappings of those, as read from JSON.
        found: The value to judge, of the same shape; tuples count as lists.
        within: The largest absolute difference that two numbers may have.
    """
    if isinstance(expected, Mapping):
        yield from _mapping_differences(where, expected, found, within)
    elif isinstance(expected, list | tuple):
        yield from _list_differences(where, expected, found, within)
    elif not _agree(expected, found, within):
        yield f"{where}: expected {expected!r}, found {found!r}"


def _mapping_differences(
    where: str, expected: Mapping[str, object], found: object, within: float
) -> Iterator[str]:
    """Compare two mappings key by key; a missing or extra key is a difference."""
    if not isinstance(found, Mapping) or set(expected) != set(found):
        yield f"{where}: expected {expected!r}, found {found!r}"
        return
    for key, value in expected.items():
        yield from differences(f"{where}.{key}", value, found[key], within)


def _list_differences(
    where: str, expected: list[object] | tuple[object, ...], found: object, within: float
) -> Iterator[str]:
    """Compare two lists item by item; another length is a difference."""
    if not isinstance(found, list | tuple) or len(expected) != len(found):
        yield f"{where}: expected {expected!r}, found {found!r}"
        return
    for index, (left, right) in enumerate(zip(expected, found, strict=True)):
        yield from differences(f"{where}[{index}]", left, right, within)


def _agree(expected: object, found: object, within: float) -> bool:
    """Tell whether two plain values are the same; numbers may differ by `within`."""
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    if isinstance(expected, int | float) and isinstance(found, int | float):
        return math.isclose(expected, found, rel_tol=0.0, abs_tol=within)
    return expected == found
