"""Three people and a facilitator, each with a replica of their own, that hear of each other late."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from debate.domain.debate import Debate
from debate.domain.decide import At, decide
from debate.domain.fact import Fact
from debate.domain.refusal import Refusal
from tests.domain.chance import Chance, Dice, throws
from tests.domain.worlds import ANN, BOB, CAS, FAY, World, picture

PEOPLE = (FAY, ANN, BOB, CAS)
people = st.sampled_from(PEOPLE)


class Replicas(RuleBasedStateMachine):
    """Everybody acts on what they know; facts of one author arrive in that author's order."""

    def __init__(self) -> None:
        """Begin where everybody has joined and everybody has heard so."""
        super().__init__()
        self.world = World(people=PEOPLE[1:])
        self.replicas = dict.fromkeys(PEOPLE, self.world.debate)
        self.unheard: dict[tuple[str, str], list[Fact]] = {}

    @rule(author=people, dice=throws)
    def acts(self, author: str, dice: Dice) -> None:
        """Let somebody try a few things on their own replica."""
        key = next(key for key in PEOPLE if key == author)
        chance = Chance(self.world, dice)
        for _ in range(4):
            answer = decide(self.replicas[key], chance.command(), At(key))
            for event in () if isinstance(answer, Refusal) else answer:
                fact = self.world.fact(key, event)
                self.world.hear(fact)
                self.replicas[key] = self.replicas[key].advanced([fact])
                for other in PEOPLE:
                    if other != key:
                        self.unheard.setdefault((key, other), []).append(fact)

    @rule(author=people, other=people, most=st.integers(1, 5))
    def hears(self, author: str, other: str, most: int) -> None:
        """Bring somebody a few of another's facts."""
        waiting = self.unheard.get((author, other), [])
        for key in PEOPLE:
            if key == other and waiting:
                self.replicas[key] = self.replicas[key].advanced(waiting[:most])
                del waiting[:most]

    @invariant()
    def every_replica_can_be_shown(self) -> None:
        """Look at all that a screen shows."""
        for replica in self.replicas.values():
            picture(replica)

    def teardown(self) -> None:
        """Let everybody hear everything: they must see the same."""
        whole = picture(Debate.empty(self.world.session).advanced(self.world.facts))
        for key in PEOPLE:
            rest = [fact for (_, to), facts in self.unheard.items() if to == key for fact in facts]
            assert picture(self.replicas[key].advanced(rest)) == whole


TestReplicas = Replicas.TestCase
TestReplicas.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
