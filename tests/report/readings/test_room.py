"""The room in words: what waits comes first, one and many are told apart, and no name stands in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from debate.analysis.findings.room import Room, SideCount, room_finding
from debate.domain.ids import MotionId
from debate.i18n.catalog import translator
from debate.report.readings.room import Waiting, room_readings
from tests.assembly import Assembly

EN, NL = translator("en"), translator("nl")
ASSEMBLY = Assembly(3)
BARE = room_finding(ASSEMBLY.debate)


def said(language: str = "en", **changes: Any) -> tuple[Waiting, ...]:  # noqa: ANN401
    room: Room = replace(BARE, **changes)
    return room_readings(room, ASSEMBLY.debate, EN if language == "en" else NL)


@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"step": "vote", "missing": 1}, "step", "1 of 3 has not voted yet"),
        ({"step": "write", "missing": 2}, "step", "2 of 3 have written nothing yet"),
        ({"step": "weigh", "missing": 2}, "step", "2 of 3 have weighed nothing yet"),
        ({"step": "weigh", "missing": 0}, "step", "Everybody is done with this step"),
        ({"done": 2}, "done", "2 of 3 say they are done"),
        ({"left": 1}, "left", "1 ballot is still closed: its owner left, or was not heard from since the reveal"),
        ({"hands": 2}, "hands", "2 hands are up"),
        ({"flags": 1}, "flags", "1 flag waits for you"),
        ({"questions": 2}, "questions", "2 questions have no answer"),
        ({"merges": 1}, "merges", "1 proposal to merge is open"),
        ({"hidden": 1}, "hidden", "1 argument is hidden, with a reason"),
        ({"silent": 1}, "silent", "1 person has brought no argument"),
        ({"unpaired": 2}, "unpaired", "2 people cast no opening ballot and count as unpaired"),
        ({"typed_for": 1}, "typed", "1 person takes part on paper or by proxy"),
        ({"sides": (SideCount(MotionId("alpha"), 2, 0),)}, "empty", "Do alpha: nothing for yet"),
        ({"sides": (SideCount(MotionId("alpha"), 0, 1),)}, "empty", "Do alpha: nothing against yet"),
        ({"sides": (SideCount(MotionId("alpha"), 1, 3),)}, "sides", "Do alpha: ▼ 1 against, ▲ 3 for"),
        ({"sealed": ((None, "opening", 0),), "may_reveal": False}, "sealed",
         "Ballots are sealed: nobody can see a tally"),
        ({"sealed": ((None, "opening", 0),), "may_reveal": True, "ballots": ()}, "reveal",
         "Sealed ballots wait to be revealed"),
    ],
)  # fmt: skip
def test_each_count_has_its_words(changes: dict[str, Any], kind: str, words: str) -> None:
    found = {each.kind: each.text for each in said(**changes)}
    assert found[kind] == words  # type: ignore[index]
    dutch = {each.kind: each.text for each in said("nl", **changes)}
    assert dutch[kind] != words  # type: ignore[index]


def test_what_waits_stands_first() -> None:
    found = said(hands=1, silent=1, step="vote", missing=1)
    opened = [each.is_open for each in found]
    assert opened == sorted(opened, reverse=True)


def test_silence_is_no_news_while_nobody_has_written_or_all_are_asked_to() -> None:
    assert "silent" not in {each.kind for each in said(silent=3)}
    assert "silent" not in {each.kind for each in said(silent=1, step="write", missing=1)}
