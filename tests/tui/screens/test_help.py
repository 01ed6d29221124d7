"""Help says what a screen is for and which keys work there, as the person has them."""

from __future__ import annotations

import re

import pytest

from debate.tui.present.help_texts import ANY, PURPOSES
from debate.tui.screens.begin import BeginScreen
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.help import HelpScreen
from debate.tui.widgets.page import Page
from tests.tui.screens.evening import MOTIONS, Evening, Sitting

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines


def page(sitting: Sitting) -> str:
    blocks = sitting.screen.query_one("#page", Page).blocks
    return "\n".join(block.text for block in blocks)


async def on_the_floor(sitting: Sitting, evening: Evening) -> None:
    await sitting.show(FloorScreen(evening.begin(), sitting.app.desk, evening.workspace))


async def test_a_question_mark_explains_the_screen_and_again_goes_back(evening: Evening) -> None:
    async with evening.open() as sitting:
        before = sitting.screen
        await sitting.press("question_mark")
        assert isinstance(sitting.screen, HelpScreen)
        assert "The first screen" in sitting.text
        assert "Start a new debate" in page(sitting)
        await sitting.press("question_mark")
        assert sitting.screen is before
        await sitting.press("question_mark", "escape")
        assert sitting.screen is before


async def test_the_floor_has_its_keys_in_groups_its_signs_and_five_lines(evening: Evening) -> None:
    async with evening.open() as sitting:
        await on_the_floor(sitting, evening)
        await sitting.press("question_mark")
        text = page(sitting)
        for words in (
            "Moving",
            "Arguing",
            "The motion and you",
            "Leading the debate",
            "Everywhere",
        ):
            assert re.search(f"^{words}$", text, re.MULTILINE)
        assert "a\tAdd an argument for or against" in text
        assert "⚑\tsomebody asked the facilitator" in text
        assert "5\tEverybody seals a closing ballot" in text


async def test_help_says_the_keys_a_person_chose(evening: Evening) -> None:
    evening.workspace.choose("keys", {"argument.add": "insert"})
    async with evening.open() as sitting:
        await on_the_floor(sitting, evening)
        await sitting.press("question_mark")
        assert "ins\tAdd an argument" in page(sitting) or "insert\tAdd an argument" in page(sitting)
        assert "a\tAdd an argument" not in page(sitting).splitlines()


async def test_f1_explains_a_dialog_while_one_types(evening: Evening) -> None:
    async with evening.open() as sitting:
        await on_the_floor(sitting, evening)
        await sitting.press("a")
        form = sitting.screen
        await sitting.type("tea")
        await sitting.press("f1")
        assert isinstance(sitting.screen, HelpScreen)
        assert "kept as a draft" in page(sitting)
        await sitting.press("escape")
        assert sitting.screen is form
        assert "tea" in sitting.text


async def test_a_newcomer_learns_what_everything_means_before_beginning(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.show(BeginScreen(evening.workspace, sitting.app.desk, MOTIONS))
        await sitting.press("f1")
        assert "Pick what is debated" in page(sitting)


async def test_help_follows_the_language(evening: Evening) -> None:
    async with evening.open() as sitting:
        await sitting.press("question_mark", "L")
        assert isinstance(sitting.screen, HelpScreen)
        assert sitting.app.language == "nl"


async def test_help_scrolls_by_keys_and_lines_stay_within_a_narrow_window(evening: Evening) -> None:
    async with evening.open((60, 20)) as sitting:
        await on_the_floor(sitting, evening)
        await sitting.press("question_mark", "end")
        assert "moved, and whom." in sitting.text
        assert all(len(line) <= 60 for line in sitting.text.splitlines())


def test_every_purpose_has_a_title_and_two_sentences_or_so() -> None:
    for title, text in (*PURPOSES.values(), ANY):
        assert title
        assert 1 <= len(re.findall(r"[.;:]", text)) <= 8
