"""Debates to measure with: every fact signed by its author, in a journal as the program keeps it."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import NamedTuple

from debate.domain.charter import Charter
from debate.domain.events import KnownEvent, content
from debate.domain.events.arguments import ArgumentAdded, WeightSet
from debate.domain.events.people import ParticipantJoined
from debate.domain.events.session import SessionOpened
from debate.domain.ids import ArgumentId, MotionId, SessionId
from debate.domain.motion import Motion, Text
from debate.domain.runsheet import OPEN
from debate.domain.session_id import session_id_of
from debate.service.clock import Clock
from debate.service.resumption import keep_snapshot, open_session
from debate.service.wiring import wall_clock, workspace
from debate.service.workspace import Workspace
from debate.store.journal import TABLE
from debate.store.lines import Operation, encode
from debate.trust.envelope import Document, Head, Item, extend
from debate.trust.keys import SigningKey

MOTION = MotionId("benchmark")
PEOPLE = 20
ROOTS = 100
"""Arguments about the motion itself; the rest are replies."""
START = 1_760_000_000_000
NONCE = "0" * 32


class Size(NamedTuple):
    """How much was said in a debate."""

    arguments: int
    weights: int


LARGE = Size(5_000, 5_000)
SMALL = Size(10, 10)


def text(words: str) -> Text:
    """Return a text that is the same in both languages."""
    return Text(en=words, nl=words)


def charter() -> Charter:
    """Return the charter of a debate about one motion, with no opening arguments."""
    motion = Motion(
        id=MOTION,
        proposition=text("This house would measure"),
        short=text("Measuring"),
        background=text("Background"),
        yes_means=text("Yes"),
        no_means=text("No"),
        arguments=(),
        options=(),
    )
    return Charter(title="Benchmark", motions=(motion,), runsheet=OPEN)


class Writer:
    """Writes the facts of several people, one after the other."""

    def __init__(self, session: SessionId) -> None:
        """Begin with nothing said."""
        self.documents: list[Document] = []
        self._session = session
        self._heads: dict[str, Head] = {}
        self._times = (f"{START + tick}-0000" for tick in count())

    def say(self, key: SigningKey, event: KnownEvent) -> ArgumentId:
        """Add one fact and return its id."""
        item = Item(event.kind, content(event), event.version)
        before = self._heads.get(key.public)
        (document,) = extend(before, [item], key, self._session, [next(self._times)])
        self._heads[key.public] = Head(document["n"], document["id"])
        self.documents.append(document)
        return ArgumentId(document["id"])


def argument(number: int, names: list[ArgumentId]) -> ArgumentAdded:
    """Return the argument of a number: one about the motion, or a reply to an earlier one."""
    return ArgumentAdded(
        relation="attacks" if number % 2 else "supports",
        target=names[number * 7919 % number] if number >= ROOTS else MOTION,
        claim=f"Argument {number}: " + "words of the usual length " * 3,
        grounds="Grounds that say why, in a sentence or two. " * 3,
    )


def documents_of(size: Size, founder: SigningKey) -> tuple[SessionId, list[Document]]:
    """Return a session id and the envelopes of a debate of that size."""
    session = session_id_of(founder.public, NONCE)
    writer = Writer(session)
    people = [founder, *(SigningKey(bytes([n + 1]) * 32) for n in range(PEOPLE - 1))]
    writer.say(founder, SessionOpened(nonce=NONCE, charter=charter()))
    for n, key in enumerate(people):
        writer.say(key, ParticipantJoined(name=f"Person {n}"))
    names: list[ArgumentId] = []
    for n in range(size.arguments):
        names.append(writer.say(people[n % PEOPLE], argument(n, names)))
    for n in range(size.weights):
        weight = WeightSet(argument=names[n * 7919 % len(names)], value=n % 11)
        writer.say(people[n % PEOPLE], weight)
    return session, writer.documents


def data_folder(folder: Path, size: Size, *, has_snapshot: bool = False) -> Workspace:
    """Make a data folder with one debate, listed, and return the workspace.

    Args:
        folder: Where; it is made.
        size: How much is said in the debate; this device's own person founded it.
        has_snapshot: Whether the program kept a snapshot of it.
    """
    space = workspace(folder=folder, environment={})
    session, documents = documents_of(size, space.key())
    space.library.create(session).close()
    _write(space.library.layout.journal(session), documents)
    opened = open_session(space.library, session, Clock(wall_clock))
    if has_snapshot:
        keep_snapshot(space.library, opened)
    space.list_anew(opened)
    opened.close()
    return space


def _write(path: Path, documents: list[Document]) -> None:
    """Add each document as a commit of its own, as people make them, without waiting for the disk."""
    with path.open("ab") as journal:
        for position, document in enumerate(documents, 1):
            journal.write(encode([Operation(TABLE, str(position), document)])[0])
