"""What a report on several groups is made from, and its two forms for programs: JSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from debate.report.sheet import Row, flat, table_text

if TYPE_CHECKING:
    from debate.analysis.findings.compared import Compared, MotionCompared
    from debate.analysis.findings.gathering import Group
    from debate.analysis.findings.plain import Plain
    from debate.domain.ids import ArgumentId, ParticipantId
    from debate.i18n.catalog import Translator
    from debate.report.material import Proof

FORMAT = 1
"""The number of the JSON document's form; it goes up when a key changes its meaning."""


@dataclass(frozen=True, slots=True)
class ComparedMaterial:
    """Everything a report on several groups is made from."""

    groups: tuple[Group, ...]
    found: Compared
    proofs: tuple[Proof, ...]
    """What a check of each journal found, in the order of the groups."""
    name_of: Callable[[int, ParticipantId], str]
    """What a person of the group at a place is called; asked only where all allow names."""

    @property
    def names(self) -> Mapping[ParticipantId, str | None]:
        """What everybody is called; nobody is unless every group's agreement allows names."""
        if not self.found.has_names:
            return {}
        return {
            person: self.name_of(place, person)
            for place, group in enumerate(self.groups)
            for person in group.debate.people.by_id
        }


def compared_json(material: ComparedMaterial) -> str:
    """Return a comparison as JSON, two spaces in, keys in a fixed order."""
    document: dict[str, Plain] = {
        "format": FORMAT,
        "compared": material.found.to_json(material.names),
        "proofs": [
            {
                "session": each.session,
                "facts": each.facts,
                "words": list(each.words),
                "holds": each.holds,
                "left_out": each.left_out,
            }
            for each in material.proofs
        ],
        "claims": _claims(material),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _claims(material: ComparedMaterial) -> dict[str, Plain]:
    """Return the words of every argument the comparison points at."""
    claims = {
        name: material.groups[place].debate.floor.arguments[name].claim
        for found in material.found.motions
        for place, name in _named(material, found)
    }
    return {name: {"en": claim.en, "nl": claim.nl} for name, claim in claims.items()}


def _named(material: ComparedMaterial, found: MotionCompared) -> Iterator[tuple[int, ArgumentId]]:
    """Yield each argument that is named, with a group in which it can be read."""
    for place, group in enumerate(material.groups):
        for argument in group.voiced(found.motion):
            if argument.author is None:
                yield place, argument.id
    for place, rows in enumerate(found.unraised):
        for each in rows:
            yield each.group, each.argument
            if each.nearest is not None:
                yield place, each.nearest.argument


def compared_sheet(material: ComparedMaterial, t: Translator) -> str:
    """Return a comparison as CSV, one value a row, with the words of what was never raised."""
    return table_text(_rows(material, t))


def _rows(material: ComparedMaterial, t: Translator) -> Iterator[Row]:
    whole = material.found.to_json(material.names)
    for place, head in enumerate(cast("list[dict[str, Plain]]", whole["groups"])):
        yield from flat("", "group", str(place), head)
    for motion in cast("list[dict[str, Plain]]", whole["motions"]):
        name = str(motion.pop("motion"))
        for part, value in motion.items():
            yield from flat(name, part, "", value)
    for found in material.found.motions:
        for place, rows in enumerate(found.unraised):
            for number, each in enumerate(rows, start=1):
                claim = material.groups[each.group].debate.floor.arguments[each.argument].claim
                item = f"{place}.{number}"
                yield (found.motion, "unraised", item, "claim", claim.within(t.language))
