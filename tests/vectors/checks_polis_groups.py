"""Vectors of the Polis procedure on small tables of votes."""

from __future__ import annotations

from collections.abc import Sequence

from debate.analysis.groups import Method, find_groups
from debate.analysis.opinions import Opinions
from debate.analysis.partition import adjusted_rand_index
from tests.vectors.registry import Case, Document, differences, tolerance


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one table: who is in, how many groups, who is where."""
    rows = tuple(tuple(row) for row in case["votes"])
    opinions = Opinions(
        people=tuple(f"p{row}" for row in range(len(rows))),
        statements=tuple(f"s{column}" for column in range(len(rows[0]))),
        rows=rows,
    )
    expected, within = dict(case["expected"]), tolerance(case, document)
    return [
        f"{'numpy' if fast else 'pure'}: {fault}"
        for fast in (False, True)
        for fault in _faults(expected, opinions, within, fast=fast)
    ]


def _faults(
    expected: dict[str, object], opinions: Opinions, within: float, *, fast: bool
) -> list[str]:
    """Return the faults of one way to compute the groups."""
    groups = find_groups(opinions, Method.POLIS, fast=fast)
    axes = len(groups.projection.axes)
    found: dict[str, object] = {
        "in_groups": [row in groups.members for row in range(len(opinions.rows))],
        "k": groups.k,
        "labels_up_to_renaming": list(groups.labels),
        "silhouette": {str(k): value for k, value in groups.silhouettes.items()},
        "abs_projection": [
            [abs(value) for value in point[:axes]] for point in groups.projection.positions
        ],
        "eigenvalues": groups.projection.variances,
    }
    faults = []
    for key, value in expected.items():
        if key == "labels_up_to_renaming":
            faults += _same_division(value, groups.labels)
        else:
            faults += differences(key, value, found.get(key, "no such figure"), within)
    return faults


def _same_division(expected: object, found: Sequence[int]) -> list[str]:
    """Return a fault when the labels are not the same division under other names.

    Whoever is in no group may be absent from the expected labels, null or -1.
    """
    given = (
        [label for label in expected if label is not None and label >= 0]
        if isinstance(expected, list)
        else []
    )
    if len(given) == len(found) and adjusted_rand_index(given, found) == 1.0:
        return []
    return [f"labels: expected {expected!r}, found {found!r}"]
