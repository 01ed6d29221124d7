"""Verbs: let people into a debate, and come into one."""

from __future__ import annotations

import asyncio
import io
import sys
from typing import TYPE_CHECKING

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.cli.remotes import account_at, post_of
from debate.cli.streams import complain
from debate.cli.syncing import as_json, outcome, report_round, trouble_lines
from debate.domain import commands as c
from debate.domain.refusal import Refusal
from debate.i18n.messages import refusal_text
from debate.service.names import person_called
from debate.service.post import Post
from debate.trust.invite import link_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debate.service.circles import Sharing
    from debate.service.seat import Seat
    from debate.sync.remote import Address
    from debate.sync.status import Status
    from debate.trust.circle import Circle


def invite(context: Context) -> int:
    """Show the link of a debate, its picture for a telephone, and the code if it has one."""
    post, t = post_of(context), context.t
    sharing, remotes = post.sharing, post.remotes
    if sharing is None or not remotes:
        return context.refuse("invite.nowhere", t.text(
            "This debate is on this device alone: there is nowhere to invite anybody to. Begin with "
            "`debate remote add URL`."))  # fmt: skip
    circle = sharing.circle.read_only if context.args.read_only else sharing.circle
    links = [link_of(circle, each.url) for each in remotes]
    if context.is_json:
        code = sharing.code.reveal() if sharing.code and circle.can_write else None
        context.say_json({"links": links, "code": code})
        return Exit.DONE
    for link in links:
        context.say(link)
    if not context.args.no_qr:
        _draw(context, links[0])
    _explain(context, sharing, is_read=not circle.can_write)
    return Exit.DONE


def _draw(context: Context, link: str) -> None:
    """Draw the link as a QR code."""
    import segno

    picture = io.StringIO()
    segno.make(link, error="l").terminal(out=picture, compact=True, border=2)
    context.out.write(picture.getvalue())


def _explain(context: Context, sharing: Sharing, *, is_read: bool) -> None:
    t = context.t
    if is_read:
        context.prose(t.text("Whoever has this link can read everything that is said, and add "
                             "nothing."))  # fmt: skip
        return
    if sharing.code is not None:
        context.say(t.text("To say aloud: {code}", code=sharing.code.reveal()))
    context.prose(t.text("Whoever has this link can take part: send it as you would send a key. "
                         "They type `debate join -` and paste it."))  # fmt: skip


def join(context: Context) -> int:
    """Come into a debate by a link or a spoken code."""
    from debate.service.joining import join as come_in

    circle, address = _invitation(context)
    arrived = asyncio.run(come_in(context.workspace, circle, address))
    seat, t = context.workspace.open(arrived.session), context.t
    context.say(t.plural("“{title}” is here: {n} fact.", "“{title}” is here: {n} facts.",
                         seat.session.position, title=Post(context.workspace, seat).title))  # fmt: skip
    for each in arrived.statuses:
        for line in trouble_lines(context, each):
            context.say(line)
    if not circle.can_write:
        context.say(t.text("You may read along; what you say here stays here."))
        return _answered(context, seat, arrived.statuses)
    return _sit_down(context, seat, arrived.statuses)


def _answered(context: Context, seat: Seat, statuses: Sequence[Status], **more: str) -> int:
    """Tell a program what it came into, and return the exit code."""
    post = Post(context.workspace, seat)
    context.say_json(
        {
            "session": post.session_id,
            "title": post.title,
            "facts": seat.session.position,
            "takes_part": bool(seat.person and seat.person.is_present),
            "rounds": [as_json(post, each) for each in statuses],
            **more,
        }
    )
    return Exit.REFUSED if more else outcome(statuses)


def _invitation(context: Context) -> tuple[Circle, Address]:
    """Return what a link or a code says, read from standard input for a hyphen."""
    from debate.service.joining import invitation_of

    args = context.args
    text = args.link if args.link != "-" else sys.stdin.readline().strip()
    circle, url = invitation_of(text, args.at or "")
    return circle, account_at(context, url)


def _sit_down(context: Context, seat: Seat, statuses: Sequence[Status]) -> int:
    """Take part under a name, or ask to act for oneself from another device."""
    args, t = context.args, context.t
    if args.device_of:
        person = person_called(seat.debate, args.device_of)
        answer = seat.submit(c.AcceptDevice(person))
        said = t.text("Asked. On your other device: debate devices link DEBATE {key}",
                      key=seat.device[:8])  # fmt: skip
    elif seat.person is not None and seat.person.is_present:
        return _answered(context, seat, statuses)
    else:
        name = args.name or str(context.workspace.choice("name", "")) or None
        answer = seat.submit(c.JoinSession(name=name, as_observer=args.observer))
        said = t.text("You take part.")
    if isinstance(answer, Refusal):
        why = refusal_text(answer, t)
        context.say(t.text("The debate is here; you do not take part yet."))
        complain(why)
        return _answered(context, seat, statuses, refused=answer.rule, message=why)
    context.say(said)
    return _answered(context, seat, report_round(context, Post(context.workspace, seat)))
