"""A store that forges, replays, withholds, swaps and floods: nothing of it is believed, all is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

from debate.errors import TrustError
from debate.sync.desk import LAST_LANE, WAITING_LIMIT
from debate.sync.remote import PROBE_REPLICA, Changes, Different, Listing, Put
from debate.trust import cargo, frame
from debate.trust.circle import Circle
from tests.sync.frames import frame as anybodys
from tests.sync.frames import name_of
from tests.sync.memory_store import MemoryStore, Shelf
from tests.sync.replicas import SESSION, Replica


@pytest.fixture
async def shelf() -> Shelf:
    """What an honest Ann put at a store, in three frames."""
    shelf, ann = Shelf(), Replica(1)
    for _ in range(3):
        ann.say(2)
        await ann.sync(MemoryStore(shelf))
    assert len(shelf.frames) == 3
    return shelf


def reasons(replica: Replica) -> set[str]:
    return {reason for _, reason in replica.status.refused}


async def test_a_flipped_bit_is_found_and_the_rest_is_taken(shelf: Shelf) -> None:
    last = max(shelf.frames)
    content = bytearray(shelf.frames[last])
    content[300] ^= 1
    shelf.frames[last] = bytes(content)
    ben = Replica(2)
    await ben.sync(MemoryStore(shelf))
    assert len(ben.facts) == 4
    assert reasons(ben) == {"frame-forged"}


async def test_every_torn_frame_is_passed_over(shelf: Shelf) -> None:
    last = max(shelf.frames)
    whole = shelf.frames[last]
    ben = Replica(2)
    for length in (0, 1, 226, 300, len(whole) - 1):
        shelf.frames[last] = whole[:length]
        await ben.sync(MemoryStore(shelf))
        assert len(ben.facts) == 4
        assert reasons(ben) == {"frame-torn"}
    shelf.frames[last] = whole
    await ben.sync(MemoryStore(shelf))
    assert len(ben.facts) == 6


async def test_frames_under_each_others_names_are_refused(shelf: Shelf) -> None:
    one, two, three = sorted(shelf.frames)
    shelf.frames[two], shelf.frames[three] = shelf.frames[three], shelf.frames[two]
    ben = Replica(2)
    await ben.sync(MemoryStore(shelf))
    assert len(ben.facts) == 2
    assert [name for name, _ in ben.status.refused] == [two, three]
    assert reasons(ben) == {"frame-elsewhere"}
    assert one not in dict(ben.status.refused)


async def test_a_frame_of_another_debate_at_this_place_is_refused(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tests.sync.replicas as others

    monkeypatch.setattr(others, "SESSION", "cd" * 16)
    eve = Replica(9)
    eve.say()
    await eve.sync(MemoryStore(shelf))
    monkeypatch.undo()
    ben = Replica(2)
    await ben.sync(MemoryStore(shelf))
    assert len(ben.facts) == 6
    assert reasons(ben) == {"frame-elsewhere"}


async def test_facts_that_are_not_their_authors_are_refused(shelf: Shelf) -> None:
    """Eve has the link, and puts words into Ann's mouth."""
    ann, eve = Replica(1), Replica(9)
    await eve.sync(MemoryStore(shelf))
    last = eve.documents()[-1]
    forged = {**last, "n": last["n"] + 1, "p": last["id"], "d": {"text": "I resign"}}
    body = {name: forged[name] for name in "adknpstv"}
    from debate.trust.canonical import fact_id

    forged = {**body, "id": fact_id(body), "sig": last["sig"]}
    name, content = frame.seal(eve.circle, eve.signing, [forged])
    shelf.frames[name] = content
    ben = Replica(2)
    await ben.sync(MemoryStore(shelf))
    assert len(ben.facts) == 6
    assert reasons(ben) == {"frame-unproven"}
    ann.record.take_in(eve.documents())
    ann.say()
    status = await ann.sync(MemoryStore(shelf))
    await ben.sync(MemoryStore(shelf))
    assert status.sent >= 1
    assert len(ben.facts) == 7, "Ann speaks in another lane"


