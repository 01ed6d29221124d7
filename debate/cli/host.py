"""Verb: serve a debate to a room, by ssh and by browser."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from debate.cli.bounds import HIGHEST_PORT, must_lie
from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.cli.hangup import end_with_terminal
from debate.errors import UsageError

if TYPE_CHECKING:
    from debate.host.hosting import Counts, Host
    from debate.host.plan import Plan
    from debate.service.seat import Seat

LOOK_EVERY = 0.5
"""Seconds between looks at who is here."""


def run(context: Context) -> int:
    """Open the room, say who is here, and close it on Ctrl+C.

    Raises:
        PartMissing: asyncssh is not installed, or what browsers need.
        PortTaken: another program listens there, or another host serves this debate.
        UsageError: there is no such debate, or none at all, or no such port.
    """
    from debate.host.parts import must_have

    must_lie("--port", context.args.port, 0, HIGHEST_PORT)
    must_lie("--web-port", context.args.web_port, 0, HIGHEST_PORT)
    must_have("asyncssh", extra="host")
    if context.args.web:
        must_have("aiohttp", extra="web")
        must_have("textual_serve", extra="web")
    seat = _seat(context)
    if context.args.new_code and _is_served(context, seat):
        return _renew_code(context, seat)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(context, seat))
    context.say(context.t.text("The room is closed. Everything is kept, the code too."))
    return Exit.DONE


def _seat(context: Context) -> Seat:
    """Return the host's own seat in the debate that is named, or in the newest."""
    name = context.session_name
    if name is None:
        summaries = context.workspace.summaries()
        if not summaries:
            raise UsageError(what="session", value="", reason="missing")
        name = summaries[0].id
    return context.workspace.open(name)


def _is_served(context: Context, seat: Seat) -> bool:
    from debate.host.hosting import is_served

    return is_served(context.workspace, seat.session.id)


def _renew_code(context: Context, seat: Seat) -> int:
    from debate.host.hosting import renew_code

    plate = renew_code(context.workspace, seat)
    said = context.t.text("The code is {code} from here on.", code=plate.code)
    return context.tell(said, {"code": plate.code})


def _plan(context: Context) -> Plan:
    from debate.host.plan import Plan
    from debate.service.network import EVERYWHERE, HERE

    args = context.args
    return Plan(
        address=HERE if args.only_here else args.address or EVERYWHERE,
        port=args.port,
        name=args.name or "",
        is_code_new=args.new_code,
        is_key_new=args.new_key,
        web_port=args.web_port if args.web else None,
    )


async def _serve(context: Context, seat: Seat) -> None:
    from debate.cli.guest_line import converse
    from debate.host.hosting import Host

    ended = asyncio.Event()
    _end_on_signals(ended)
    plan, language = _plan(context), context.language
    async with Host(context.workspace, seat, plan, converse=converse, language=language) as host:
        _say_door(context, host)
        if context.args.facilitate:
            await _lead(context, seat, host, ended)
        await _say_counts(context, host, ended)


async def _lead(context: Context, seat: Seat, host: Host, ended: asyncio.Event) -> None:
    """Show the facilitator's screen in this terminal until it is left; the room stays open.

    The screen is left too when the room is to be closed.
    """
    from debate.host.facilitator import HostProgram
    from debate.host.local import LocalTerminal, can_show, local_client
    from debate.host.visit import Visit

    t = context.t
    if context.is_json or not can_show():
        context.say(t.text("This terminal shows no screen: lead from another one with `debate`."))
        return
    terminal = LocalTerminal(sys.stdin.fileno(), context.out.fileno())
    visit = Visit(
        host.doorway, terminal, local_client(context.environment),
        lambda: HostProgram(context.workspace, seat, language=context.language),
        apology=t.text("Your screen ended with an error. The room is still open."),
    )  # fmt: skip
    with terminal.lent_to(visit):
        leading, closing = visit.begin(), asyncio.ensure_future(ended.wait())
        await asyncio.wait({leading, closing}, return_when=asyncio.FIRST_COMPLETED)
        closing.cancel()
        if ended.is_set():
            visit.leave()
        await leading
    if not ended.is_set():
        context.say(t.text("Your screen is closed, the room is open. Ctrl+C closes it."))


def _end_on_signals(ended: asyncio.Event) -> None:
    """Close the room properly when the system asks for it, or the terminal goes."""
    if sys.platform != "win32":  # there a loop takes no signals, and Ctrl+C interrupts by itself
        loop = asyncio.get_running_loop()
        numbers = {signal.SIGINT, signal.SIGTERM}
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # as `nohup` leaves it
            numbers.add(signal.SIGHUP)
            if sys.stdin.isatty():
                end_with_terminal()
        for number in numbers:
            loop.add_signal_handler(number, ended.set)


def _say_door(context: Context, host: Host) -> None:
    from debate.host.status import door_lines

    plate = host.plate
    if context.is_json:
        context.stream_json(
            {
                "session": host.room.session.id, "join": plate.join_line, "link": plate.link,
                "web": plate.web or None, "code": plate.code, "fingerprint": plate.fingerprint, "port": host.port,
            }
        )  # fmt: skip
    else:
        is_coloured = context.out.isatty() and not context.environment.get("NO_COLOR")
        title = host.room.debate.charter.title
        for line in door_lines(title, plate, context.t, is_coloured=is_coloured):
            print(line, file=context.out)
    context.out.flush()


async def _say_counts(context: Context, host: Host, ended: asyncio.Event) -> None:
    """Say who is here, on one line that changes, or on a new line where there is no terminal."""
    said: Counts | None = None
    code = host.plate.code
    while not ended.is_set():
        counts = host.counts
        if counts != said and not context.is_json:
            said = counts
            _say_line(context, counts)
        host.code()
        if host.plate.code != code:
            code = host.plate.code
            said = None
            print(file=context.out)
            context.say(context.t.text("The code is {code} from here on.", code=code))
        with suppress(TimeoutError):
            await asyncio.wait_for(ended.wait(), LOOK_EVERY)
    if not context.is_json:
        print(file=context.out)


def _say_line(context: Context, counts: Counts) -> None:
    from debate.host.status import counts_line

    line = counts_line(counts, context.t)
    if context.out.isatty():
        print(f"\r\x1b[K{line}", end="", file=context.out)
    else:
        print(line, file=context.out)
    context.out.flush()
