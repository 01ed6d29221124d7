"""A facilitator leads a workshop of half an hour at one keyboard, with a projector beside it.

The clock is stopped by its key, so that no minute of the machine has a say in what happens.
"""

from __future__ import annotations

from pathlib import Path

from tests.stories.steps import FIRST, Person, holds
from tests.stories.terminal import Terminal, command
from tests.stories.test_hot_seat import pass_to

TITLE = FIRST["en"]
CLAIM = "Said by Ben while all were silent"


def does(data: Path, *words: str, name: str = "") -> str:
    """Let somebody at this keyboard act by a command, while both windows are open."""
    told = command(data, *words, *(("--as", name) if name else ()))
    assert told.returncode == 0, told.stderr or told.stdout
    return told.stdout


def begin_workshop(terminal: Terminal) -> Person:
    """From the lobby to a running workshop of three people."""
    leader = Person(terminal)
    leader.enters_the_lobby()
    terminal.press("n")
    leader.sees("A new debate", "Delphi, two rounds")
    terminal.press("tab", "end", "up", "up")
    terminal.wait_for("▸ ● Workshop, 30 minutes")
    terminal.press("tab", "tab")
    terminal.wait_for_caret("Your name")
    terminal.type("Ada")
    terminal.wait_for("3/40")
    terminal.press("tab")
    terminal.wait_for_caret("Others at this keyboard")
    terminal.type("Ben, Cas")
    terminal.wait_for("8/1000")
    terminal.press("enter")
    terminal.wait_for("Read aloud", "1 of 8", "Next: Opening ballot, 2 min", "3 here")
    return leader


def back_to_console(terminal: Terminal) -> None:
    """From the floor, open the console."""
    terminal.press("K")
    terminal.wait_for("How far the room is")


def next_phase(terminal: Terminal, place: int) -> None:
    """Go on, and stop the clock there."""
    terminal.press("N")
    terminal.wait_for(f"{place} of 8")
    terminal.press("P")
    terminal.wait_for("clock stands still")


def everybody_votes(terminal: Terminal, leader: Person) -> None:
    """Cast three opening ballots in private turns, and try to reveal them too early."""
    next_phase(terminal, 2)
    terminal.wait_for("3 of 3 have not voted yet", "0 of 3 ballots are in")
    terminal.press("escape")
    leader.is_on_the_floor()
    for name, stance in (("Ada", 44), ("Ben", -66), ("Cas", 11)):
        if name != "Ada":
            pass_to(terminal, name)
        leader.votes(stance)
    pass_to(terminal, "Ada")
    back_to_console(terminal)
    terminal.wait_for("Everybody is done with this step", "nobody can see a tally")
    terminal.press("X")
    terminal.wait_for("stay sealed")


def somebody_is_flagged_and_hidden(data: Path, terminal: Terminal) -> None:
    """Write in silence, then let the facilitator hide what was flagged, with a reason."""
    next_phase(terminal, 3)
    terminal.wait_for("3 of 3 have written nothing yet")
    does(data, "argue", TITLE, "for", CLAIM, name="Ben")
    terminal.wait_for("2 of 3 have written nothing yet")
    next_phase(terminal, 4)
    does(data, "flag", TITLE, "1", "Is this about the motion?", name="Cas")
    terminal.wait_for("1 flag waits for you")
    terminal.press("home", "enter")
    terminal.wait_for("Is this about the motion?")
    terminal.press("H")
    terminal.wait_for("Why is it hidden?")
    terminal.type("Names somebody")
    terminal.press("enter")
    terminal.wait_for("hidden: Names somebody")
    terminal.press("escape")
    terminal.wait_for("1 argument is hidden, with a reason")


def a_step_too_far_is_taken_back(terminal: Terminal) -> None:
    """Go one phase too far, take it back, and go on."""
    next_phase(terminal, 5)
    terminal.press("N")
    terminal.wait_for("6 of 8")
    terminal.press("U")
    terminal.wait_for("5 of 8")
    terminal.press("N", "N")
    terminal.wait_for("7 of 8", "have not voted yet")


def everybody_votes_again(data: Path, terminal: Terminal) -> None:
    """Cast three closing ballots, and look for a tally where there must be none."""
    for name, held in (("Ada", "55"), ("Ben", "-22"), ("Cas", "33")):
        seat = () if name == "Ada" else ("--as", name)
        does(data, "ballot", TITLE, held, "--moment", "closing", "--moved-by", "2", *seat)
    terminal.wait_for("Everybody is done with this step")
    for screen in (terminal.screen(), does(data, "projector", TITLE, "--plain")):
        for secret in ("44", "66", "11", "55", "22", "33"):
            assert f"+{secret}" not in screen
            assert f"−{secret}" not in screen


def all_is_revealed(data: Path, terminal: Terminal, projector: Terminal) -> None:
    """Reveal on both screens, and let somebody check their ballot."""
    terminal.press("N")
    terminal.wait_for("8 of 8", "Sealed ballots wait to be revealed")
    projector.wait_for("Reveal and look back")
    terminal.press("X")
    terminal.wait_for("Revealed.")
    projector.wait_for("before (3)", "after (3)")
    projector.press("right")
    projector.wait_for("Who moved", "towards for", "towards against")
    assert "stance −66" in does(data, "check-ballot", TITLE, name="Ben")


def it_ends_on_a_statement(data: Path, terminal: Terminal) -> None:
    """Draft, endorse, dissent, adopt; then close."""
    terminal.press("O")
    terminal.wait_for("No statement is drafted yet")
    does(data, "outcome", "draft", TITLE, "We go on with this", "--review", "2027-06-01")
    does(data, "outcome", "endorse", TITLE, "1", "endorse", name="Ben")
    does(data, "outcome", "dissent", TITLE, "1", "Not all of it", name="Cas")
    does(data, "outcome", "adopt", TITLE, "1")
    terminal.wait_for("We go on with this", "Not all of it")
    terminal.press("escape")
    terminal.wait_for("How far the room is")
    terminal.press("C")
    terminal.wait_for("closed")


def test_a_facilitator_leads_a_workshop_of_half_an_hour(data: Path) -> None:
    with Terminal(data, columns=100, rows=30) as terminal:
        leader = begin_workshop(terminal)
        with Terminal(data, "projector", "--join", "ssh debate@10.0.0.5") as projector:
            projector.wait_for("Join", "here")
            everybody_votes(terminal, leader)
            projector.wait_for("Opening ballot", "ballots are in")
            somebody_is_flagged_and_hidden(data, terminal)
            a_step_too_far_is_taken_back(terminal)
            everybody_votes_again(data, terminal)
            all_is_revealed(data, terminal, projector)
            it_ends_on_a_statement(data, terminal)
            projector.press("q")
            assert projector.end() == 0
        assert terminal.leave() == 0
    minutes = " ".join(does(data, "report", TITLE).split())
    for words in ("Names somebody", "We go on with this", "Not all of it", "2027-06-01"):
        assert words in minutes
    assert holds(data)
