"""Two machines' worth of data folders and one stick: each sees what the other says, while it is open."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

from tests.stories.steps import Person, claims_in, holds
from tests.stories.terminal import Terminal, command


def test_two_data_folders_on_one_stick_see_each_others_facts(data: Path) -> None:
    stick, other = data.parent / "stick", data.parent / "other"
    stick.mkdir()
    assert command(data, "new", "--motion", "state-threats", "--name", "Ada").returncode == 0
    assert command(data, "remote", "add", str(stick)).returncode == 0
    link = json.loads(command(data, "invite", "--json").stdout)["links"][0]
    assert command(other, "join", link, "--name", "Ben").returncode == 0
    with ExitStack() as windows:
        left = windows.enter_context(Terminal(data))
        ada = Person(left)
        ada.opens_the_debate()
        left.wait_for("2 here", "✓")
        right = windows.enter_context(Terminal(other, columns=120, rows=30))
        ben = Person(right)
        ben.opens_the_debate()
        right.wait_for("✓ synced")
        ada.adds("Said by Ada")
        right.wait_for("Said by Ada")
        stick.rename(data.parent / "pocket")
        left.wait_for("offline")
        ben.adds("Said without a stick")
        (data.parent / "pocket").rename(stick)
        left.wait_for("Said without a stick", "✓")
        assert left.leave() == 0
        assert right.leave() == 0
    assert set(claims_in(data)) == set(claims_in(other)) >= {"Said by Ada", "Said without a stick"}
    assert holds(data)
    assert holds(other)
