"""Vectors of real Polis conversations, from the folders of votes beside them.

The data is compdemocracy/openData, CC BY 4.0, by The Computational Democracy Project. It is looked
for in the folder that DEBATE_POLIS_DATA names, beside the vectors and in `../data/polis` from there, and
among the conversations kept for tests. What is not there cannot be judged.
"""

from __future__ import annotations

import os
from pathlib import Path

from debate.analysis.acceleration import is_worthwhile
from debate.analysis.groups import Groups, Method, find_groups
from debate.analysis.partition import adjusted_rand_index
from debate.exchange.polis import PolisExport, read_export
from tests.vectors.registry import Case, Document, Skipped, differences, tolerance

KEPT = Path(__file__).parents[1] / "golden" / "polis"
UNMODERATED = ", nothing moderated"
"""How a case says that rejected statements count as the others."""


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one conversation.

    Raises:
        Skipped: Its data is not here.
    """
    name = case["conversation"].removesuffix(UNMODERATED)
    folder = _folder(name, Path(document.get("folder", ".")))
    if folder is None:
        raise Skipped(f"no data of {name}: name its folder in DEBATE_POLIS_DATA")
    export = read_export(folder)
    opinions = export.opinions(moderated=not case["conversation"].endswith(UNMODERATED))
    groups = find_groups(opinions, Method.POLIS, fast=is_worthwhile(opinions.cells))
    assignments = {int(opinions.people[row]): group for row, group in _grouped(groups)}
    found = {
        "participants": len(opinions.people),
        "statements": len(opinions.statements),
        "votes": len(export.votes),
        "in_groups": len(groups.members),
        "k": groups.k,
        "silhouette": {str(k): value for k, value in groups.silhouettes.items()},
        "eigenvalues": groups.projection.variances,
        "group_sizes": sorted(groups.sizes),
        "base_clusters": len(groups.bases),
        "smaller_group_base_ids": _bases_of_the_smallest(groups),
        **_agreement_with_polis(export, assignments),
    }
    within = tolerance(case, document)
    return [
        fault
        for key in sorted(found.keys() & case.keys())
        for fault in differences(key, case[key], found[key], within)
    ]


def _folder(name: str, beside: Path) -> Path | None:
    """Return the folder with a conversation's files, or None when it is nowhere."""
    places = [
        Path(os.environ.get("DEBATE_POLIS_DATA", beside)),
        *(beside / part for part in (".", "polis", "data/polis", "../data/polis", "../polis")),
        KEPT,
    ]
    return next((place / name for place in places if (place / name).is_dir()), None)


def _grouped(groups: Groups) -> zip[tuple[int, int]]:
    """Return the rows that are in a group, with it."""
    return zip(groups.members, groups.labels, strict=True)


def _bases_of_the_smallest(groups: Groups) -> list[int]:
    """Return the places of the base clusters that form the smallest group."""
    smallest = len(groups.sizes) - 1
    return [place for place, group in enumerate(groups.bases) if group == smallest]


def _agreement_with_polis(
    export: PolisExport, assignments: dict[int, int]
) -> dict[str, int | float]:
    """Return how many people Polis grouped too, and how alike its division is."""
    both = sorted(assignments.keys() & export.groups.keys())
    index = adjusted_rand_index(
        [assignments[person] for person in both], [export.groups[person] for person in both]
    )
    return {"compared": len(both), "ari_with_polis_export": index}
