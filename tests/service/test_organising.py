"""Groups begun at one store by an organiser, joined by their own links, and found by the organiser's."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.domain.refusal import Refusal
from debate.errors import Unauthorised, Unreachable, UsageError
from debate.service.circles import Circles
from debate.service.new_debate import NewDebate
from debate.service.organising import Gathering, Gatherings, Placed, find, organise
from debate.service.wiring import workspace
from debate.service.workspace import Workspace
from debate.sync.remote import Address, Listing, Place, RemoteStore
from debate.trust.organiser import Organiser
from debate.trust.secret import Secret
from tests.sync.memory_store import MemoryStore
from tests.sync.people import MEMORY, MOTION, Net, Person

NEW = NewDebate("Monday", (MOTION,), "Ann")
ADDRESS = Address(MEMORY)


@pytest.fixture
def net() -> Net:
    return Net()


def work_in(folder: Path) -> Workspace:
    return workspace(folder=folder, environment={})


def gathering(groups: int = 3) -> Gathering:
    return Gathering(Organiser.fresh(), ADDRESS, "Monday", groups)


async def begun(folder: Path, net: Net, groups: int = 3) -> tuple[Workspace, Gathering]:
    work, found = work_in(folder), gathering(groups)
    placed = await organise(work, found, NEW, opener=net.open)
    assert not isinstance(placed, Refusal)
    assert [each.number for each in placed] == list(range(1, groups + 1))
    return work, found


async def test_groups_are_found_by_the_organisers_link_alone(tmp_path: Path, net: Net) -> None:
    work, made = await begun(tmp_path / "ann", net)
    there = Gathering(Organiser(made.organiser.secret), ADDRESS, "", 0)
    other = work_in(tmp_path / "laptop")
    placed = await find(other, there, opener=net.open)
    assert [each.number for each in placed] == [1, 2, 3]
    assert {each.session for each in placed} == set(work.library.sessions())
    titles = {entry.title for entry in other.summaries()}
    assert titles == {"Monday 1", "Monday 2", "Monday 3"}


async def test_what_a_group_says_reaches_the_organiser(tmp_path: Path, net: Net) -> None:
    _, made = await begun(tmp_path / "ann", net)
    ben = await Person(tmp_path / "ben", net, "Ben").come(made.organiser.circle(2))
    ben.say("Said in group two")
    await ben.sync()
    other = work_in(tmp_path / "laptop")
    placed = await find(other, made, opener=net.open)
    session = other.open(str(placed[1].session)).session
    assert "Said in group two" in {
        each.claim.en for each in session.debate.floor.arguments.values()
    }
    again = await find(other, made, opener=net.open)
    assert [each.session for each in again] == [each.session for each in placed]


async def test_a_groups_link_opens_its_own_group_alone(tmp_path: Path, net: Net) -> None:
    _, made = await begun(tmp_path / "ann", net)
    ben = await Person(tmp_path / "ben", net, "Ben").come(made.organiser.circle(1))
    assert len(ben.work.library.sessions()) == 1
    assert made.organiser.secret.hex() not in repr(ben.work.library.profile.circles.items())


async def test_a_place_that_was_left_out_does_not_end_the_search(tmp_path: Path, net: Net) -> None:
    _, made = await begun(tmp_path / "ann", net)
    del net.shelves[MEMORY, made.organiser.circle(2).place.hex()]
    placed = await find(work_in(tmp_path / "laptop"), made, opener=net.open)
    assert [each.number for each in placed] == [1, 3]


async def test_a_store_that_is_out_of_reach_is_told_and_the_groups_wait_here(
    tmp_path: Path, net: Net
) -> None:
    net.cut.add(MEMORY)
    work, made = work_in(tmp_path / "ann"), gathering(2)
    placed = await organise(work, made, NEW, opener=net.open)
    assert not isinstance(placed, Refusal)
    assert all(isinstance(each.statuses[0].error, Unreachable) for each in placed)
    assert len(Circles(work.library.profile).sessions()) == 2


async def test_two_debates_at_one_place_are_both_left_alone(tmp_path: Path, net: Net) -> None:
    _, made = await begun(tmp_path / "ann", net, groups=2)
    intruder = Person(tmp_path / "eve", net, "Eve")
    seat = intruder.work.begin(NewDebate("Not Monday", (MOTION,), "Eve"))
    assert not isinstance(seat, Refusal)
    intruder._sit(seat)
    intruder.post.share(made.organiser.circle(1))
    intruder.post.add_remote(ADDRESS)
    await intruder.sync()
    placed = await find(work_in(tmp_path / "laptop"), made, opener=net.open)
    assert placed[0] == Placed(1, None, ())
    assert placed[1].session is not None


class Guarded(MemoryStore):
    """A store that knows accounts, and nobody at a place that was never made."""

    async def names(self) -> Listing:
        listing = await super().names()
        if not listing.names:
            raise Unauthorised(remote="memory", status=401)
        return listing


async def test_a_store_that_refuses_strangers_is_no_error_where_there_is_no_group(
    tmp_path: Path, net: Net
) -> None:
    _, made = await begun(tmp_path / "ann", net, groups=2)

    def guarded(address: Address, place: Place) -> RemoteStore:
        return Guarded(net.shelf(address.url, place.name))

    placed = await find(work_in(tmp_path / "laptop"), made, opener=guarded)
    assert [each.number for each in placed] == [1, 2]
    with pytest.raises(Unauthorised):
        await find(work_in(tmp_path / "else"), gathering(), opener=guarded)


async def test_a_debate_that_may_not_be_begun_ends_it(tmp_path: Path, net: Net) -> None:
    wrong = NewDebate("Monday", (MOTION,), "x" * 100)
    answer = await organise(work_in(tmp_path / "ann"), gathering(), wrong, opener=net.open)
    assert isinstance(answer, Refusal)


def test_what_is_organised_is_kept_with_its_account(tmp_path: Path) -> None:
    work = work_in(tmp_path)
    kept = Gatherings(work.library.profile)
    one = Gathering(Organiser.fresh(), Address(MEMORY, "ann", Secret("word")), "Monday", 4)
    kept.keep(one)
    found = kept.called("monday")
    assert (found.title, found.groups, found.address) == ("Monday", 4, one.address)
    assert found.organiser.secret == one.organiser.secret
    kept.keep(Gathering(Organiser.fresh(), ADDRESS, "Tuesday", 2))
    assert [each.title for each in kept.all()] == ["Monday", "Tuesday"]
    for title in (None, "Wednesday"):
        with pytest.raises(UsageError):
            kept.called(title)
    assert "word" not in repr(one)
