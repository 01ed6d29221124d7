"""Who may act in a debate, and under which promise about their names."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

Role = Literal["facilitator", "participant", "observer"]
"""A facilitator leads, a participant argues and votes, an observer only reads."""

Contract = Literal["named", "pseudonym", "secret"]
"""What screens and exports show of people, from open to closed.

`named` shows names beside arguments and positions; `pseudonym` shows chosen names only;
`secret` shows neither, and never links one person's arguments, weights and stances.
"""

CONTRACTS: tuple[Contract, ...] = ("named", "pseudonym", "secret")
"""The contracts from the most open to the strictest."""

Channel = Literal["paper", "proxy"]
"""How a person takes part without a device: a facilitator types for them, marked as such."""

PersonName = Annotated[str, StringConstraints(min_length=1, max_length=40)]


def strictest(contracts: frozenset[Contract]) -> Contract:
    """Return the contract that promises the most; `contracts` must not be empty."""
    return max(contracts, key=CONTRACTS.index)
