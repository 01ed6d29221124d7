"""Verb: the same motions in several debates, in plain sentences or as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.cli.exits import Exit
from debate.cli.report import write_report
from debate.cli.streams import complain
from debate.errors import UsageError
from debate.report.comparing import compared_written
from debate.report.readings.comparing import TITLES
from debate.service.comparing import (
    PARTS,
    compared_material,
    compared_readings,
    head_readings,
    seats_called,
)

if TYPE_CHECKING:
    from debate.cli.context import Context
    from debate.domain.ids import MotionId
    from debate.report.comparing_data import ComparedMaterial
    from debate.service.comparing import Format, MotionCompared


def run(context: Context) -> int:
    """Compare the debates that are named; write a report when a form or a file is asked for."""
    args, t = context.args, context.t
    names = [args.session, *args.others]
    material = compared_material(seats_called(context.workspace, names), t)
    if args.format is not None or args.output is not None:
        form: Format = args.format or "text"
        write_report(context, compared_written(material, form, t), form)
        return _doubt(context, names, material)
    motions = _motions(material, args.motion)
    if context.is_json:
        context.say_json(_as_json(material, [each.motion for each in motions]))
        return _doubt(context, names, material)
    _say_groups(context, material)
    for each in motions:
        _say_motion(context, material, each)
    return _doubt(context, names, material)


def _doubt(context: Context, names: list[str], material: ComparedMaterial) -> int:
    """Say of which debates facts did not count, and return the exit code."""
    doubtful = [
        (name, proof.left_out)
        for name, proof in zip(names, material.proofs, strict=True)
        if proof.left_out
    ]
    for name, count in doubtful:
        complain(
            context.t.plural(
                "{n} fact of {name} does not hold and did not count: `debate verify` tells more.",
                "{n} facts of {name} do not hold and did not count: `debate verify` tells more.",
                count,
                name=name,
            )
        )
    return Exit.REFUSED if doubtful else Exit.DONE


def _motions(material: ComparedMaterial, name: str | None) -> list[MotionCompared]:
    """Return the motions that were asked for: the one that a name begins, or all.

    Raises:
        UsageError: no motion that is compared has that name, or more than one.
    """
    every = list(material.found.motions)
    if name is None:
        return every
    found = [each for each in every if each.motion == name] or [
        each for each in every if each.motion.startswith(name)
    ]
    if len(found) != 1:
        known = tuple(each.motion for each in every)
        raise UsageError.not_one(len(found), what="motion", value=name, candidates=known)
    return found


def _as_json(material: ComparedMaterial, motions: list[MotionId]) -> dict[str, object]:
    whole = material.found.to_json(material.names)
    rows = whole["motions"]
    kept = [each for each in rows if isinstance(each, dict) and each["motion"] in motions] if isinstance(rows, list) else []  # fmt: skip
    return {
        **whole,
        "motions": kept,
        "words": [list(each.words) for each in material.proofs],
        "left_out": [each.left_out for each in material.proofs],
    }


def _say_groups(context: Context, material: ComparedMaterial) -> None:
    t = context.t
    for head, proof in zip(material.found.groups, material.proofs, strict=True):
        people = t.plural("{n} person", "{n} people", head.people)
        context.say(f"{head.name}: {people}  ({' '.join(proof.words)})")
    for each in head_readings(material.groups, material.found, t):
        context.prose(each.text)


def _say_motion(context: Context, material: ComparedMaterial, found: MotionCompared) -> None:
    t = context.t
    put = (group.motion(found.motion) for group in material.groups)
    motion = next(each for each in put if each is not None)
    context.say()
    context.say(f"{motion.proposition.within(context.language)}  [{found.motion}]")
    for part in PARTS:
        context.say()
        context.say(f"{t.text(TITLES[part])}:")
        for each in compared_readings(material.groups, found, part, t, material.name_of):
            if each.sort == "item":
                context.prose(f"- {each.text}", "  ")
            else:
                context.prose(each.text)
