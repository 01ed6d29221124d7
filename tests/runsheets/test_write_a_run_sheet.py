"""The example in the documentation passes the check, and the page names all that a phase may have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from debate.domain.motion import SHORT_LIMIT
from debate.domain.runsheet import Act, Hidden, Projection
from debate.i18n.catalog import translator
from debate.i18n.faults import fault_text
from debate.store.runsheet_keys import PHASE_KEYS, SCRIPT_LIMIT
from debate.store.runsheets import check_runsheet, find_runsheets, new_runsheet

PAGE = Path(__file__).parents[2] / "docs" / "do" / "write-a-run-sheet.md"


@pytest.fixture
def page() -> str:
    return PAGE.read_text("utf-8")


def test_the_example_passes_the_check(page: str, tmp_path: Path) -> None:
    (found,) = re.findall(r"^```toml\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    file = tmp_path / "our-evening.toml"
    file.write_text(found, "utf-8")
    assert check_runsheet(file) == ()
    assert len(find_runsheets([tmp_path]).sheets[0].phases) == 4


@pytest.mark.parametrize(
    "name", [*PHASE_KEYS, *get_args(Act), *get_args(Hidden), *get_args(Projection)]
)
def test_the_page_names_everything_a_phase_may_have(page: str, name: str) -> None:
    assert re.search(rf"^\|[^|]*`{name}`", page, re.MULTILINE)


@pytest.mark.parametrize("written", ["[phases]", 'phases = "weigh"'])
def test_phases_written_otherwise_are_told_how_they_are_written(
    tmp_path: Path, written: str
) -> None:
    file = tmp_path / "our-evening.toml"
    file.write_text(f'id = "a"\ntitle = {{ en = "A", nl = "A" }}\n\n{written}\n', "utf-8")
    faults = {fault.code: fault for fault in check_runsheet(file)}
    assert set(faults) == {"phases.number", "key.wrong"}
    assert faults["key.wrong"].line == 4
    told = fault_text(faults["key.wrong"], translator("en"))
    assert "Write it like this: [[phases]]" in told


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Say where you stand now.", "x" * SCRIPT_LIMIT, "key.too-long"),
        ("Opening ballot", "x" * (SHORT_LIMIT + 1), "key.too-long"),
        ("Our own half hour", "x" * (SHORT_LIMIT + 1), "key.too-long"),
        ("Opening ballot", "Opening\\u202eballot", "file.hidden-character"),
        ("Nobody sees it.", "See ftp://example.org.", "link.scheme"),
    ],
)
def test_what_no_screen_shows_and_no_reader_sees_is_found_on_its_line(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    file = tmp_path / "our-evening.toml"
    new_runsheet(file)
    text = file.read_text("utf-8")
    assert check_runsheet(file) == ()
    file.write_text(text.replace(old, new), "utf-8")
    (fault,) = check_runsheet(file)
    assert (fault.code, fault.line) == (code, text[: text.index(old)].count("\n") + 1)
    assert [each.file for each in find_runsheets([tmp_path]).broken] == [file]
