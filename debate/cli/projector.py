"""Verb: the view for a projector, on the whole screen or as plain lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.cli.hangup import end_with_terminal
from debate.errors import UsageError

if TYPE_CHECKING:
    from debate.service.seat import Seat


def run(context: Context) -> int:
    """Show what the room may see of a debate: the newest one when none is named."""
    seat = _seat(context)
    is_plain = context.args.plain or context.is_json or not sys.stdout.isatty()
    if is_plain or not sys.stdin.isatty():
        return _told(context, seat)
    from debate.tui.choosing import LANGUAGE
    from debate.tui.program import Program
    from debate.tui.projecting import ProjectorProgram

    language = context.language
    if getattr(context.args, "lang", None) is None:
        chosen = context.workspace.choice(LANGUAGE, language)
        language = chosen if chosen in Program.LANGUAGES else language
    program = ProjectorProgram(
        context.workspace, language=language, seat=seat, join=context.args.join,
        code=context.args.qr,
    )  # fmt: skip
    end_with_terminal()
    program.run()
    return program.return_code or Exit.DONE


def _seat(context: Context) -> Seat:
    if context.session_name is not None:
        return context.seat()
    summaries = context.workspace.summaries()
    if not summaries:
        raise UsageError(what="session", value="", reason="none")
    return context.workspace.open(summaries[0].id)


def _told(context: Context, seat: Seat) -> int:
    """Tell every slide of the present phase as plain lines."""
    from debate.service.findings import motion_findings_of
    from debate.tui.present.projector import Invitation, Projecting, needs_findings, slides_of
    from debate.tui.present.slides import plain_lines

    debate = seat.debate
    names = debate.charter.motion_ids if needs_findings(debate) else ()
    found = {name: motion_findings_of(debate, name) for name in names}
    invitation = Invitation(context.args.join, context.args.qr)
    slides = slides_of(Projecting(debate, context.t, invitation, found))
    if context.is_json:
        context.say_json([{"key": each.key, "lines": plain_lines(each)} for each in slides])
        return Exit.DONE
    for place, slide in enumerate(slides):
        if place:
            context.say()
        for line in plain_lines(slide):
            context.prose(line)
    return Exit.DONE
