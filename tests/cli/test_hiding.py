"""What a phase hides, the command line does not tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from debate.service.sight import sight_of
from tests.cli.conftest import Shell


def test_results_tell_nobody_apart_and_no_weights_where_the_phase_hides_them(
    monday: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monday("people", "seat", "Monday", "Ben")
    for moment in ("opening", "closing"):
        for name, stance in (("Ada", "70"), ("Ben", "-30")):
            monday("ballot", "Monday", stance, "--moment", moment, "--as", name)
        monday("reveal", "Monday")
    assert "Ada: +70, then +70." in monday("results", "Monday").out
    monkeypatch.setattr(
        "debate.cli.results.sight_of",
        lambda seat: replace(sight_of(seat), sees_authors=False, sees_weights=False),
    )
    said = monday("results", "Monday")
    assert said.out.count("somebody: ") == 2
    assert "Ada" not in said.out
    assert said.out.index("somebody: −30") < said.out.index("somebody: +70")
    (found,) = monday("results", "Monday", "--json").json["motions"]
    assert "weighing" not in found
    assert [(row["number"], row["name"]) for row in found["shift"]["people"]] == [(None, None)] * 2
