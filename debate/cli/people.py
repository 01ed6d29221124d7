"""Verbs: see and lead the people of a debate."""

from __future__ import annotations

from contextlib import closing

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.domain import commands as c
from debate.domain.ids import FactId, ParticipantId
from debate.domain.refusal import Refusal
from debate.domain.views.hands import hands_of
from debate.service.lots import draw_sides as draw
from debate.service.lots import swap_sides as swap
from debate.service.names import motion_called, name_of, person_called
from debate.service.post import Post
from debate.service.seat import Seat


def list_people(context: Context) -> int:
    """List who takes part, as the contract allows."""
    debate, t = context.seat().debate, context.t
    if debate.charter.contract == "secret":
        count = len(debate.people.present())
        said = t.plural("{n} person takes part.", "{n} people take part.", count)
        return context.tell(said, {"people": count})
    hands = [hand.by for hand in hands_of(debate.state, debate.people)]
    rows = [
        {
            "number": person.number,
            "name": name_of(debate, person.id, t),
            "role": person.role,
            "channel": person.channel,
            "present": person.is_present,
            "confirmed": person.is_confirmed,
            "hand": hands.index(person.id) + 1 if person.id in hands else None,
            "sides": {
                motion: side for (who, motion), side in debate.sides.items() if who == person.id
            },
        }
        for person in debate.people.by_id.values()
    ]
    if context.is_json:
        context.say_json(rows)
        return Exit.DONE
    roles = {
        "facilitator": t.text("facilitator"),
        "participant": t.text("participant"),
        "observer": t.text("observer"),
    }
    for row in rows:
        gone = "" if row["present"] else t.text("left")
        channel = t.text("on paper") if row["channel"] == "paper" else ""
        channel = t.text("by proxy") if row["channel"] == "proxy" else channel
        hand = t.text("hand up, {place} in the queue", place=row["hand"]) if row["hand"] else ""
        words = (f"{row['number']:>3}", row["name"], roles[str(row["role"])], channel, hand, gone)
        context.say("  ".join(str(word) for word in words if word))
    return Exit.DONE


def add_seat(context: Context) -> int:
    """Let somebody join at this keyboard."""
    seat = context.seat()
    new = context.workspace.add_seat(seat.session, context.args.name)
    if isinstance(new, Refusal):
        return context.answer(new, "")
    said = context.t.text("{name} sits at this keyboard: use `--as {name}`.",
                          name=context.args.name)  # fmt: skip
    return context.tell(said, {"seat": context.args.name})


def rename(context: Context) -> int:
    """Change the name one goes by, or come in under it; where nobody is named, no name is taken."""
    seat, t = context.seat(), context.t
    is_nameless = seat.debate.charter.contract == "secret"
    if is_nameless and seat.person is not None and seat.person.is_present:
        return context.answer(Refusal.of("person.nameless"), "")
    said_words = (
        t.text("You take part.")
        if is_nameless
        else t.text("You go by {name}.", name=context.args.name)
    )
    return context.act(c.JoinSession(name=context.args.name), said_words)


def leave(context: Context) -> int:
    """Leave the debate."""
    return context.act(c.LeaveSession(), context.t.text("You left. What you said stays."))


def enrol(context: Context) -> int:
    """Take part for somebody without a device."""
    command = c.EnrolParticipant(channel=context.args.channel, name=context.args.name)
    return context.act(command, context.t.text("{name} takes part.", name=context.args.name))


def remove(context: Context) -> int:
    """End somebody's part."""
    seat = context.seat()
    person = person_called(seat.debate, context.args.person)
    answer = seat.submit(c.RemoveParticipant(person, context.args.reason))
    if not isinstance(answer, Refusal) and context.workspace.is_own:
        with closing(Post(context.workspace, seat)) as post:
            post.renew_circle()
    return context.answer(answer, context.t.text("Removed. What they said until now stays."))


def reinstate(context: Context) -> int:
    """Take a removal back."""
    seat = context.seat()
    person = person_called(seat.debate, context.args.person)
    return context.answer(
        seat.submit(c.ReinstateParticipant(person)), context.t.text("They take part again.")
    )


def confirm(context: Context) -> int:
    """Put somebody on the roster."""
    seat = context.seat()
    person = person_called(seat.debate, context.args.person)
    answer = seat.submit(c.ConfirmParticipant(person))
    return context.answer(answer, context.t.text("On the roster."))


def grant(context: Context) -> int:
    """Give somebody a role."""
    seat = context.seat()
    person = person_called(seat.debate, context.args.person)
    answer = seat.submit(c.GrantRole(person, context.args.role))
    return context.answer(answer, context.t.text("Role given."))


def withdraw_role(context: Context) -> int:
    """Take the facilitator's role back."""
    seat = context.seat()
    person = person_called(seat.debate, context.args.person)
    answer = seat.submit(c.WithdrawRole(person))
    return context.answer(answer, context.t.text("Role taken back."))


def assign_side(context: Context) -> int:
    """Ask somebody to argue one side."""
    args, seat = context.args, context.seat()
    command = c.AssignSide(
        person_called(seat.debate, args.person), motion_called(seat.debate, args.motion), args.side
    )
    return context.answer(seat.submit(command), context.t.text("Asked."))


def draw_sides(context: Context) -> int:
    """Give everybody a side by lot."""
    seat = context.seat()
    return _sides(context, draw(seat, motion_called(seat.debate, context.args.motion)))


def swap_sides(context: Context) -> int:
    """Give everybody the other side."""
    seat = context.seat()
    return _sides(context, swap(seat, motion_called(seat.debate, context.args.motion)))


def _sides(context: Context, answer: int | Refusal) -> int:
    if isinstance(answer, Refusal):
        return context.answer(answer, "")
    words = context.t.plural("{n} person has a side.", "{n} people have a side.", answer)
    return context.tell(words, {"sides": answer})


def finish_step(context: Context) -> int:
    """Say that one is done with this phase."""
    return context.act(c.FinishStep(), context.t.text("Noted: you are done with this phase."))


def _lower(context: Context, seat: Seat, person: ParticipantId) -> int:
    """Let somebody's hand sink: they had the floor."""
    hands = hands_of(seat.debate.state, seat.debate.people)
    raised = next((hand.id for hand in hands if hand.by == person), FactId(""))
    return context.answer(seat.submit(c.LowerHand(raised)), context.t.text("Their hand is down."))


def hand(context: Context) -> int:
    """Ask for the floor, or take that back."""
    if not context.args.down and context.args.of is None:
        return context.act(c.RaiseHand(), context.t.text("Your hand is up."))
    seat = context.seat()
    hands = hands_of(seat.debate.state, seat.debate.people)
    if context.args.of is not None:
        return _lower(context, seat, person_called(seat.debate, context.args.of))
    me = seat.person
    raised = [hand.id for hand in hands if me and hand.by == me.id]
    if not raised:
        return context.tell(context.t.text("Your hand is not up."), {"saved": []})
    return context.answer(
        seat.submit(c.LowerHand(raised[-1])), context.t.text("Your hand is down.")
    )
