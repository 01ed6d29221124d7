"""The journal as sentences, in the order in which facts came: who did what, as the contract allows.

Before the reveal a ballot is a ballot and nothing more, also when somebody published it early.
Under a secret contract no sentence names a person or a value, so that none can be put together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.domain.events import UnknownEvent
from debate.domain.events.arguments import ArgumentAdded, RestatementJudged
from debate.domain.events.decisions import BallotOpened
from debate.domain.events.session import CharterAmended, PhaseMoved, SessionOpened
from debate.domain.ids import ArgumentId, MotionId, ParticipantId
from debate.domain.views.standing import OFFICE
from debate.i18n.event_words import EVENT_WORDS, STANDING_WORDS, UNKNOWN_EVENT, VALUE_WORDS
from debate.i18n.numbers import format_signed
from debate.service.names import argument_numbers, name_of
from debate.service.sight import Sight, sight_of

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.events import KnownEvent
    from debate.domain.fact import Fact
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

_CLAIM = ("claim", "text")
_ARGUMENT = ("argument", "source")
_AMENDED = ("title", "motions", "runsheet", "scheme", "contract")


class Chronicle:
    """Tells the facts of one debate to one person."""

    def __init__(self, seat: Seat, t: Translator) -> None:
        """Prepare to tell what the person at `seat` may read, in the language of `t`."""
        self._debate: Debate = seat.debate
        self._sight: Sight = sight_of(seat)
        self._numbers = argument_numbers(self._debate)
        self._t = t

    def tell(self, fact: Fact) -> str:
        """Return what a fact says."""
        event = fact.event
        if isinstance(event, UnknownEvent):
            return self._t.text(UNKNOWN_EVENT, kind=fact.kind)
        values = {
            "who": self._who(fact, event),
            **self._plain(event),
            **self._things(fact, event),
            **self._own(event),
        }
        said = self._t.text(EVENT_WORDS[event.kind], **values)
        standing = self._debate.bench.standing(fact) if self._debate.is_open else "counts"
        if getattr(event, "on_behalf_of", None) and standing != "void":
            said = self._t.text("{said} A facilitator typed it.", said=said)
        mark = STANDING_WORDS[standing]
        return f"{said} {self._t.text(mark)}" if mark else said

    # Who --------------------------------------------------------------------------------------

    def _who(self, fact: Fact, event: KnownEvent) -> str:
        people = self._debate.people
        on_paper = getattr(event, "on_behalf_of", None)
        if on_paper and people.voice_for(fact, on_paper):
            return self._name(on_paper)
        author = people.owners.get(fact.author)
        if people.led(fact) and not on_paper and isinstance(event, OFFICE) and not self._names:
            return self._t.text("the facilitator")
        return self._name(author)

    @property
    def _names(self) -> bool:
        return self._sight.sees_authors and not self._sight.is_secret

    def _name(self, person: ParticipantId | None) -> str:
        if not self._names or person is None:
            return self._t.text("somebody")
        return name_of(self._debate, person, self._t)

    # What -------------------------------------------------------------------------------------

    def _plain(self, event: KnownEvent) -> dict[str, object]:
        """Return what a sentence may hold of any event, as far as this one has it."""
        said = getattr(event, "reason", "") or getattr(event, "note", "")
        person = getattr(event, "participant", None)
        return {
            "reason": said or "–",
            "title": event.charter.title if isinstance(event, SessionOpened) else "",
            "minutes": getattr(event, "minutes", ""),
            "person": getattr(event, "name", None) or self._name(person),
            "role": self._word(getattr(event, "role", "")),
            "side": self._word(getattr(event, "side", "")),
            "moment": self._word(getattr(event, "moment", "")),
            "relation": self._word(getattr(event, "relation", "")),
            "value": self._value(event),
        }

    def _things(self, fact: Fact, event: KnownEvent) -> dict[str, object]:
        """Return the arguments and motions that an event speaks of, and its words."""
        named = next((getattr(event, name) for name in _ARGUMENT if hasattr(event, name)), "")
        name = ArgumentId(fact.id) if isinstance(event, ArgumentAdded) else ArgumentId(named)
        about = str(getattr(event, "target", "") or getattr(event, "about", ""))
        texts = (getattr(event, name) for name in _CLAIM if hasattr(event, name))
        numbers = (self._number(each) for each in getattr(event, "arguments", ()))
        return {
            "number": self._number(name),
            "about": self._about(about),
            "motion": self._motion(getattr(event, "motion", None)),
            "numbers": ", ".join(numbers),
            "claim": self._claim(fact, name, next(texts, "")),
        }

    def _own(self, event: KnownEvent) -> dict[str, object]:
        """Return what only some kinds say."""
        match event:
            case ArgumentAdded(target=target, relation=relation) if self._is_motion(target):
                return {"relation": self._word("for" if relation == "supports" else "against")}
            case PhaseMoved(to=to):
                phase = self._debate.charter.runsheet.phase(to)
                return {"phase": phase.title.within(self._t.language) if phase else to}
            case CharterAmended():
                changed = [self._word(name) for name in _AMENDED if getattr(event, name)]
                return {"changes": ", ".join(changed)}
            case RestatementJudged(is_fair=is_fair):
                return {"verdict": self._word("fair" if is_fair else "unfair")}
            case _:
                return {}

    def _value(self, event: KnownEvent) -> str:
        """Return a weight, a stance or a degree; a dash while or where it stays hidden."""
        if self._sight.is_secret:
            return "–"
        if isinstance(event, BallotOpened):
            return self._stance(event)
        if not self._sight.sees_weights and hasattr(event, "value"):
            return "–"
        found = getattr(event, "value", None)
        return str(found) if found is not None else self._word(getattr(event, "degree", ""))

    def _stance(self, event: BallotOpened) -> str:
        ballot = event.ballot
        poll = self._debate.poll((ballot.motion, ballot.moment, ballot.round))
        if not poll.is_revealed or not self._sight.sees_authors or ballot.stance is None:
            return "–"
        return format_signed(ballot.stance, self._t.language)

    def _claim(self, fact: Fact, name: ArgumentId, text: str) -> str:
        argument = self._debate.floor.arguments.get(name)
        if argument is not None and argument.hidden_for is not None:
            return self._t.text("hidden: {reason}", reason=argument.hidden_for)
        is_own = self._debate.people.owners.get(fact.author) == self._sight.person
        if argument is not None and not is_own and not self._sight.sees(argument):
            return self._t.text("not shown in this phase")
        return " ".join(text.split())

    def _number(self, name: ArgumentId) -> str:
        return str(self._numbers.get(name, "?"))

    def _is_motion(self, name: str) -> bool:
        return name in self._debate.charter.motion_ids

    def _about(self, name: str) -> str:
        if self._is_motion(name):
            return f"“{self._motion(MotionId(name))}”"
        return self._t.text("argument {number}", number=self._number(ArgumentId(name)))

    def _motion(self, name: MotionId | None) -> str:
        motion = self._debate.charter.motion(name) if name else None
        return motion.short.within(self._t.language) if motion else self._t.text("all motions")

    def _word(self, value: str) -> str:
        return self._t.text(VALUE_WORDS[value]) if value in VALUE_WORDS else value
