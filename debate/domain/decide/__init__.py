"""The law's one verb: a command becomes events, or a refusal that says which rule forbids it."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.debate import Debate
from debate.domain.decide.arguments import decide_argument
from debate.domain.decide.decisions import decide_decision
from debate.domain.decide.people import decide_people
from debate.domain.decide.rules import At
from debate.domain.decide.session import decide_opening, decide_session
from debate.domain.decide.talk import decide_talk
from debate.domain.events import KnownEvent
from debate.domain.refusal import Refusal

__all__ = ["At", "decide"]


def decide(debate: Debate, command: c.Command, at: At) -> tuple[KnownEvent, ...] | Refusal:
    """Return what a command comes to in a debate. Pure: no clock, no chance, no disk.

    Args:
        debate: As its replica knows it.
        command: What somebody asks for.
        at: The device it comes from.
    """
    match command:
        case c.OpenSession():
            return decide_opening(debate, command, at)
        case (
            c.AmendCharter() | c.MovePhase() | c.NextPhase() | c.UndoPhase() | c.ExtendPhase()
            | c.PausePhase() | c.ResumePhase() | c.FreezeSession() | c.ThawSession()
            | c.CloseSession() | c.ReopenSession()
        ):  # fmt: skip
            return decide_session(debate, command, at)
        case (
            c.AddArgument() | c.ReviseArgument() | c.WithdrawArgument() | c.ReinstateArgument()
            | c.AdoptArgument() | c.DisownArgument() | c.SetWeight() | c.ClearWeight()
            | c.FlagArgument() | c.ResolveFlag() | c.HideArgument() | c.ShowArgument()
        ):  # fmt: skip
            return decide_argument(debate, command, at)
        case (
            c.DrawRelation() | c.EraseRelation() | c.AskQuestion() | c.AnswerQuestion()
            | c.ProposeMerge() | c.AcceptMerge() | c.DeclineMerge() | c.OfferRestatement()
            | c.JudgeRestatement() | c.MakeRemark() | c.ProposeOption()
        ):  # fmt: skip
            return decide_talk(debate, command, at)
        case (
            c.SealBallot() | c.RevealBallots() | c.OpenBallot() | c.DraftOutcome()
            | c.EndorseOutcome() | c.NoteDissent() | c.AdoptOutcome()
        ):  # fmt: skip
            return decide_decision(debate, command, at)
        case _:
            return decide_people(debate, command, at)
