"""The shell: language, palette, keys, toasts and small windows."""

from textual.widget import Widget
from textual.widgets import Input
from textual.widgets._toast import Toast

from debate.i18n.catalog import translator
from debate.tui.dialogs.pick import Pickable, PickDialog
from debate.tui.palette import Palette
from debate.tui.present.fields import field_view
from debate.tui.present.views import ListView, RowView, ScaleView
from debate.tui.too_small import TooSmall
from debate.tui.widgets.argument_list import ArgumentList
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.stance_slider import StanceSlider
from debate.tui.widgets.text_field import TextField
from tests.tui.stage import Stage, StageScreen


def form(screen: StageScreen) -> list[Widget]:
    rows = tuple(RowView(str(place), "for", f"claim {place}") for place in range(9))
    return [
        TextField(field_view(screen.t, screen.t.text("Claim"), 80), id="claim"),
        StanceSlider(ScaleView("stand", "against", "for"), id="stance"),
        ArgumentList(ListView(rows, rows), id="arguments"),
        KeyBar(),
    ]


async def test_a_change_of_language_keeps_text_cursor_number_and_focus() -> None:
    stage = Stage(form)
    async with stage.at() as pilot:
        await pilot.press(*"half", "tab", "4", "0", "tab", "down", "down")
        stage.language = "nl"
        await pilot.pause()
        assert stage.screen.query_one(TextField).value == "half"
        assert stage.screen.query_one(StanceSlider).value == 40
        arguments = stage.screen.query_one(ArgumentList)
        assert arguments.current is not None
        assert arguments.current.id == "2"
        assert arguments.has_focus_within


async def test_a_half_written_line_keeps_the_caret_through_a_change_of_language() -> None:
    stage = Stage(form)
    async with stage.at() as pilot:
        await pilot.press(*"half")
        stage.language = "nl"
        await pilot.pause()
        await pilot.press("x")
        assert stage.screen.query_one(TextField).value == "halfx"
        assert isinstance(stage.focused, Input)


async def test_two_sessions_in_one_process_speak_each_their_language() -> None:
    one, other = Stage(form), Stage(form, language="nl")
    async with one.at(), other.at():
        with one._context():
            assert one.stage.t.language == "en"
        with other._context():
            assert other.stage.t.language == "nl"


async def test_key_labels_are_translated() -> None:
    stage = Stage(form, language="nl")
    async with stage.at():
        labels = {active.binding.description for active in stage.stage.offered_bindings().values()}
        assert translator("nl").text("weigh") in labels


async def test_the_palette_offers_every_act_of_the_screen() -> None:
    stage = Stage(form)
    async with stage.at(80, 60) as pilot:
        offered = {
            active.tooltip
            for active in stage.stage.offered_bindings().values()
            if (active.binding.id or "").startswith(("argument.", "app."))
        } - {"Find any act by its name"}
        assert len(offered) >= 8
        await pilot.press("ctrl+p")
        await stage.until(lambda: isinstance(stage.screen, Palette))
        await stage.until(lambda: all(sentence in stage.text() for sentence in offered))


async def test_choosing_in_the_palette_does_what_the_key_does() -> None:
    stage = Stage(form)
    async with stage.at() as pilot:
        await pilot.press("ctrl+p", *"weighs for")
        await stage.until(lambda: "Add an argument" not in stage.text())
        assert "Say how much" in stage.text()
        await pilot.press("down", "enter")
        await stage.until(lambda: stage.stage.acts == ["weigh"])


async def test_the_palette_says_when_nothing_matches() -> None:
    stage = Stage(form)
    async with stage.at() as pilot:
        await pilot.press("ctrl+p", *"qqqqq")
        await stage.until(lambda: "No match" in stage.text())


async def test_settings_give_an_act_another_key() -> None:
    stage = Stage(KeyBar(), keys={"argument.add": "insert", "no.such": "z"})
    async with stage.at() as pilot:
        await pilot.press("a")
        assert stage.stage.acts == []
        await pilot.press("insert")
        assert stage.stage.acts == ["add"]
        assert "no.such" in stage.text()


