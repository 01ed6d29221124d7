"""Several debates side by side: which ones, what may be seen of each, and what is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from debate.analysis.findings.compared import (
    Compared,
    MotionCompared,
    allows_names,
    compared,
    motion_compared,
)
from debate.analysis.findings.gathering import Common, Group, common_motions
from debate.errors import UsageError
from debate.report.comparing import FORMATS, Format, compared_written
from debate.report.comparing_data import ComparedMaterial
from debate.report.readings.comparing import PARTS, compared_readings, head_readings
from debate.service.elsewhere import open_anywhere
from debate.service.examination import proof_of
from debate.service.findings import findings_of
from debate.service.names import name_of
from debate.service.sight import sight_of

if TYPE_CHECKING:
    from debate.analysis.findings.plain import Plain
    from debate.domain.ids import MotionId
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace

__all__ = [
    "FORMATS",
    "PARTS",
    "Common",
    "Compared",
    "ComparedMaterial",
    "Format",
    "Group",
    "MotionCompared",
    "common_motions",
    "compared_json",
    "compared_material",
    "compared_of",
    "compared_readings",
    "compared_report",
    "group_names",
    "groups_of",
    "head_readings",
    "motion_compared_of",
    "seats_called",
]
FEWEST = 2
"""With fewer groups there is nothing to compare."""
SHORT = 8
"""Characters of an id that tell debates of one title apart."""


def seats_called(workspace: Workspace, names: Sequence[str]) -> tuple[Seat, ...]:
    """Return one's seats in the debates that are to be compared, in the order they were named.

    Args:
        workspace: The data folder.
        names: Titles, ids, or files that `debate export` wrote.

    Raises:
        UsageError: one is not there, one was named twice, or there is only one.
        StoreError: one cannot be read.
    """
    seats = [open_anywhere(workspace, name) for name in names]
    counts = Counter(seat.session.id for seat in seats)
    if len(seats) < FEWEST:
        raise UsageError(what="session", value=", ".join(names), reason="one-group")
    if twice := [
        name for name, seat in zip(names, seats, strict=True) if counts[seat.session.id] > 1
    ]:
        raise UsageError(what="session", value=twice[-1], reason="twice")
    return tuple(seats)


def group_names(seats: Sequence[Seat]) -> tuple[str, ...]:
    """Return what each debate is called beside the others: its title, with its id where that is not enough."""
    titles = [seat.debate.charter.title for seat in seats]
    counts = Counter(titles)
    return tuple(
        title if counts[title] == 1 else f"{title} ({seat.session.id[:SHORT]})"
        for title, seat in zip(titles, seats, strict=True)
    )


def groups_of(seats: Sequence[Seat]) -> tuple[Group, ...]:
    """Return the debates as the people at these seats may see them now."""
    return tuple(map(_group, group_names(seats), seats))


def _group(name: str, seat: Seat) -> Group:
    sight = sight_of(seat)
    return Group(
        name=name,
        debate=seat.debate,
        found=findings_of(seat.debate, seat.session.scales),
        sees=sight.sees,
        sees_totals=sight.sees_totals and sight.sees_weights,
        sees_authors=sight.sees_authors,
    )


def compared_of(groups: tuple[Group, ...]) -> Compared:
    """Return everything that can be said about several groups. Pure: the same groups, the same value."""
    return compared(groups)


def motion_compared_of(groups: tuple[Group, ...], motion: MotionId) -> MotionCompared:
    """Return what can be said about one motion in several groups."""
    return motion_compared(groups, motion, names=allows_names(groups))


def compared_json(groups: tuple[Group, ...], found: Compared) -> dict[str, Plain]:
    """Return a comparison as JSON, with names only where every group's agreement allows them."""
    names = {
        person.id: person.name for group in groups for person in group.debate.people.by_id.values()
    }
    return found.to_json(names if found.has_names else {})


def compared_material(seats: Sequence[Seat], t: Translator) -> ComparedMaterial:
    """Return what a report on several groups is made from."""
    groups = groups_of(seats)
    return ComparedMaterial(
        groups=groups,
        found=compared(groups),
        proofs=tuple(proof_of(seat.session) for seat in seats),
        name_of=lambda group, person: name_of(groups[group].debate, person, t),
    )


def compared_report(seats: Sequence[Seat], form: Format, t: Translator) -> str:
    """Return the report on several groups in one of its forms."""
    return compared_written(compared_material(seats, t), form, t)
