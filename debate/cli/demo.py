"""Verb: play one complete short debate through the real service, and print its minutes.

Four seats at one keyboard, a real journal, sealed ballots, and a check of all of it at the end. It
happens in a folder that is gone afterwards, unless the caller keeps it; nobody's debates are touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.demo_script import play
from debate.cli.exits import Exit
from debate.cli.minutes import print_minutes
from debate.service.examination import Examination, examine
from debate.service.findings import findings_json, findings_of
from debate.service.wiring import workspace

if TYPE_CHECKING:
    from debate.service.workspace import Workspace


def run(context: Context) -> int:
    """Play the debate, print its minutes, and say whether everything in it holds."""
    with _folder(context.args.keep) as folder:
        stage = workspace(
            folder=folder, motions=context.motion_folders, environment=context.environment
        )
        try:
            return _run(context, stage)
        finally:
            stage.close()


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep
        return
    with TemporaryDirectory(prefix="debate-demo-") as folder:
        yield Path(folder)


def _run(context: Context, stage: Workspace) -> int:
    session = play(stage, context.t)
    found = examine(session)
    if context.is_json:
        findings = findings_json(session.debate, findings_of(session.debate, session.scales))
        context.say_json({"title": session.debate.charter.title, "holds": found.holds,
                          "facts": found.facts, "findings": findings})  # fmt: skip
        return Exit.DONE if found.holds else Exit.REFUSED
    print_minutes(context, session)
    context.say()
    context.say(_checked(context, found))
    if context.args.keep is not None:
        context.say(context.t.text("Kept: `debate --data-dir {folder} list`.",
                                   folder=context.args.keep))  # fmt: skip
    return Exit.DONE if found.holds else Exit.REFUSED


def _checked(context: Context, found: Examination) -> str:
    t = context.t
    if not found.holds:
        return "✗ " + t.text("Something in this debate does not hold: run `debate verify`.")
    return "✓ " + t.text(
        "Checked: all {facts} facts are signed and in their chains, {ballots} ballots agree with "
        "their seals, and {figures} figures come out the same.",
        facts=found.facts,
        ballots=found.ballots_opened,
        figures=found.figures,
    )
