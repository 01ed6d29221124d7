"""The catalogue tool finds every text, keeps every translation, and writes the same file twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.i18n import catalog
from tests.house.sources import Source
from tests.tools import catalogue
from tests.tools.catalogue import as_line, main, missing, read_lines, read_translations, render
from tests.tools.messages import find_messages


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the tool work on catalogues of its own and on two texts."""
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    source = Source("debate/a.py", 't.text("One text")\nt.plural("{n} day", "{n} days", n)\n')
    monkeypatch.setattr(catalogue, "python_sources", lambda room: (source,))
    return tmp_path


def test_texts_are_found_in_marks_calls_and_choices() -> None:
    source = Source(
        "debate/a.py",
        'N_("marked"); self.t.text("looked" " up", n=1); t.text("yes" if on else "no")\n'
        't.plural("one", "many", n); t.text(name); t.text(""); text("not ours"); t.N_("nor this")',
    )
    found = find_messages([source])
    assert sorted(map(str, found.messages)) == [
        "('one', 'many')",
        "looked up",
        "marked",
        "no",
        "yes",
    ]
    assert found.faults == []


def test_texts_that_are_put_together_are_faults() -> None:
    found = find_messages([Source("debate/a.py", 't.text(f"{n} texts")\nN_("a" + name)')])
    assert found.faults == [
        "debate/a.py:1: a text is put together here",
        "debate/a.py:2: a text is put together here",
    ]


def test_a_catalogue_has_the_order_of_the_alphabet_and_no_dates() -> None:
    text = render("nl", ["b", ("a", "as")], {"b": "B"})
    assert text == render("nl", [("a", "as"), "b"], {"b": "B"})
    assert text.index('msgid "a"') < text.index('msgid "b"')
    assert "2026" not in text


def test_a_line_gives_a_translation_or_the_forms_of_a_count() -> None:
    lines = ["One\\nline ||| Een\\nregel", "", "{n} day ||| {n} days ||| {n} dag ||| {n} dagen"]
    assert read_lines(lines) == {
        "One\nline": "Een\nregel",
        ("{n} day", "{n} days"): ("{n} dag", "{n} dagen"),
    }
    with pytest.raises(ValueError, match="line 1"):
        read_lines(["a ||| b ||| c"])


def test_what_is_missing_is_a_line_to_fill_in() -> None:
    assert [as_line(message) for message in missing(["b\nc", ("a", "as")], {})] == [
        "a ||| as",
        "b\\nc",
    ]


def test_filling_in_brings_the_catalogues_in_step(
    locales: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 1
    assert capsys.readouterr().out == "One text\n{n} day ||| {n} days\n"
    lines = locales / "lines.txt"
    lines.write_text(
        "One text ||| Een tekst\n{n} day ||| {n} days ||| {n} dag ||| {n} dagen\nx ||| y\n", "utf-8"
    )
    assert main(["--fill", str(lines)]) == 0
    assert capsys.readouterr().err == "not in the program: x\n"
    assert main(["--check"]) == 0
    assert read_translations("nl") == {
        "One text": "Een tekst",
        ("{n} day", "{n} days"): ("{n} dag", "{n} dagen"),
    }


def test_a_check_writes_nothing(locales: Path) -> None:
    assert main(["--check"]) == 1
    assert list(locales.iterdir()) == []


def test_catalogues_are_where_the_program_reads_them() -> None:
    assert catalogue.catalogue_path("nl").is_relative_to(catalog.LOCALES)
