"""Verbs: where a debate is kept besides here, and whether that works."""

from __future__ import annotations

import asyncio
import getpass
import secrets
import sys
from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.errors import UsageError
from debate.i18n.remotes import LEFT_BEHIND, REMARKS
from debate.service.addresses import remote_url
from debate.service.circles import remote_name
from debate.service.post import Post
from debate.sync.remote import Address, Place
from debate.trust.secret import Secret

if TYPE_CHECKING:
    from debate.sync.remote import Probe


def post_of(context: Context) -> Post:
    """Return the mail of the debate that the command names, or of the only one there is.

    Raises:
        UsageError: it names none, and there are more.
    """
    name = context.session_name
    if name is None:
        names = context.workspace.library.sessions()
        if len(names) != 1:
            raise UsageError(what="session", value="", reason="missing")
        name = names[0]
    return Post(context.workspace, context.workspace.open(name))


def add(context: Context) -> int:
    """Keep a debate at a store too, and send it there."""
    from debate.cli.syncing import as_json, outcome, report_round
    from debate.trust.circle import Circle
    from debate.trust.invite import circle_of_code, fresh_code

    post, t = post_of(context), context.t
    address = address_of(context)
    if post.sharing is None and context.args.code:
        code = fresh_code()
        post.share(circle_of_code(code, address.url), Secret(code))
    else:
        post.share(Circle.fresh())
    post.add_remote(address)
    name = remote_name(address.url)
    context.say(t.text("{remote} keeps this debate from now on, sealed.", remote=name))
    statuses = report_round(context, post)
    if context.is_json:
        context.say_json({"remote": name, "rounds": [as_json(post, each) for each in statuses]})
    return outcome(statuses)


def address_of(context: Context) -> Address:
    """Return the store that the command names, with our account there."""
    return account_at(context, remote_url(context.args.url))


def account_at(context: Context, url: str) -> Address:
    """Return a store with our account there, if the command names one."""
    user = getattr(context.args, "user", None)
    return Address(url, user, _password(context, user) if user else None)


def _password(context: Context, user: str) -> Secret:
    """Ask for a password; from a program, read one line."""
    if sys.stdin.isatty():
        return Secret(getpass.getpass(context.t.text("Password of {user}: ", user=user)))
    return Secret(sys.stdin.readline().rstrip("\r\n"))


def status(context: Context) -> int:
    """List the stores of a debate."""
    post, t = post_of(context), context.t
    rows = [
        {"url": each.url, "name": remote_name(each.url), "user": each.user} for each in post.remotes
    ]
    if context.is_json:
        context.say_json(rows)
        return Exit.DONE
    if not rows:
        context.say(t.text("This debate is on this device alone. `debate remote add URL` "
                           "keeps it somewhere else too, sealed."))  # fmt: skip
    for row in rows:
        who = "  " + t.text("as {user}", user=row["user"]) if row["user"] else ""
        context.say(f"{row['url']}{who}")
    sharing = post.sharing
    if sharing is not None and not sharing.circle.can_write:
        context.say(t.text("You may read along; what you say here stays here."))
    if post.is_left_behind:
        context.prose("! " + t.text(LEFT_BEHIND))
    return Exit.DONE


def remove(context: Context) -> int:
    """Stop keeping a debate at a store."""
    post = post_of(context)
    url = context.args.url
    post.circles.remove_remote(post.session_id, url if "://" not in url else remote_url(url))
    said = context.t.text("Nothing goes there any more. What is there stays, sealed.")
    return context.tell(said, {"removed": url})


def test(context: Context) -> int:
    """Try out what a store can do."""
    place = Place(
        secrets.token_hex(16), Secret(secrets.token_hex(16)), Secret(secrets.token_hex(16))
    )
    address = address_of(context)
    probe = asyncio.run(_probed(address, place))
    if context.is_json:
        from dataclasses import asdict

        context.say_json(asdict(probe))
    else:
        _print_probe(context, address, probe)
    return Exit.DONE if probe.can_read and probe.can_write else Exit.REFUSED


async def _probed(address: Address, place: Place) -> Probe:
    from debate.sync.opening import open_store

    store = open_store(address, place)
    try:
        await store.prepare()
        return await store.probe()
    finally:
        await store.close()


def _print_probe(context: Context, address: Address, probe: Probe) -> None:
    t = context.t
    context.say(f"{address.url}  {probe.server}")
    rows = (
        (probe.can_read, t.text("it hands out frames"), t.text("it hands out no frames")),
        (probe.can_write, t.text("it takes frames"), t.text("it takes no frames from us")),
        (probe.is_create_only, t.text("what it has it keeps: nothing is written over"),
         t.text("it writes over what it has; the frames themselves make good for that")),
        (probe.has_cursor, t.text("it can say what is new"),
         t.text("it lists everything each time; fine for a small group")),
    )  # fmt: skip
    for is_so, yes, no in rows:
        context.say(f"  {'✓' if is_so else '·'} {yes if is_so else no}")
    if probe.largest is not None:
        context.say("  " + t.text("largest frame tried: {size} bytes", size=probe.largest))
    for code in probe.remarks:
        context.prose("! " + t.text(REMARKS.get(code, code)), indent="  ")
    if probe.milliseconds is not None:
        context.say("  " + t.text("a quiet question takes {ms} ms", ms=probe.milliseconds))
