"""Verb: see or change a setting."""

from __future__ import annotations

from collections.abc import Mapping

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.errors import UsageError
from debate.service.settings import SETTINGS, parse_setting

KEYS = "keys"
"""The setting that has parts: one for each act that a key can be given to."""


def run(context: Context) -> int:
    """Show all settings, one, or change one."""
    args, workspace = context.args, context.workspace
    if args.name is None:
        return _tell(
            context, {name: workspace.choice(name, usual) for name, usual in SETTINGS.items()}
        )
    name, dot, act = args.name.partition(".")
    if name not in SETTINGS or (dot and name != KEYS):
        raise UsageError(what="setting", value=args.name, candidates=tuple(SETTINGS))
    if dot:
        return _run_key(context, act)
    if args.value is None:
        return _tell_one(context, workspace.choice(name, SETTINGS[name]))
    if name == KEYS:
        acts = tuple(f"{KEYS}.{each}" for each in _usual_keys())
        raise UsageError(what=KEYS, value=args.value, candidates=acts)
    value = parse_setting(name, args.value)
    workspace.choose(name, value)
    return _tell_change(context, value)


def _run_key(context: Context, act: str) -> int:
    """Show or change the keys of one act."""
    args, workspace = context.args, context.workspace
    usual = _usual_keys()
    if act not in usual:
        acts = tuple(f"{KEYS}.{each}" for each in usual)
        raise UsageError(what="setting", value=args.name, candidates=acts)
    kept = workspace.choice(KEYS, {})
    chosen = kept if isinstance(kept, Mapping) else {}
    if args.value is None:
        return _tell_one(context, chosen.get(act, usual[act]))
    workspace.choose(KEYS, {**chosen, act: args.value})
    return _tell_change(context, args.value)


def _usual_keys() -> Mapping[str, str]:
    """Return the usual keys of every act by its id."""
    from debate.tui.keymap import BY_ID

    return {name: key.keys for name, key in BY_ID.items()}


def _tell(context: Context, values: Mapping[str, object]) -> int:
    if context.is_json:
        context.say_json(values)
    else:
        for name, value in values.items():
            context.say(f"{name:<16} {value}")
    return Exit.DONE


def _tell_one(context: Context, value: object) -> int:
    if context.is_json:
        return _tell(context, {context.args.name: value})
    context.say(str(value))
    return Exit.DONE


def _tell_change(context: Context, value: object) -> int:
    args = context.args
    if context.is_json:
        return _tell(context, {args.name: value})
    context.say(context.t.text("{name} is now {value}.", name=args.name, value=args.value))
    return Exit.DONE
