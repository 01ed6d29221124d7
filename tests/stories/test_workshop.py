"""Half an hour with twelve people, by ssh, from the first line to the minutes; the host dies twice."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from pexpect import EOF, TIMEOUT
from pexpect.popen_spawn import PopenSpawn

from tests.stories.room import Host, begun, made_key, must_have_ssh
from tests.stories.terminal import PATIENCE, command, environment

pytestmark = pytest.mark.slow
MOTION = "state-threats"


class Speaker:
    """Somebody in line mode, over a real ssh client without a terminal."""

    def __init__(self, host: Host, name: str, key: Path) -> None:
        self.host = host
        self.name = name
        self.key = key
        self.come()

    def come(self) -> None:
        """Open the line."""
        home = environment(self.host.data.parent)
        line = self.host.line(self.name.lower(), self.key)
        self._line = PopenSpawn(line, timeout=PATIENCE, env=home)

    def join(self) -> None:
        """Type the code and a name."""
        self._line.expect_exact("Code: ")
        self._line.sendline(self.host.code)
        self._line.expect_exact("Your name: ")
        self._line.sendline(self.name)
        self._line.expect_exact("You are in")

    def say(self, line: str, *answers: str) -> None:
        """Say a line, and wait for what is answered."""
        self._line.sendline(line)
        for answer in answers:
            found = self._line.expect_exact([answer, TIMEOUT, EOF])
            assert found == 0, f"{self.name}: {line!r}: {answer!r} not in {self._line.before!r}"

    def hangs_up(self) -> None:
        """Close the line."""
        if self._line.proc.poll() is None:
            self._line.kill(signal.SIGTERM)
        self._line.proc.wait()
        for stream in (self._line.proc.stdin, self._line.proc.stdout):
            if stream is not None:
                stream.close()
        self._line._read_thread.join(PATIENCE)


class Workshop:
    """Twelve people and who leads them."""

    def __init__(self, data: Path) -> None:
        self.data = data
        begun(data, "--runsheet", "workshop-30")
        self.host = Host(data)
        self.people: list[Speaker] = []

    def __enter__(self) -> Self:
        self.host.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for each in self.people:
            each.hangs_up()
        self.host.stop()

    def comes(self, number: int) -> Speaker:
        name = f"Guest {number:02}"
        one = Speaker(self.host, name, made_key(self.data.parent, f"{number:02}"))
        self.people.append(one)
        one.join()
        return one

    def goes_on_to(self, phase: str) -> None:
        """Lead on from another process, as a facilitator at a second terminal does."""
        moved = command(self.data, "phase", "next", "Monday group")
        assert phase in moved.stdout, moved.stdout + moved.stderr

    def dies_and_comes_back(self) -> None:
        """Kill the host; everybody comes back without a code."""
        self.host.kill()
        for each in self.people:
            each.hangs_up()
        self.host.start()
        for each in self.people:
            each.come()
            each._line.expect_exact("You are in")

    def minutes(self) -> Any:  # noqa: ANN401
        told = command(self.data, "report", "Monday group", "--format", "json")
        assert told.returncode == 0, told.stderr
        return json.loads(told.stdout)


def second_half(room: Workshop) -> None:
    """Rebut, weigh, vote again and look back; one more comes late, and the host dies once more."""
    room.goes_on_to("Rebut")
    for number, each in enumerate(room.people):
        each.say(f"rebut {7 + (number + 1) % 11} Not so, says {number}", "Saved as argument")
    room.goes_on_to("Weigh")
    late = room.comes(11)
    for number, each in enumerate(room.people):
        for argument in range(1, 5):
            each.say(f"weigh {argument} {(number + argument) % 11}", "Weighed")
    room.dies_and_comes_back()
    room.goes_on_to("Closing ballot")
    for number, each in enumerate(room.people[:-1]):
        stance = number * 10 - 50 + (20 if number < 6 else 0)
        each.say(f"ballot {stance} --confidence 80 --moved-by 1", "Sealed.")
    late.say("ballot 30 --confidence 50 --moment closing", "Sealed.")
    room.goes_on_to("Reveal and look back")
    shown = command(room.data, "reveal", "Monday group", "--moment", "opening")
    assert shown.returncode == 0, shown.stderr
    shown = command(room.data, "reveal", "Monday group", "--moment", "closing")
    assert shown.returncode == 0, shown.stderr
    status, said = room.host.run("guest", room.people[0].key, "results")
    assert status == 0
    assert "6" in said
    room.people[4].say(
        "outcome draft We see it more the one way than before", "Drafted as outcome 1."
    )


def test_twelve_people_go_through_half_an_hour_and_the_minutes_tell_it(data: Path) -> None:
    must_have_ssh()
    with Workshop(data) as room:
        for number in range(11):
            room.comes(number)
        room.people[0].say("ballot 10", "ballot")
        room.goes_on_to("Opening ballot")
        for number, each in enumerate(room.people):
            each.say(f"ballot {number * 10 - 50} --confidence 60", "Sealed.")
        room.goes_on_to("Write in silence")
        for number, each in enumerate(room.people):
            side = "for" if number % 2 else "against"
            each.say(f"argue {side} Claim number {number}", "Saved as argument")
        room.people[3].say("weigh 1 5", "Weigh")
        room.dies_and_comes_back()
        room.goes_on_to("Clarify and merge")
        room.people[1].say("ask 7 What is meant by this", "Asked as q1.")
        room.people[0].say("answer q1 What it says", "Answered.")
        room.people[2].say("adopt 7", "It is yours too.")
        second_half(room)
        minutes = room.minutes()
    assert minutes["holds"]
    (found,) = minutes["findings"]["motions"]
    opening, closing = found["polls"]
    assert (opening["cast"], opening["opened"], opening["unopened"]) == (11, 11, 0)
    assert (closing["cast"], closing["opened"], closing["unopened"]) == (12, 12, 0)
    shift = found["shift"]
    assert (shift["n"], shift["unpaired"], shift["towards"], shift["away"]) == (11, 1, 6, 0)
    assert shift["unchanged"] == 5
    assert found["moved"]["naming"] == 11
    assert found["weighing"]["raters"] == 12
    checked = command(data, "verify", "Monday group")
    assert checked.returncode == 0, checked.stdout
    assert (data / "host" / "audit.log").stat().st_size
