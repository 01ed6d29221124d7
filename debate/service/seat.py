"""One person's place in a debate: acts are signed with their key, secrets stay in their profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from debate.domain.ballot import Ballot, Hand, commitment
from debate.domain.commands import OpenBallot, SealBallot
from debate.domain.decide import At, decide
from debate.domain.decide.rules import must_act
from debate.domain.events.decisions import BallotSealed
from debate.domain.ids import ArgumentId, DeviceKey, MotionId, ParticipantId
from debate.domain.refusal import Refusal
from debate.domain.views.polls import PollKey
from debate.domain.weight import spent
from debate.trust.ballots import fresh_salt

if TYPE_CHECKING:
    from debate.domain.commands import Command
    from debate.domain.debate import Debate
    from debate.domain.fact import Fact
    from debate.domain.runsheet import Act
    from debate.domain.views.people import Person
    from debate.service.session import Listener, Receipt, Session
    from debate.trust.keys import SigningKey


SAMPLE = "…"
"""Words that the law takes anywhere, in a command that only asks whether it may come."""


class Drawer(Protocol):
    """Where private documents are kept by name, each durable when `put` returns."""

    def get(self, key: str) -> dict[str, Any] | None:
        """Return the document at `key`."""

    def put(self, key: str, document: Mapping[str, Any]) -> None:
        """Keep a document at `key`."""

    def remove(self, key: str) -> None:
        """Let go of the document at `key`."""


class Seat:
    """What one person does and may know in an open debate."""

    def __init__(self, session: Session, key: SigningKey, secrets: Drawer, drafts: Drawer) -> None:
        """Sit down.

        Args:
            session: The debate.
            key: This person's key on this device.
            secrets: Where what opens a sealed ballot is kept until the reveal.
            drafts: Where half-written texts are kept while they are typed.
        """
        self.session = session
        self._key = key
        self._secrets = secrets
        self._drafts = drafts

    @property
    def device(self) -> DeviceKey:
        """The public key that signs what is done here."""
        return self._key.public

    @property
    def debate(self) -> Debate:
        """The debate as it stands."""
        return self.session.debate

    @property
    def person(self) -> Person | None:
        """Who sits here; None before joining."""
        return self.debate.people.of(self.device)

    @property
    def is_facilitator(self) -> bool:
        """Whether this person leads the debate."""
        return self.debate.people.is_facilitator(self.device)

    def submit(self, command: Command) -> Receipt | Refusal:
        """Do something; see `Session.submit`."""
        return self.session.submit(command, self._key)

    def refusal(self, command: Command) -> Refusal | None:
        """Return what the law says against a command as the debate stands; nothing is done.

        A screen asks before somebody writes, with `SAMPLE` for the words that are not there yet.
        """
        decided = decide(self.debate, command, At(self.device))
        return decided if isinstance(decided, Refusal) else None

    def barred(self, act: Act) -> Refusal | None:
        """Return what keeps this person from an act at present, whatever it is about."""
        return must_act(self.debate, At(self.device), act)

    # Following --------------------------------------------------------------------------------

    @property
    def is_followed(self) -> bool:
        """Whether somebody else sees to what other processes append, so that no screen need look."""
        return False

    def follow(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each change of the debate; return what ends that."""
        return self.session.subscribe(listener)

    def catch_up(self) -> bool:
        """Take in what other processes appended, and open ballots that were revealed."""
        changed = self.session.refresh()
        if changed:
            self.open_ballots()
        return changed

    # Weights ----------------------------------------------------------------------------------

    def weights(self, motion: MotionId) -> Mapping[ArgumentId, int]:
        """Return this person's weights on one motion, those beyond the budget too."""
        person = self.person
        if person is None:
            return {}
        return {
            argument.id: value
            for argument in self.debate.floor.under(motion)
            if (value := argument.given(person.id)) is not None
        }

    def spent(self, motion: MotionId) -> int:
        """Return the points or credits this person's weights on a motion cost."""
        return spent(self.debate.charter.scheme, self.weights(motion).values())

    # Ballots ----------------------------------------------------------------------------------

    def cast(
        self, ballot: Ballot, *, on_behalf_of: ParticipantId | None = None
    ) -> Receipt | Refusal:
        """Seal a ballot: what it holds is kept here, and only its commitment is told.

        The secret is durable before the seal is, so that no seal is ever without what opens it.

        Raises:
            StoreError: the disk refused; then the ballot was not cast.
        """
        salt = fresh_salt()
        seal = commitment(ballot, salt, Hand(self.session.id, self.device, on_behalf_of))
        name = self._secret_name(seal)
        self._secrets.put(name, {"salt": salt, "ballot": ballot.model_dump(mode="json")})
        answer = self.submit(
            SealBallot(
                motion=ballot.motion,
                moment=ballot.moment,
                round=ballot.round,
                commitment=seal,
                on_behalf_of=on_behalf_of,
            )
        )
        if isinstance(answer, Refusal):
            self._secrets.remove(name)
        return answer

    def ballot(self, key: PollKey, *, of: ParticipantId | None = None) -> Ballot | None:
        """Return what this person cast in a poll, sealed or not.

        Args:
            key: Motion, moment and round.
            of: The person on paper whose ballot was typed here; oneself when None.
        """
        poll = self.debate.poll(key)
        voter = of or (self.person.id if self.person else None)
        if voter is None or voter not in poll.seals:
            return None
        opened = poll.ballots.get(voter)
        return opened or self.kept(poll.seals[voter])

    def open_ballots(self) -> int:
        """Open every ballot of this device that a facilitator revealed; return how many."""
        return self.session.submit_together(self.openings())

    def openings(self) -> Iterator[tuple[OpenBallot, SigningKey]]:
        """Yield what opens each ballot of this device that a facilitator revealed."""
        for poll in tuple(self.debate.polls.values()):
            if not poll.is_revealed:
                continue
            for voter, seal in poll.seals.items():
                if seal.author == self.device and voter not in poll.ballots:
                    secret = self._secret(seal)
                    if secret is not None:
                        ballot = Ballot.model_validate(secret["ballot"], strict=False)
                        yield OpenBallot(seal.id, secret["salt"], ballot), self._key

    def kept(self, seal: Fact) -> Ballot | None:
        """Return what a seal of this device holds, where this device kept that."""
        secret, event = self._secret(seal), seal.event
        if secret is None or not isinstance(event, BallotSealed):
            return None
        ballot = Ballot.model_validate(secret["ballot"], strict=False)
        fits = event.fits(ballot, secret["salt"], self.session.id, seal.author)
        return ballot if fits else None

    def _secret(self, seal: Fact) -> dict[str, Any] | None:
        event = seal.event
        if not isinstance(event, BallotSealed):
            return None
        return self._secrets.get(self._secret_name(event.commitment))

    def _secret_name(self, seal: str) -> str:
        return f"{self.session.id}/{self.device}/{seal}"

    # Drafts -----------------------------------------------------------------------------------

    def draft(self, place: str) -> dict[str, Any] | None:
        """Return what was half-written at a place, such as `argue/state-threats`."""
        return self._drafts.get(self._draft_name(place))

    def keep_draft(self, place: str, draft: Mapping[str, Any]) -> None:
        """Keep what is half-written, durably."""
        self._drafts.put(self._draft_name(place), draft)

    def drop_draft(self, place: str) -> None:
        """Let go of a draft that was said or given up."""
        self._drafts.remove(self._draft_name(place))

    def _draft_name(self, place: str) -> str:
        return f"{self.session.id}/{self.device}/{place}"
