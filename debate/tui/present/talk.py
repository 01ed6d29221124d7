"""The talk as views: questions, merges, remarks and what waits for care, a row and a page each.

Who said it is left out where the phase or the contract hides it, and so is what was said about
arguments that a person may not read yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.domain.ids import ArgumentId
from debate.i18n.marks import N_
from debate.service.names import name_of
from debate.service.sight import Sight, sight_of
from debate.tui.cells import cut
from debate.tui.widgets.ink import Line
from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.ids import ParticipantId
    from debate.domain.views.floor import Argument, Flag
    from debate.domain.views.talk import Merge, Question, Restatement, Utterance
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat

Section = Literal["questions", "merges", "remarks", "care"]
Sort = Literal["question", "merge", "remark", "crux", "restatement", "flag", "hidden"]
_SEPARATOR = " · "

TITLES: Mapping[Section, str] = {
    "questions": N_("Questions"),
    "merges": N_("The same?"),
    "remarks": N_("Remarks"),
    "care": N_("Moderation"),
}
"""The sections, in the order in which left and right go through them."""

EMPTY: Mapping[Section, str] = {
    "questions": N_("Nobody asked anything. Press a to ask."),
    "merges": N_("No proposals. On the floor, = proposes that two arguments say the same."),
    "remarks": N_("No remarks. Press a to make one, or to say what would change your mind."),
    "care": N_("Nothing waits for the facilitator."),
}
"""What an empty section says."""


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One thing that was said, with the page that shows it whole."""

    id: str
    sort: Sort
    text: str
    note: str
    page: tuple[Block, ...]
    is_open: bool = False
    """Whether it waits for somebody."""


def talk_rows(seat: Seat, t: Translator) -> Mapping[Section, tuple[TalkRow, ...]]:
    """Return every section's rows, what waits for somebody first."""
    teller = _Teller(seat, t)
    return {
        "questions": _open_first(teller.questions()),
        "merges": _open_first(teller.merges()),
        "remarks": _open_first(teller.remarks()),
        "care": _open_first(teller.care()),
    }


def _open_first(rows: Sequence[TalkRow]) -> tuple[TalkRow, ...]:
    return tuple(sorted(rows, key=lambda row: not row.is_open))


def paint_talk(row: TalkRow, width: int) -> Sequence[Line]:
    """Return two lines: what was said, and about what, by whom, with what answer."""
    sign = "● " if row.is_open else "  "
    return [
        [(sign, "focus"), (cut(row.text, width - 2), "ink")],
        [("  ", "ink"), (cut(row.note, width - 2), "muted")],
    ]


