"""One debate as plain data, as far as the person who asks may see it now: what `show` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from debate.domain.ids import ArgumentId, MotionId
from debate.errors import UsageError
from debate.service.names import argument_called, argument_numbers, motion_called, name_of
from debate.service.sight import sight_of

if TYPE_CHECKING:
    from debate.domain.motion import Motion
    from debate.domain.views.floor import Argument
    from debate.domain.views.polls import PollKey
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

Portrait = dict[str, Any]
SHORT = 8
"""Characters of an id that are typed for it."""


def portrait_of(seat: Seat, item: str | None, t: Translator, *, is_own: bool = True) -> Portrait:
    """Return a debate, a motion or an argument as plain JSON data.

    Args:
        seat: Who asks.
        item: What a person points at; None for the whole debate.
        t: The language of texts that have several.
        is_own: Whether the seat is that of who asks. Somebody else's sealed ballot is told to
            nobody, also not at a keyboard that is shared.

    Raises:
        UsageError: nothing goes by that name.
    """
    debate = seat.debate
    if item is None:
        return _debate(seat, t, is_own=is_own)
    try:
        return _motion(seat, motion_called(debate, item), t, is_own=is_own)
    except UsageError:
        name = argument_called(debate, item)
    if not sight_of(seat).sees(debate.floor.arguments[name]):
        number = str(argument_numbers(debate)[name])
        raise UsageError(what="argument", value=number, reason="not-yet")
    return _argument(seat, name, t)


def _debate(seat: Seat, t: Translator, *, is_own: bool) -> Portrait:
    debate = seat.debate
    charter, schedule = debate.charter, debate.schedule
    return {
        "kind": "debate",
        "id": debate.state.session,
        "title": charter.title,
        "scheme": charter.scheme,
        "contract": charter.contract,
        "phase": schedule.now.phase.title.within(t.language),
        "is_frozen": schedule.is_frozen,
        "is_closed": schedule.is_closed,
        "people": len(debate.people.present()),
        "motions": [_motion(seat, name, t, is_own=is_own) for name in charter.motion_ids],
        "questions": [
            {
                "name": f"q{number}",
                "text": question.asked.text,
                "answers": [answer.text for answer in question.answers],
            }
            for number, question in enumerate(debate.talk.questions, start=1)
        ],
        "merges": [
            {"name": f"m{number}", "into": merge.into, "arguments": list(merge.arguments)}
            for number, merge in enumerate(debate.talk.merges, start=1)
        ],
        "restatements": _restatements(seat),
    }


def _restatements(seat: Seat) -> list[Portrait]:
    """Return what was said in other words, of arguments that may be seen."""
    sight, arguments = sight_of(seat), seat.debate.floor.arguments
    return [
        {
            "name": f"r{number}",
            "argument": each.offered.about,
            "text": each.offered.text,
            "is_fair": each.is_fair,
            "has_judge": arguments[ArgumentId(each.offered.about)].author is not None,
        }
        for number, each in enumerate(seat.debate.talk.restatements, start=1)
        if sight.sees(arguments[ArgumentId(each.offered.about)])
    ]


def _motion(seat: Seat, name: MotionId, t: Translator, *, is_own: bool) -> Portrait:
    debate = seat.debate
    motion = debate.charter.motion(name)
    if motion is None:
        raise UsageError(what="motion", value=name)
    moments: tuple[PollKey, ...] = ((name, "opening", 0), (name, "closing", 0))
    own = [seat.ballot(key) if is_own or debate.poll(key).is_revealed else None for key in moments]
    sight = sight_of(seat)
    there = [debate.floor.arguments[each] for each in debate.floor.replies.get(name, ())]
    return {
        "kind": "motion",
        "id": name,
        "proposition": motion.proposition.within(t.language),
        "polarity": motion.polarity,
        "strength": seat.session.scales.strength(name) if sight.sees_totals else None,
        "your_stances": [ballot.stance if ballot else None for ballot in own],
        "ballots": {
            f"{key[1]}{key[2] or ''}": {"cast": poll.cast, "revealed": poll.is_revealed}
            for key, poll in debate.polls.items()
            if key[0] == name
        },
        "options": _options(seat, motion, t),
        "arguments": [_row(seat, each, t) for each in there if sight.sees(each)],
        "not_shown": sum(not sight.sees(each) for each in there),
    }


def _options(seat: Seat, motion: Motion, t: Translator) -> list[Portrait]:
    """Return what can be ranked on a ballot: the pack's options, then what people proposed."""
    packed = [
        {"id": each.id, "name": each.id.rpartition("/")[2], "text": each.text.within(t.language)}
        for each in motion.options
    ]
    proposed = [
        {"id": each.id, "name": each.id[:SHORT], "text": each.text}
        for each in seat.debate.talk.options
        if each.about == motion.id
    ]
    return [*packed, *proposed]


def _row(seat: Seat, argument: Argument, t: Translator) -> Portrait:
    debate, scales = seat.debate, seat.session.scales
    person, sight = seat.person, sight_of(seat)
    hidden = argument.hidden_for is not None
    replies = (debate.floor.arguments[each] for each in debate.floor.replies.get(argument.id, ()))
    return {
        "number": argument_numbers(debate)[argument.id],
        "id": argument.id,
        "relation": argument.relation,
        "claim": "" if hidden else argument.claim.within(t.language),
        "author": _author(seat, argument, t),
        "strength": scales.strength(argument.id) if sight.sees_totals else None,
        "weighed_by": len(argument.weights) if sight.sees_weights else None,
        "your_weight": argument.given(person.id) if person else None,
        "your_weight_counts": bool(person and person.id in argument.weights),
        "is_yours": bool(person and argument.author == person.id),
        "adopted_by": len(argument.adopters),
        "is_withdrawn": argument.is_withdrawn,
        "hidden_for": argument.hidden_for,
        "replies": [_row(seat, each, t) for each in replies if sight.sees(each)],
    }


def _author(seat: Seat, argument: Argument, t: Translator) -> str:
    """Return who made an argument, as far as contract and phase let it be seen."""
    sight = sight_of(seat)
    if argument.author is None or sight.sees_authors or argument.author == sight.person:
        return name_of(seat.debate, argument.author, t)
    return t.text("somebody")


def _argument(seat: Seat, name: ArgumentId, t: Translator) -> Portrait:
    argument = seat.debate.floor.arguments[name]
    scales, sight = seat.session.scales, sight_of(seat)
    hidden = argument.hidden_for is not None
    return {
        **_row(seat, argument, t),
        "kind": "argument",
        "grounds": "" if hidden else argument.grounds.within(t.language),
        "sources": []
        if hidden
        else [{"cite": each.cite, "url": each.url} for each in argument.sources],
        "motion_strength": _motion_strength(seat, name) if sight.sees_totals else None,
        "without_it": scales.without(name) if sight.sees_totals else None,
        "base": scales.base(name) if sight.sees_totals and sight.sees_weights else None,
        "revisions": argument.revisions,
        "flags": [flag.reason for flag in argument.flags],
        "questions": [
            {"text": each.asked.text, "answers": [answer.text for answer in each.answers]}
            for each in seat.debate.talk.questions
            if each.asked.about == name
        ],
        "remarks": [
            each.text
            for each in (*seat.debate.talk.remarks, *seat.debate.talk.cruxes)
            if each.about == name
        ],
    }


def _motion_strength(seat: Seat, name: ArgumentId) -> float | None:
    root = seat.debate.floor.roots.get(name)
    return seat.session.scales.strength(root) if root else None
