"""Text fields: counted, cleaned, cut with words, and literal."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from debate.i18n.catalog import translator
from debate.tui.present.fields import field_view
from debate.tui.present.views import ChoiceView, Option
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.field import Field, fitting
from debate.tui.widgets.form import Form, FormButtons
from debate.tui.widgets.text_box import TextBox
from debate.tui.widgets.text_field import TextField
from tests.tui.stage import Stage

CLAIM = field_view(translator("en"), "Claim", 280, "One sentence")
GROUNDS = field_view(translator("en"), "Grounds", 100)
SIDES = ChoiceView("Which side?", (Option("for", "For", "for"), Option("against", "No", "against")))


async def paste(stage: Stage, text: str) -> None:
    """Paste into what has the focus."""
    assert stage.focused is not None
    stage.focused.post_message(events.Paste(text))


async def test_the_counter_follows_what_is_typed() -> None:
    stage = Stage(TextField(CLAIM))
    async with stage.at() as pilot:
        await pilot.press(*"abc")
        assert stage.text().splitlines()[0].endswith("3/280")
        assert [event.value for event in stage.of(Field.Changed)][-1] == "abc"


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d👧 x",
        "نمی\u200cخواهم",
        "\U0001f3f4\U000e0067\U000e0062\U000e007f",
        "🏳\ufe0f\u200d🌈",
    ],
)
@pytest.mark.parametrize("make", [TextField, TextBox])
async def test_what_joins_characters_can_be_typed(
    make: type[TextField | TextBox], text: str
) -> None:
    field = make(CLAIM)
    stage = Stage(field)
    async with stage.at() as pilot:
        for key in XTermParser().feed(text):
            stage.post_message(key)
        await stage.until(lambda: len(field.value) >= len(text))
        assert field.value == text
        await pilot.press("backspace")
        assert field.value == text[:-1]


async def test_enter_submits_one_line() -> None:
    stage = Stage(lambda _: [TextField(CLAIM, "a claim")])
    async with stage.at() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert [event.value for event in stage.of(TextField.Submitted)] == ["a claim"]


async def test_a_paste_loses_controls_and_line_ends_but_no_letters() -> None:
    field = TextField(CLAIM)
    stage = Stage(field)
    async with stage.at() as pilot:
        await paste(stage, "one\r\n\x1b[31mtwo\x00 \u202e👨\u200d👩\u200d👧 e\u0301 שלום")
        await pilot.pause()
        assert field.value == "one [31mtwo 👨\u200d👩\u200d👧 e\u0301 שלום"
        assert field.notice == ""


async def test_ten_megabytes_are_cut_and_it_says_what_was_kept() -> None:
    field = TextField(CLAIM)
    stage = Stage(field)
    async with stage.at() as pilot:
        await paste(stage, "x" * 10_000_000)
        await pilot.pause()
        await pilot.pause()
        assert len(field.value) == 280
        assert "kept the first 280 of 10000000 characters" in stage.text()
        await pilot.press("backspace")
        assert "One sentence" in stage.text()


def test_only_what_could_be_kept_of_a_paste_is_looked_at() -> None:
    class Watched(str):
        __slots__ = ()
        read = 0

        def __getitem__(self, key: object) -> str:
            part = super().__getitem__(key)  # type: ignore[index]
            Watched.read += len(part)
            return part

    kept, is_cut = fitting(Watched("y" * 10_000_000), 280, is_multiline=False)
    assert (len(kept), is_cut) == (280, True)
    assert Watched.read < 1_000


async def test_a_paste_replaces_the_selection() -> None:
    stage = Stage(lambda _: [TextField(CLAIM, "old words")])
    async with stage.at() as pilot:
        await pilot.press("shift+home")
        await paste(stage, "new")
        await pilot.pause()
        assert stage.screen.query_one(TextField).value == "new"


async def test_a_box_keeps_lines_and_never_holds_more_than_its_limit() -> None:
    box = TextBox(GROUNDS)
    stage = Stage(box)
    async with stage.at() as pilot:
        await paste(stage, "a\r\nb\x07")
        await pilot.pause()
        assert box.value == "a\nb"
        await paste(stage, "z" * 500)
        await pilot.pause()
        await pilot.pause()
        assert len(box.value) == 100
        assert "kept the first 97 of 500 characters" in stage.text()
        await pilot.press("q")
        assert len(box.value) == 100


async def test_a_box_counts_and_tells() -> None:
    box = TextBox(GROUNDS, "first")
    stage = Stage(box)
    async with stage.at() as pilot:
        assert stage.text().splitlines()[0].endswith("5/100")
        box.value = "[bold]literal[/bold]"
        await pilot.pause()
        assert "[bold]literal[/bold]" in stage.text()
        assert [event.value for event in stage.of(Field.Changed)][-1] == "[bold]literal[/bold]"


@pytest.mark.parametrize("make", [TextField, TextBox])
async def test_a_long_notice_is_read_whole_and_leaves_no_gap_behind(
    make: type[TextField | TextBox],
) -> None:
    field = make(CLAIM)
    words = "This cannot be said here, " * 6 + "and this is why."
    stage = Stage(lambda _: [Form("Title", field)])
    async with stage.at() as pilot:
        height = field.size.height
        field.notice = words
        await pilot.pause()
        assert words in " ".join(stage.text().split())
        assert field.size.height > height
        field.notice = ""
        await pilot.pause()
        assert field.size.height == height


async def test_a_notice_stands_in_the_place_of_the_help() -> None:
    field = TextField(CLAIM)
    stage = Stage(field)
    async with stage.at() as pilot:
        assert "One sentence" in stage.text()
        field.notice = "Say something first"
        await pilot.pause()
        assert "Say something first" in stage.text()
        assert "One sentence" not in stage.text()


async def test_wide_text_is_typed_and_shown() -> None:
    field = TextField(CLAIM)
    stage = Stage(field)
    async with stage.at() as pilot:
        await paste(stage, "漢字 👍")
        await pilot.pause()
        assert "漢字 👍" in stage.text()
        assert stage.widths() == {80}


async def test_a_choice_goes_round_by_keys_and_takes_clicks() -> None:
    choice = Choice(SIDES, id="choice")
    stage = Stage(choice)
    async with stage.at() as pilot:
        await pilot.press("right")
        assert choice.value == "for"
        await pilot.press("right", "right", "left")
        assert choice.value == "against"
        await pilot.click("#choice", offset=(4, 1))
        assert choice.value == "for"
        await pilot.pause()
        assert [event.key for event in stage.of(Choice.Chosen)][-1] == "for"
        assert "● ▲ For" in stage.text()
        assert "○ ▼ No" in stage.text()


async def test_a_choice_too_wide_for_one_line_takes_several() -> None:
    options = tuple(Option(str(place), "some longer answer here") for place in range(4))
    choice = Choice(ChoiceView("Which?", options), "2", id="choice")
    stage = Stage(choice)
    async with stage.at(60, 18) as pilot:
        await pilot.pause()
        assert choice.region.height == 5
        await pilot.click("#choice", offset=(4, 4))
        assert choice.value == "3"


async def test_every_field_of_a_form_is_reached_by_tab_within_the_window() -> None:
    stage = Stage(
        lambda _: [
            Form(
                "Add [i]an[/i] argument",
                Choice(SIDES),
                TextField(CLAIM),
                TextBox(GROUNDS),
                FormButtons("Save", "Cancel"),
            )
        ]
    )
    async with stage.at(40, 12) as pilot:
        assert "[i]an[/i]" in stage.text()
        seen = []
        for _ in range(5):
            assert stage.focused is not None
            assert stage.screen.region.overlaps(stage.focused.region)
            seen.append(stage.focused)
            await pilot.press("tab")
            await pilot.pause()
        assert len(set(seen)) == 5


async def test_a_text_longer_than_its_line_shows_where_one_writes() -> None:
    field = TextField(CLAIM)
    stage = Stage(field)
    async with stage.at(60, 20) as pilot:
        await paste(stage, f"Begin {'x' * 90} end")
        await pilot.pause()
        assert stage.text().splitlines()[1].rstrip().endswith("xxx end")
        await pilot.press("home")
        assert stage.text().splitlines()[1].strip().startswith("Begin xxx")
        await pilot.press("end", *"ing")
        assert stage.text().splitlines()[1].rstrip().endswith("xxx ending")
