"""Verb: check that one's own ballots were counted as they were cast."""

from __future__ import annotations

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.service.proof import proof_words, proofs_of

SIGNS = {"sealed": "·", "unopened": "!", "late": "!"}
"""What stands before a ballot; a tick before one that was counted."""


def run(context: Context) -> int:
    """Hold every ballot that was cast from here against what was kept here."""
    seat, t = context.seat(), context.t
    seat.open_ballots()
    proofs = proofs_of(seat)
    if context.is_json:
        context.say_json(
            [
                {"motion": each.key[0], "moment": each.key[1], "round": each.key[2],
                 "seal": each.code, "fact": each.fact, "state": each.state,
                 "stance": each.ballot.stance if each.ballot and each.state != "sealed" else None}
                for each in proofs
            ]
        )  # fmt: skip
    else:
        for each in proofs:
            title, words = proof_words(seat, each, t)
            context.say(f"{SIGNS.get(each.state, '✓')} {title}")
            context.prose(words, "  ")
        if not proofs:
            context.say(t.text("No ballot was cast from here."))
    return Exit.DONE
