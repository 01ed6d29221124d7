"""Verbs: check and mend the data folder, copy it, and put a copy back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.i18n.findings import finding_text
from debate.service.location import data_folder

if TYPE_CHECKING:
    from pathlib import Path

    from debate.store.finding import Finding


def _folder(context: Context) -> Path:
    return data_folder(context.data_dir, context.environment)


def doctor(context: Context) -> int:
    """Say what is wrong in the data folder; mend it when asked."""
    from debate.service.care import doctor_of

    folder, t = _folder(context), context.t
    physician, describe = doctor_of(folder)
    findings = physician.repair(describe) if context.args.repair else physician.examine()
    if context.is_json:
        context.say_json([_as_json(context, each) for each in findings])
    else:
        for each in findings:
            mark = "✓" if each.is_repaired else {"fault": "✗", "warning": "!"}.get(each.level, "·")
            context.say(f"{mark} {each.path}: {finding_text(each, t)}")
        if not findings:
            context.say(t.text("{folder} is in good health.", folder=folder))
    is_bad = any(each.level == "fault" and not each.is_repaired for each in findings)
    return Exit.REFUSED if is_bad else Exit.DONE


def _as_json(context: Context, finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "level": finding.level,
        "path": str(finding.path),
        "is_repaired": finding.is_repaired,
        "details": dict(finding.details),
        "message": finding_text(finding, context.t),
    }


def backup(context: Context) -> int:
    """Copy everything to a file, and read it back."""
    from debate.store.backup import backup as make_backup

    file = context.args.file
    report = make_backup(_folder(context), file, keys=context.args.with_keys)
    if context.is_json:
        context.say_json(
            {"file": str(file), "sessions": report.sessions, "has_keys": report.has_keys}
        )
        return Exit.DONE
    context.say(
        context.t.plural(
            "{n} debate is in {file}, read back and whole.",
            "{n} debates are in {file}, read back and whole.",
            report.sessions,
            file=file,
        )
    )
    if not report.has_keys:
        context.say(
            context.t.text("Your keys are not in it: after a restore you act with a new key.")
        )
    return Exit.DONE


def restore(context: Context) -> int:
    """Put a backup in the place of the data folder; what was there is kept beside it."""
    from debate.store.restore import restore as put_back

    folder, t = _folder(context), context.t
    report = put_back(context.args.file, folder)
    if context.is_json:
        findings = [_as_json(context, each) for each in report.findings]
        context.say_json(
            {"folder": str(folder), "sessions": report.backup.sessions, "findings": findings}
        )
        return Exit.DONE
    context.say(
        t.plural(
            "{n} debate is back in {folder}.",
            "{n} debates are back in {folder}.",
            report.backup.sessions,
            folder=folder,
        )
    )
    for each in report.findings:
        context.say(f"! {each.path}: {finding_text(each, t)}")
    return Exit.DONE
