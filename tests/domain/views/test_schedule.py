"""Phases: one after the other, undone, forked, late, paused and extended."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.events import session as s
from debate.domain.events.arguments import ArgumentAdded
from debate.domain.fact import Fact
from debate.domain.ids import FactId, MotionId, PhaseId
from debate.domain.runsheet import OPEN
from tests.domain.worlds import ANN, BOB, FAY, STEPS, World, charter

MINUTE = 60_000


def steps() -> World:
    return World(charter(runsheet=STEPS), people=(ANN, BOB))


def phases(world: World) -> list[str]:
    return [stage.phase.id for stage in world.debate.schedule.stages]


def added(phase: FactId | None) -> ArgumentAdded:
    return ArgumentAdded(phase=phase, relation="supports", target=MotionId("tax"), claim="So")


def test_a_debate_begins_in_the_first_phase_and_goes_on_one_by_one() -> None:
    world = steps()
    assert phases(world) == ["join"]
    world.do(FAY, c.NextPhase())
    world.do(FAY, c.NextPhase())
    assert phases(world) == ["join", "write", "weigh"]
    assert world.rule(FAY, c.NextPhase()) == "phase.last"


def test_a_move_by_who_does_not_lead_comes_to_nothing() -> None:
    world = steps()
    world.say(ANN, s.PhaseMoved(to=PhaseId("weigh")))
    assert phases(world) == ["join"]


def test_undo_goes_back_and_says_so() -> None:
    world = steps()
    assert world.rule(FAY, c.UndoPhase()) == "phase.first"
    world.do(FAY, c.NextPhase())
    move = world.do(FAY, c.UndoPhase())
    event = world.debate.state.proceedings[move].event
    assert isinstance(event, s.PhaseMoved)
    assert event.is_undo
    assert phases(world) == ["join", "write", "join"]


def test_undoing_twice_goes_back_twice_and_not_to_and_fro() -> None:
    world = steps()
    world.do(FAY, c.NextPhase())
    world.do(FAY, c.NextPhase())
    world.do(FAY, c.UndoPhase())
    world.do(FAY, c.UndoPhase())
    assert phases(world) == ["join", "write", "weigh", "write", "join"]
    assert world.rule(FAY, c.UndoPhase()) == "phase.first"


def test_undone_the_clock_goes_on_where_it_was_with_its_extensions() -> None:
    world = steps()
    world.do(FAY, c.ExtendPhase(2))
    world.do(FAY, c.NextPhase())
    world.do(FAY, c.UndoPhase())
    first, _, again = world.debate.schedule.stages
    assert again.minutes == 7
    assert again.already == first.elapsed(again.began) == 5 * MINUTE
    assert again.elapsed(again.began + MINUTE) == 6 * MINUTE
    world.do(FAY, c.ExtendPhase(-1))
    assert world.debate.schedule.now.minutes == 6


def test_an_undo_that_names_another_phase_is_a_move_like_any_other() -> None:
    world = steps()
    tip = world.do(FAY, c.NextPhase())
    world.say(FAY, s.PhaseMoved(to=PhaseId("weigh"), after=tip, is_undo=True))
    stage = world.debate.schedule.now
    assert (stage.phase.id, stage.resumes) == ("weigh", None)
    assert world.debate.schedule.previous == STEPS.phase(PhaseId("write"))


def test_of_two_ways_the_longer_one_is_the_debate_whatever_the_clock_says() -> None:
    world = steps()
    fork = world.fact(FAY, s.PhaseMoved(to=PhaseId("weigh")), t="9999999999999-0000")
    world.do(FAY, c.NextPhase())
    world.do(FAY, c.MovePhase(PhaseId("join")))
    world.hear(fork)
    assert phases(world) == ["join", "write", "join"]


def test_a_move_that_follows_one_still_under_way_waits_for_it() -> None:
    world = steps()
    first = world.fact(FAY, s.PhaseMoved(to=PhaseId("write")))
    second = world.fact(FAY, s.PhaseMoved(to=PhaseId("weigh"), after=first.id))
    world.hear(second)
    assert phases(world) == ["join"]
    world.hear(first)
    assert phases(world) == ["join", "write", "weigh"]


def test_a_debate_goes_on_after_its_run_sheet_lost_the_phases_it_went_through() -> None:
    world = World(people=(ANN,))
    world.do(FAY, c.AmendCharter(runsheet=STEPS))
    world.do(FAY, c.NextPhase())
    world.do(FAY, c.NextPhase())
    world.do(FAY, c.AmendCharter(runsheet=OPEN))
    assert phases(world) == ["open"]
    world.do(FAY, c.MovePhase(PhaseId("open")))
    assert phases(world) == ["open", "open"]
    assert world.rule(FAY, c.MovePhase(PhaseId("write"))) == "phase.unknown"


def test_what_was_said_in_a_phase_after_it_closed_is_late() -> None:
    world = steps()
    write = world.do(FAY, c.NextPhase())
    seen = world.fact(ANN, added(write))
    world.hear(seen)
    world.do(FAY, c.NextPhase())
    unseen = world.fact(ANN, added(write))
    lost = world.fact(BOB, added(FactId("no such phase")))
    world.hear(unseen, lost)
    late = world.debate.schedule.is_late
    assert [late(seen), late(unseen), late(lost)] == [False, True, True]
    assert unseen.id in world.debate.floor.arguments
    assert not late(world.facts[0])
    present: Fact = world.fact(ANN, added(world.debate.schedule.now.id))
    assert not late(present)


def test_the_clock_leaves_out_pauses_and_counts_extensions() -> None:
    world = steps()
    stage = world.debate.schedule.now
    assert stage.minutes == 5
    world.do(FAY, c.ExtendPhase(3))
    world.do(FAY, c.PausePhase())
    assert world.rule(FAY, c.PausePhase()) == "phase.paused"
    paused = world.debate.schedule.now
    assert (paused.minutes, paused.is_paused) == (8, True)
    start = paused.paused[0][0]
    assert paused.elapsed(start + 9 * MINUTE) == start - paused.began
    world.do(FAY, c.ResumePhase())
    assert world.rule(FAY, c.ResumePhase()) == "phase.not-paused"
    running = world.debate.schedule.now
    assert not running.is_paused
    assert running.elapsed(start + 9 * MINUTE) == start - running.began + 8 * MINUTE


def test_pauses_at_the_same_time_stop_the_clock_once() -> None:
    world = steps()
    stop = f"{world.debate.schedule.now.began + MINUTE:013}-0000"
    go = f"{world.debate.schedule.now.began + 3 * MINUTE:013}-0000"
    later = f"{world.debate.schedule.now.began + 4 * MINUTE:013}-0000"
    pauses = [world.say(FAY, s.PhasePaused(), t=stop) for _ in range(2)]
    for pause in pauses:
        world.say(FAY, s.PhaseResumed(pause=pause), t=later)
        world.say(FAY, s.PhaseResumed(pause=pause), t=go)
    stage = world.debate.schedule.now
    assert stage.elapsed(stage.began + 5 * MINUTE) == 3 * MINUTE
    assert stage.elapsed(stage.began - MINUTE) == 0


def test_a_closed_stage_has_run_until_it_closed() -> None:
    world = steps()
    world.do(FAY, c.PausePhase())
    world.do(FAY, c.NextPhase())
    first, second = world.debate.schedule.stages
    assert first.ended == second.began
    assert not first.is_paused
    assert first.elapsed(10**14) == first.paused[0][0] - first.began


def test_a_phase_never_has_less_than_no_minutes() -> None:
    world = steps()
    for _ in range(2):
        world.say(FAY, s.PhaseExtended(minutes=-4))
    assert world.debate.schedule.now.minutes == 0


def test_minutes_that_a_phase_cannot_have() -> None:
    world = steps()
    assert world.rule(FAY, c.ExtendPhase(0)) == "phase.no-minutes"
    for minutes in (-5, 596, 10**30, -(10**30)):
        assert world.rule(FAY, c.ExtendPhase(minutes)) == "phase.bad-minutes"
    world.do(FAY, c.MovePhase(PhaseId("weigh")))
    assert world.debate.schedule.now.minutes is None
    assert world.rule(FAY, c.ExtendPhase(1)) == "phase.no-clock"


def test_while_frozen_nobody_acts_but_who_leads() -> None:
    world = World(people=(ANN,))
    assert world.rule(FAY, c.ThawSession()) == "session.not-frozen"
    world.do(FAY, c.FreezeSession("Coffee"))
    assert world.rule(FAY, c.FreezeSession()) == "session.frozen"
    add = c.AddArgument("supports", MotionId("tax"), "So")
    assert world.rule(ANN, add) == "session.frozen"
    world.do(FAY, add)
    world.say(FAY, s.SessionFrozen())
    world.do_all(FAY, c.ThawSession())
    world.do(ANN, add)
    world.do(FAY, c.FreezeSession())
    assert len(world.do_all(FAY, c.ThawSession())) == 1
    assert world.rule(FAY, c.FreezeSession("r" * 501)) == "text.too-long"


def test_a_closed_debate_is_read_until_it_is_reopened() -> None:
    world = World(people=(ANN,))
    assert world.rule(FAY, c.ReopenSession()) == "session.not-closed"
    world.do(FAY, c.CloseSession())
    assert world.debate.schedule.is_closed
    for author, command in (
        (FAY, c.CloseSession()),
        (FAY, c.NextPhase()),
        (FAY, c.MovePhase(PhaseId("open"))),
        (BOB, c.JoinSession("Bob")),
        (ANN, c.RaiseHand()),
        (ANN, c.AddArgument("supports", MotionId("tax"), "So")),
    ):
        assert world.rule(author, command) in {"session.closed", "phase.last"}
    for _ in range(2):
        world.do_all(FAY, c.ReopenSession())
        world.do(ANN, c.RaiseHand())
        world.do(FAY, c.CloseSession())
