"""Verbs: the devices that act for one person."""

from __future__ import annotations

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.domain import commands as c
from debate.errors import UsageError
from debate.service.own_devices import OwnDevice, devices_here

MARKS = {"this": "▸", "mine": "·", "asks": "?", "retired": "×"}


def list_devices(context: Context) -> int:
    """List one's devices in a debate, and those that ask to be."""
    t = context.t
    found = devices_here(context.seat())
    if context.is_json:
        context.say_json([{"key": each.key, "standing": each.standing} for each in found])
        return Exit.DONE
    words = {
        "this": t.text("this device"),
        "mine": t.text("acts for you"),
        "asks": t.text("asks to act for you: link it only if it is yours"),
        "retired": t.text("given up"),
    }
    for each in found:
        context.say(f"{MARKS[each.standing]} {each.key[:8]}  {words[each.standing]}")
    return Exit.DONE


def link(context: Context) -> int:
    """Let another device act for oneself."""
    device = _called(context)
    return context.act(c.LinkDevice(device.key), context.t.text("It acts for you from now on."))


def retire(context: Context) -> int:
    """Give up a device that was lost or sold."""
    device = _called(context)
    said = context.t.text("Given up. What it says from here on does not count.")
    return context.act(c.RetireDevice(device.key), said)


def _called(context: Context) -> OwnDevice:
    name = context.args.device
    found = [each for each in devices_here(context.seat()) if each.key.startswith(name)]
    if len(found) != 1:
        raise UsageError.not_one(len(found), what="device", value=name)
    return found[0]
