"""The pane reads well, wraps at 72 cells, scrolls, and takes no text for markup."""

from hypothesis import given
from hypothesis import strategies as st

from debate.tui.cells import width
from debate.tui.present.views import DetailView, SourceView
from debate.tui.widgets.detail_pane import DetailPane, detail_lines
from debate.tui.widgets.prose import prose_lines
from tests.tui.stage import Stage

VIEW = DetailView(
    "against",
    "Against the motion",
    "Ransomware stops [bold]hospitals[/bold]",
    "Because "
    + "of many words " * 40
    + "\n\n- one\n- two\n\n> quoted\n\n```\n[red]code[/red]\n```",
    (SourceView("ENISA 2023", "https://example.org/" + "long" * 30),),
    ("Without it the motion stands at 0.72 (+0.11).",),
    notices=("Hidden: off topic",),
)


@given(st.text(max_size=300), st.integers(8, 72))
def test_no_line_of_prose_is_wider_than_its_measure(text: str, measure: int) -> None:
    for line in prose_lines(text, measure):
        assert sum(width(part) for part, _ in line) <= max(measure, 12)


@given(st.text(alphabet="ab *->#`1.\n", max_size=200))
def test_prose_loses_no_word(text: str) -> None:
    shown = "".join(part for line in prose_lines(text, 40) for part, _ in line)
    for letter in "ab":
        assert shown.count(letter) >= sum(
            line.count(letter) for line in text.splitlines() if "```" not in line
        )


def test_lists_hang_and_quotes_are_marked() -> None:
    lines = ["".join(part for part, _ in line) for line in prose_lines("- a b c\n> q", 5)]
    assert lines == ["• a b", "  c", "│ q"]


async def test_markup_in_what_people_wrote_is_shown_literally() -> None:
    stage = Stage(DetailPane(VIEW))
    async with stage.at(80, 40):
        assert "[bold]hospitals[/bold]" in stage.text()
        assert "[red]code[/red]" in stage.text()
        assert "Hidden: off topic" in stage.text()


async def test_prose_is_at_most_72_cells_wide_in_a_wide_window() -> None:
    stage = Stage(DetailPane(VIEW))
    async with stage.at(160, 45):
        assert max(len(line.strip("▌ ")) for line in stage.text().splitlines()) <= 72


async def test_keys_scroll_and_another_argument_begins_at_its_top() -> None:
    pane = DetailPane(VIEW)
    stage = Stage(pane)
    async with stage.at(60, 18) as pilot:
        await pilot.press("j", "pagedown")
        assert pane.scroll_offset.y > 1
        await pilot.press("end")
        assert "https" in stage.text()
        pane.view = DetailView("for", "For", "Other claim")
        await pilot.pause()
        assert pane.scroll_offset.y == 0
        assert "Other claim" in stage.text()


async def test_without_an_argument_it_says_so() -> None:
    stage = Stage(DetailPane(placeholder="Choose an argument"))
    async with stage.at():
        assert "Choose an argument" in stage.text()


def test_the_order_is_what_it_is_claim_notice_facts_grounds_sources() -> None:
    text = "\n".join("".join(part for part, _ in line) for line in detail_lines(VIEW, 72))
    places = [
        text.index(part)
        for part in ("▼ Against", "Ransom", "Hidden", "Without", "Because", "ENISA")
    ]
    assert places == sorted(places)
