"""The example in the documentation is a pack that passes the check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from debate.store.pack_outline import HEADINGS
from debate.store.packs import check_pack, load_pack

PAGE = Path(__file__).parents[2] / "docs" / "do" / "write-a-motion-pack.md"


@pytest.fixture
def page() -> str:
    return PAGE.read_text("utf-8")


def block(page: str, language: str) -> str:
    """Return the only block of a language on the page."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    return str(found)


def test_the_example_passes_the_check(page: str, tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(block(page, "toml"), "utf-8")
    (tmp_path / "car-free.en.md").write_text(block(page, "markdown"), "utf-8")
    assert check_pack(tmp_path) == ()
    assert load_pack(tmp_path).motions[0].id == "car-free"


def test_the_page_names_every_heading(page: str) -> None:
    for english, dutch in zip(HEADINGS["en"].values(), HEADINGS["nl"].values(), strict=True):
        assert re.search(rf"^\| `## {english}`.* \| `## {dutch}` \|$", page, re.MULTILINE)