async def test_a_key_given_twice_is_reported() -> None:
    stage = Stage(KeyBar(), keys={"argument.add": "w"})
    async with stage.at() as pilot:
        await pilot.press("w", "w")
        await pilot.pause()
        assert stage.stage.acts == ["add", "add"]
        assert len(list(stage.screen.query(Toast))) == 1
        assert "weigh." in stage.text()


async def test_a_toast_shows_markup_as_text() -> None:
    stage = Stage(KeyBar())
    async with stage.at():
        stage.notify("saved [bold]x[/bold]", markup=True)
        await stage.until(lambda: "[bold]x[/bold]" in stage.text())


async def test_a_small_window_asks_for_room_and_goes_away_with_it() -> None:
    stage = Stage(KeyBar())
    async with stage.at(80, 24) as pilot:
        await pilot.resize_terminal(50, 12)
        await stage.until(lambda: isinstance(stage.screen, TooSmall) and "50×12" in stage.text())
        await pilot.press("a")
        assert stage.stage.acts == []
        await pilot.resize_terminal(80, 24)
        await stage.until(lambda: stage.screen is stage.stage)


async def test_one_may_go_on_in_a_small_window() -> None:
    stage = Stage(KeyBar())
    async with stage.at(80, 24) as pilot:
        await pilot.resize_terminal(50, 12)
        await stage.until(lambda: isinstance(stage.screen, TooSmall))
        await pilot.press("enter", "a")
        assert stage.stage.acts == ["add"]


async def test_the_theme_key_goes_round_and_motion_can_be_stopped() -> None:
    stage = Stage(KeyBar())
    async with stage.at() as pilot:
        seen = []
        for _ in range(3):
            await pilot.press("T")
            seen.append(stage.theme)
        assert seen == ["debate-light", "debate-contrast", "debate-dark"]
        assert stage.animation_level == "none"
        await pilot.press("M")
        assert stage.animation_level == "full"


async def test_a_caret_does_not_blink_when_nothing_is_to_move() -> None:
    stage = Stage(form)
    async with stage.at() as pilot:
        await pilot.pause()
        assert not stage.screen.query_one(Input).cursor_blink


async def test_the_language_key_goes_round() -> None:
    stage = Stage(KeyBar())
    async with stage.at() as pilot:
        await pilot.press("L")
        assert stage.language == "nl"
        await pilot.press("L")
        assert stage.language == "en"


async def test_a_foreign_theme_still_paints() -> None:
    stage = Stage(form)
    async with stage.at() as pilot:
        stage.theme = "nord"
        await pilot.pause()
        assert "stand" in stage.text()


async def test_good_news_is_not_read_twice_when_a_dialog_comes_to_the_front() -> None:
    stage = Stage(lambda _: [])
    async with stage.at() as pilot:
        stage.notify("Good news")
        stage.notify("Bad news", severity="error")
        await pilot.pause(0.6)
        stage.notify("Fresh news")
        await stage.push_screen(PickDialog("Pick", [Pickable("a", "One thing")]))
        await pilot.pause()
        assert [note.message for note in stage._notifications] == ["Bad news", "Fresh news"]
        assert stage.text().count("Bad news") == 1


async def test_toasts_stand_once_and_few_at_a_time_and_warnings_longest() -> None:
    stage = Stage(form)
    async with stage.at() as pilot:
        stage.notify("no", severity="warning")
        for words in ("one", "two", "two", "three", "two"):
            stage.notify(words)
            await pilot.pause()
        assert [note.message for note in stage._notifications] == ["no", "three", "two"]


async def test_a_dialog_covers_the_whole_width_of_a_window_of_eighty() -> None:
    stage = Stage(form)
    async with stage.at() as pilot:
        await stage.push_screen(PickDialog("Which?", [Pickable("a", "A")]))
        await pilot.pause()
        assert stage.screen.query_one("Vertical").region.width == 80
