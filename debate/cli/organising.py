"""Verbs: begin groups at one store, hand out their links, and find them again."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from debate.cli.bounds import must_lie
from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.cli.remotes import address_of
from debate.cli.syncing import outcome, trouble_lines
from debate.domain.refusal import Refusal
from debate.errors import UsageError
from debate.service.addresses import remote_url
from debate.service.new_debate import NewDebate
from debate.service.organising import Gathering, Gatherings, Placed, find, organise
from debate.sync.remote import Address
from debate.trust.invite import link_of
from debate.trust.organiser import (
    MOST_GROUPS,
    Organiser,
    organiser_link,
    read_organiser_link,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def begin(context: Context) -> int:
    """Begin a debate for each group, send it to the store, and show the links."""
    args, workspace, t = context.args, context.workspace, context.t
    must_lie("groups", args.groups, 1, MOST_GROUPS)
    motions = tuple(workspace.motion(name) for name in args.motion or ())
    if not motions:
        raise UsageError(what="motion", value="", reason="missing")
    new = NewDebate(
        args.title,
        motions,
        args.name,
        args.scheme,
        args.contract,
        workspace.runsheet(args.runsheet),
    )
    gathering = Gathering(Organiser.fresh(), address_of(context), args.title, args.groups)
    placed = asyncio.run(organise(workspace, gathering, new))
    if isinstance(placed, Refusal):
        return context.answer(placed, "")
    if context.is_json:
        context.say_json({**_links(gathering), "sessions": [each.session for each in placed]})
    else:
        _say_links(context, gathering)
        context.prose(t.text(
            "Hand each group its own link; keep the organiser's for yourself: whoever has it is in "
            "every group. `debate organise links` shows them again."
        ))  # fmt: skip
    return _troubles(context, placed)


def links(context: Context) -> int:
    """Show the links of groups that were organised or found here."""
    gathering = Gatherings(context.workspace.library.profile).called(context.args.title)
    if context.is_json:
        context.say_json(_links(gathering))
    else:
        _say_links(context, gathering)
    return Exit.DONE


def find_groups(context: Context) -> int:
    """Fetch the groups of an organiser, and say what is known of each."""
    gathering, t = _gathering(context), context.t
    placed = asyncio.run(find(context.workspace, gathering))
    numbers = [each.number for each in placed]
    if gathering.organiser.name not in {
        each.organiser.name for each in Gatherings(context.workspace.library.profile).all()
    }:
        known = Gathering(
            gathering.organiser, gathering.address, gathering.title, max(numbers, default=0)
        )
        Gatherings(context.workspace.library.profile).keep(known)
    if context.is_json:
        context.say_json([_as_json(context, each) for each in placed])
        return _troubles(context, placed)
    for each in placed:
        context.say(_line(context, each))
    found = [each.session for each in placed if each.session is not None]
    if not found:
        context.say(t.text("There are no groups of this organiser at that store."))
        return Exit.REFUSED
    names = " ".join(name[:8] for name in found)
    context.say(t.text("Side by side: {command}", command=f"debate compare {names}"))
    return _troubles(context, placed)


def _gathering(context: Context) -> Gathering:
    """Return what a link says, read from standard input for a hyphen; without one, what is kept."""
    args = context.args
    if args.link is None:
        return Gatherings(context.workspace.library.profile).called(None)
    text = args.link if args.link != "-" else sys.stdin.readline().strip()
    url, organiser = read_organiser_link(text)
    address = Address(remote_url(args.at) if args.at else remote_url(url))
    return Gathering(organiser, address, organiser.name[:8], 0)


def _links(gathering: Gathering) -> dict[str, object]:
    url = gathering.address.url
    numbers = range(1, gathering.groups + 1)
    return {
        "title": gathering.title,
        "organiser": organiser_link(gathering.organiser, url),
        "groups": [link_of(gathering.organiser.circle(number), url) for number in numbers],
    }


def _say_links(context: Context, gathering: Gathering) -> None:
    t, url = context.t, gathering.address.url
    for number in range(1, gathering.groups + 1):
        context.say(t.text("Group {number}:", number=number))
        context.say(f"  {link_of(gathering.organiser.circle(number), url)}")
    context.say(t.text("For the organiser alone:"))
    context.say(f"  {organiser_link(gathering.organiser, url)}")


def _line(context: Context, each: Placed) -> str:
    """Say what is known of one group."""
    t = context.t
    if each.session is None:
        return "✗ " + t.text(
            "Group {number}: several debates claim its place, so none of them was taken in.",
            number=each.number,
        )
    session = context.workspace.open(each.session).session
    charter = session.debate.charter
    people = t.plural("{n} person", "{n} people", len(session.debate.people.present()))
    facts = t.plural("{n} fact", "{n} facts", session.position)
    return f"{each.number}. {charter.title}  ({each.session[:8]}): {people}, {facts}"


def _as_json(context: Context, each: Placed) -> dict[str, object]:
    if each.session is None:
        return {"number": each.number, "session": None}
    session = context.workspace.open(each.session).session
    return {
        "number": each.number,
        "session": each.session,
        "title": session.debate.charter.title,
        "people": len(session.debate.people.present()),
        "facts": session.position,
    }


def _troubles(context: Context, placed: Sequence[Placed]) -> int:
    """Say what went wrong with a store, once, and return the exit code."""
    statuses = [status for each in placed for status in each.statuses]
    if not context.is_json:
        for line in dict.fromkeys(
            line for each in statuses for line in trouble_lines(context, each)
        ):
            context.say(line)
    doubtful = Exit.REFUSED if any(each.session is None for each in placed) else Exit.DONE
    return outcome(statuses) or doubtful
