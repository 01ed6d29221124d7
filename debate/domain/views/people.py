"""Who the people are, which devices speak for them, and up to which fact each of them counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from debate.domain.fact import Fact
from debate.domain.ids import DeviceKey, ParticipantId
from debate.domain.state import State
from debate.domain.views.authority import Authority, authority_of
from debate.domain.views.devices import owners_of, retired_of
from debate.domain.views.roles import Roles, roles_of
from debate.domain.views.roster import Person, roster_of
from debate.domain.views.saying import NO_LIMIT, founding, said

__all__ = ["NO_LIMIT", "People", "Person", "founding", "people_of", "said"]


@dataclass(frozen=True, slots=True)
class People:
    """Everybody in a debate, and whose facts count."""

    founder: DeviceKey | None
    by_id: Mapping[ParticipantId, Person]
    """Everybody who ever came, in the order of joining."""
    owners: Mapping[DeviceKey, ParticipantId]
    limits: Mapping[DeviceKey, int]
    """Devices of people who were removed, or that were given up: the last number that counts."""
    authority: Authority = field(default_factory=Authority)
    """Who leads, and whom they removed."""
    roles: Roles = field(default_factory=Roles)
    """As what each person said each fact."""

    @property
    def chief(self) -> ParticipantId | None:
        """The person who opened the debate."""
        return self.owners.get(self.founder) if self.founder else None

    def of(self, device: DeviceKey) -> Person | None:
        """Return the person who speaks through a device, if anybody does."""
        owner = self.owners.get(device)
        return self.by_id.get(owner) if owner else None

    def counts(self, fact: Fact) -> bool:
        """Tell whether its author takes part, and (still) did when the fact was made."""
        return fact.author in self.owners and fact.number <= self.limits.get(fact.author, NO_LIMIT)

    def led(self, fact: Fact) -> bool:
        """Tell whether a fact is a facilitator's."""
        return self.counts(fact) and self.authority.covers(fact)

    def voice(self, fact: Fact) -> ParticipantId | None:
        """Return who said a fact that is to be tallied; None for observers and strangers."""
        if not self.counts(fact):
            return None
        person = self.owners[fact.author]
        if self.authority.covers(fact):
            return person
        role = self.roles.given(person, fact)
        is_watching = role == "observer" if role else self.roles.has_chosen_to_watch(fact)
        return None if is_watching else person

    def voice_for(self, fact: Fact, on_behalf_of: ParticipantId | None) -> ParticipantId | None:
        """Return whose a fact is that a facilitator may have typed for a person on paper."""
        if on_behalf_of is None:
            return self.voice(fact)
        person = self.by_id.get(on_behalf_of)
        if person is None or person.channel is None or not self.led(fact):
            return None
        return None if self.roles.given(person.id, fact) == "observer" else person.id

    def is_facilitator(self, device: DeviceKey) -> bool:
        """Tell whether what a device says next is a facilitator's."""
        return self.authority.leads(device) and device not in self.limits

    def present(self) -> tuple[Person, ...]:
        """Return the people who take part, observers left out, in the order of joining."""
        return tuple(
            person
            for person in self.by_id.values()
            if person.is_present and person.role != "observer"
        )


def people_of(state: State) -> People:
    """Work out who the people are from all that was said about them."""
    facts = tuple(state.people.values())
    opening = founding(state)
    founder = opening.author if opening else None
    owners = owners_of(facts, founder)
    authority = authority_of(facts, founder, owners)
    limits = dict(authority.limits)
    for device, last in retired_of(facts, owners, limits).items():
        limits[device] = min(last, limits.get(device, NO_LIMIT))
    limits = {device: last for device, last in sorted(limits.items()) if last < NO_LIMIT}
    counting = [fact for fact in facts if fact.number <= limits.get(fact.author, NO_LIMIT)]
    roles = roles_of(counting, filter(authority.covers, counting))
    return People(
        founder=founder,
        by_id=roster_of(facts, owners, authority, limits, roles),
        owners=owners,
        limits=limits,
        authority=authority,
        roles=roles,
    )
