"""The balance of a motion and the detail of an argument, as one person may see them now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from debate.domain.ids import ArgumentId, MotionId
from debate.i18n.numbers import POINTS, format_number, format_signed
from debate.report.readings.arguments import late_weight_words
from debate.report.readings.choices import own_weight_words
from debate.service.names import name_of
from debate.service.sight import sight_of
from debate.tui.present.views import BalanceView, DetailView, Side, SourceView

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.views.floor import Argument
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat


def balance_view(seat: Seat, motion: MotionId, t: Translator) -> BalanceView:
    """Return where a motion stands."""
    sees = sight_of(seat).sees_totals
    strength = seat.session.scales.strength(motion) if sees else None
    return BalanceView(strength, t.text("against"), t.text("for"), point=POINTS[t.language])


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
    if argument is None or not sight_of(seat).sees(argument):
        return None
    hidden = argument.hidden_for is not None
    return DetailView(
        side=side_of(debate, argument),
        heading=_heading(seat, argument, t),
        claim="" if hidden else argument.claim.within(t.language),
        grounds="" if hidden else argument.grounds.within(t.language),
        sources=()
        if hidden
        else tuple(SourceView(each.cite, each.url or "") for each in argument.sources),
        facts=tuple(_facts(seat, argument, t)),
        sources_title=t.text("Sources"),
        notices=tuple(_notices(debate, argument, t)),
    )


def _heading(seat: Seat, argument: Argument, t: Translator) -> str:
    debate = seat.debate
    author = name_of(debate, argument.author, t)
    sight = sight_of(seat)
    if argument.author is not None and not sight.sees_authors and not sight.is_secret:
        author = t.text("author hidden for now")
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
    scales, debate, sight = seat.session.scales, seat.debate, sight_of(seat)
    strength, without = scales.strength(argument.id), scales.without(argument.id)
    motion = debate.floor.roots.get(argument.id)
    is_shown = sight.sees_totals and sight.sees_weights
    if is_shown and strength is not None and without is not None and motion is not None:
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
    if person and (value := argument.given(person.id)) is not None:
        facts.append(own_weight_words(value, t, counts=person.id in argument.weights))
    is_mine = person is not None and person.id in argument.adopters
    if is_mine:
        facts.append(t.text("You made it yours too."))
    others = len(argument.adopters) - is_mine
    if others and sight.sees_weights:
        facts.append(
            t.plural("{n} other person made it theirs.", "{n} others made it theirs.", others)
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
    if late := debate.late_weights(argument.id):
        notices.append(late_weight_words(late, t))
    notices += [t.text("Flagged: {reason}", reason=flag.reason) for flag in argument.flags]
    return notices
