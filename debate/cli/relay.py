"""Verb: serve a room relay, and say how to reach it."""

from __future__ import annotations

from debate.cli.bounds import HIGHEST_PORT, must_lie
from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.i18n.marks import N_
from debate.service.network import is_everywhere, own_address

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(context: Context) -> int:
    """Serve until interrupted.

    Raises:
        UsageError: there is no such port.
    """
    from debate.sync.relay import Relay

    must_lie("--port", context.args.port, 0, HIGHEST_PORT)
    host, port = context.args.listen or LOOPBACK[0], context.args.port
    relay = Relay(host, port)
    address = address_of(host, relay.port)
    try:
        announce(context, address, is_private=host in LOOPBACK)
        relay.serve()
    except KeyboardInterrupt:
        context.say(context.t.text("The relay has stopped. Every device kept what it had."))
    finally:
        relay.close()
    return Exit.DONE


def announce(context: Context, address: str, *, is_private: bool) -> None:
    """Say where the relay is, who can reach it, and what becomes of what it keeps."""
    t = context.t
    if context.is_json:
        context.stream_json({"address": address, "is_private": is_private})
        return
    context.say(t.text("The relay listens at {address}", address=address))
    command = f"debate remote add {address}"
    context.say(t.text("Put a debate there with: {command}", command=command))
    context.prose(t.text("`debate invite` then gives the link with which others come in."))
    reach = (
        N_("Only this machine can reach it; `--listen 0.0.0.0` lets the network in.")
        if is_private
        else N_("Everyone on this network can reach it, and sees sealed frames, sizes and times.")
    )
    context.prose(t.text(reach))
    context.prose(t.text("When it stops it has forgotten everything; the devices put it back."))
    context.say(t.text("Stop: ctrl+c"))
    context.out.flush()


def address_of(host: str, port: int) -> str:
    """Return what others add as a remote."""
    shown = own_address() if is_everywhere(host) else host
    return f"kinto+http://{f'[{shown}]' if ':' in shown else shown}:{port}/v1"
