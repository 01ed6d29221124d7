"""Verbs: bring a debate and its remote stores up to date with each other."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.exits import Exit, exit_of
from debate.cli.remotes import post_of
from debate.i18n.remotes import DOUBLED, LEFT_BEHIND, STATES, refused_text, trouble_text
from debate.service.circles import Circles
from debate.service.post import Post

if TYPE_CHECKING:
    from debate.sync.status import Status


def run(context: Context) -> int:
    """Sync one debate, or all that are shared; follow them when asked."""
    posts = _posts(context)
    if not posts:
        said = context.t.text("No debate here is kept anywhere else. `debate remote add URL` "
                              "does that, sealed.")  # fmt: skip
        return context.tell(said, [])
    if context.args.follow:
        return asyncio.run(_follow(context, posts))
    rounds = [(post, report_round(context, post)) for post in posts]
    if context.is_json:
        context.say_json([as_json(post, each) for post, found in rounds for each in found])
    return max(outcome(found) for _, found in rounds)


def _posts(context: Context) -> list[Post]:
    if context.session_name is not None:
        post = post_of(context)
        return [post] if post.is_on else []
    workspace = context.workspace
    shared = Circles(workspace.library.profile).sessions()
    here = [name for name in shared if name in workspace.library.sessions()]
    return [post for name in here if (post := Post(workspace, workspace.open(name))).is_on]


def report_round(context: Context, post: Post) -> Sequence[Status]:
    """Sync a debate once, say what came of it, and return that."""
    progress = _Progress(context)
    statuses = asyncio.run(post.sync(progress.tell))
    progress.clear()
    context.say(post.title)
    for each in statuses:
        for line in status_lines(context, each):
            context.say(line)
    if post.is_left_behind:
        context.prose("! " + context.t.text(LEFT_BEHIND))
    return statuses


def outcome(statuses: Sequence[Status]) -> int:
    """Return the exit code of a round: the first trouble counts, then frames that are not accepted."""
    for each in statuses:
        if each.error is not None:
            return exit_of(each.error)
    return Exit.REFUSED if any(each.refused for each in statuses) else Exit.DONE


def as_json(post: Post, status: Status) -> dict[str, object]:
    """Return how an exchange of a debate stands, for a program."""
    return {
        "session": post.session_id,
        "remote": status.remote,
        "state": status.state,
        "received": status.received,
        "sent": status.sent,
        "waiting": status.waiting,
        "withheld": status.withheld,
        "refused": dict(Counter(reason for _, reason in status.refused)),
        "error": status.error.code if status.error else None,
        "is_doubled": status.is_doubled,
    }


def status_lines(context: Context, status: Status) -> Iterable[str]:
    """Yield how an exchange stands, for a person."""
    t = context.t
    if status.state == "synced":
        came = t.plural("{n} new fact came in", "{n} new facts came in", status.received)
        went = t.plural("{n} frame went out", "{n} frames went out", status.sent)
        yield f"✓ {status.remote}: {came}, {went}."
    yield from trouble_lines(context, status)


def trouble_lines(context: Context, status: Status) -> Iterable[str]:
    """Yield what is wrong with an exchange, and what it means."""
    t = context.t
    if status.error is not None:
        yield f"✗ {trouble_text(status.error, t)}"
    for reason, count in sorted(Counter(reason for _, reason in status.refused).items()):
        yield f"! {status.remote}: {refused_text(reason, count, t)}."
    if status.lost:
        yield "! " + t.text("{remote} had lost something; it was sent again.",
                            remote=status.remote)  # fmt: skip
    if status.withheld:
        yield "! " + t.plural("{remote} lists {n} frame that it does not hand out.",
                              "{remote} lists {n} frames that it does not hand out.",
                              status.withheld, remote=status.remote)  # fmt: skip
    if status.waiting:
        yield "! " + t.plural("{n} frame follows facts that nobody has sent yet.",
                              "{n} frames follow facts that nobody has sent yet.",
                              status.waiting)  # fmt: skip
    if status.is_doubled:
        yield f"! {t.text(DOUBLED)}"


class _Progress:
    """One line on a terminal that says how far a round is; nothing for a program."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._is_on = sys.stderr.isatty() and not context.is_json
        self._width = 0

    def tell(self, status: Status) -> None:
        if not self._is_on:
            return
        t = self._context.t
        count = f" {status.done}/{status.total}" if status.total else ""
        line = f"{status.remote}: {t.text(STATES[status.state])}{count}"
        print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)
        self._width = len(line)

    def clear(self) -> None:
        if self._width:
            print(f"\r{'':<{self._width}}\r", end="", file=sys.stderr, flush=True)


async def _follow(context: Context, posts: Sequence[Post]) -> int:
    """Follow the stores until the person has had enough, or nobody hears what changes."""
    said: dict[tuple[str, str], tuple[object, ...]] = {}
    following: list[asyncio.Task[None]] = []

    def stop() -> None:
        for each in following:
            each.cancel()

    async with asyncio.TaskGroup() as group:
        for post in posts:
            teller = _Teller(context, post, said, stop)
            following.append(group.create_task(post.live(teller.tell)))
    return Exit.DONE


class _Teller:
    """Says a line for each change that a person would want to know."""

    def __init__(
        self,
        context: Context,
        post: Post,
        said: dict[tuple[str, str], tuple[object, ...]],
        stop: Callable[[], None],
    ) -> None:
        self._context, self._post, self._said, self._stop = context, post, said, stop

    def tell(self, status: Status) -> None:
        if status.state in {"waiting", "syncing"}:
            return
        name = (self._post.session_id, status.remote)
        now = (status.state, status.received, status.sent, status.refused, str(status.error))
        if self._said.get(name) != now:
            self._said[name] = now
            self._say(status)
            if not self._context.is_heard:
                self._stop()

    def _say(self, status: Status) -> None:
        if self._context.is_json:
            self._context.stream_json(as_json(self._post, status))
            return
        for line in status_lines(self._context, status):
            self._context.say(line)
        self._context.out.flush()
