"""Votes to find opinion groups in: conversations of Polis when they are here, else planted ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from debate.analysis.draws import Draws
from debate.analysis.opinions import Opinions, gather
from debate.exchange.polis import read_export

PEOPLE, STATEMENTS = 1_921, 197
"""As many as in the conversation vtaiwan.uberx."""
ANSWERED = 0.25
DRAWN = 7


@dataclass(frozen=True)
class Talk:
    """One conversation, in the form each program takes."""

    name: str
    opinions: Opinions
    votes: list[tuple[int, int, int]]
    """The latest vote of each statement, person and value."""
    rejected: list[int]
    groups: Mapping[str, str]
    """The group of each person as Polis or the planting has it."""
    authority: str
    """Who said so."""


def talks(folder: Path | None) -> Iterator[Talk]:
    """Yield every conversation in a folder of exports; a planted one without a folder."""
    if folder is None:
        yield planted()
        return
    exports = sorted(each for each in folder.iterdir() if each.is_dir())
    for each in exports or [folder]:
        yield _exported(each)


def _exported(folder: Path) -> Talk:
    export = read_export(folder)
    latest = {(vote.statement, vote.person): vote.value for vote in export.votes}
    return Talk(
        folder.name,
        export.opinions(),
        [(statement, person, value) for (statement, person), value in latest.items()],
        [each.id for each in export.statements if each.rejected],
        {str(person): group for person, group in export.groups.items()},
        "Polis",
    )


def planted() -> Talk:
    """Return two camps that answer a quarter of the statements, leaning apart on half of them."""
    draws = Draws(DRAWN)
    votes = [
        (statement, person, _vote(draws, statement, person))
        for statement in range(STATEMENTS)
        for person in range(PEOPLE)
        if draws.unit() < ANSWERED
    ]
    answers = ((str(statement), str(person), float(vote)) for statement, person, vote in votes)
    camps = {str(person): str(person % 2) for person in range(PEOPLE)}
    return Talk("a planted conversation", gather(answers), votes, [], camps, "the planting")


def _vote(draws: Draws, statement: int, person: int) -> int:
    """Return a vote: with its camp seven times in ten where camps differ, else by chance."""
    if statement % 2 and draws.unit() < 0.7:
        return 1 if person % 2 else -1
    return draws.below(3) - 1
