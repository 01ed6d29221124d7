"""How far a room is, in words for whoever leads it: what waits first, and counts instead of names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.i18n.event_words import VALUE_WORDS

if TYPE_CHECKING:
    from debate.analysis.findings.room import BallotCount, Room, SideCount
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.i18n.catalog import Translator

Kind = Literal[
    "step", "done", "ballots", "reveal", "sealed", "sides", "empty", "silent", "unanswered",
    "questions", "flags", "merges", "hands", "hidden", "unpaired", "left", "typed",
]  # fmt: skip
"""What a line is about; a screen goes there."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line about the room."""

    kind: Kind
    text: str
    is_open: bool = False
    """Whether it waits for the facilitator, or for people who are not ready."""


def room_readings(room: Room, debate: Debate, t: Translator) -> tuple[Waiting, ...]:
    """Return what there is to say of a room, what waits first."""
    words = _Words(room, debate, t)
    found = [*words.step(), *words.ballots(), *words.talk(), *words.arguments(), *words.people()]
    return tuple(sorted(found, key=lambda each: not each.is_open))


class _Words:
    """Words one room."""

    def __init__(self, room: Room, debate: Debate, t: Translator) -> None:
        self._room = room
        self._debate = debate
        self._t = t

    def step(self) -> Iterator[Waiting]:
        """Yield how many have not done what the phase asks, as a count."""
        room, t = self._room, self._t
        steps = {
            "vote": t.plural(
                "{n} of {people} has not voted yet", "{n} of {people} have not voted yet",
                room.missing, people=room.people,
            ),
            "write": t.plural(
                "{n} of {people} has written nothing yet",
                "{n} of {people} have written nothing yet", room.missing, people=room.people,
            ),
            "weigh": t.plural(
                "{n} of {people} has weighed nothing yet",
                "{n} of {people} have weighed nothing yet", room.missing, people=room.people,
            ),
        }  # fmt: skip
        if room.step in steps:
            everybody = t.text("Everybody is done with this step")
            words = steps[room.step] if room.missing else everybody
            yield Waiting("step", words, is_open=bool(room.missing))
        if room.done:
            yield Waiting(
                "done",
                t.text("{done} of {people} say they are done", done=room.done, people=room.people),
            )

    def ballots(self) -> Iterator[Waiting]:
        """Yield how many ballots are in, and which of them wait for the reveal."""
        room, t = self._room, self._t
        for each in room.ballots:
            yield Waiting(
                "ballots",
                t.text("{title}: {cast} of {total} ballots are in", title=self._ballot(each),
                       cast=each.cast, total=room.people),
            )  # fmt: skip
        if room.sealed and room.may_reveal and not room.ballots:
            yield Waiting("reveal", t.text("Sealed ballots wait to be revealed"), is_open=True)
        elif room.sealed:
            yield Waiting("sealed", t.text("Ballots are sealed: nobody can see a tally"))
        if room.left:
            yield Waiting(
                "left",
                t.plural(
                    "{n} ballot is still closed: its owner left, or was not heard from since the reveal",
                    "{n} ballots are still closed: their owners left, or were not heard from since the reveal",
                    room.left,
                ),
            )

    def _ballot(self, count: BallotCount) -> str:
        """Return what a ballot is called: its motion, and its moment where several can be cast."""
        title = self._motion(count.motion)
        if sum(each.motion == count.motion for each in self._room.ballots) == 1:
            return title
        return f"{title}, {self._t.text(VALUE_WORDS[count.moment])}"

    def talk(self) -> Iterator[Waiting]:
        """Yield what people asked, flagged and proposed."""
        room, t = self._room, self._t
        if room.hands:
            words = t.plural("{n} hand is up", "{n} hands are up", room.hands)
            yield Waiting("hands", words, is_open=True)
        if room.flags:
            words = t.plural("{n} flag waits for you", "{n} flags wait for you", room.flags)
            yield Waiting("flags", words, is_open=True)
        if room.questions:
            words = t.plural(
                "{n} question has no answer", "{n} questions have no answer", room.questions
            )
            yield Waiting("questions", words, is_open=True)
        if room.merges:
            words = t.plural(
                "{n} proposal to merge is open", "{n} proposals to merge are open", room.merges
            )
            yield Waiting("merges", words)
        if room.hidden:
            words = t.plural(
                "{n} argument is hidden, with a reason", "{n} arguments are hidden, with a reason",
                room.hidden,
            )  # fmt: skip
            yield Waiting("hidden", words)

    def arguments(self) -> Iterator[Waiting]:
        """Yield how the arguments lie, without telling what they say."""
        room, t = self._room, self._t
        for each in room.sides:
            yield self._side(each)
        if room.unanswered:
            words = t.plural(
                "{n} argument has no reply", "{n} arguments have no reply", len(room.unanswered)
            )
            yield Waiting("unanswered", words)

    def _side(self, side: SideCount) -> Waiting:
        t, title = self._t, self._motion(side.motion)
        if not side.against + side.in_favour:
            return Waiting("empty", t.text("{title}: no arguments yet", title=title))
        if not side.against or not side.in_favour:
            empty = t.text("against") if not side.against else t.text("for")
            words = t.text("{title}: nothing {side} yet", title=title, side=empty)
            return Waiting("empty", words, is_open=True)
        words = t.text("{title}: ▼ {against} against, ▲ {in_favour} for", title=title,
                       against=side.against, in_favour=side.in_favour)  # fmt: skip
        return Waiting("sides", words)

    def people(self) -> Iterator[Waiting]:
        """Yield who is silent, late, on paper: how many of them."""
        room, t = self._room, self._t
        if 0 < room.silent < room.people and room.step != "write":
            words = t.plural(
                "{n} person has brought no argument", "{n} people have brought no argument",
                room.silent,
            )  # fmt: skip
            yield Waiting("silent", words)
        if room.unpaired:
            words = t.plural(
                "{n} person cast no opening ballot and counts as unpaired",
                "{n} people cast no opening ballot and count as unpaired",
                room.unpaired,
            )
            yield Waiting("unpaired", words)
        if room.typed_for:
            words = t.plural(
                "{n} person takes part on paper or by proxy",
                "{n} people take part on paper or by proxy",
                room.typed_for,
            )
            yield Waiting("typed", words)

    def _motion(self, name: MotionId | None) -> str:
        motion = self._debate.charter.motion(name) if name else None
        return motion.short.within(self._t.language) if motion else self._t.text("All motions")
