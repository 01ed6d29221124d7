"""Line mode for a guest of a room: the verbs of a debate, and none that reach the host's files."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from debate.cli.context import Context
from debate.cli.line import Talk

if TYPE_CHECKING:
    from debate.domain.motion import Language
    from debate.service.workspace import Workspace

GUEST_VERBS = frozenset(
    {
        "list", "show", "results", "decide", "room", "phase", "freeze", "thaw", "close", "reopen",
        "people", "argue", "rebut", "undercut", "support", "revise", "withdraw", "reinstate",
        "relate", "unrelate", "weigh", "adopt", "disown", "ask", "answer", "remark", "restate",
        "judge", "option", "merge", "flag", "hide", "unhide", "resolve", "ballot", "reveal",
        "outcome",
    }
)  # fmt: skip
"""What a guest may say; the law of the debate decides the rest."""


def converse(
    workspace: Workspace,
    source: TextIO,
    out: TextIO,
    *,
    language: Language,
    command: str,
    refused: Callable[[str], None],
) -> int:
    """Talk until the guest leaves; with a command, do it alone.

    Args:
        workspace: The guest's own view of the host's data.
        source: What the guest types.
        out: What is said to them.
        language: Their language.
        command: One line; nothing when empty.
        refused: Told of each verb that is not done from here.

    Returns:
        An exit code of `debate.cli.exits`.
    """
    (session,) = workspace.library.sessions()
    args = Namespace(session=session, lang=language)
    context = Context(args, language=language, environment={}, out=out, workspace=workspace)
    talk = Talk(context, source, verbs=GUEST_VERBS, refused=refused)
    if command:
        return talk.do_alone(session, command)
    talk.greet(session)
    return talk.run()
