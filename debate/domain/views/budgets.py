"""Budgets hold, whatever devices and programs say: what goes beyond one does not count.

No decision overspends, but two devices that had not heard of each other can do it together, and so
can a program that asks nobody. Of what one person gave on one motion the earliest counts, as far as
the budget goes; the rest is kept and shown to its owner, and counts once there is room for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from debate.domain.ids import ArgumentId, MotionId, ParticipantId
from debate.domain.views.argument import Argument
from debate.domain.views.court import Court, latest_weights
from debate.domain.weight import BUDGET, cost, spent

Wallet = tuple[MotionId, ParticipantId]
"""Of each motion everybody has a budget."""


def affordable(
    arguments: Mapping[ArgumentId, Argument], roots: Mapping[ArgumentId, MotionId], court: Court
) -> dict[ArgumentId, Argument]:
    """Return the arguments whose weights count otherwise than before, as they count now."""
    if court.scheme == "scale":
        return {}
    beyond: dict[ArgumentId, dict[ParticipantId, int]] = {}
    for (_, person), weighed in _wallets(arguments, roots).items():
        if spent(court.scheme, (each.given(person) or 0 for each in weighed)) > BUDGET:
            for argument, value in _left_over(person, weighed, court):
                beyond.setdefault(argument.id, {})[person] = value
    changed = {}
    for name, argument in arguments.items():
        left_over = beyond.get(name, {})
        if argument.beyond != left_over:
            given = {**argument.weights, **argument.beyond}
            counted = {who: given[who] for who in sorted(given) if who not in left_over}
            changed[name] = replace(argument, weights=counted, beyond=left_over)
    return changed


def _wallets(
    arguments: Mapping[ArgumentId, Argument], roots: Mapping[ArgumentId, MotionId]
) -> dict[Wallet, list[Argument]]:
    """Return what everybody weighed of each motion."""
    found: dict[Wallet, list[Argument]] = {}
    for name, argument in arguments.items():
        root = roots.get(name)
        if root is not None:
            for person in (*argument.weights, *argument.beyond):
                found.setdefault((root, person), []).append(argument)
    return found


def _left_over(
    person: ParticipantId, weighed: Sequence[Argument], court: Court
) -> list[tuple[Argument, int]]:
    """Return the weights of one person for which nothing is left, the earliest first."""

    def moment(argument: Argument) -> tuple[str, str]:
        return latest_weights(argument.record, court.people, court.scheme)[person].moment

    left, found = BUDGET, []
    for argument in sorted(weighed, key=moment):
        value = argument.given(person) or 0
        price = cost(court.scheme, value)
        if price <= left:
            left -= price
        else:
            found.append((argument, value))
    return found
