"""People with data folders of their own who meet at stores: what the trials of sync share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path

from debate.domain import commands as c
from debate.domain.ids import MotionId
from debate.domain.motion import Motion, Text
from debate.domain.participant import Contract
from debate.domain.refusal import Refusal
from debate.errors import Unreachable
from debate.service.joining import join
from debate.service.new_debate import NewDebate
from debate.service.post import Post
from debate.service.seat import Seat
from debate.service.session import Receipt
from debate.service.wiring import workspace
from debate.sync.remote import Address, Place, RemoteStore
from debate.sync.status import Status
from debate.trust.circle import Circle
from tests.sync.memory_store import MemoryStore, Shelf

WORDS = Text(en="Words", nl="Woorden")
WALK = MotionId("walk")
MOTION = Motion(
    id=WALK, proposition=WORDS, short=WORDS, background=WORDS, yes_means=WORDS, no_means=WORDS
)
MEMORY = "kinto+http://memory"


class Net:
    """Stores by URL and place, some of which may be cut off."""

    def __init__(self) -> None:
        self.shelves: dict[tuple[str, str], Shelf] = {}
        self.cut: set[str] = set()
        self.lying: Mapping[str, type[MemoryStore]] = {}

    def open(self, address: Address, place: Place) -> RemoteStore:
        if address.url in self.cut:
            return Cut(Shelf())
        shelf = self.shelf(address.url, place.name)
        return self.lying.get(address.url, MemoryStore)(shelf)

    def shelf(self, url: str, place: str) -> Shelf:
        return self.shelves.setdefault((url, place), Shelf())


class Cut(MemoryStore):
    """A store that no way leads to."""

    async def prepare(self) -> None:
        raise Unreachable(remote="memory", reason="cut")


class Person:
    """Somebody with a data folder."""

    def __init__(self, folder: Path, net: Net, name: str) -> None:
        self.folder, self.net, self.name = folder, net, name
        self.work = workspace(folder=folder, environment={})
        self.seat: Seat
        self.post: Post

    def begin(self, url: str = MEMORY, contract: Contract = "named") -> Person:
        seat = self.work.begin(NewDebate("Monday", (MOTION,), self.name, contract=contract))
        assert isinstance(seat, Seat)
        self._sit(seat)
        self.post.share(Circle.fresh())
        self.post.add_remote(Address(url))
        return self

    def _sit(self, seat: Seat) -> None:
        self.seat = seat
        self.post = Post(self.work, seat, opener=self.net.open)

    @property
    def circle(self) -> Circle:
        sharing = self.post.sharing
        assert sharing is not None
        return sharing.circle

    async def come(self, circle: Circle, url: str = MEMORY) -> Person:
        """Come in by a circle and take part, if it lets one."""
        arrived = await join(self.work, circle, Address(url), opener=self.net.open)
        self._sit(self.work.open(arrived.session))
        if circle.can_write:
            self.do(c.JoinSession(name=self.name))
        return self

    def do(self, command: c.Command) -> Receipt:
        answer = self.seat.submit(command)
        assert not isinstance(answer, Refusal), answer
        return answer

    def say(self, claim: str) -> str:
        return self.do(c.AddArgument("supports", WALK, claim)).first

    def remove(self, other: Person) -> None:
        """End somebody's part, as the command does."""
        person = other.seat.person
        assert person
        self.do(c.RemoveParticipant(person.id, ""))
        self.post.renew_circle()

    async def sync(self) -> Status:
        """Sync once with the first remote and return how it went."""
        return (await self.post.sync())[0]

    @property
    def claims(self) -> set[str]:
        return {str(each.claim.en) for each in self.seat.debate.floor.arguments.values()}

    @property
    def facts(self) -> set[str]:
        self.seat.session.refresh()
        return {each["id"] for each in self.seat.session.documents()}

    def reopen(self) -> Person:
        """End the program and start it again."""
        session = self.seat.session.id
        self.work.close()
        self.work = workspace(folder=self.folder, environment={})
        self._sit(self.work.open(session))
        return self


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so; give up after half a minute."""
    for _ in range(1500):
        if is_so():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came to be")


def frames_at(net: Net, person: Person, url: str = MEMORY) -> dict[str, bytes]:
    """Return what a store has of a person's debate."""
    return net.shelf(url, person.circle.place.hex()).frames