async def test_a_name_that_somebody_squats_on_keeps_nobody_from_speaking(shelf: Shelf) -> None:
    ann = Replica(1)
    await ann.sync(MemoryStore(shelf))
    for lane in range(LAST_LANE - 1):
        squatted = frame.frame_name(ann.circle, ann.signing.public, 7, lane)
        shelf.frames[squatted] = anybodys(1, 1)
    said = ann.say(2)
    await ann.sync(MemoryStore(shelf))
    ben = Replica(2)
    await ben.sync(MemoryStore(shelf))
    assert set(said) <= ben.facts


async def test_who_squats_on_every_name_is_told_of_and_other_stores_still_serve(
    shelf: Shelf,
) -> None:
    ann, other = Replica(1), Shelf()
    await ann.sync(MemoryStore(shelf))
    for lane in range(LAST_LANE + 1):
        shelf.frames[frame.frame_name(ann.circle, ann.signing.public, 7, lane)] = anybodys(1, 1)
    said = ann.say(2)
    status = await ann.sync(MemoryStore(shelf), "squatted")
    assert len(status.refused) == LAST_LANE + 1
    await ann.sync(MemoryStore(other), "other")
    ben = Replica(2)
    await ben.sync(MemoryStore(other), "other")
    assert set(said) <= ben.facts


async def test_who_may_only_read_cannot_add(shelf: Shelf) -> None:
    reader = Replica(9)
    reader.desk.circle = reader.circle.read_only
    await reader.sync(MemoryStore(shelf))
    assert len(reader.facts) == 6
    reader.say()
    before = dict(shelf.frames)
    assert (await reader.sync(MemoryStore(shelf))).sent == 0
    assert shelf.frames == before


async def test_keys_of_another_circle_let_nobody_in(shelf: Shelf) -> None:
    eve = Replica(9, Circle.of(b"e" * 16))
    eve.say()
    await eve.sync(MemoryStore(shelf))
    ben = Replica(2)
    await ben.sync(MemoryStore(shelf))
    assert len(ben.facts) == 6
    assert "frame-elsewhere" in reasons(ben)


async def test_a_hole_is_waited_for_and_told(shelf: Shelf) -> None:
    one, two, _ = sorted(shelf.frames)
    kept = shelf.frames.pop(two)
    ben = Replica(2)
    status = await ben.sync(MemoryStore(shelf))
    assert len(ben.facts) == 2
    assert status.waiting == 1
    assert not ben.record.doubtful
    shelf.frames[two] = kept
    await ben.sync(MemoryStore(shelf))
    assert len(ben.facts) == 6
    assert not ben.record.doubtful
    assert one in ben.ledger.frames


class Withholding(MemoryStore):
    """Lists everything, and hands out only the first frame."""

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        return {
            name: frame for name, frame in (await super().get(names)).items() if name[-1] == "1"
        }


async def test_what_a_store_lists_and_does_not_hand_out_is_told(shelf: Shelf) -> None:
    ben = Replica(2)
    status = await ben.sync(Withholding(shelf))
    assert status.withheld == 2
    assert len(ben.facts) == 2


class Replaying(MemoryStore):
    """Answers with what nobody asked for, and repeats itself."""

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        return {**self.shelf.frames, "../../etc/passwd": b"x", name_of(1, 1): anybodys(1, 1)}

    async def changes(self, cursor: str | None = None) -> Changes:
        frames = tuple(self.shelf.frames.items())
        return Changes((*frames, *frames, ("odd", b"odd")), "always", is_complete=False)


async def test_answers_that_nobody_asked_for_are_passed_over(shelf: Shelf) -> None:
    ben = Replica(2)
    exchange = ben.exchange(Replaying(shelf))
    await exchange.reconcile()
    await exchange.follow()
    assert len(ben.facts) == 6
    assert exchange.status.refused == ()
    assert exchange.status.received == 6


