"""Verbs: begin a debate, show it, change its agreements, throw it away."""

from __future__ import annotations

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.cli.portrait import portrait_of
from debate.cli.portrait_lines import print_portrait
from debate.domain.commands import AmendCharter
from debate.domain.refusal import Refusal
from debate.domain.runsheet import Phase
from debate.service.new_debate import NewDebate


def new(context: Context) -> int:
    """Begin a debate and say how to go on."""
    args, workspace, t = context.args, context.workspace, context.t
    motions = tuple(workspace.motion(name) for name in args.motion or ())
    if not motions:
        from debate.errors import UsageError

        raise UsageError(what="motion", value="", reason="missing")
    title = args.title or motions[0].short.within(context.language)
    runsheet = workspace.runsheet(args.runsheet)
    seat = workspace.begin(
        NewDebate(title, motions, args.name, args.scheme, args.contract, runsheet)
    )
    if isinstance(seat, Refusal):
        return context.answer(seat, "")
    if context.is_json:
        context.say_json({"session": seat.session.id, "title": title})
        return Exit.DONE
    context.say(t.text("Began “{title}” ({id}).", title=title, id=seat.session.id[:8]))
    context.say(_next(context, seat.session.id[:8], runsheet.phases[0]))
    return Exit.DONE


def _next(context: Context, name: str, phase: Phase) -> str:
    """Return what to do in a debate that begins with a phase."""
    if any(act.startswith("ballot-") for act in phase.acts):
        return context.t.text(
            "Next: `debate ballot {id} STANCE`, or `debate` for the screen.", id=name
        )
    return context.t.text(
        "It begins with “{phase}”; `debate phase next {id}` goes on from there. Or `debate` for the "
        "screen.",
        phase=phase.title.within(context.language),
        id=name,
    )


def show(context: Context) -> int:
    """Show a debate, or one motion or argument of it."""
    seat = context.seat()
    is_own = getattr(context.args, "seat", None) is None
    portrait = portrait_of(seat, context.args.item, context.t, is_own=is_own)
    if context.is_json:
        context.say_json(portrait)
    else:
        print_portrait(context, portrait)
    return Exit.DONE


def amend(context: Context) -> int:
    """Change title, motions or agreements."""
    args, workspace = context.args, context.workspace
    return context.act(
        AmendCharter(
            title=args.title,
            motions=tuple(workspace.motion(name) for name in args.motion or ()),
            runsheet=workspace.runsheet(args.runsheet) if args.runsheet else None,
            scheme=args.scheme,
            contract=args.contract,
        ),
        context.t.text("The agreements are changed."),
    )


def discard(context: Context) -> int:
    """Move a debate to the trash."""
    workspace = context.workspace
    name = workspace.discard(context.args.session)
    said = context.t.text("It is in the trash as {name}; `debate put-back` takes it out.",
                          name=name)  # fmt: skip
    return context.tell(said, {"trash": name})


def put_back(context: Context) -> int:
    """Take a debate out of the trash, or list what is in it."""
    workspace, t = context.workspace, context.t
    if context.args.name is None:
        found = workspace.discarded()
        said = "\n".join(f"{name}  {title}".rstrip() for name, title in found)
        rows = [{"name": name, "title": title} for name, title in found]
        return context.tell(said or t.text("The trash is empty."), rows)
    session = workspace.put_back(context.args.name)
    return context.tell(t.text("{id} is back.", id=session[:8]), {"session": session})
