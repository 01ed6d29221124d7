"""Line mode for a guest of a room: the verbs of a debate, and none that reach the host's files."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from debate.cli.context import Context
from debate.cli.line import Talk
from debate.cli.permit import Permit

if TYPE_CHECKING:
    from debate.cli.streams import Lines
    from debate.domain.motion import Language
    from debate.service.workspace import Workspace

GUEST_HANDLERS = frozenset(
    {
        "arguments:argue", "arguments:rebut", "arguments:undercut", "arguments:support",
        "arguments:revise", "arguments:withdraw", "arguments:reinstate", "arguments:weigh",
        "arguments:adopt", "arguments:disown", "arguments:flag", "arguments:hide",
        "arguments:unhide", "arguments:resolve",
        "ballots:cast", "ballots:reveal",
        "debates:show",
        "deciding:run",
        "listing:run",
        "outcomes:draft", "outcomes:list_outcomes", "outcomes:endorse", "outcomes:dissent",
        "outcomes:adopt",
        "people:list_people", "people:rename", "people:leave", "people:enrol", "people:remove",
        "people:reinstate", "people:confirm", "people:grant", "people:withdraw_role",
        "people:assign_side", "people:draw_sides", "people:swap_sides", "people:finish_step",
        "people:hand",
        "phases:next", "phases:undo", "phases:pause", "phases:resume", "phases:show", "phases:go",
        "phases:extend", "phases:freeze", "phases:thaw", "phases:close", "phases:reopen",
        "results:run",
        "room:run",
        "talk:relate", "talk:unrelate", "talk:ask", "talk:answer", "talk:remark", "talk:restate",
        "talk:judge", "talk:option", "talk:propose_merge", "talk:accept_merge",
        "talk:decline_merge",
    }
)  # fmt: skip
"""What a guest may have done, by name: what is added to the grammar later is the host's alone until
somebody decides. The law of the debate decides the rest."""


def converse(
    workspace: Workspace,
    source: Lines,
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
    talk = Talk(context, source, Permit(GUEST_HANDLERS, refused))
    if command:
        return talk.do_alone(session, command)
    talk.greet(session)
    return talk.run()
