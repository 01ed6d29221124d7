"""The verb that serves a debate to a room, with what its ways in want to know."""

from __future__ import annotations

from debate.cli.parser import Grammar, argument
from debate.i18n.marks import N_


def add_verbs(grammar: Grammar) -> None:
    """Add the verb."""
    w = grammar.words
    grammar.verb(
        "host", "host:run", w(N_("serve a debate to a room: people come in by ssh, or by browser")),
        argument("session", nargs="?", metavar="DEBATE",
                 help=w(N_("the debate to serve; the newest when left out"))),
        argument("--facilitate", action="store_true",
                 help=w(N_("lead the debate in this terminal while it is served"))),
        argument("--port", type=int, default=2222, metavar="N",
                 help=w(N_("the port to listen on; 2222 when left out, 0 for a free one"))),
        argument("--address", help=w(N_("the address to listen on; all of this machine when left out"))),
        argument("--only-here", action="store_true", help=w(N_("let nobody in from another machine"))),
        argument("--name", help=w(N_("what people type to reach this machine"))),
        argument("--web", action="store_true", help=w(N_("let browsers in as well"))),
        argument("--web-port", type=int, default=8022, metavar="N",
                 help=w(N_("the port for browsers; 8022 when left out, 0 for a free one"))),
        argument("--new-code", action="store_true", help=w(N_("let another code hold from here on"))),
        argument("--new-key", action="store_true",
                 help=w(N_("show clients another host key; they will be warned"))),
        example='debate host "Monday group" --port 2222',
    )  # fmt: skip