class Endless(MemoryStore):
    """Makes up names as long as anybody asks."""

    async def names(self) -> Listing:
        names = {name_of(n, 1) for n in range(2_000)} | {f"{PROBE_REPLICA}-00000001", "notes.txt"}
        return Listing(frozenset(names | set(self.shelf.frames)), "0.0")

    async def get(self, names: Collection[str]) -> Mapping[str, bytes]:
        return {name: self.shelf.frames.get(name, b"DBF1 nonsense") for name in names}


async def test_a_flood_of_nonsense_is_counted_and_left(shelf: Shelf) -> None:
    ben = Replica(2)
    status = await ben.sync(Endless(shelf))
    assert len(ben.facts) == 6
    assert len(status.refused) == 2_000
    assert len(ben.ledger.frames) == 3


async def test_who_invents_holes_costs_no_more_than_a_limit(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert WAITING_LIMIT >= 1_000
    monkeypatch.setattr("debate.sync.desk.WAITING_LIMIT", 3)
    eve = Replica(9)
    eve.say(1)
    for number in range(8):
        eve.say(1)
        name, content = frame.seal(eve.circle, eve.signing, eve.documents()[-1:])
        shelf.frames[name] = content
        assert number < 8
    ben = Replica(2)
    status = await ben.sync(MemoryStore(shelf))
    assert status.waiting == 3
    assert len(ben.facts) == 6


class Zeroing(MemoryStore):
    """Acknowledges everything and keeps nothing."""

    async def put(self, name: str, frame: bytes) -> Put:
        answer = await super().put(name, frame)
        self.shelf.frames.clear()
        return answer


async def test_a_store_that_keeps_nothing_takes_nothing_away() -> None:
    ann, shelf = Replica(1), Shelf()
    said = set(ann.say(2))
    for _ in range(3):
        status = await ann.sync(Zeroing(shelf))
    assert ann.facts == said
    assert status.lost == 1


class Contrary(MemoryStore):
    """Says of every put that something else is there."""

    async def put(self, name: str, frame: bytes) -> Put:
        return Different(anybodys(7, 7))


async def test_a_store_that_contradicts_every_put_ends_the_round() -> None:
    ann = Replica(1)
    ann.say(2)
    status = await ann.sync(Contrary(Shelf()))
    assert len(status.refused) == LAST_LANE + 1
    assert len(ann.facts) == 2


def test_a_bomb_is_not_inflated() -> None:
    import zlib

    bomb = zlib.compress(b"[" + b" " * (64 * 1024 * 1024) + b"]")
    with pytest.raises(TrustError, match="frame-unreadable"):
        cargo.unpack(bomb, first=1, count=1)


async def test_the_highest_number_there_is_does_no_harm(shelf: Shelf) -> None:
    shelf.frames[name_of(1, 99_999_999)] = anybodys(1, 99_999_999)
    ben = Replica(2)
    await ben.sync(MemoryStore(shelf))
    assert len(ben.facts) == 6
    assert reasons(ben) == {"frame-elsewhere"}


async def test_a_whole_exchange_played_again_changes_nothing(shelf: Shelf) -> None:
    ben = Replica(2)
    ben.say(3)
    store = MemoryStore(shelf)
    await ben.sync(store)
    frames, facts = dict(shelf.frames), list(ben.documents())
    again = Replica(2)
    again.record.take_in(facts)
    for name, content in frames.items():
        again.desk.deliver("store", {name: content})
        again.desk.deliver("store", {name: content})
    for name, content in frames.items():
        await store.put(name, content)
    await again.sync(store)
    await ben.sync(store)
    assert (shelf.frames, list(ben.documents())) == (frames, facts)
    assert again.facts == ben.facts
    assert again.session == SESSION
