"""Minutes: the same bytes each time, in every form, and nothing that a contract forbids."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from debate.domain import commands as c
from debate.domain.ids import PhaseId
from debate.domain.motion import Text
from debate.domain.participant import CONTRACTS, Contract
from debate.domain.runsheet import Phase, RunSheet
from debate.i18n.catalog import translator
from debate.report.formats import FORMATS, Format
from debate.service.minutes import material_of, minutes_of
from tests.assembly import NAMES, Assembly
from tests.report.script import HOSTILE, debate

GOLDEN = Path(__file__).parent.parent / "golden" / "minutes"
ENDINGS: dict[Format, str] = {
    "text": "txt", "md": "md", "html": "html", "json": "json", "csv": "csv",
}  # fmt: skip
EN = translator("en")


def minutes(room: Assembly, form: Format) -> str:
    return minutes_of(room.seats[0], form, EN)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("contract", ["named", "secret"])
def test_a_scripted_debate_has_the_minutes_that_were_kept(contract: Contract, form: Format) -> None:
    path = GOLDEN / f"{contract}.{ENDINGS[form]}"
    found = minutes(debate(contract), form).encode()
    if "DEBATE_KEEP_GOLDEN" in os.environ:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(found)
    assert found == path.read_bytes()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("contract", CONTRACTS)
def test_no_form_holds_the_key_of_a_person(contract: Contract, form: Format) -> None:
    room = debate(contract)
    found = minutes(room, form)
    assert not [name for name in room.ids() if name in found]


@pytest.mark.parametrize("form", FORMATS)
def test_no_form_names_anybody_under_a_secret_contract(form: Format) -> None:
    found = minutes(debate("secret"), form)
    assert not [name for name in NAMES if name in found]


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_hidden_stays_hidden(form: Format) -> None:
    assert "Something that is hidden" not in minutes(debate(), form)


@pytest.mark.parametrize("form", FORMATS)
def test_sealed_ballots_leave_no_trace(form: Format) -> None:
    found = []
    for stance in (-100, 100):
        room = Assembly(4)
        fields = {number: {"stance": stance} for number in range(4)}
        room.vote("opening", fields.get, room.motion, is_revealed=False)
        text = minutes(room, form)
        for word in material_of(room.seats[0], EN).proof.words:
            text = re.sub(rf"\b{word}\b", "*", text)
        found.append(text)
    assert found[0] == found[1]


class _Reader(HTMLParser):
    """Collects what matters of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.language = ""
        self.headings: list[int] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        if tag != "meta":
            self.open.append(tag)
        if tag == "html":
            self.language = values.get("lang") or ""
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "onclick")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def test_the_page_is_whole_and_loads_nothing() -> None:
    reader = read(minutes(debate(), "html"))
    assert reader.open == []
    assert reader.language == "en"
    assert not {"script", "img", "link", "iframe", "object", "b"} & set(reader.tags)
    assert all(link.startswith(("https://", "http://")) for link in reader.links)


def test_the_headings_of_the_page_skip_no_level() -> None:
    levels = read(minutes(debate(), "html")).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_drawing_has_a_name_and_a_table_beside_it() -> None:
    page = minutes(debate(), "html")
    assert page.count("<svg") == page.count('role="img"') == page.count("<figure>")
    assert page.count("</svg><table>") == page.count("<svg")


def test_the_page_reads_in_the_language_that_was_asked_for() -> None:
    room = debate()
    page = minutes_of(room.seats[0], "html", translator("nl"))
    assert read(page).language == "nl"


def test_markdown_takes_nothing_a_person_wrote_for_markup() -> None:
    text = minutes(debate(), "md")
    assert not re.search(r"(?<!\\)<", text)
    assert "\n# Not" not in text
    assert "> # Not" not in text
    assert "[a link](" not in text.replace("\\[a link\\](", "")
    assert "![" not in text


def test_no_cell_of_a_table_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(minutes(debate(), "csv"), newline="")))
    assert rows[0] == ["motion", "part", "item", "field", "value"]
    assert {len(row) for row in rows} == {5}
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(("=", "+", "@"))
        if cell.startswith("-"):
            float(cell)


def test_the_json_document_has_the_findings_and_the_words() -> None:
    room = debate()
    found = json.loads(minutes(room, "json"))
    assert found["format"] == 1
    assert found["holds"] is True
    assert len(found["words"]) == 6
    assert found["findings"]["motions"][0]["shift"]["n"] == 7
    assert [each["adopted"] for each in found["outcomes"]] == [True, False]
    assert HOSTILE[1] in [each["claim"] for each in found["arguments"]]


def test_the_minutes_of_a_room_that_only_began_are_short_and_honest() -> None:
    text = minutes(Assembly(1), "text")
    assert "Nobody cast a ballot on this motion." in text
    assert "The debate is not over: these minutes are provisional." in text
    assert "No outcome was adopted." in text
    assert "Nothing was said on this side." in text


HIDING = RunSheet(
    id="hiding",
    title=Text(en="Hiding"),
    phases=(
        Phase(
            id=PhaseId("alone"),
            title=Text(en="Alone"),
            acts=frozenset({"join", "argue", "weigh"}),
            hidden=frozenset({"others-arguments", "authors", "totals"}),
        ),
        Phase(id=PhaseId("open"), title=Text(en="Open"), acts=frozenset({"argue"})),
    ),
)


@pytest.mark.parametrize("form", FORMATS)
def test_a_phase_that_hides_things_hides_them_in_the_minutes(form: Format) -> None:
    room = Assembly(2, runsheet=HIDING)
    room.argue(2, speakers=2)
    found = minutes_of(room.seats[0], form, EN)
    assert "Claim 0" in found
    assert "Claim 1" not in found
    assert (
        "strength"
        not in found.casefold()
        .replace("strengths are hidden", "")
        .partition("how the figures are")[0]
    )
    assert NAMES[1] not in found
    room.do(0, c.MovePhase(PhaseId("open")))
    opened = minutes_of(room.seats[0], form, EN)
    assert "Claim 1" in opened


def test_the_course_of_a_debate_is_told_with_its_phases() -> None:
    room = Assembly(1, runsheet=HIDING)
    room.do(0, c.MovePhase(PhaseId("open")))
    text = minutes(room, "text")
    assert "UTC: Alone" in text
    assert "UTC: Open" in text


def test_a_deep_thread_is_told_to_its_limit_and_counted() -> None:
    room = Assembly(1)
    name = room.argue(1)[0]
    for depth in range(12):
        name = room.do(0, c.AddArgument("attacks", name, f"Reply {depth}")).first  # type: ignore[assignment]
    text = minutes(room, "text")
    assert "Reply 7" in text
    assert "Reply 8" not in text.partition("Nobody answered")[0]
    assert "4 more replies." in text
