"""Verbs: list, read, check and start run-sheets."""

from __future__ import annotations

from textwrap import fill

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.domain.runsheet import RunSheet
from debate.i18n.faults import fault_text

MEASURE = 72
"""Cells a line of prose is wrapped at."""


def list_runsheets(context: Context) -> int:
    """List the run-sheets, the shipped ones and one's own, and files that do not pass their check."""
    language, t = context.language, context.t
    sheets = context.workspace.runsheets.values()
    if context.is_json:
        context.say_json(
            [
                {"id": each.id, "title": each.title.within(language), "minutes": _minutes(each),
                 "phases": len(each.phases)}
                for each in sheets
            ]
        )  # fmt: skip
        return Exit.DONE
    for each in sheets:
        minutes = _minutes(each)
        length = t.text("{minutes} min", minutes=minutes) if minutes else t.text("no clock")
        context.say(f"{each.id:<16} {each.title.within(language):<36} {length}")
    for file, count in context.workspace.broken_runsheets.items():
        context.say(
            t.plural(
                "{file}: {n} fault, so it cannot be used; `debate runsheets check {file}` tells which.",
                "{file}: {n} faults, so it cannot be used; `debate runsheets check {file}` tells which.",
                count,
                file=file,
            )
        )
    return Exit.DONE


def _minutes(sheet: RunSheet) -> int:
    return sum(phase.minutes or 0 for phase in sheet.phases)


def show(context: Context) -> int:
    """Read a run-sheet: its phases, what each allows and hides, and the line to read aloud."""
    sheet, t = context.workspace.runsheet(context.args.runsheet), context.t
    if context.is_json:
        context.say_json(sheet.model_dump(mode="json"))
        return Exit.DONE
    context.say(f"{sheet.title.within(t.language)}  ({sheet.id})")
    context.say(fill(sheet.summary.within(t.language), MEASURE))
    for number, phase in enumerate(sheet.phases, start=1):
        context.say()
        minutes = t.text("{minutes} min", minutes=phase.minutes) if phase.minutes else ""
        context.say(f"{number}. {phase.title.within(t.language)}  [{phase.id}]  {minutes}".rstrip())
        for title, names in ((t.text("allowed"), phase.acts), (t.text("hidden"), phase.hidden)):
            if names:
                words = f"{title}: {', '.join(sorted(names))}"
                context.say(fill(words, MEASURE, initial_indent="   ", subsequent_indent="   "))
        if script := phase.script.within(t.language):
            context.say(fill(f"“{script}”", MEASURE, initial_indent="   ", subsequent_indent="   "))
    return Exit.DONE


def check(context: Context) -> int:
    """Report every fault of a run-sheet with its line and how to mend it."""
    from debate.store.runsheets import check_runsheet

    file, t = context.args.file, context.t
    faults = check_runsheet(file)
    if context.is_json:
        context.say_json(
            [
                {"file": str(file), "line": each.line, "code": each.code,
                 "message": fault_text(each, t)}
                for each in faults
            ]
        )  # fmt: skip
    elif faults:
        for each in faults:
            context.say(f"{file}:{each.line}: {fault_text(each, t)}")
        context.say(t.plural("{n} fault.", "{n} faults.", len(faults)))
    else:
        context.say(t.text("This run-sheet passes the check."))
    return Exit.REFUSED if faults else Exit.DONE


def new(context: Context) -> int:
    """Start a run-sheet that passes the check."""
    from debate.service.workspace import USER_RUNSHEETS
    from debate.store.runsheets import new_runsheet

    file, t = context.args.file, context.t
    new_runsheet(file)
    own = context.workspace.library.layout.folder / USER_RUNSHEETS
    said = t.text(
        "A run-sheet is in {file}. Change its words, then `debate runsheets check {file}`.",
        file=file,
    )
    more = t.text("Put it in {folder} to use it in debates.", folder=own)
    return context.tell(f"{said}\n{more}", {"file": str(file), "folder": str(own)})
