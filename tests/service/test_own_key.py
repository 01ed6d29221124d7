"""The key of a device in each of its debates: never the same one, and always found again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from debate.domain import commands as c
from debate.domain.ballot import Ballot
from debate.domain.refusal import Refusal
from debate.service.carrying import keep
from debate.service.keyring import Keyring
from debate.service.new_debate import NewDebate
from debate.service.own_key import key_in, known_key
from debate.service.seat import Seat
from debate.service.wiring import workspace
from debate.service.workspace import Workspace
from debate.store.library import RENEW_DEVICE
from tests.assembly import Assembly, motion_called


def begun(work: Workspace, title: str) -> Seat:
    seat = work.begin(NewDebate(title, (motion_called("alpha"),), name="Ada"))
    assert isinstance(seat, Seat)
    return seat


def taken_in(work: Workspace, room: Assembly) -> Seat:
    keep(work, room.session.id, room.session.documents(), source=Path("facts"))
    seat = work.open(room.session.id)
    assert not isinstance(seat.submit(c.JoinSession(name="Newcomer")), Refusal)
    return seat


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    opened = workspace(folder=tmp_path, environment={})
    yield opened
    opened.close()


def test_no_two_debates_know_a_device_by_the_same_key(work: Workspace) -> None:
    seats = [begun(work, "One"), begun(work, "Two"), taken_in(work, Assembly(2, first=5))]
    devices = {seat.device for seat in seats}
    assert len(devices) == 3
    assert work.key().public not in devices
    for seat in seats:
        written = str(seat.session.documents())
        assert work.key().public not in written
        assert not any(other in written for other in devices - {seat.device})


def test_a_device_finds_its_key_again_whether_it_founded_or_joined(tmp_path: Path) -> None:
    work = workspace(folder=tmp_path, environment={})
    seats = [begun(work, "One"), taken_in(work, Assembly(2, first=5))]
    before = [(seat.session.id, seat.device) for seat in seats]
    work.close()
    work = workspace(folder=tmp_path, environment={})
    try:
        assert [(name, work.open(name).device) for name, _ in before] == before
        for name, device in before:
            debate = work.open(name).debate
            keyring = Keyring(work.library.layout.keys, work.library.profile)
            assert next(iter(keyring.keys(debate))) == device
    finally:
        work.close()


def test_a_debate_that_knows_the_device_by_its_one_key_goes_on_with_it(work: Workspace) -> None:
    room = Assembly(1, first=5)
    keep(work, room.session.id, room.session.documents(), source=Path("facts"))
    session = work.open(room.session.id).session
    Seat(session, work.key(), work.library.profile.secrets, work.library.profile.drafts).submit(
        c.JoinSession(name="Early")
    )
    assert work.open(room.session.id).device == work.key().public


def test_after_a_restored_backup_the_person_is_the_same_in_every_debate(tmp_path: Path) -> None:
    work = workspace(folder=tmp_path, environment={})
    names = []
    for seat in (begun(work, "One"), taken_in(work, Assembly(2, first=5))):
        motion = seat.debate.charter.motion_ids[0]
        seat.cast(Ballot(motion=motion, moment="opening", stance=5))
        names.append((seat.session.id, seat.device, seat.person))
    work.library.settings.put(RENEW_DEVICE, {"value": True})
    former = work.key()
    work.close()
    work = workspace(folder=tmp_path, environment={})
    try:
        for name, device, person in names:
            seat = work.open(name)
            assert person is not None
            assert seat.person is not None
            assert (seat.person.id, seat.device != device) == (person.id, True)
            motion = seat.debate.charter.motion_ids[0]
            seat.cast(Ballot(motion=motion, moment="opening", stance=9))
            assert seat.debate.poll((motion, "opening", 0)).cast == 1
            assert known_key(former, seat.debate) is not None
            assert key_in(work.key(), seat.debate).public == seat.device
    finally:
        work.close()
