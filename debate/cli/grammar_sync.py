"""Verbs on remote stores."""

from __future__ import annotations

from debate.cli.parser import Grammar, argument
from debate.i18n.marks import N_


def add_verbs(grammar: Grammar) -> None:
    """Add the verbs on remote stores."""
    w = grammar.words
    remote = grammar.family("remote", w(N_("remote stores, through which sealed debates travel")))
    grammar.verb("serve", "relay:serve", w(N_("serve a relay for a room, in memory")),
                 argument("--listen", metavar="ADDRESS",
                          help=w(N_("the address to listen on; this machine alone when left out"))),
                 argument("--port", type=int, default=8910, metavar="N",
                          help=w(N_("the port; 8910 when left out, 0 for any that is free"))),
                 into=remote, example="debate remote serve --listen 0.0.0.0")  # fmt: skip
