"""The journal in sentences: who said what, and what became of it."""

from __future__ import annotations

from pathlib import Path

from debate.domain import commands as c
from debate.domain.events import arguments as a
from debate.domain.events.session import SessionClosed
from debate.domain.ids import ParticipantId
from debate.i18n.catalog import translator
from debate.service.carrying import keep
from debate.service.chronicle import Chronicle
from debate.service.examination import examine
from debate.service.examination_words import marked
from debate.service.minutes import minutes_of
from debate.service.wiring import workspace
from debate.tui.present.floor import detail_view
from tests.assembly import NAMES, Assembly

EN = translator("en")


def told(room: Assembly, number: int = 0) -> list[str]:
    chronicle = Chronicle(room.seats[number], EN)
    return [chronicle.tell(fact) for fact in room.facts()]


def test_what_somebody_could_not_say_is_theirs_and_does_not_count() -> None:
    room = Assembly(2)
    paper = ParticipantId(room.do(0, c.EnrolParticipant("paper", "Paula")).first)
    (argument,) = room.argue(1)
    room.do(0, c.SetWeight(argument, 4, on_behalf_of=paper))
    room.say(1, a.WeightSet(argument=argument, value=9, on_behalf_of=paper))
    room.say(1, SessionClosed())
    typed, stolen, closed = told(room)[-3:]
    assert (typed.split()[0], typed.endswith("A facilitator typed it.")) == ("Paula", True)
    for said in (stolen, closed):
        assert said.startswith(NAMES[1])
        assert said.endswith("It does not count.")
        assert "typed it" not in said


def test_a_check_counts_what_does_not_count_and_what_came_late() -> None:
    room = Assembly(2)
    assert marked(examine(room.session), EN) == []
    room.say(1, SessionClosed())
    room.do(0, c.MovePhase(room.debate.charter.runsheet.phases[0].id))
    room.say(1, a.QuestionAsked(about=room.motion, text="Why?"))
    assert told(room)[-1].endswith("It came after its phase had closed.")
    found = examine(room.session)
    assert found.holds
    assert marked(found, EN) == [
        "1 fact is kept and does not count. `debate log` marks it.",
        "1 act came after its phase had closed: kept, and marked in `debate log`.",
    ]


def test_what_came_late_is_marked_on_the_floor_and_in_the_minutes() -> None:
    room = Assembly(2)
    (argument,) = room.argue(1)
    room.do(0, c.MovePhase(room.debate.charter.runsheet.phases[0].id))
    room.say(1, a.WeightSet(argument=argument, value=4))
    late = "1 weight came after its phase had closed."
    assert late in minutes_of(room.seats[0], "text", EN)
    view = detail_view(room.seats[0], argument, EN)
    assert view is not None
    assert late in view.notices


def test_who_takes_facts_in_hears_that_some_do_not_count(tmp_path: Path) -> None:
    room = Assembly(2)
    room.say(1, SessionClosed())
    work = workspace(folder=tmp_path, environment={})
    try:
        arrival = keep(work, room.session.id, room.session.documents(), source=tmp_path / "facts")
    finally:
        work.close()
    assert (arrival.left_out, arrival.void) == (0, 1)
