"""Debates at random: what anybody might ask for, lawful or not, and what anybody might write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from debate.domain import commands as c
from debate.domain.argument import Relation
from debate.domain.ballot import MOMENTS, Ballot
from debate.domain.events import KnownEvent
from debate.domain.events import arguments as a
from debate.domain.events import decisions as d
from debate.domain.events import people as p
from debate.domain.events import session as s
from debate.domain.ids import ArgumentId, DeviceKey, FactId, MotionId, ParticipantId, PhaseId
from debate.domain.motion import Source
from debate.domain.participant import CONTRACTS
from debate.domain.refusal import Refusal
from debate.domain.runsheet import OPEN
from tests.domain import worlds as w

Item = TypeVar("Item")
DEVICES = (w.FAY, w.ANN, w.BOB, w.CAS, w.EVE, w.device("phone"), w.device("tablet"))
TEXTS = (
    "Plain words",
    "",
    " \n ",
    "a" * 281,
    "b" * 20_001,
    "tab\tand\x00control\x1b[2J",
    "👩‍👩‍👧 Straße ﷺ",
    "half \ud800 of it",
    "turned \u202e round",
    "o" + "\u0301" * 40,
)
TIMES = ("0000000000000-0000", "9999999999999-9999", None, None, None)
SOURCES = (
    (),
    (Source(cite="A book", url="https://example.org/a"),),
    (Source(cite="A trap", url="javascript:alert(1)"),),
    (Source(cite="\x00"),),
    (Source(cite="Turned", url="https://example.org/\u202egpj"),),
)
DAYS = (None, "2027-03-01", "2027-02-30", "soon", "2027-03-01\n", "half \ud800")

throws = st.builds(
    lambda seed, size: Dice(Random(seed).randbytes(size)),
    st.integers(0, 2**32 - 1),
    st.integers(0, 600),
)
"""Bytes from which everything that happens by chance is taken; fewer of them, less happens."""


class Dice:
    """Chance from a row of bytes; once they are used up, everything comes out first."""

    def __init__(self, thrown: bytes) -> None:
        """Take the bytes to throw with."""
        self._thrown = thrown
        self._place = 0

    @property
    def is_left(self) -> bool:
        """Whether there are bytes left."""
        return self._place < len(self._thrown)

    def below(self, limit: int) -> int:
        """Return a number from 0 up to, and without, a limit."""
        if not self.is_left:
            return 0
        self._place += 1
        return self._thrown[self._place - 1] % limit

    def one(self, items: Sequence[Item]) -> Item:
        """Return one of some items."""
        return items[self.below(len(items))]

    def maybe(self, item: Item) -> Item | None:
        """Return an item, or nothing."""
        return item if self.below(2) else None

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """Return items in another order, some of them twice."""
        rest = list(items) + [item for item in items if self.below(8) == 1]
        return [rest.pop(self.below(len(rest))) for _ in range(len(rest))]


class Chance:
    """Draws commands and events about what is there, and about what is not."""

    def __init__(self, world: w.World, dice: Dice) -> None:
        """Take what is talked about, and the chance."""
        self.world = world
        self.dice = dice

    def device(self) -> DeviceKey:
        """Return anybody's device, the founder's more often than not."""
        return self.dice.one((*DEVICES, w.FAY, w.FAY, w.FAY, w.ANN))

    def text(self) -> str:
        """Return something typed."""
        return self.dice.one(TEXTS)

    def words(self) -> str:
        """Return something that fits any event."""
        return f"words {self.dice.below(4)}"

    def fact(self, *kinds: str) -> FactId:
        """Return a fact of some kinds if there is one, now and then any fact, or none at all."""
        chosen = [fact.id for fact in self.world.facts if fact.kind in kinds]
        odd = self.dice.below(8)
        if odd == 1:
            return FactId("nowhere")
        if odd == 2 or not chosen:
            chosen = [fact.id for fact in self.world.facts]
        return self.dice.one(chosen[::-1])

    def argument(self) -> ArgumentId:
        """Return an argument, an opening one among them."""
        return ArgumentId(self.dice.maybe("tax/pro") or self.fact("argument.added"))

    def target(self) -> ArgumentId:
        """Return what an argument can bear on."""
        return ArgumentId(self.dice.maybe(self.motion()) or self.argument())

    def motion(self) -> MotionId:
        """Return a motion, or one that is not put."""
        return MotionId(self.dice.one(("tax", "war", "tax", "none")))

    def person(self) -> ParticipantId:
        """Return a person, on paper or not."""
        return ParticipantId(self.dice.maybe(self.device()) or self.fact("participant.enrolled"))

    def proxied(self) -> ParticipantId | None:
        """Return nobody, mostly, or somebody to act for."""
        return self.person() if self.dice.below(4) == 1 else None

    def relation(self) -> Relation:
        """Return how one thing bears on another."""
        return self.dice.one(get_args(Relation))

    def heads(self) -> tuple[tuple[DeviceKey, int], ...]:
        """Return what somebody may have seen: all, nothing, or a part."""
        seen = sorted(self.world.debate.state.heads.items())
        how = self.dice.below(4)
        if how == 1:
            return ()
        if how == 2:
            return tuple((key, self.dice.below(number + 2)) for key, number in seen)
        return tuple(seen)

    def phase(self) -> FactId | None:
        """Return a stage, mostly the present one."""
        moves = [fact.id for fact in self.world.facts if fact.kind == "phase.moved"]
        return moves[-1] if moves and self.dice.below(4) else None

    def ballot(self) -> Ballot:
        """Return a ballot."""
        return Ballot(
            motion=self.dice.one((MotionId("tax"), MotionId("war"), None)),
            moment=self.dice.one(MOMENTS),
            round=self.dice.below(2),
            stance=self.dice.below(201) - 100,
        )

    def command(self) -> c.Command:
        """Return a command."""
        return self.dice.one(COMMANDS)(self)

    def event(self) -> KnownEvent:
        """Return an event, whether or not anybody may say it."""
        return self.dice.one((EVENTS, EVENTS, OFFICE + COMING)[self.dice.below(3)])(self)

    def act(self) -> None:
        """Let somebody try something; what is lawful happens."""
        author = self.device()
        events = self.world.ask(author, self.command())
        if not isinstance(events, Refusal):
            for event in events:
                self.world.say(author, event)

    def write(self, author: DeviceKey | None = None, *, may_fork: bool = True) -> None:
        """Let somebody write anything, at any time of their choosing, and now and then twice."""
        author = author or self.device()
        time = self.dice.one(TIMES)
        changes: dict[str, Any] = {"t": time} if time else {}
        if may_fork and self.dice.below(16) == 1:
            changes["n"] = max(1, self.world.debate.state.heads.get(author, 1))
        self.world.say(author, self.event(), **changes)


Draw = Callable[[Chance], c.Command]
COMMANDS: tuple[Draw, ...] = (
    lambda x: c.JoinSession(x.dice.maybe(x.text()), as_observer=x.dice.below(4) == 1),
    lambda x: c.AddArgument(x.relation(), x.target(), x.text(), x.text()),
    lambda x: c.AddArgument(x.relation(), x.target(), "A claim", sources=x.dice.one(SOURCES)),
    lambda x: c.SetWeight(x.argument(), x.dice.below(30) - 12, x.proxied()),
    lambda x: c.ClearWeight(x.argument(), x.proxied()),
    lambda x: c.ReviseArgument(x.argument(), x.text(), x.text()),
    lambda x: c.WithdrawArgument(x.argument()),
    lambda x: c.ReinstateArgument(x.argument()),
    lambda x: c.AdoptArgument(x.argument()),
    lambda x: c.DisownArgument(x.argument()),
    lambda x: c.FlagArgument(x.argument(), x.text()),
    lambda x: c.ResolveFlag(x.argument(), x.fact("argument.flagged"), x.text()),
    lambda x: c.HideArgument(x.argument(), x.text()),
    lambda x: c.ShowArgument(x.argument()),
    lambda x: c.DrawRelation(x.argument(), x.relation(), x.target(), x.dice.below(2) == 1),
    lambda x: c.EraseRelation(x.fact("relation.drawn")),
    lambda x: c.AskQuestion(x.target(), x.text()),
    lambda x: c.AnswerQuestion(x.fact("question.asked"), x.text()),
    lambda x: c.ProposeMerge((x.argument(), x.argument()), x.argument(), x.text()),
    lambda x: c.AcceptMerge(x.fact("merge.proposed")),
    lambda x: c.DeclineMerge(x.fact("merge.proposed")),
    lambda x: c.OfferRestatement(x.argument(), x.text()),
    lambda x: c.JudgeRestatement(x.fact("restatement.offered"), is_fair=x.dice.below(2) == 1),
    lambda x: c.MakeRemark(x.target(), x.text(), is_crux=x.dice.below(2) == 1),
    lambda x: c.ProposeOption(x.motion(), x.text()),
    lambda x: w.sealing(x.device(), x.ballot(), x.proxied()),
    lambda x: c.SealBallot(x.motion(), "opening", x.dice.below(200) - 50, x.text()),
    lambda x: c.RevealBallots(x.motion(), x.dice.one(MOMENTS), x.dice.below(2)),
    lambda x: c.OpenBallot(x.fact("ballot.sealed"), w.salt_of(x.device()), x.ballot()),
    lambda x: c.OpenBallot(x.fact("ballot.sealed"), x.text(), x.ballot()),
    lambda x: c.DraftOutcome(x.text(), x.dice.maybe(x.motion()), x.dice.one(DAYS), None),
    lambda x: c.DraftOutcome("So be it", replaces=x.fact("outcome.drafted")),
    lambda x: c.EndorseOutcome(x.fact("outcome.drafted"), x.dice.one(("endorse", "object"))),
    lambda x: c.NoteDissent(x.fact("outcome.drafted"), x.text()),
    lambda x: c.AdoptOutcome(x.fact("outcome.drafted")),
    lambda x: c.LeaveSession(),
    lambda x: c.EnrolParticipant("paper", x.dice.maybe(x.text())),
    lambda x: c.ConfirmParticipant(x.person()),
    lambda x: c.RemoveParticipant(x.person(), x.text()),
    lambda x: c.ReinstateParticipant(x.person()),
    lambda x: c.GrantRole(x.person(), x.dice.one(("facilitator", "observer", "participant"))),
    lambda x: c.GrantRole(x.person(), "facilitator"),
    lambda x: c.WithdrawRole(x.person()),
    lambda x: c.LinkDevice(x.device()),
    lambda x: c.LinkDevice(DeviceKey(x.text())),
    lambda x: c.AcceptDevice(x.person()),
    lambda x: c.RetireDevice(x.device()),
    lambda x: c.AssignSide(x.person(), x.motion(), "for"),
    lambda x: c.FinishStep(),
    lambda x: c.RaiseHand(),
    lambda x: c.LowerHand(x.fact("hand.raised")),
    lambda x: c.OpenEpoch(x.dice.below(4) - 1, ((x.device(), x.text()),)),
    lambda x: c.AttestHeads(x.heads()),
    lambda x: c.AttestHeads(((DeviceKey(x.text()), x.dice.below(4) - 1),)),
    lambda x: c.OpenSession(w.charter(), x.text()),
    lambda x: c.AmendCharter(title=x.text()),
    lambda x: c.AmendCharter(motions=(w.motion(x.dice.one(("aid", "tax"))),)),
    lambda x: c.AmendCharter(runsheet=x.dice.one((w.STEPS, OPEN)), scheme="budget"),
    lambda x: c.AmendCharter(contract=x.dice.one(CONTRACTS)),
    lambda x: c.MovePhase(PhaseId(x.dice.one(("open", "write", x.text())))),
    lambda x: c.NextPhase(),
    lambda x: c.UndoPhase(),
    lambda x: c.ExtendPhase(x.dice.one((1, -3, 0, 601, 10**20))),
    lambda x: c.PausePhase(),
    lambda x: c.ResumePhase(),
    lambda x: c.FreezeSession(x.text()),
    lambda x: c.ThawSession(),
    lambda x: c.CloseSession(),
    lambda x: c.ReopenSession(),
)
Write = Callable[[Chance], KnownEvent]
OFFICE: tuple[Write, ...] = (
    lambda x: p.ParticipantConfirmed(participant=x.person()),
    lambda x: p.ParticipantRemoved(participant=x.person(), last=x.heads(), reason=x.words()),
    lambda x: p.ParticipantReinstated(removal=x.fact("participant.removed")),
    lambda x: p.RoleGranted(participant=x.person(), role="facilitator", since=x.heads()),
    lambda x: p.RoleGranted(participant=x.person(), role=x.dice.one(("participant", "observer"))),
    lambda x: p.RoleWithdrawn(grant=x.fact("role.granted"), last=x.heads()),
)
"""What those who lead say of people."""
LEADING: tuple[Write, ...] = (
    *OFFICE,
    lambda x: s.CharterAmended(title=x.words(), after=x.dice.maybe(x.fact("charter.amended"))),
    lambda x: s.CharterAmended(motions=(w.motion(x.dice.one(("aid", "tax"))),), heads=x.heads()),
    lambda x: s.CharterAmended(contract=x.dice.one(CONTRACTS), heads=x.heads()),
    lambda x: s.CharterAmended(runsheet=x.dice.one((w.STEPS, OPEN)), heads=x.heads()),
    lambda x: s.CharterAmended(scheme="quadratic", heads=x.heads()),
    lambda x: s.PhaseMoved(
        to=PhaseId(x.dice.one(("open", "write", "none"))),
        after=x.dice.maybe(x.fact("phase.moved")),
        heads=x.heads(),
    ),
    lambda x: s.PhaseExtended(phase=x.phase(), minutes=x.dice.below(99) - 50),
    lambda x: s.PhasePaused(phase=x.phase()),
    lambda x: s.PhaseResumed(pause=x.fact("phase.paused")),
    lambda x: s.SessionFrozen(reason=x.words()),
    lambda x: s.SessionThawed(frozen=x.fact("session.frozen")),
    lambda x: s.SessionClosed(heads=x.heads()),
    lambda x: s.SessionReopened(closed=x.fact("session.closed")),
    lambda x: s.SessionOpened(nonce=w.NONCE, charter=w.charter(title=x.words())),
    lambda x: p.ParticipantEnrolled(name=x.words(), channel="paper"),
    lambda x: p.SideAssigned(participant=x.person(), motion=x.motion(), side="for"),
    lambda x: p.EpochOpened(epoch=1, keys=((x.device(), "key"),)),
    lambda x: a.ArgumentHidden(argument=x.argument(), reason=x.words()),
    lambda x: a.ArgumentShown(argument=x.argument(), hiding=x.fact("argument.hidden")),
    lambda x: a.FlagResolved(argument=x.argument(), flag=x.fact("argument.flagged")),
    lambda x: d.BallotsRevealed(
        motion=x.motion(), moment=x.dice.one(MOMENTS), round=x.dice.below(2), heads=x.heads()
    ),
    lambda x: d.OutcomeAdopted(outcome=x.fact("outcome.drafted")),
    lambda x: a.WeightSet(argument=x.argument(), value=x.dice.below(9), on_behalf_of=x.person()),
    lambda x: a.WeightCleared(argument=x.argument(), on_behalf_of=x.person()),
    lambda x: w.seal_of(x.device(), x.ballot(), on_behalf_of=x.person()),
)
"""What only who leads can bring about."""
COMING: tuple[Write, ...] = (
    lambda x: p.ParticipantJoined(name=x.words(), role=x.dice.one(("participant", "observer"))),
    lambda x: p.ParticipantLeft(),
    lambda x: p.DeviceLinked(device=x.device()),
    lambda x: p.DeviceAccepted(participant=x.person()),
    lambda x: p.DeviceRetired(device=x.device(), last=x.dice.below(9)),
)
"""What people say of themselves and their devices."""
TAKING_PART: tuple[Write, ...] = (
    *COMING,
    lambda x: p.StepFinished(phase=x.phase()),
    lambda x: p.HandRaised(phase=x.phase()),
    lambda x: p.HandLowered(hand=x.fact("hand.raised")),
    lambda x: p.HeadsAttested(heads=x.heads()),
    lambda x: a.ArgumentAdded(
        phase=x.phase(), relation=x.relation(), target=x.target(), claim=x.words()
    ),
    lambda x: a.ArgumentAdded(relation="supports", target=MotionId("tax"), claim=x.words()),
    lambda x: a.ArgumentRevised(argument=x.argument(), claim=x.words()),
    lambda x: a.ArgumentWithdrawn(argument=x.argument()),
    lambda x: a.ArgumentReinstated(argument=x.argument()),
    lambda x: a.ArgumentAdopted(argument=x.argument()),
    lambda x: a.ArgumentDisowned(argument=x.argument()),
    lambda x: a.WeightSet(phase=x.phase(), argument=x.argument(), value=x.dice.below(201) - 100),
    lambda x: a.WeightSet(argument=x.argument(), value=x.dice.below(11)),
    lambda x: a.WeightCleared(argument=x.argument()),
    lambda x: a.ArgumentFlagged(argument=x.argument(), reason=x.words()),
    lambda x: a.RelationDrawn(source=x.argument(), relation=x.relation(), target=x.target()),
    lambda x: a.RelationErased(drawn=x.fact("relation.drawn")),
    lambda x: a.QuestionAsked(about=x.target(), text=x.words()),
    lambda x: a.QuestionAnswered(question=x.fact("question.asked"), text=x.words()),
    lambda x: a.MergeProposed(arguments=(x.argument(), x.argument()), into=x.argument()),
    lambda x: a.MergeAccepted(merge=x.fact("merge.proposed")),
    lambda x: a.MergeDeclined(merge=x.fact("merge.proposed")),
    lambda x: a.RestatementOffered(argument=x.argument(), text=x.words()),
    lambda x: a.RestatementJudged(restatement=x.fact("restatement.offered"), is_fair=True),
    lambda x: a.RemarkMade(about=x.target(), sort=x.dice.one(("remark", "crux")), text=x.words()),
    lambda x: a.OptionProposed(motion=x.motion(), text=x.words()),
    lambda x: w.seal_of(x.device(), x.ballot()),
    lambda x: d.BallotOpened(
        sealed=x.fact("ballot.sealed"), salt=w.salt_of(x.device()), ballot=x.ballot()
    ),
    lambda x: d.OutcomeDrafted(text=x.words(), replaces=x.dice.maybe(x.fact("outcome.drafted"))),
    lambda x: d.OutcomeEndorsed(outcome=x.fact("outcome.drafted"), degree="accept"),
    lambda x: d.DissentNoted(outcome=x.fact("outcome.drafted"), text=x.words()),
)
"""What people say for themselves."""
EVENTS = LEADING + TAKING_PART


def wild(dice: Dice, most: int = 60) -> w.World:
    """Return a debate in which everybody tries everything, and some write what they may not."""
    world = w.World(people=(w.ANN, w.BOB, w.CAS))
    chance = Chance(world, dice)
    for deputy in (w.ANN, w.BOB):
        if dice.below(3):
            world.do(w.FAY, c.GrantRole(w.person(deputy), "facilitator"))
    for _ in range(most):
        if not dice.is_left:
            break
        (chance.write if dice.below(3) else chance.act)()
    return world


def lawful(dice: Dice, most: int = 60) -> w.World:
    """Return a debate in which everybody tries everything and only what is lawful happens."""
    world = w.World(people=(w.ANN, w.BOB, w.CAS))
    chance = Chance(world, dice)
    for deputy in (w.ANN, w.BOB):
        if dice.below(3):
            world.do(w.FAY, c.GrantRole(w.person(deputy), "facilitator"))
    for _ in range(most):
        if not dice.is_left:
            break
        chance.act()
    return world
