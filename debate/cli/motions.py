"""Verbs: list, read, check and start motion packs."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.i18n.faults import fault_text

if TYPE_CHECKING:
    from debate.domain.motion import Motion, OpeningArgument, Source
    from debate.store.pack_fault import Fault

MEASURE = 72
"""Cells a line of prose is wrapped at."""


def list_motions(context: Context) -> int:
    """List the motions of every pack, and packs that do not pass their check."""
    shelf, language = context.workspace.shelf, context.language
    if context.is_json:
        context.say_json(
            [
                {"pack": found.id, "id": motion.id, "short": motion.short.within(language),
                 "proposition": motion.proposition.within(language)}
                for found, motion in shelf.motions.values()
            ]
        )  # fmt: skip
        return Exit.DONE
    for found in shelf.packs:
        context.say(f"{found.pack.title.within(language)}  ({found.pack.id})")
        for motion in found.pack.motions:
            context.say(f"  {motion.id:<22} {motion.short.within(language)}")
            used = shelf.motions[motion.id].pack
            if used.id != found.pack.id:
                context.prose(
                    context.t.text(
                        "Not used: the pack “{pack}” has a motion of this id too, and that one "
                        "is debated. Give one of them another id to have both.",
                        pack=used.id,
                    ),
                    "    ",
                )
    for broken in shelf.broken:
        context.say(
            context.t.plural(
                "{folder}: {n} fault; `debate motions check` tells which.",
                "{folder}: {n} faults; `debate motions check` tells which.",
                len(broken.faults),
                folder=broken.folder,
            )
        )
    return Exit.DONE


def show(context: Context) -> int:
    """Read a motion as text."""
    motion = context.workspace.motion(context.args.motion)
    if context.is_json:
        context.say_json(motion.model_dump(mode="json"))
        return Exit.DONE
    _print(context, motion)
    return Exit.DONE


def _print(context: Context, motion: Motion) -> None:
    t, language = context.t, context.language
    context.say(fill(motion.proposition.within(language), MEASURE))
    if motion.polarity == "oppose":
        context.say(t.text("Mind the wording: to be for this motion is to oppose something."))
    for title, text in (
        (t.text("Background"), motion.background),
        (t.text("What a yes means"), motion.yes_means),
        (t.text("What a no means"), motion.no_means),
    ):
        _section(context, title, text.within(language))
    for side, title in (("for", t.text("For")), ("against", t.text("Against"))):
        context.say()
        context.say(title)
        for argument in motion.arguments:
            if argument.side == side:
                _print_argument(context, argument)
    _print_lists(context, motion)


def _print_argument(context: Context, argument: OpeningArgument) -> None:
    context.say(fill(f"• {argument.claim.within(context.language)}", MEASURE))
    grounds = argument.grounds.within(context.language)
    context.say(fill(grounds, MEASURE, initial_indent="  ", subsequent_indent="  "))
    for source in argument.sources:
        context.say("  " + context.t.text("Source: {cite}", cite=_cited(source)))


def _print_lists(context: Context, motion: Motion) -> None:
    t, language = context.t, context.language
    terms = [
        f"{each.word.within(language)}: {each.meaning.within(language)}" for each in motion.terms
    ]
    for title, lines in (
        (t.text("Terms"), terms),
        (t.text("Questions to ask yourself"), [each.within(language) for each in motion.questions]),
        (t.text("Further reading"), [_cited(each) for each in motion.reading]),
        (t.text("Sources"), [_cited(each) for each in motion.sources]),
    ):
        if lines:
            context.say()
            context.say(title)
        for line in lines:
            context.say(fill(f"• {line}", MEASURE, subsequent_indent="  "))


def _section(context: Context, title: str, text: str) -> None:
    context.say()
    context.say(title)
    for paragraph in text.split("\n\n"):
        context.say(fill(paragraph, MEASURE))


def _cited(source: Source) -> str:
    return f"{source.cite} <{source.url}>" if source.url else source.cite


def check(context: Context) -> int:
    """Report every fault of a pack with file, line and how to mend it."""
    from debate.store.packs import check_pack

    folder = context.args.folder
    faults = check_pack(folder)
    if context.is_json:
        context.say_json([_as_json(context, fault) for fault in faults])
    elif faults:
        for fault in faults:
            context.say(f"{folder / fault.file}:{fault.line}: {fault_text(fault, context.t)}")
        context.say(context.t.plural("{n} fault.", "{n} faults.", len(faults)))
    else:
        context.say(context.t.text("This pack passes the check."))
    return Exit.REFUSED if faults else Exit.DONE


def _as_json(context: Context, fault: Fault) -> dict[str, object]:
    return {
        "file": fault.file,
        "line": fault.line,
        "code": fault.code,
        "message": fault_text(fault, context.t),
    }


def new(context: Context) -> int:
    """Start a pack that passes the check."""
    from debate.store.pack_starter import new_pack

    new_pack(context.args.folder)
    said = context.t.text(
        "A pack is in {folder}. Change its words, then `debate motions check {folder}`.",
        folder=context.args.folder,
    )
    return context.tell(said, {"folder": str(context.args.folder)})
