"""The projector as plain lines: what the room sees, for a screen reader or a script."""

from __future__ import annotations

from tests.cli.conftest import Shell


def test_the_projector_tells_the_join_line_and_follows_the_phase(debate: Shell) -> None:
    debate("projector", code=2)
    debate("new", "W", "--motion", "state-threats", "--runsheet", "workshop-30", "--name", "Ada")
    out = debate("projector", "W", "--join", "ssh debate@10.0.0.5").out
    assert "ssh debate@10.0.0.5" in out
    debate("phase", "next", "W")
    debate("ballot", "W", "77")
    out = debate("projector", "--plain").out
    assert "ballots are in: 1/1" in out
    assert "77" not in out
    debate("phase", "go", "W", "reveal")
    found = debate("projector", "W", "--json").json
    assert found[0]["key"] == "pending/state-threats"
