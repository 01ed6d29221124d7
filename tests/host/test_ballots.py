"""Ballots of guests: a host opens them all when they are revealed, whatever became of who cast them."""

from __future__ import annotations

import asyncio
from pathlib import Path

from debate.domain.ballot import Ballot
from debate.domain.commands import RemoveParticipant, RevealBallots
from debate.domain.debate import Debate
from debate.domain.ids import MotionId
from debate.domain.views.polls import PollKey
from tests.host.channel import PATIENCE
from tests.host.house import House, goes_in, key
from tests.tui.screens.evening import done

TEA = MotionId("tea")
OPENING: PollKey = (TEA, "opening", 0)


async def revealed(house: House) -> None:
    """Reveal the opening ballots, and wait until every one of them is open."""
    loop, is_all = asyncio.get_running_loop(), asyncio.Event()

    def look(debate: Debate) -> None:
        poll = debate.poll(OPENING)
        if poll.is_revealed and not poll.unopened:
            loop.call_soon_threadsafe(is_all.set)

    house.room.session.subscribe(look)
    done(house.ada.submit(RevealBallots(TEA, "opening", 0)))
    await asyncio.wait_for(is_all.wait(), PATIENCE)


async def test_ballots_of_guests_are_opened_when_they_are_revealed_though_they_left(
    tmp_path: Path,
) -> None:
    async with House(tmp_path) as house:
        async with house.comes(key("bob")) as bob:
            await goes_in(bob, "Bob")
            await bob.sees("Tea goes")
        seat = house.room.seat_of(house.book.all()[0])
        done(seat.cast(Ballot(motion=TEA, moment="opening", stance=40)))
        await revealed(house)
        (ballot,) = house.ada.debate.poll(OPENING).ballots.values()
        assert ballot.stance == 40


async def test_no_tally_tells_what_a_guest_sealed_who_is_removed_for_the_length_of_a_reveal(
    tmp_path: Path,
) -> None:
    async with House(tmp_path, contract="secret") as house:
        for number, name in enumerate(("bob", "cas", "dot")):
            sat = house.room.sit_down(key(name), "", as_observer=False)
            assert isinstance(sat, tuple)
            seat = house.room.seat_of(sat[0])
            done(seat.cast(Ballot(motion=TEA, moment="opening", stance=number)))
        person = seat.person
        assert person is not None
        done(house.ada.submit(RemoveParticipant(person.id, "noise")))
        tallies: list[int] = []
        house.room.session.subscribe(
            lambda debate: tallies.append(len(debate.poll(OPENING).ballots))
        )
        await revealed(house)
    assert set(tallies) == {0, 3}
