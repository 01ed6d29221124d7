"""Kill -9 while somebody types and says arguments: what the screen called saved is there.

Each round opens the real program in a terminal, writes arguments as fast as the screen confirms
them, and kills it at a random moment. At the end every signature and chain is checked.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.stories.steps import Person, claims_in, holds
from tests.stories.terminal import PATIENCE, Terminal

LONGEST = 6
"""The most arguments somebody says before the kill."""


@dataclass
class Figures:
    """What a campaign came to."""

    rounds: int = 0
    acknowledged: int = 0
    """Arguments that the screen called saved."""
    kept: int = 0
    """Arguments found afterwards; an unacknowledged one may be among them."""
    lost: int = 0
    """Acknowledged arguments that were not found."""
    drafts: int = 0
    """Half-written arguments that came back."""


def wait_for_draft(data: Path, text: str) -> None:
    """Wait until a half-written text is on the disk."""
    deadline = time.monotonic() + PATIENCE
    path = data / "profile.jsonl"
    while not (path.exists() and json.dumps(text)[1:-1] in path.read_text("utf-8")):
        assert time.monotonic() < deadline, f"the draft is not kept: {text}"
        time.sleep(0.02)


def run(data: Path, *, rounds: int, seed: int = 0) -> Figures:
    """Run so many rounds on one data folder; return their figures."""
    chance, figures, said = random.Random(seed), Figures(rounds), list[str]()
    draft = ""
    for number in range(rounds):
        with Terminal(data) as terminal:
            author = Person(terminal)
            if number:
                author.opens_the_debate()
            else:
                author.opens_the_motion()
            figures.drafts += _take_up(author, draft)
            for place in range(chance.randrange(1, LONGEST)):
                claim = f"Argument {number}.{place} of those that were said"
                author.adds(claim)
                said.append(claim)
            draft = f"Half of argument {number}" if chance.random() < 0.5 else ""
            _stop(author, chance, draft, number)
    found = claims_in(data)
    figures.acknowledged = len(said)
    figures.lost = len(set(said) - set(found))
    figures.kept = sum(claim.startswith(("Argument", "Sent", "Half")) for claim in found)
    assert holds(data)
    return figures


def _take_up(author: Person, draft: str) -> bool:
    """See that the draft of the round before is back, and say it."""
    if not draft:
        return False
    author.opens_the_form()
    author.terminal.wait_for(draft, f"{len(draft)}/280")
    author.terminal.press("ctrl+s")
    author.terminal.wait_gone("An argument for or against")
    return True


def _stop(author: Person, chance: random.Random, draft: str, number: int) -> None:
    """Kill the program: with a draft that is kept, or in the middle of saying something."""
    author.opens_the_form()
    text = draft or f"Sent in round {number}, and perhaps not kept"
    author.terminal.type(text)
    author.terminal.wait_for(f"{len(text)}/280")
    if draft:
        wait_for_draft(author.terminal.data, draft)
    else:
        author.terminal.press("enter")
        time.sleep(chance.random() * 0.05)
    author.terminal.kill()


def main() -> None:
    """Print the figures of a full campaign."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as folder:
        figures = run(Path(folder) / "debates", rounds=rounds, seed=rounds)
    print(
        f"kill -9 while typing: {figures.rounds} rounds, {figures.acknowledged} acknowledged, "
        f"{figures.lost} lost, {figures.kept} kept in all, {figures.drafts} drafts came back"
    )
    sys.exit(1 if figures.lost else 0)


if __name__ == "__main__":
    main()
