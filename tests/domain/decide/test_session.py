"""Opening a debate: once, by its founder, under its own name."""

from __future__ import annotations

import pytest

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide import At, decide
from debate.domain.ids import PhaseId, SessionId
from debate.domain.refusal import Refusal
from tests.domain.worlds import ANN, FAY, NONCE, World, charter, motion


def opened(debate: Debate, nonce: str = NONCE, **changes: object) -> object:
    answer = decide(debate, c.OpenSession(charter(**changes), nonce), At(FAY))
    return answer.rule if isinstance(answer, Refusal) else answer[0].kind


def test_a_debate_is_opened_once_and_by_whom_its_name_was_made_for() -> None:
    world = World()
    empty = Debate.empty(world.session)
    assert opened(empty) == "session.opened"
    assert opened(world.debate) == "session.already-open"
    assert opened(Debate.empty(SessionId("0" * 32))) == "session.not-founder"
    assert opened(empty, nonce="\ud800" * 16) == "session.not-founder"
    assert opened(empty.advanced([world.facts[1]])) == "session.not-founder"


def test_a_debate_is_not_opened_with_one_name_for_two_things() -> None:
    empty = Debate.empty(World().session)
    assert opened(empty, motions=(motion("tax"), motion("tax"))) == "motion.twice"


def test_nothing_is_decided_before_the_opening_is_here() -> None:
    debate = Debate.empty(World().session)
    for command in (
        c.NextPhase(),
        c.JoinSession("Ann"),
        c.RaiseHand(),
        c.EnrolParticipant("paper"),
    ):
        answer = decide(debate, command, At(ANN))
        assert answer == Refusal.of("session.not-open")


def test_what_was_agreed_is_not_known_before_the_opening_is_here() -> None:
    with pytest.raises(LookupError):
        _ = Debate.empty(World().session).charter


def test_only_a_facilitator_leads() -> None:
    world = World(people=(ANN,))
    assert world.rule(ANN, c.NextPhase()) == "person.not-facilitator"
    assert world.rule(ANN, c.MovePhase(PhaseId("open"))) == "person.not-facilitator"


@pytest.mark.parametrize("command", [c.ExtendPhase(1), c.PausePhase(), c.ResumePhase()])
def test_a_closed_debate_has_no_clock_to_set(command: c.Command) -> None:
    world = World()
    world.do(FAY, c.CloseSession())
    assert world.rule(FAY, command) == "session.closed"
