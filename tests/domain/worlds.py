"""Small debates to test with: people with made-up keys, and facts whose ids no clock can change."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

from debate.domain import commands as c
from debate.domain.ballot import Ballot, Hand, commitment
from debate.domain.charter import Charter
from debate.domain.debate import Debate
from debate.domain.decide import At, decide
from debate.domain.events import KnownEvent, content
from debate.domain.events.decisions import BallotSealed
from debate.domain.fact import Fact
from debate.domain.ids import (
    ArgumentId,
    DeviceKey,
    FactId,
    MotionId,
    OptionId,
    ParticipantId,
    PhaseId,
)
from debate.domain.motion import Motion, OpeningArgument, Option, Source, Text
from debate.domain.refusal import Refusal
from debate.domain.runsheet import OPEN, Phase, RunSheet
from debate.domain.session_id import session_id_of
from debate.domain.state import ArgumentRecord

NONCE = "0123456789abcdef"
START = 1_700_000_000_000


def name_of(*parts: object) -> str:
    """Return 43 characters that stand for the parts, as keys and ids are written."""
    digest = blake2b(json.dumps(parts).encode(), digest_size=32).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def device(name: str) -> DeviceKey:
    """Return the key of somebody's device."""
    return DeviceKey(name_of("device", name))


FAY, ANN, BOB, CAS, EVE = map(device, ("fay", "ann", "bob", "cas", "eve"))
"""Fay founds every debate; Ann, Bob and Cas take part; Eve is never asked in."""
SESSION = session_id_of(FAY, NONCE)


def person(key: DeviceKey) -> ParticipantId:
    """Return the person whose first device has that key."""
    return ParticipantId(key)


def text(words: str) -> Text:
    """Return a text in both languages."""
    return Text(en=words, nl=f"{words} (nl)")


def motion(name: str = "tax") -> Motion:
    """Return a motion with an opening argument on both sides and two options."""
    return Motion(
        id=MotionId(name),
        proposition=text(f"We should do {name}"),
        short=text(name),
        background=text("Background"),
        yes_means=text("Yes"),
        no_means=text("No"),
        arguments=(
            OpeningArgument(
                id=ArgumentId(f"{name}/pro"),
                side="for",
                claim=text("It works"),
                grounds=text("Tried"),
                sources=(Source(cite="A book"),),
            ),
            OpeningArgument(
                id=ArgumentId(f"{name}/con"),
                side="against",
                claim=text("It costs"),
                grounds=text("Counted"),
                sources=(),
            ),
        ),
        options=(Option(id=OptionId(f"{name}/one"), text=text("One")),),
    )


STEPS = RunSheet(
    id="steps",
    title=text("Steps"),
    phases=(
        Phase(id=PhaseId("join"), title=text("Join"), minutes=5, acts=frozenset({"join"})),
        Phase(
            id=PhaseId("write"),
            title=text("Write"),
            minutes=10,
            acts=frozenset({"argue", "revise"}),
        ),
        Phase(
            id=PhaseId("weigh"),
            title=text("Weigh"),
            acts=frozenset({"weigh", "rebut", "undercut", "adopt"}),
        ),
    ),
)
"""A run-sheet in which little is lawful at a time."""


def charter(**changes: Any) -> Charter:  # noqa: ANN401
    """Return a charter of two motions in which everything is lawful, save what is changed."""
    kept: dict[str, Any] = {
        "title": "A debate",
        "motions": (motion("tax"), motion("war")),
        "runsheet": OPEN,
    }
    return Charter(**(kept | changes))


