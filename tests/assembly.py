"""A room full of people in memory: a debate opened, argued and voted in through the service."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any

from debate.domain import commands as c
from debate.domain.ballot import Ballot, Moment
from debate.domain.charter import Charter
from debate.domain.debate import Debate
from debate.domain.events import KnownEvent
from debate.domain.fact import Fact
from debate.domain.ids import ArgumentId, MotionId, OptionId, ParticipantId
from debate.domain.motion import Motion, Option, Text
from debate.domain.participant import Contract
from debate.domain.refusal import Refusal
from debate.domain.runsheet import OPEN, RunSheet
from debate.domain.session_id import session_id_of
from debate.domain.weight import Scheme
from debate.service.clock import Clock
from debate.service.seat import Seat
from debate.service.session import Receipt, Session
from debate.store.memory import MemoryJournal
from debate.trust.keys import SigningKey

NONCE = "0" * 32
START = 1_790_000_000_000
NAMES = (
    *("Adaline", "Bertrand", "Clothilde", "Desmond", "Eleonora", "Fitzgerald", "Guinevere"),
    *("Hildegard", "Ignatius", "Josephine", "Konstantin", "Leopoldine", "Montgomery"),
    *("Nathaniel", "Ottoline", "Persephone", "Quentin", "Rosalinde", "Sebastian", "Theodora"),
)


class Drawer:
    """Private documents in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}

    def get(self, key: str) -> dict[str, Any] | None:
        return self.kept.get(key)

    def put(self, key: str, document: Mapping[str, Any]) -> None:
        self.kept[key] = dict(document)

    def remove(self, key: str) -> None:
        self.kept.pop(key, None)


def motion_called(name: str, options: Sequence[str] = ()) -> Motion:
    """Return a motion with options, all texts in English."""
    return Motion(
        id=MotionId(name),
        proposition=Text(en=f"We should do {name}"),
        short=Text(en=f"Do {name}"),
        background=Text(en="Background."),
        yes_means=Text(en="It is done."),
        no_means=Text(en="It is not done."),
        options=tuple(
            Option(id=OptionId(f"{name}/{each}"), text=Text(en=f"The way of {each}"))
            for each in options
        ),
    )


class Assembly:
    """Some people in one debate; the first of them leads it. `first` numbers the keys they have."""

    def __init__(
        self,
        people: int,
        *,
        contract: Contract = "named",
        scheme: Scheme = "scale",
        motions: Sequence[Motion] = (),
        runsheet: RunSheet = OPEN,
        title: str = "A room full of people",
        first: int = 0,
    ) -> None:
        key = key_of(first)
        session = session_id_of(key.public, NONCE)
        ticks = count(START, 1000)
        self.session = Session(session, MemoryJournal(), Clock(lambda: next(ticks)))
        self.seats = [
            Seat(self.session, key_of(first + n), Drawer(), Drawer()) for n in range(people)
        ]
        charter = Charter(
            title=title,
            motions=tuple(motions) or (motion_called("alpha"),),
            runsheet=runsheet,
            scheme=scheme,
            contract=contract,
        )
        self.do(0, c.OpenSession(charter=charter, nonce=NONCE))
        for number in range(people):
            self.do(number, c.JoinSession(name=NAMES[number % len(NAMES)]))

    @property
    def debate(self) -> Debate:
        return self.session.debate

    @property
    def motion(self) -> MotionId:
        return self.debate.charter.motion_ids[0]

    def ids(self) -> list[ParticipantId]:
        """Return everybody's id, in the order of the seats."""
        return [seat.person.id for seat in self.seats if seat.person is not None]

    def do(self, number: int, command: c.Command) -> Receipt:
        """Let somebody do something that the law allows."""
        answer = self.seats[number].submit(command)
        assert not isinstance(answer, Refusal), answer
        return answer

    def say(self, number: int, event: KnownEvent) -> Fact:
        """Let somebody's changed program say anything at all, lawful or not."""
        session, key = self.session, key_of(number)
        with session.journal.transaction():
            session.journal.append(session._sealed((event,), key))
        session.refresh()
        return self.facts()[-1]

    def facts(self) -> list[Fact]:
        """Return everything that was said."""
        return list(map(Fact, self.session.documents()))

    def argue(
        self, count: int, motion: MotionId | None = None, *, speakers: int = 1
    ) -> list[ArgumentId]:
        """Add arguments, for and against in turn, by the first `speakers` people in turn."""
        return [
            ArgumentId(
                self.do(
                    number % speakers,
                    c.AddArgument(
                        relation="attacks" if number % 2 else "supports",
                        target=motion or self.motion,
                        claim=f"Claim {number} about {motion or self.motion}",
                    ),
                ).first
            )
            for number in range(count)
        ]

    def weigh(
        self, arguments: Sequence[ArgumentId], weight: Callable[[int, int], int | None]
    ) -> None:
        """Let everybody weigh: `weight(person, argument)`, both by number, None for not at all."""
        for person in range(len(self.seats)):
            for place, argument in enumerate(arguments):
                value = weight(person, place)
                if value is not None:
                    self.do(person, c.SetWeight(argument=argument, value=value))

    def vote(
        self,
        moment: Moment,
        ballot: Callable[[int], Mapping[str, Any] | None],
        motion: MotionId | None = None,
        *,
        is_revealed: bool = True,
    ) -> None:
        """Let everybody cast a ballot, and reveal them; None does not vote.

        `motion` None is the ranking of whole motions.
        """
        for number, seat in enumerate(self.seats):
            fields = ballot(number)
            if fields is not None:
                answer = seat.cast(Ballot(motion=motion, moment=moment, **fields))
                assert not isinstance(answer, Refusal), answer
        if is_revealed:
            self.do(0, c.RevealBallots(motion, moment))
            for seat in self.seats:
                seat.open_ballots()


def key_of(number: int) -> SigningKey:
    """Return the same key for the same number."""
    return SigningKey(hashlib.blake2b(f"seat {number}".encode(), digest_size=32).digest())


def camps(person: int, argument: int) -> int:
    """Return weights of two camps: odd people like odd arguments, and all like every fifth."""
    if argument % 5 == 4:
        return 7 + crowd(person, argument) % 4
    return (7 if person % 2 == argument % 2 else 0) + crowd(person, argument) % 4


def crowd(person: int, argument: int) -> int:
    """Return weights without any structure, from 0 to 10."""
    return hashlib.blake2b(f"{person} {argument}".encode(), digest_size=4).digest()[0] % 11