class _Teller:
    """Tells one person's talk, with what they may not know left out."""

    def __init__(self, seat: Seat, t: Translator) -> None:
        self._debate: Debate = seat.debate
        self._sight: Sight = sight_of(seat)
        self._t = t

    # Questions --------------------------------------------------------------------------------

    def questions(self) -> list[TalkRow]:
        """Return the questions; those without an answer wait."""
        asked = self._debate.talk.questions
        return [self._question(each) for each in asked if self._is_seen(each.asked)]

    def _question(self, question: Question) -> TalkRow:
        t, count = self._t, len(question.answers)
        answers = t.plural("{n} answer", "{n} answers", count) if count else t.text("no answer yet")
        said = question.asked
        blocks = [
            Block("prose", said.text),
            *self._origin(said),
            Block("heading", t.text("Answers")),
        ]
        blocks += [Block("item", self._signed(each.text, each.by)) for each in question.answers]
        if not question.answers:
            blocks.append(Block("item", t.text("None yet. Press r to answer.")))
        note = self._noted(answers, said.by, said.about)
        return TalkRow(said.id, "question", said.text, note, tuple(blocks), not count)

    # Merges -----------------------------------------------------------------------------------

    def merges(self) -> list[TalkRow]:
        """Return the proposals; those this person said nothing about wait."""
        found = []
        for merge in self._debate.talk.merges:
            parts = [self._debate.floor.arguments.get(name) for name in merge.arguments]
            if all(part is not None and self._sight.sees(part) for part in parts):
                found.append(self._merge(merge))
        return found

    def _merge(self, merge: Merge) -> TalkRow:
        t, me = self._t, self._sight.person
        mine = (
            t.text("you see them as one") if me in merge.accepted
            else t.text("you see them apart") if me in merge.declined
            else t.text("you said nothing yet")
        )  # fmt: skip
        blocks = [Block("item", self._claim(name)) for name in merge.arguments]
        if merge.note:
            blocks.append(Block("prose", merge.note))
        blocks += [
            Block("heading", t.text("As one they are")),
            Block("prose", self._claim(merge.into)),
            Block("source", t.plural("{n} sees them as one", "{n} see them as one",
                                     len(merge.accepted))),
            Block("source", t.plural("{n} sees them apart", "{n} see them apart",
                                     len(merge.declined))),
        ]  # fmt: skip
        text = " = ".join(self._claim(name) for name in merge.arguments)
        is_open = me is not None and me not in merge.accepted | merge.declined
        return TalkRow(merge.id, "merge", text, mine, tuple(blocks), is_open)

    # Remarks ----------------------------------------------------------------------------------

    def remarks(self) -> list[TalkRow]:
        """Return cruxes, remarks, and arguments in the words of others."""
        t, talk = self._t, self._debate.talk
        cruxes = [
            self._utterance(each, "crux", t.text("crux: {text}", text=each.text))
            for each in talk.cruxes
            if self._is_seen(each)
        ]
        remarks = [
            self._utterance(each, "remark", each.text)
            for each in talk.remarks
            if self._is_seen(each)
        ]
        restated = [
            self._restatement(each) for each in talk.restatements if self._is_seen(each.offered)
        ]
        return [*cruxes, *remarks, *restated]

    def _utterance(self, said: Utterance, sort: Sort, text: str) -> TalkRow:
        page = (Block("prose", text), *self._origin(said))
        return TalkRow(said.id, sort, text, self._noted("", said.by, said.about), page)

    def _restatement(self, restatement: Restatement) -> TalkRow:
        t, said = self._t, restatement.offered
        verdicts = {
            None: t.text("not judged yet"), True: t.text("fair, says its author"),
            False: t.text("not fair, says its author"),
        }  # fmt: skip
        argument = self._debate.floor.arguments.get(ArgumentId(said.about))
        is_mine = argument is not None and argument.author == self._sight.person
        text = t.text("in other words: {text}", text=said.text)
        verdict = verdicts[restatement.is_fair]
        page = (Block("prose", said.text), *self._origin(said), Block("source", verdict))
        is_open = is_mine and restatement.is_fair is None
        note = self._noted(verdict, said.by, said.about)
        return TalkRow(said.id, "restatement", text, note, page, is_open)

    # Care -------------------------------------------------------------------------------------

    def care(self) -> list[TalkRow]:
        """Return the flags that wait, then what is hidden."""
        arguments = [
            each for each in self._debate.floor.arguments.values() if self._sight.sees(each)
        ]
        flags = [self._flag(each, flag) for each in arguments for flag in each.flags]
        return [*flags, *(self._hidden(each) for each in arguments if each.hidden_for is not None)]

    def _flag(self, argument: Argument, flag: Flag) -> TalkRow:
        claim = argument.claim.within(self._t.language)
        text = self._t.text("flagged: {reason}", reason=flag.reason)
        page = (Block("notice", text), Block("prose", claim))
        return TalkRow(flag.id, "flag", text, self._noted("", flag.by, argument.id), page, True)

    def _hidden(self, argument: Argument) -> TalkRow:
        t = self._t
        claim = argument.claim.within(t.language)
        text = t.text("hidden: {reason}", reason=argument.hidden_for or "")
        page = (Block("notice", text), Block("prose", claim))
        return TalkRow(argument.id, "hidden", text, claim, page)

    # Words ------------------------------------------------------------------------------------

    def _is_seen(self, said: Utterance) -> bool:
        """Tell whether what it is about, or the word itself, is this person's to read."""
        argument = self._debate.floor.arguments.get(ArgumentId(said.about))
        is_mine = said.by is not None and said.by == self._sight.person
        return is_mine or argument is None or self._sight.sees(argument)

    def _about(self, name: str) -> str:
        motion = self._debate.charter.motion(name)
        return motion.short.within(self._t.language) if motion else self._claim(name)

    def _claim(self, name: str) -> str:
        argument = self._debate.floor.arguments.get(ArgumentId(name))
        if argument is None:
            return self._t.text("an argument that is not here yet")
        return argument.claim.within(self._t.language)

    def _who(self, person: ParticipantId | None) -> str:
        """Return who said it; nothing where that is hidden, but for oneself."""
        if person is not None and person == self._sight.person:
            return self._t.text("you")
        is_shown = self._sight.sees_authors and not self._sight.is_secret
        return name_of(self._debate, person, self._t) if is_shown else ""

    def _signed(self, text: str, person: ParticipantId | None) -> str:
        who = self._who(person)
        return f"{text} ({who})" if who else text

    def _noted(self, state: str, person: ParticipantId | None, about: str) -> str:
        parts = (state, self._who(person), self._t.text("on: {about}", about=self._about(about)))
        return _SEPARATOR.join(part for part in parts if part)

    def _origin(self, said: Utterance) -> Sequence[Block]:
        t, who = self._t, self._who(said.by)
        about = Block("source", t.text("About: {about}", about=self._about(said.about)))
        return (about, Block("source", t.text("By: {name}", name=who))) if who else (about,)
