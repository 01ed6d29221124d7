"""What became of a ballot, in words that its owner can check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from debate.i18n.marks import N_
from debate.i18n.numbers import format_percent, format_signed

if TYPE_CHECKING:
    from debate.domain.ballot import Ballot
    from debate.i18n.catalog import Translator

STATES: Mapping[str, str] = {
    "sealed": N_("In the journal under seal {code}. Nobody can read it until the reveal."),
    "counted": N_("Counted as you cast it: {holds}. Seal {code} fits what this device kept."),
    "unopened": N_(
        "Cast under seal {code} and not opened: it counts as a ballot of somebody who left. Open "
        "the debate on the device you voted on."
    ),
    "late": N_("Seal {code} came after the reveal: kept, and not counted."),
    "elsewhere": N_(
        "Counted: {holds}. You cast it on another device, so seal {code} can be checked there."
    ),
}
"""Each state of a ballot; `{code}` begins its seal, `{holds}` is what it holds."""


def proof_reading(state: str, code: str, ballot: Ballot | None, t: Translator) -> str:
    """Say what became of a ballot."""
    return t.text(STATES[state], code=code, holds=holds_reading(ballot, t))


def holds_reading(ballot: Ballot | None, t: Translator) -> str:
    """Say what a ballot holds."""
    if ballot is None:
        return t.text("nothing")
    parts = []
    if ballot.stance is not None:
        parts.append(t.text("stance {stance}", stance=format_signed(ballot.stance, t.language, 0)))
    if ballot.confidence is not None:
        sure = format_percent(ballot.confidence / 100, t.language)
        parts.append(t.text("{share} sure", share=sure))
    if ballot.verdict is not None:
        words = {"yes": t.text("yes"), "no": t.text("no"), "abstain": t.text("abstain"),
                 "block": t.text("block")}  # fmt: skip
        parts.append(words[ballot.verdict])
    if ballot.ranking:
        parts.append(t.text("a ranking of {n}", n=sum(map(len, ballot.ranking))))
    return ", ".join(parts) or t.text("nothing")
