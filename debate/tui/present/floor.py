"""The floor as views: two columns of arguments with their replies, the balance, and the detail.

Only values leave here. What a phase or the contract hides is left out before a widget sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.domain.ids import ArgumentId, MotionId
from debate.i18n.numbers import format_number, format_signed
from debate.service.names import name_of
from debate.tui.present.views import (
    BalanceView,
    DetailView,
    ListView,
    Mark,
    RowView,
    Side,
    SourceView,
)

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.views.floor import Argument
    from debate.i18n.catalog import Translator
    from debate.service.scales import Scales
    from debate.service.seat import Seat

Order = Literal["strength", "time", "weighed"]
Only = Literal["all", "mine", "unweighed", "unanswered"]
ORDERS: tuple[Order, ...] = ("strength", "time", "weighed")
"""How the arguments of a side are sorted; replies always stand below what they answer."""
OTHER: Mapping[Side, Side] = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True)
class Sought:
    """What a person wants to see of the floor."""

    order: Order = "strength"
    words: str = ""
    """Words that a claim, its grounds or one of its replies must hold."""
    only: Only = "all"


def list_view(seat: Seat, motion: MotionId, sought: Sought, t: Translator) -> ListView:
    """Return both columns of a motion."""
    rows = _Rows(seat, motion, sought, t)
    empty = t.text("Nobody argued here yet. Press a to be the first.")
    if sought.words or sought.only != "all":
        empty = t.text("Nothing here matches. Press escape to see everything.")
    return ListView(
        against=rows.side("against"),
        for_=rows.side("for"),
        against_title=t.text("Against"),
        for_title=t.text("For"),
        against_empty=empty,
        for_empty=empty,
    )


class _Rows:
    """Makes the rows of one motion: roots in the chosen order, replies below them."""

    def __init__(self, seat: Seat, motion: MotionId, sought: Sought, t: Translator) -> None:
        self._debate: Debate = seat.debate
        self._scales: Scales = seat.session.scales
        self._person = seat.person
        self._motion = motion
        self._sought = sought
        self._t = t
        self._merged = self._debate.talk.merged(self._person.id) if self._person is not None else {}
        self._leads = {
            "attacks": t.text("not true"),
            "undercuts": t.text("not relevant"),
            "supports": t.text("backed up"),
        }

    def side(self, side: Side) -> tuple[RowView, ...]:
        relation = "supports" if side == "for" else "attacks"
        floor = self._debate.floor
        roots = [
            floor.arguments[name]
            for name in floor.replies.get(self._motion, ())
            if floor.arguments[name].relation == relation and name not in self._merged
        ]
        rows: list[RowView] = []
        for root in sorted(roots, key=self._order(), reverse=self._sought.order != "time"):
            if self._is_sought(root):
                rows += self._branch(root, side, 0)
        return tuple(rows)

    def _order(self) -> Callable[[Argument], tuple[float, str]]:
        order, scales = self._sought.order, self._scales
        if order == "time":
            return lambda each: (0.0, each.added.time if each.added else "")
        if order == "weighed":
            return lambda each: (float(len(each.weights)), each.id)
        return lambda each: (scales.strength(each.id) or -1.0, each.id)

    def _is_sought(self, argument: Argument) -> bool:
        below = self._debate.floor.below(argument.id)
        family = [argument, *(self._debate.floor.arguments[name] for name in below)]
        return any(self._matches(each) for each in family)

    def _matches(self, argument: Argument) -> bool:
        words, person = self._sought.words.casefold(), self._person
        text = " ".join(
            (argument.claim.within(self._t.language), argument.grounds.within(self._t.language))
        )
        if words and words not in text.casefold():
            return False
        match self._sought.only:
            case "mine":
                return person is not None and (
                    argument.author == person.id or person.id in argument.adopters
                )
            case "unweighed":
                return person is None or person.id not in argument.weights
            case "unanswered":
                return not self._debate.floor.replies.get(argument.id)
            case _:
                return True

    def _branch(self, argument: Argument, side: Side, depth: int) -> list[RowView]:
        rows = [self._row(argument, side, depth)]
        for name in self._debate.floor.replies.get(argument.id, ()):
            reply = self._debate.floor.arguments[name]
            helps = side if reply.relation == "supports" else OTHER[side]
            rows += self._branch(reply, helps, depth + 1)
        return rows

    def _row(self, argument: Argument, side: Side, depth: int) -> RowView:
        t, person = self._t, self._person
        claim = argument.claim.within(t.language)
        if argument.hidden_for is not None:
            claim = t.text("hidden by the facilitator: {reason}", reason=argument.hidden_for)
        return RowView(
            id=argument.id,
            side=side,
            claim=claim,
            strength=self._scales.strength(argument.id),
            weighed_by=len(argument.weights),
            depth=depth,
            lead=self._leads[argument.relation] if depth else "",
            marks=self._marks(argument),
            own_weight=argument.weights.get(person.id) if person else None,
            note=name_of(self._debate, argument.author, t),
        )

    def _marks(self, argument: Argument) -> frozenset[Mark]:
        person = self._person
        found: dict[Mark, bool] = {
            "mine": person is not None
            and (argument.author == person.id or person.id in argument.adopters),
            "opening": argument.author is None,
            "withdrawn": argument.is_withdrawn,
            "hidden": argument.hidden_for is not None,
            "cycle": argument.id in self._scales.cyclic,
            "flagged": bool(argument.flags),
        }
        return frozenset(mark for mark, holds in found.items() if holds)


def balance_view(seat: Seat, motion: MotionId, t: Translator) -> BalanceView:
    """Return where a motion stands."""
    return BalanceView(seat.session.scales.strength(motion), t.text("against"), t.text("for"))


def side_of(debate: Debate, argument: Argument) -> Side:
    """Return which side of its motion an argument helps."""
    flips = 0
    step = argument
    while step.target in debate.floor.arguments:
        flips += step.relation != "supports"
        step = debate.floor.arguments[ArgumentId(step.target)]
    flips += step.relation != "supports"
    return "against" if flips % 2 else "for"


def detail_view(seat: Seat, name: ArgumentId, t: Translator) -> DetailView | None:
    """Return everything about one argument; None when it is not there."""
    debate = seat.debate
    argument = debate.floor.arguments.get(name)
    if argument is None:
        return None
    hidden = argument.hidden_for is not None
    return DetailView(
        side=side_of(debate, argument),
        heading=_heading(debate, argument, t),
        claim="" if hidden else argument.claim.within(t.language),
        grounds="" if hidden else argument.grounds.within(t.language),
        sources=()
        if hidden
        else tuple(SourceView(each.cite, each.url or "") for each in argument.sources),
        facts=tuple(_facts(seat, argument, t)),
        sources_title=t.text("Sources"),
        notices=tuple(_notices(debate, argument, t)),
    )


def _heading(debate: Debate, argument: Argument, t: Translator) -> str:
    author = name_of(debate, argument.author, t)
    target = debate.floor.arguments.get(ArgumentId(argument.target))
    if target is None:
        words = {"supports": t.text("For the motion"), "attacks": t.text("Against the motion")}
        return f"{words.get(argument.relation, '')} · {author}"
    words = {
        "supports": t.text("Backs up"),
        "attacks": t.text("Not true"),
        "undercuts": t.text("Not relevant"),
    }
    return f"{words[argument.relation]}: “{target.claim.within(t.language)}” · {author}"


def _facts(seat: Seat, argument: Argument, t: Translator) -> Sequence[str]:
    facts = []
    scales, debate = seat.session.scales, seat.debate
    strength, without = scales.strength(argument.id), scales.without(argument.id)
    motion = debate.floor.roots.get(argument.id)
    if strength is not None and without is not None and motion is not None:
        stands = scales.strength(motion) or 0.0
        facts.append(
            t.text(
                "Without it and its replies the motion stands at {without} ({moved}).",
                without=format_number(without, t.language),
                moved=format_signed(without - stands, t.language),
            )
        )
        facts.append(_weighed(argument, strength, t))
    person = seat.person
    if person and person.id in argument.weights:
        facts.append(t.text("You weighed it {value}.", value=argument.weights[person.id]))
    if argument.adopters:
        count = len(argument.adopters)
        facts.append(
            t.plural("{n} other person made it theirs.", "{n} others made it theirs.", count)
        )
    if argument.revisions:
        facts.append(t.text("Its author worded it anew."))
    for question in debate.talk.questions:
        if question.asked.about == argument.id:
            facts.append(f"? {question.asked.text}")
            facts += [f"  → {answer.text}" for answer in question.answers]
    facts += [f"· {each.text}" for each in debate.talk.remarks if each.about == argument.id]
    return facts


def _weighed(argument: Argument, strength: float, t: Translator) -> str:
    said = format_number(strength, t.language)
    if not argument.weights:
        return t.text("Strength {strength}. Nobody weighed it yet.", strength=said)
    return t.plural(
        "Strength {strength}. Weighed by {n} person.",
        "Strength {strength}. Weighed by {n} people.",
        len(argument.weights),
        strength=said,
    )


def _notices(debate: Debate, argument: Argument, t: Translator) -> Sequence[str]:
    notices = []
    if argument.hidden_for is not None:
        notices.append(t.text("Hidden by the facilitator: {reason}", reason=argument.hidden_for))
    if argument.is_withdrawn:
        notices.append(t.text("Withdrawn by its author; its replies stay."))
    if argument.added is not None and debate.schedule.is_late(argument.added):
        notices.append(t.text("It came after its phase had closed."))
    notices += [t.text("Flagged: {reason}", reason=flag.reason) for flag in argument.flags]
    return notices
