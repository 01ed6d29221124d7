"""Whatever happens on the way: once all ways are open again, everybody has everything.

The property: after all partitions heal and two rounds each, every replica has the same facts, and
these are all that anybody ever said. Stores forget, are put back to an older state, lose questions
and answers, and devices are copied with their keys.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from debate.service.circles import place_of
from debate.sync.adapters.folder import FolderStore
from debate.sync.remote import RemoteStore
from debate.trust.chain import check
from debate.trust.frame import is_whole
from tests.sync.memory_store import Shelf
from tests.sync.replicas import CIRCLE, SESSION, FaultyStore, Replica, run

SHELVES = ("one", "two")
STICK = "stick"
REMOTES = (*SHELVES, STICK)
FAULTS = st.lists(
    st.sampled_from(["", "", "lost", "unheard", "busy", "repeat", "short", "shuffle"]), max_size=8
)


class Replicas(RuleBasedStateMachine):
    """Devices and stores, and all that may happen between them."""

    replicas = Bundle("replicas")

    def __init__(self) -> None:
        super().__init__()
        self.shelves = {name: Shelf() for name in SHELVES}
        self.dumps: dict[str, dict[str, bytes]] = {name: {} for name in SHELVES}
        self.stick = Path(tempfile.mkdtemp())
        self.everybody: list[Replica] = []
        self.said: set[str] = set()

    @initialize(target=replicas)
    def begin(self) -> object:
        self.everybody = [Replica(number) for number in (1, 2, 3)]
        return multiple(*self.everybody)

    @rule(replica=replicas, sizes=st.lists(st.integers(1, 3), min_size=1, max_size=3))
    def say(self, replica: Replica, sizes: list[int]) -> None:
        self.said |= set(replica.say(*sizes))

    @rule(replica=replicas, remote=st.sampled_from(REMOTES), faults=FAULTS)
    def sync(self, replica: Replica, remote: str, faults: list[str]) -> None:
        before = replica.facts
        run(replica.sync(self.store(remote, faults), remote))
        assert before <= replica.facts, "a store took something away"

    def store(self, remote: str, faults: Sequence[str] = ()) -> RemoteStore:
        """Return a client of a remote; a stick knows other faults."""
        if remote == STICK:
            return FolderStore(self.stick, place_of(CIRCLE), is_whole)
        return FaultyStore(self.shelves[remote], faults)

    @rule(remote=st.sampled_from(SHELVES))
    def forget(self, remote: str) -> None:
        self.shelves[remote].forget()

    @rule()
    def lose_the_stick(self) -> None:
        shutil.rmtree(self.stick)
        self.stick.mkdir()

    @rule(data=st.data())
    def tear(self, data: st.DataObject) -> None:
        """Somebody pulled the stick out while a file was written."""
        files = sorted(self.stick.rglob("*.frame"))
        if files:
            file = data.draw(st.sampled_from(files))
            content = file.read_bytes()
            file.write_bytes(content[: data.draw(st.integers(0, max(0, len(content) - 1)))])

    @rule(remote=st.sampled_from(SHELVES))
    def dump(self, remote: str) -> None:
        self.dumps[remote] = dict(self.shelves[remote].frames)

    @rule(remote=st.sampled_from(SHELVES))
    def put_back(self, remote: str) -> None:
        self.shelves[remote].forget()
        self.shelves[remote].frames = dict(self.dumps[remote])

    @rule(replica=replicas, target=replicas)
    def copy(self, replica: Replica) -> object:
        if len(self.everybody) >= 5:
            return multiple()
        twin = replica.copied()
        self.everybody.append(twin)
        return twin

    @rule(replica=consumes(replicas), target=replicas)
    def carry_by_hand(self, replica: Replica) -> Replica:
        """Somebody hands their facts to everybody's neighbour in a file."""
        place = self.everybody.index(replica)
        self.everybody[place - 1].record.take_in(replica.documents())
        return replica

    @invariant()
    def nobody_has_what_nobody_said(self) -> None:
        for replica in self.everybody:
            assert replica.facts <= self.said

    def teardown(self) -> None:
        for _ in range(2):
            for remote in REMOTES:
                for replica in self.everybody:
                    run(replica.sync(self.store(remote), remote))
        for remote in REMOTES:
            for replica in self.everybody:
                status = run(replica.sync(self.store(remote), remote))
                assert status.state == "synced"
                assert not status.refused
        shutil.rmtree(self.stick)
        for replica in self.everybody:
            assert replica.facts == self.said
            assert not check(replica.documents(), session=SESSION).gaps
        if len(self.everybody) == 3:
            assert not any(replica.record.doubtful for replica in self.everybody)


Replicas.TestCase.settings = settings(
    max_examples=30,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestReplicas = Replicas.TestCase
