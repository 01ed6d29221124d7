"""Verb: see or change a setting."""

from __future__ import annotations

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.errors import UsageError
from debate.i18n.catalog import LANGUAGES
from debate.service.settings import SETTINGS, parse_setting


def run(context: Context) -> int:
    """Show all settings, one, or change one."""
    args, workspace, t = context.args, context.workspace, context.t
    if args.name is None:
        values = {name: workspace.choice(name, default) for name, default in SETTINGS.items()}
        if context.is_json:
            context.say_json(values)
        else:
            for name, value in values.items():
                context.say(f"{name:<16} {value}")
        return Exit.DONE
    name, _, key = args.name.partition(".")
    if name not in SETTINGS:
        raise UsageError(what="setting", value=args.name, candidates=tuple(SETTINGS))
    if args.value is None:
        context.say(str(workspace.choice(name, SETTINGS[name])))
        return Exit.DONE
    if name == "language" and args.value not in LANGUAGES:
        raise UsageError(what="language", value=args.value)
    if key:
        args.value = {**workspace.choice(name, {}), key: args.value}
    workspace.choose(name, parse_setting(name, args.value))
    context.say(t.text("{name} is now {value}.", name=args.name, value=args.value))
    return Exit.DONE
