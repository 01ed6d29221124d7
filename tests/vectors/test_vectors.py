"""Every vector in `cases/` holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.vectors import run
from tests.vectors.registry import Case, Document, Skipped

FILES = sorted((Path(__file__).parent / "cases").glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_case_of_a_vector_file_holds(path: Path) -> None:
    outcomes = list(run.outcomes(path))
    assert outcomes
    assert [fault for case in outcomes for fault in case or ()] == []


def test_an_unknown_measure_fails_every_case(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"measure": "phlogiston", "cases": [{}, {}]}', "utf-8")
    assert run.run(tmp_path) == (0, 2)


def test_a_broken_case_fails_and_the_rest_still_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = '{"ratings_0_10": [7], "expected": {"mean": 0.7}}'
    bad = '{"ratings_0_10": [7], "expected": {"mean": 0.8}}'
    text = f'{{"measure": "base_score", "cases": [{good}, {bad}, {{}}]}}'
    (tmp_path / "a.json").write_text(text, "utf-8")
    assert run.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 passed, 2 failed"


def test_a_case_that_cannot_be_judged_counts_as_neither(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(case: Case, document: Document) -> list[str]:
        raise Skipped(case["id"])

    monkeypatch.setattr(run, "checker", lambda _measure: absent)
    (tmp_path / "a.json").write_text('{"measure": "votes", "cases": [{"id": "far"}]}', "utf-8")
    assert run.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "  skipped: far",
        "a.json: 0 passed, 0 failed, 1 skipped",
        "0 passed, 0 failed",
    ]


def test_a_file_that_is_not_json_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{", "utf-8")
    assert run.run(tmp_path) == (0, 1)


def test_an_empty_folder_is_not_a_success(tmp_path: Path) -> None:
    assert run.main([str(tmp_path)]) == 1
    assert run.main([]) == 2
