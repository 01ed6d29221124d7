"""A scripted debate: the same people, keys, times and words each time, so that bytes can be kept."""

from __future__ import annotations

from debate.domain import commands as c
from debate.domain.argument import Relation
from debate.domain.ids import ArgumentId, FactId, MotionId
from debate.domain.motion import Motion, OpeningArgument, Source, Text
from debate.domain.participant import Contract
from tests.assembly import Assembly

BEFORE = (-60, -30, 0, 15, 40, 80, -20)
AFTER = (-50, 10, 30, 35, 40, 70, 25)
WEIGHTS = ((6, 9, 3, 4), (4, 10, 1, 9), (6, 9, 4, 7), (10, 6, 8, 2), (5, 5, 5, 5), (9, 1, 7, 0))
HOSTILE = (
    "# Not a heading",
    "<script>alert(1)</script> & <b>bold</b>",
    "[a link](javascript:alert(1)) | a cell | ![x](https://example.org/x.png)",
    '=HYPERLINK("https://example.org") `code` *stars* _lines_ ~~gone~~',
)
"""What somebody writes who would like to have more than words in the minutes."""


def motion() -> Motion:
    """Return a motion with one opening argument on each side."""
    return Motion(
        id=MotionId("curfew"),
        proposition=Text(en="We should close the bridge at night."),
        short=Text(en="Close the bridge at night"),
        background=Text(en="The bridge is open day and night."),
        yes_means=Text(en="Nobody crosses between midnight and five."),
        no_means=Text(en="The bridge stays open."),
        arguments=(
            OpeningArgument(
                id=ArgumentId("curfew/sleep"),
                side="for",
                claim=Text(en="People who live beside it could sleep."),
                grounds=Text(en="Two hundred homes stand within earshot."),
                sources=(Source(cite="A survey, 2024", url="https://example.org/survey"),),
            ),
            OpeningArgument(
                id=ArgumentId("curfew/work"),
                side="against",
                claim=Text(en="Nurses cross it at four."),
                grounds=Text(en="The hospital lies on the other bank."),
                sources=(),
            ),
        ),
    )


def debate(contract: Contract = "named", people: int = 7) -> Assembly:
    """Return a whole debate, from the opening ballot to the adopted outcome."""
    room = Assembly(people, contract=contract, motions=(motion(),))
    room.vote(
        "opening", lambda n: {"stance": BEFORE[n % 7], "confidence": 40 + 5 * (n % 7)}, room.motion
    )
    said = _argue(room)
    for person, weights in enumerate(WEIGHTS[:people]):
        for name, weight in zip(said, weights, strict=True):
            room.do(person, c.SetWeight(name, weight))
    asked = room.do(min(2, people - 1), c.AskQuestion(said[0], "How loud is it?")).first
    room.do(0, c.AnswerQuestion(FactId(asked), "As a vacuum cleaner in the next room."))
    room.do(0, c.AskQuestion(said[1], "Could there be a *bus*?"))
    room.vote(
        "closing",
        lambda n: {
            "stance": AFTER[n % 7],
            "confidence": 45 + 5 * (n % 7),
            "moved_by": () if n == 4 else (said[n % 2],),
        },
        room.motion,
    )
    _end(room, said)
    return room


def _argue(room: Assembly) -> list[ArgumentId]:
    """Let three people argue, one of them with more than words."""
    sleep, work = ArgumentId("curfew/sleep"), ArgumentId("curfew/work")
    last = len(room.seats) - 1

    def say(person: int, relation: Relation, target: str, claim: str, grounds: str = "") -> str:
        command = c.AddArgument(relation, ArgumentId(target), claim, grounds)
        return room.do(min(person, last), command).first

    quiet = say(1, "supports", "curfew", "A quiet night is worth an hour's walk.")
    bus = say(2, "attacks", work, "A bus could take the nurses round.", "It takes *ten* minutes.")
    say(2, "undercuts", sleep, HOSTILE[1], "\n".join(HOSTILE))
    hidden = say(1, "attacks", "curfew", "Something that is hidden")
    room.do(0, c.HideArgument(ArgumentId(hidden), "not about the bridge"))
    return [sleep, work, ArgumentId(quiet), ArgumentId(bus)]


def _end(room: Assembly, said: list[ArgumentId]) -> None:
    del said
    text = "We close it from one to four, and look again in spring."
    draft = FactId(room.do(0, c.DraftOutcome(text, room.motion, "2027-03-01")).first)
    for person in range(len(room.seats)):
        room.do(person, c.EndorseOutcome(draft, "accept" if person == 1 else "endorse"))
    room.do(min(1, len(room.seats) - 1), c.NoteDissent(draft, "Four is when they go home."))
    room.do(0, c.AdoptOutcome(draft))
    room.do(0, c.DraftOutcome("A draft that stays one.", None, None))
    room.do(0, c.CloseSession())
