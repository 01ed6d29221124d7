"""A session decides, keeps and tells; a seat keeps its secrets; another process is followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.domain import commands as c
from debate.domain.ballot import Ballot, Moment
from debate.domain.debate import Debate
from debate.domain.ids import ArgumentId, MotionId
from debate.domain.motion import Motion, Text
from debate.domain.refusal import Refusal
from debate.domain.views.polls import PollKey
from debate.errors import NotSaved
from debate.service.examination import examine
from debate.service.new_debate import NewDebate
from debate.service.revealing import open_together
from debate.service.seat import Seat
from debate.service.session import Receipt
from debate.service.wiring import workspace
from debate.service.workspace import Workspace
from debate.store.library import RENEW_DEVICE

WORDS = Text(en="Words", nl="Woorden")
WALK = MotionId("walk")
OPENING: PollKey = (WALK, "opening", 0)
MOTION = Motion(
    id=WALK, proposition=WORDS, short=WORDS, background=WORDS, yes_means=WORDS, no_means=WORDS
)


def work_in(folder: Path) -> Workspace:
    return workspace(folder=folder, environment={})


def begin(folder: Path) -> tuple[Workspace, Seat]:
    work = work_in(folder)
    seat = work.begin(NewDebate("Monday", (MOTION,), "Ada"))
    assert isinstance(seat, Seat)
    return work, seat


def argue(seat: Seat, claim: str = "It is healthy") -> Receipt:
    receipt = seat.submit(c.AddArgument("supports", WALK, claim))
    assert isinstance(receipt, Receipt)
    return receipt


def test_what_was_said_is_there_when_the_debate_is_opened_again(tmp_path: Path) -> None:
    work, seat = begin(tmp_path)
    name = ArgumentId(argue(seat).first)
    work.close()
    again = work_in(tmp_path).open("monday")
    assert again.debate.floor.arguments[name].claim.en == "It is healthy"
    assert again.person is not None
    assert (again.person.name, again.is_facilitator) == ("Ada", True)


def test_a_refusal_keeps_nothing_and_tells_nobody(tmp_path: Path) -> None:
    _, seat = begin(tmp_path)
    heard: list[Debate] = []
    seat.session.subscribe(heard.append)
    before = seat.session.position
    answer = seat.submit(c.AddArgument("supports", WALK, "x" * 281))
    assert isinstance(answer, Refusal)
    assert answer.rule == "text.too-long"
    assert (seat.session.position, heard) == (before, [])


def test_two_processes_on_one_debate_hear_each_other(tmp_path: Path) -> None:
    _, seat = begin(tmp_path)
    other = work_in(tmp_path).open("monday")
    mine, theirs = argue(seat, "One"), argue(other, "Two")
    assert seat.session.refresh()
    assert {mine.first, theirs.first} <= set(seat.debate.floor.arguments)
    assert seat.debate.floor.arguments.keys() == other.debate.floor.arguments.keys()
    assert not seat.session.refresh()


def test_a_ballot_is_readable_by_its_owner_alone_until_the_reveal(tmp_path: Path) -> None:
    work, ada = begin(tmp_path)
    eve = work.add_seat(ada.session, "Eve")
    assert isinstance(eve, Seat)
    cast = Ballot(motion=WALK, moment="opening", stance=-40, confidence=70)
    assert isinstance(eve.cast(cast), Receipt)
    assert eve.ballot(OPENING) == cast
    assert ada.ballot(OPENING, of=eve.person.id if eve.person else None) is None
    assert "-40" not in str([document["d"] for document in ada.session.documents()][1:])
    assert isinstance(ada.submit(c.RevealBallots(WALK, "opening")), Receipt)
    assert (ada.open_ballots(), eve.open_ballots(), eve.open_ballots()) == (0, 1, 0)
    assert list(ada.debate.poll(OPENING).ballots.values()) == [cast]


def test_ballots_of_several_people_are_opened_in_one_write(tmp_path: Path) -> None:
    work, ada = begin(tmp_path)
    eve = work.add_seat(ada.session, "Eve")
    assert isinstance(eve, Seat)
    moments: tuple[Moment, ...] = ("opening", "closing")
    for seat, stance in ((ada, 10), (eve, -40)):
        for moment in moments:
            ballot = Ballot(motion=WALK, moment=moment, stance=stance)
            assert isinstance(seat.cast(ballot), Receipt)
    for moment in moments:
        assert isinstance(ada.submit(c.RevealBallots(WALK, moment)), Receipt)
    heard: list[int] = []
    ada.session.subscribe(lambda debate: heard.append(len(debate.poll(OPENING).ballots)))
    assert open_together(ada.session, (ada, eve)) == 4
    assert heard == [2]
    assert not ada.session.doubtful
    assert open_together(ada.session, (ada, eve)) == 0
    assert work_in(tmp_path).open("monday").debate.poll(OPENING) == ada.debate.poll(OPENING)


def test_a_refused_ballot_leaves_no_secret_behind(tmp_path: Path) -> None:
    work, seat = begin(tmp_path)
    answer = seat.cast(Ballot(motion=MotionId("run"), moment="opening", stance=1))
    assert isinstance(answer, Refusal)
    assert work.library.profile.secrets.keys() == set()


def test_seats_at_one_keyboard_come_back_with_their_own_weights(tmp_path: Path) -> None:
    work, ada = begin(tmp_path)
    name = ArgumentId(argue(ada).first)
    eve = work.add_seat(ada.session, "Eve")
    assert isinstance(eve, Seat)
    eve.submit(c.SetWeight(name, 3))
    work.close()
    again = work_in(tmp_path)
    seats = again.seats(again.open("monday").session)
    assert [seat.person.name for seat in seats if seat.person] == ["Ada", "Eve"]
    assert [dict(seat.weights(WALK)) for seat in seats] == [{}, {name: 3}]


def test_a_name_that_is_taken_is_refused_at_the_keyboard(tmp_path: Path) -> None:
    work, ada = begin(tmp_path)
    answer = work.add_seat(ada.session, "ADA")
    assert isinstance(answer, Refusal)
    assert len(work.seats(ada.session)) == 1


def test_strengths_follow_every_act(tmp_path: Path) -> None:
    _, seat = begin(tmp_path)
    name = ArgumentId(argue(seat).first)
    scales = seat.session.scales
    assert scales.strength(WALK) == pytest.approx(0.6)
    seat.submit(c.SetWeight(name, 10))
    assert seat.session.scales.strength(WALK) == pytest.approx(0.6404494)
    assert seat.session.scales.without(name) == 0.5
    assert seat.session.scales.supposing(name, [10]) == seat.session.scales.strength(WALK)
    seat.submit(c.WithdrawArgument(name))
    assert seat.session.scales.strength(WALK) == 0.5
    assert seat.session.scales.strength(name) is None


def test_a_long_debate_resumes_from_its_snapshot_to_the_same_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debate.service.resumption.WORTH_IT", 5)
    monkeypatch.setattr("debate.service.resumption.STALE_AFTER", 1)
    work, seat = begin(tmp_path)
    name = ArgumentId(argue(seat).first)
    for command in (
        c.SetWeight(name, 4),
        c.ReviseArgument(name, "It is very healthy"),
        c.FlagArgument(name, "Vague"),
        c.AskQuestion(WALK, "Where to?"),
        c.DraftOutcome("We walk"),
    ):
        assert isinstance(seat.submit(command), Receipt)
    state = seat.debate.state
    work.close()
    resumed = work_in(tmp_path).open("monday")
    assert resumed.session.resumed_at == 8
    assert resumed.debate.state == state
    argue(resumed, "And free")
    assert examine(resumed.session).holds


def test_a_snapshot_that_does_not_fit_is_ignored(tmp_path: Path) -> None:
    work, seat = begin(tmp_path)
    argue(seat)
    path = work.library.layout.snapshot(seat.session.id)
    work.close()
    path.write_bytes(b"nonsense\n{}")
    assert work_in(tmp_path).open("monday").session.resumed_at == 0


def test_a_restored_device_goes_on_under_a_new_key_as_the_same_person(tmp_path: Path) -> None:
    work, seat = begin(tmp_path)
    old, person = seat.device, seat.person
    assert person is not None
    work.library.settings.put(RENEW_DEVICE, {"reason": "restored"})
    work.close()
    again = work_in(tmp_path).open("monday")
    assert again.device != old
    assert again.person is not None
    assert (again.person.id, again.is_facilitator) == (person.id, True)
    assert set(again.person.devices) == {old, again.device}
    argue(again)
    assert examine(again.session).holds


def test_a_disk_that_refuses_keeps_nothing_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, seat = begin(tmp_path)
    before = seat.session.position

    def refuse(*_: object) -> None:
        raise NotSaved(path="events.jsonl", reason="disk full")

    with monkeypatch.context() as patched:
        patched.setattr(seat.session.journal, "append", refuse)
        with pytest.raises(NotSaved):
            argue(seat)
    assert seat.session.position == before
    argue(seat)
    assert examine(seat.session).holds


def test_a_draft_stays_until_it_is_dropped(tmp_path: Path) -> None:
    work, seat = begin(tmp_path)
    seat.keep_draft("argue/walk", {"claim": "Half a tho"})
    work.close()
    again = work_in(tmp_path).open("monday")
    assert again.draft("argue/walk") == {"claim": "Half a tho"}
    again.drop_draft("argue/walk")
    assert again.draft("argue/walk") is None


def test_a_tampered_fact_is_left_out_and_the_examination_says_so(tmp_path: Path) -> None:
    work, seat = begin(tmp_path)
    argue(seat)
    documents = [dict(document) for document in seat.session.documents()]
    documents[-1]["d"] = {**documents[-1]["d"], "claim": "Something else"}
    from debate.service.session import Session
    from debate.store.memory import MemoryJournal

    journal = MemoryJournal()
    journal.append(documents)
    forged = Session(seat.session.id, journal, work._clock)
    assert not forged.debate.floor.arguments
    found = examine(forged)
    assert not found.holds
    assert len(found.verdict.bad_ids) == 1


def test_a_debate_is_found_by_id_start_or_title(tmp_path: Path) -> None:
    from debate.errors import UsageError

    work, seat = begin(tmp_path)
    name = seat.session.id
    assert [work.find(text) for text in (name, name[:6], "MONDAY")] == [name] * 3
    with pytest.raises(UsageError):
        work.find("Tuesday")


def test_the_list_knows_what_a_debate_holds(tmp_path: Path) -> None:
    work, seat = begin(tmp_path)
    argue(seat)
    work.list_anew(seat.session)
    (summary,) = work.summaries()
    assert (summary.title, summary.people, summary.arguments) == ("Monday", 1, 1)
    assert dict(summary.balances)["walk"] == pytest.approx(0.6)
