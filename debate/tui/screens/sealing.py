"""Sealing a ballot, on whichever screen: its keys are dim while the law takes no such ballot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from debate.tui.screens.revealing import RevealKeys

if TYPE_CHECKING:
    from debate.domain.commands import SealBallot

SEALING = ("cast_ballot", "save")
"""The actions that seal a ballot."""
SAMPLE_SEAL = "0" * 64
"""A seal that the law takes, in a command that only asks whether it may come."""


class SealKeys(RevealKeys):
    """A ballot that one person fills in; a facilitator also reveals from here."""

    def sample(self) -> SealBallot:
        """Return what this screen would ask for, with `SAMPLE_SEAL`."""
        raise NotImplementedError

    def refusable(self) -> Iterable[str]:
        """Return the acts that only say why they cannot be done, sealing among them."""
        return (*super().refusable(), *SEALING)

    def is_refused(self, action: str) -> bool:
        """Tell whether the law takes no ballot of this moment any more, or not yet."""
        if action in SEALING:
            return self.seat.refusal(self.sample()) is not None
        return super().is_refused(action)
