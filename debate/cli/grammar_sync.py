"""Verbs on remote stores: sync, invitations, devices."""

from __future__ import annotations

from debate.cli.grammar_parts import STORE, charter, seat, session, user
from debate.cli.help_form import Words
from debate.cli.parser import Grammar, Part, argument
from debate.i18n.marks import N_


def add_verbs(grammar: Grammar) -> None:
    """Add the verbs on remote stores."""
    w = grammar.words
    grammar.verb("sync", "syncing:run", w(N_("bring a debate and its remote stores up to date with each other")),
                 _maybe(w, N_("all that are shared when left out")),
                 argument("--follow", action="store_true",
                          help=w(N_("go on until Ctrl+C, every second while something happens"))),
                 example="debate sync")  # fmt: skip
    _remote(grammar)
    _invitations(grammar)
    _organiser(grammar)
    _devices(grammar)


def _maybe(w: Words, text: str) -> Part:
    """Return the argument that may name a debate."""
    return argument("session", nargs="?", metavar="DEBATE", help=w(text))


def _remote(grammar: Grammar) -> None:
    w = grammar.words
    only = N_("needed when there are more than one")
    remote = grammar.family("remote", w(N_("remote stores, through which sealed debates travel")))
    url = argument("url", metavar="URL", help=w(STORE))
    grammar.verb("add", "remotes:add", w(N_("keep a debate at a store too, sealed, and send it there")),
                 url, _maybe(w, only), user(w),
                 argument("--code", action="store_true",
                          help=w(N_("make a short code too, to say aloud; only for a debate that has no link yet"))),
                 into=remote, example='debate remote add /media/stick "Monday group"')  # fmt: skip
    grammar.verb("status", "remotes:status", w(N_("list the stores of a debate")), _maybe(w, only),
                 into=remote, example='debate remote status "Monday group"')  # fmt: skip
    grammar.verb("test", "remotes:test", w(N_("try out what a store can do")), url, user(w),
                 into=remote, example="debate remote test /media/stick")  # fmt: skip
    grammar.verb("remove", "remotes:remove", w(N_("stop keeping a debate at a store; what is there stays")),
                 argument("url", metavar="URL", help=w(N_("its address or name"))), _maybe(w, only),
                 into=remote, example="debate remote remove /media/stick")  # fmt: skip
    grammar.verb("serve", "relay:serve", w(N_("serve a relay for a room, in memory")),
                 argument("--listen", metavar="ADDRESS",
                          help=w(N_("the address to listen on; this machine alone when left out"))),
                 argument("--port", type=int, default=8910, metavar="N",
                          help=w(N_("the port; 8910 when left out, 0 for any that is free"))),
                 into=remote, example="debate remote serve --listen 0.0.0.0")  # fmt: skip


def _invitations(grammar: Grammar) -> None:
    w = grammar.words
    grammar.verb("invite", "inviting:invite", w(N_("show the link that lets people into a debate")),
                 _maybe(w, N_("needed when there are more than one")),
                 argument("--read-only", action="store_true", help=w(N_("a link with which one can only read"))),
                 argument("--no-qr", action="store_true", help=w(N_("without the picture for a telephone"))),
                 example='debate invite "Monday group"')  # fmt: skip
    grammar.verb("join", "inviting:join", w(N_("come into a debate by its link or code")),
                 argument("link", metavar="LINK",
                          help=w(N_("the link or code; a hyphen reads it from standard input, where others do not see it"))),
                 argument("--at", metavar="URL", help=w(N_("the store, for a code, or when it is elsewhere for you"))),
                 argument("--name", help=w(N_("the name you go by"))),
                 user(w),
                 argument("--observer", action="store_true", help=w(N_("look on, without a voice"))),
                 argument("--device-of", metavar="NAME",
                          help=w(N_("this is another device of somebody who takes part: you"))),
                 example="debate join - --name Ben")  # fmt: skip


def _organiser(grammar: Grammar) -> None:
    w = grammar.words
    organise = grammar.family(
        "organise", w(N_("begin break-out groups at one store, and find them again"))
    )
    grammar.verb("begin", "organising:begin", w(N_("begin a debate for each group, and show their links")),
                 argument("title", metavar="TITLE", help=w(N_("what all groups are called; each gets its number"))),
                 argument("url", metavar="URL", help=w(STORE)),
                 argument("--groups", type=int, required=True, metavar="N", help=w(N_("how many groups"))),
                 *charter(w),
                 user(w),
                 into=organise,
                 example="debate organise begin Monday /media/stick --groups 6 --motion state-threats")  # fmt: skip
    grammar.verb("links", "organising:links", w(N_("show the links of groups again")),
                 argument("title", nargs="?", metavar="TITLE", help=w(N_("needed when you organise more"))),
                 into=organise, example="debate organise links")  # fmt: skip
    grammar.verb("find", "organising:find_groups", w(N_("fetch every group, to see them side by side")),
                 argument("link", nargs="?", metavar="LINK",
                          help=w(N_("the organiser's link; a hyphen reads it from standard input, where others do not see it; what is kept here when left out"))),
                 argument("--at", metavar="URL", help=w(N_("the store, when it is elsewhere for you"))),
                 into=organise, example="debate organise find -")  # fmt: skip


def _devices(grammar: Grammar) -> None:
    w = grammar.words
    devices = grammar.family("devices", w(N_("the devices that act for you")))
    key = argument("device", metavar="KEY", help=w(N_("the first characters of its key")))
    grammar.verb("list", "devices:list_devices", w(N_("list them, and those that ask to")), session(w), seat(w),
                 into=devices, example='debate devices list "Monday group"')  # fmt: skip
    grammar.verb("link", "devices:link", w(N_("let another device act for you")), session(w), key,
                 into=devices, example='debate devices link "Monday group" vaEvBCkk')  # fmt: skip
    grammar.verb("retire", "devices:retire", w(N_("give up a device that was lost or sold")), session(w), key,
                 into=devices, example='debate devices retire "Monday group" vaEvBCkk')  # fmt: skip
