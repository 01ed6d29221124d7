"""The rows of the floor: roots in a chosen order, replies below what they answer.

A row is made again only when its argument, its strength or the reader changed, so that one weight
among ten thousand arguments costs one row. What a phase or the contract hides never becomes one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.domain.ids import ArgumentId, MotionId
from debate.i18n.numbers import POINTS
from debate.service.names import name_of
from debate.service.sight import Sight, sight_of
from debate.tui.present.views import ListView, Mark, RowView, Side

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

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.words and self.only == "all"


def sought_words(sought: Sought, t: Translator) -> str:
    """Say what is shown alone and in which order, when other than everything by strength."""
    only = {
        "all": "",
        "mine": t.text("only yours"),
        "unweighed": t.text("only unweighed"),
        "unanswered": t.text("only unanswered"),
    }
    order = {
        "strength": "",
        "time": t.text("by time"),
        "weighed": t.text("by how many weighed"),
    }
    words = f"“{sought.words}”" if sought.words else ""
    return ", ".join(each for each in (words, only[sought.only], order[sought.order]) if each)


class FloorRows:
    """Makes the columns of a floor, and remembers the rows it made."""

    def __init__(self) -> None:
        """Begin with no rows."""
        self._made: dict[ArgumentId, tuple[Hashable, Argument, RowView]] = {}

    def view(self, seat: Seat, motion: MotionId, sought: Sought, t: Translator) -> ListView:
        """Return both columns of a motion as this person may see them."""
        look = _Look(seat, sought, t, self._made)
        empty = t.text("Nobody argued here yet. Press a to be the first.")
        if not look.sight.sees_others_arguments:
            empty = t.text("Everybody writes alone now. Press a to add yours.")
        if not sought.is_everything:
            empty = t.text("Nothing here matches. Press escape to see everything.")
        return ListView(
            against=look.side(motion, "against"),
            for_=look.side(motion, "for"),
            against_title=t.text("Against"),
            for_title=t.text("For"),
            against_empty=empty,
            for_empty=empty,
            sought=sought_words(sought, t),
        )


class _Look:
    """One look of one person at the floor."""

    def __init__(
        self,
        seat: Seat,
        sought: Sought,
        t: Translator,
        made: dict[ArgumentId, tuple[Hashable, Argument, RowView]],
    ) -> None:
        self.sight: Sight = sight_of(seat)
        self._debate: Debate = seat.debate
        self._scales: Scales = seat.session.scales
        self._person = self.sight.person
        self._sought = sought
        self._t = t
        self._made = made
        self._merged = self._debate.talk.merged(self._person) if self._person is not None else {}
        self._leads = {
            "attacks": t.text("not true"),
            "undercuts": t.text("not relevant"),
            "supports": t.text("backed up"),
        }

    def side(self, motion: MotionId, side: Side) -> tuple[RowView, ...]:
        """Return the rows of one side."""
        relation = "supports" if side == "for" else "attacks"
        floor = self._debate.floor
        roots = [
            floor.arguments[name]
            for name in floor.replies.get(motion, ())
            if floor.arguments[name].relation == relation and name not in self._merged
        ]
        rows: list[RowView] = []
        for root in sorted(roots, key=self._order(), reverse=self._sought.order != "time"):
            if self.sight.sees(root) and (self._sought.is_everything or self._is_sought(root)):
                self._branch(root, side, 0, rows)
        return tuple(rows)

    def _order(self) -> Callable[[Argument], tuple[float, str]]:
        order, scales = self._sought.order, self._scales
        if order == "time" or not self.sight.sees_totals:
            return lambda each: (0.0, each.added.time if each.added else "")
        if order == "weighed":
            return lambda each: (float(len(each.weights)), each.id)
        return lambda each: (scales.strength(each.id) or -1.0, each.id)

    def _is_sought(self, argument: Argument) -> bool:
        below = self._debate.floor.below(argument.id)
        family = [argument, *(self._debate.floor.arguments[name] for name in below)]
        return any(self.sight.sees(each) and self._matches(each) for each in family)

    def _matches(self, argument: Argument) -> bool:
        words, person = self._sought.words.casefold(), self._person
        if argument.hidden_for is not None and words:
            return False
        text = " ".join(
            (argument.claim.within(self._t.language), argument.grounds.within(self._t.language))
        )
        if words not in text.casefold():
            return False
        match self._sought.only:
            case "mine":
                return self._is_mine(argument)
            case "unweighed":
                return argument.given(person) is None
            case "unanswered":
                return not self._debate.floor.replies.get(argument.id)
            case _:
                return True

    def _is_mine(self, argument: Argument) -> bool:
        return self._person is not None and (
            argument.author == self._person or self._person in argument.adopters
        )

    def _branch(self, root: Argument, side: Side, depth: int, rows: list[RowView]) -> None:
        """Add an argument and all that answers it, however deep, to `rows`."""
        floor = self._debate.floor
        waiting = [(root, side, depth)]
        while waiting:
            argument, helps, level = waiting.pop()
            rows.append(self._row(argument, helps, level))
            for name in reversed(floor.replies.get(argument.id, ())):
                reply = floor.arguments[name]
                if self.sight.sees(reply):
                    turned = helps if reply.relation == "supports" else OTHER[helps]
                    waiting.append((reply, turned, level + 1))

    def _row(self, argument: Argument, side: Side, depth: int) -> RowView:
        """Return the row of an argument, the very same one while nothing about it changed."""
        strength = self._scales.strength(argument.id) if self.sight.sees_totals else None
        key = (strength, side, depth, self.sight, self._t.language)
        made = self._made.get(argument.id)
        if made is not None and made[1] is argument and made[0] == key:
            return made[2]
        row = self._new_row(argument, side, depth, strength)
        self._made[argument.id] = (key, argument, row)
        return row

    def _new_row(
        self, argument: Argument, side: Side, depth: int, strength: float | None
    ) -> RowView:
        t = self._t
        claim = argument.claim.within(t.language)
        if argument.hidden_for is not None:
            claim = t.text("hidden by the facilitator: {reason}", reason=argument.hidden_for)
        shows_author = self.sight.sees_authors or argument.author is None
        return RowView(
            id=argument.id,
            side=side,
            claim=claim,
            strength=strength,
            weighed_by=len(argument.weights) if self.sight.sees_weights else 0,
            depth=depth,
            lead=self._leads[argument.relation] if depth else "",
            marks=self._marks(argument),
            own_weight=argument.given(self._person),
            note=name_of(self._debate, argument.author, t) if shows_author else "",
            point=POINTS[t.language],
        )

    def _marks(self, argument: Argument) -> frozenset[Mark]:
        found: dict[Mark, bool] = {
            "mine": self._is_mine(argument),
            "opening": argument.author is None,
            "withdrawn": argument.is_withdrawn,
            "hidden": argument.hidden_for is not None,
            "cycle": argument.id in self._scales.cyclic,
            "flagged": bool(argument.flags),
        }
        return frozenset(mark for mark, holds in found.items() if holds)
