"""In which role each fact was said: a change of role counts from where its maker had listened.

What a person said before somebody made an observer of them stays as it was. So nobody who leads can
read off a change of the tally what one person had said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from debate.domain.events.people import ParticipantJoined, RoleGranted
from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, FactId, ParticipantId
from debate.domain.participant import Role
from debate.domain.views.saying import in_order, newest, said


@dataclass(frozen=True, slots=True)
class _Grant:
    """One word of a facilitator on one person's role."""

    fact: Fact
    role: Role
    since: Mapping[DeviceKey, int]

    def reaches(self, fact: Fact) -> bool:
        """Tell whether a fact is one that its maker had not heard of yet."""
        return self.since.get(fact.author, 0) < fact.number


@dataclass(frozen=True, slots=True)
class Roles:
    """Every change of role that counts."""

    grants: Mapping[ParticipantId, tuple[_Grant, ...]] = field(default_factory=dict)
    joins: Mapping[DeviceKey, tuple[Fact, ...]] = field(default_factory=dict)
    """How each device came, and came again, of those that ever came to look on."""

    def assigned(self, person: ParticipantId) -> Role | None:
        """Return the newest role that facilitators gave a person."""
        return _role(self.grants.get(person, ()))

    def given(self, person: ParticipantId, fact: Fact) -> Role | None:
        """Return the role that facilitators had given a person when a fact of theirs was made."""
        grants = self.grants.get(person, ())
        return _role(grant for grant in grants if grant.reaches(fact)) if grants else None

    def has_chosen_to_watch(self, fact: Fact) -> bool:
        """Tell whether its author had come as an observer when a fact was made."""
        joins = self.joins.get(fact.author)
        if joins is None:
            return False
        last = newest(join for join in joins if join.number < fact.number)
        return last is not None and _looks_on(last)


def roles_of(counting: Iterable[Fact], led: Iterable[Fact]) -> Roles:
    """Collect the changes of role.

    Args:
        counting: What people said about themselves that counts.
        led: What facilitators said about people.
    """
    grants: dict[ParticipantId, tuple[_Grant, ...]] = {}
    for fact, event in said(in_order(led), RoleGranted):
        grant = _Grant(fact, event.role, dict(event.since))
        grants[event.participant] = (*grants.get(event.participant, ()), grant)
    joins: dict[DeviceKey, tuple[Fact, ...]] = {}
    for fact, _ in said(in_order(counting), ParticipantJoined):
        joins[fact.author] = (*joins.get(fact.author, ()), fact)
    return Roles(
        grants, {device: each for device, each in joins.items() if any(map(_looks_on, each))}
    )


def _looks_on(join: Fact) -> bool:
    return isinstance(join.event, ParticipantJoined) and join.event.role == "observer"


def _role(grants: Iterable[_Grant]) -> Role | None:
    """Return the role that the newest of some grants gives."""
    by_fact: dict[FactId, _Grant] = {grant.fact.id: grant for grant in grants}
    last = newest(grant.fact for grant in by_fact.values())
    return by_fact[last.id].role if last else None
