"""Three people at one keyboard: private turns, sealed ballots, one reveal, and what moved whom."""

from __future__ import annotations

from pathlib import Path

from tests.stories.steps import FIRST, Person, claims_in, holds
from tests.stories.terminal import Terminal


def begin(terminal: Terminal, *, name: str, others: str) -> Person:
    """Begin a debate on the first motion with several people; return who leads it."""
    leader = Person(terminal)
    leader.enters_the_lobby()
    terminal.press("n")
    leader.sees("A new debate", "Delphi, two rounds")
    terminal.press("tab", "tab", "tab")
    terminal.wait_for_caret("Your name")
    terminal.type(name)
    terminal.wait_for(f"{len(name)}/40")
    terminal.press("tab")
    terminal.wait_for_caret("Others at this keyboard")
    terminal.type(others)
    terminal.wait_for(f"{len(others)}/1000")
    terminal.press("enter")
    leader.is_on_the_floor()
    return leader


def pass_to(terminal: Terminal, name: str) -> None:
    """Hand the keyboard to somebody, who confirms to be there."""
    terminal.press("p")
    terminal.wait_for("Who is next?", name)
    names = [line.strip("▸ ") for line in terminal.lines()]
    first = next(place for place, line in enumerate(terminal.lines()) if "▸ " in line)
    terminal.press(*["down"] * (names.index(name) - first))
    terminal.wait_for(f"▸ {name}")
    terminal.press("enter")
    terminal.wait_for(f"Pass the keyboard to {name}")
    terminal.press("enter")
    terminal.wait_for("rebut", "undercut")


def test_three_people_take_private_turns_and_see_together_what_moved(data: Path) -> None:
    stances = {"Ada": (40, 60), "Bo": (-30, -10), "Cy": (10, -20)}
    with Terminal(data) as terminal:
        leader = begin(terminal, name="Ada", others="Bo, Cy")
        terminal.wait_for("3 here", FIRST["en"])
        for turn in (0, 1):
            for name, stance in stances.items():
                if turn or name != "Ada":
                    pass_to(terminal, name)
                    assert not turn or "you" in terminal.screen()
                leader.opens_the_ballot()
                terminal.wait_for(f"{list(stances).index(name)} of 3 have cast this ballot")
                leader.takes_a_stance(stance[turn])
                terminal.press("enter")
                leader.is_on_the_floor()
                if not turn:
                    leader.adds(f"This is what {name} finds worth saying")
        pass_to(terminal, "Ada")
        leader.opens_the_ballot()
        terminal.press("X")
        terminal.wait_for("Reveal these 2 ballots?", "3 have sealed", "Reveal them now")
        terminal.press("down", "enter")
        terminal.wait_for("It is revealed")
        terminal.press("escape")
        leader.is_on_the_floor()
        terminal.press("b")
        terminal.wait_for("Results", "2 moved towards for, 1 towards against")
        terminal.press("2")
        terminal.wait_for("Ada", "Bo", "Cy")
        assert terminal.leave() == 0
    assert sum(claim.startswith("This is what") for claim in claims_in(data)) == 3
    assert holds(data)


def test_a_turn_shows_nothing_of_the_one_before(data: Path) -> None:
    with Terminal(data) as terminal:
        leader = begin(terminal, name="Ada", others="Bo")
        leader.adds("Said by Ada, for all to read")
        leader.weighs(7)
        leader.votes(85)
        terminal.wait_for("+85")
        leader.weighs(8)
        terminal.wait_for("Weighed 8")
        terminal.press("p")
        terminal.wait_for("Who is next?")
        curtain = terminal.wait_until(lambda screen: "Weighed" not in screen, "told on", patience=3)
        assert "+85" not in curtain
        terminal.press("enter")
        terminal.wait_for("Pass the keyboard to Bo")
        terminal.press("enter")
        leader.is_on_the_floor()
        floor = terminal.wait_for("say where you stand first", "Said by Ada")
        assert "◆8" not in floor
        assert "+85" not in floor
