"""What a person chooses when they start a debate, and what is said first in it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from debate.domain.charter import Charter
from debate.domain.commands import Command, JoinSession, OpenSession
from debate.domain.decide.rules import claim_in
from debate.domain.decide.session import TITLE_LIMIT
from debate.domain.motion import Motion
from debate.domain.participant import Contract
from debate.domain.refusal import Refusal
from debate.domain.runsheet import OPEN, RunSheet
from debate.domain.weight import Scheme

NONCE_BYTES = 16


def fresh_nonce() -> str:
    """Return what makes a session's id unlike every other of the same founder."""
    return secrets.token_hex(NONCE_BYTES)


@dataclass(frozen=True, slots=True)
class NewDebate:
    """What a person chooses when they start a debate."""

    title: str
    motions: tuple[Motion, ...]
    name: str | None = None
    """The name its founder goes by; None stays nameless."""
    scheme: Scheme = "scale"
    contract: Contract = "named"
    runsheet: RunSheet = OPEN

    def refusal(self) -> Refusal | None:
        """Return why no debate can be begun like this; None when one can."""
        title = claim_in(self.title)
        if isinstance(title, Refusal):
            return title
        if len(self.title) > TITLE_LIMIT:
            return Refusal.of("text.too-long", length=len(self.title), limit=TITLE_LIMIT)
        return None

    def first_commands(self, nonce: str) -> tuple[Command, ...]:
        """Return what its founder does first: open it, and take part.

        Args:
            nonce: What the session's id was made of, beside the founder's key.
        """
        charter = Charter(
            title=self.title,
            motions=self.motions,
            runsheet=self.runsheet,
            scheme=self.scheme,
            contract=self.contract,
        )
        return (OpenSession(charter=charter, nonce=nonce), JoinSession(name=self.name))