class World:
    """One debate as one replica sees it that hears everything at once."""

    def __init__(self, agreed: Charter | None = None, *, people: Iterable[DeviceKey] = ()) -> None:
        """Let Fay open a debate and join it, and the people after her."""
        self.session = SESSION
        self.debate = Debate.empty(self.session)
        self.facts: list[Fact] = []
        self.minute = 0
        self.do(FAY, c.OpenSession(charter=agreed or charter(), nonce=NONCE))
        self.do(FAY, c.JoinSession(name="Fay"))
        for key in people:
            self.do(key, c.JoinSession(name=f"N-{key[:8]}"))

    def fact(self, author: DeviceKey, event: KnownEvent, **changes: Any) -> Fact:  # noqa: ANN401
        """Make a fact that nobody has heard yet; its id does not depend on its time."""
        self.minute += 1
        number = self.debate.state.heads.get(author, 0) + 1
        body: dict[str, Any] = {
            "a": author,
            "d": json.loads(json.dumps(content(event))),
            "k": event.kind,
            "n": number,
            "s": self.session,
            "t": f"{START + 60_000 * self.minute:013}-0000",
            "v": event.version,
        } | changes
        body["id"] = name_of(self.minute, body["a"], body["n"], body["k"])
        return Fact(body)

    def hear(self, *facts: Fact) -> None:
        """Take facts in."""
        self.facts += facts
        self.debate = self.debate.advanced(facts)

    def say(self, author: DeviceKey, event: KnownEvent, **changes: Any) -> FactId:  # noqa: ANN401
        """Let a device say anything at all, lawful or not."""
        fact = self.fact(author, event, **changes)
        self.hear(fact)
        return fact.id

    def ask(self, author: DeviceKey, command: c.Command) -> tuple[KnownEvent, ...] | Refusal:
        """Decide a command and do nothing with it."""
        return decide(self.debate, command, At(author))

    def do(self, author: DeviceKey, command: c.Command) -> FactId:
        """Do what must be lawful; return the first fact that it became."""
        return self.do_all(author, command)[0]

    def do_all(self, author: DeviceKey, command: c.Command) -> list[FactId]:
        """Do what must be lawful; return the facts that it became."""
        events = self.ask(author, command)
        assert not isinstance(events, Refusal), events
        return [self.say(author, event) for event in events]

    def rule(self, author: DeviceKey, command: c.Command) -> str:
        """Ask what must be refused; return the rule that forbids it."""
        refusal = self.ask(author, command)
        assert isinstance(refusal, Refusal), refusal
        return refusal.rule

    # What tests ask for often ------------------------------------------------------------------

    def argue(self, author: DeviceKey, claim: str = "It is so", target: str = "tax") -> ArgumentId:
        """Let somebody add an argument that supports a motion or another argument."""
        command = c.AddArgument(relation="supports", target=ArgumentId(target), claim=claim)
        return ArgumentId(self.do(author, command))

    def seal(self, author: DeviceKey, ballot: Ballot, **changes: Any) -> FactId:  # noqa: ANN401
        """Let somebody cast a ballot under their own salt."""
        return self.do(author, sealing(author, ballot, **changes))

    def reveal(self, ballot: Ballot) -> FactId:
        """Let Fay end the sealing of ballots of one kind."""
        return self.do(FAY, c.RevealBallots(ballot.motion, ballot.moment, ballot.round))

    def replayed(self) -> Debate:
        """Return the debate as a replica knows it that hears all of it at once."""
        return Debate.empty(self.session).advanced(self.facts)


def salt_of(author: DeviceKey) -> str:
    """Return the salt of all of somebody's ballots."""
    return name_of("salt", author)


def ballot(stance: int = 40, name: str = "tax", **changes: Any) -> Ballot:  # noqa: ANN401
    """Return an opening ballot."""
    kept: dict[str, Any] = {
        "motion": MotionId(name),
        "moment": "opening",
        "stance": stance,
        "confidence": 70,
    }
    return Ballot(**(kept | changes))


def sealing(
    author: DeviceKey, held: Ballot, on_behalf_of: ParticipantId | None = None
) -> c.SealBallot:
    """Return the command that casts a ballot under its author's salt."""
    seal = commitment(held, salt_of(author), Hand(SESSION, author, on_behalf_of))
    return c.SealBallot(held.motion, held.moment, held.round, seal, on_behalf_of)


def seal_of(
    author: DeviceKey,
    held: Ballot,
    on_behalf_of: ParticipantId | None = None,
    **changes: Any,  # noqa: ANN401
) -> BallotSealed:
    """Return the event that casts a ballot under somebody's salt."""
    return BallotSealed(
        motion=held.motion,
        moment=held.moment,
        round=held.round,
        commitment=commitment(held, salt_of(author), Hand(SESSION, author, on_behalf_of)),
        form=2,
        contract="named",
        on_behalf_of=on_behalf_of,
        **changes,
    )


PARTS = ("people", "charter", "schedule", "floor", "polls", "talk", "outcomes")
"""What screens are made of."""


def picture(debate: Debate, parts: Iterable[str] = PARTS) -> dict[str, Any]:
    """Return everything that views say, in the order in which they say it."""
    if not debate.is_open:
        parts = ("people", "polls", "talk", "outcomes")
    return {part: drawn(getattr(debate, part)) for part in parts}


def drawn(value: object) -> Any:  # noqa: ANN401
    """Return a view as plain values that compare with their order."""
    if isinstance(value, Fact):
        return value.id
    if isinstance(value, ArgumentRecord):
        return None
    if isinstance(value, Mapping):
        return tuple((drawn(key), drawn(held)) for key, held in value.items())
    if isinstance(value, tuple | list):
        return tuple(map(drawn, value))
    if is_dataclass(value):
        return tuple((one.name, drawn(getattr(value, one.name))) for one in fields(value))
    return value
