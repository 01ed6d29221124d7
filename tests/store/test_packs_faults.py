"""Every fault of a pack is found on its line, and has words that fit its details."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import NamedTuple

import pytest

from debate.domain.motion import OPTION_LIMIT
from debate.i18n.faults import FAULTS
from debate.store.pack_starter import new_pack
from debate.store.packs import check_pack
from tests.store.planted import EN, NL, TOML, change, codes, line_of, only_fault

LONG = "word " * 70
SENTENCE = "A meeting should let everybody write down their arguments before anybody speaks."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_pack(tmp_path / "pack")
    return tmp_path / "pack"


class Planted(NamedTuple):
    """A change to a sound pack, the fault it makes, and what stands on the fault's line."""

    file: str
    old: str
    new: str
    code: str
    mark: str | None


PLANTED = [
    # The manifest.
    (TOML, 'id = "pack"', 'id = "My pack"', "key.wrong", 'id = "My'),
    (TOML, "version = 1", "version = true", "key.wrong", "version ="),
    (TOML, "version = 1", 'verzion = "1"', "key.unknown", "verzion"),
    (TOML, "version = 1", "version = 1 2", "toml.broken", "version ="),
    (TOML, 'licence = "CC BY 4.0"\n', "", "key.missing", "# The pack as a whole"),
    (TOML, 'nl = "Onze eerste moties"\n', "", "key.language", "[title]"),
    (TOML, 'en = "Our first motions"', f'en = "{"x" * 61}"', "key.too-long", "[title]"),
    (TOML, "version = 1", f'source = "{"x" * 501}"', "key.too-long", "source ="),
    (TOML, 'en = "Our first motions"', 'fr = "Nos motions"', "key.wrong", "[title]"),
    (TOML, '["write-first"]', '["write-first", "write-first"]', "motion.twice", "motions ="),
    (TOML, '["write-first"]', '["write-first", "second"]', "file.missing", "motions ="),
    # The front matter.
    (EN, "+++\n# The id", "# The id", "front.missing", "# The id"),
    (EN, 'polarity = "affirm"', 'polarity = "yes"', "key.wrong", "polarity ="),
    (EN, 'polarity = "affirm"', "polarity = affirm", "toml.broken", "polarity ="),
    (EN, 'polarity = "affirm"', 'polarity = "oppose"', "differs.key", "polarity ="),
    (EN, '# paragraphs = ["P1"]', 'paragraphs = "P1"', "key.wrong", "paragraphs ="),
    (EN, '# paragraphs = ["P1"]', 'paragraphs = ["P1"]', "differs.key", "# De id is"),
    (EN, '# paragraphs = ["P1"]', 'colour = "red"', "key.unknown", "colour ="),
    (EN, '"Write first, then talk"', f'"{"x" * 45}"', "key.too-long", "short ="),
    (EN, 'short = "Write first, then talk"', "", "key.missing", "# The id is"),
    (NL, 'id = "write-first"', 'id = "write-last"', "id.differs", "id ="),
    (EN, f"# {SENTENCE}", f"Stray.\n\n# {SENTENCE}", "text.stray", "Stray."),
    # The proposition.
    (EN, f"# {SENTENCE}", "", "proposition.missing", "+++"),
    (EN, f"# {SENTENCE}", f"# {SENTENCE}\n\n# Another one.", "proposition.twice", "# Another"),
    (EN, f"# {SENTENCE}", f"# {LONG}.", "proposition.too-long", "# word"),
    (EN, f"# {SENTENCE}", "# Should we write first?", "proposition.question", "# Should"),
    (EN, f"# {SENTENCE}", "# We write. Then we talk.", "proposition.two-sentences", "# We write"),
    (EN, f"# {SENTENCE}", "# We write first; talk can wait.", "proposition.two-claims", "# We"),
    (EN, f"# {SENTENCE}", "# It is slow and should go.", "proposition.two-claims", "# It"),
    (
        EN,
        f"# {SENTENCE}",
        "# I hold that a is b, and that c is d.",
        "proposition.two-claims",
        "# I",
    ),
    (EN, f"# {SENTENCE}", f"# {SENTENCE}\n\nStray.", "text.stray", "Stray."),
    # Headings.
    (EN, "## Questions", "## Questoins", "heading.unknown", "## Questoins"),
    (EN, "## For\n", "## For\n\nStray.\n", "text.stray", "Stray."),
    (EN, "## What a no means", "## What a yes means", "heading.twice", None),
    (EN, "### at-once", "#### deep: b\n\nc\n\n### at-once", "heading.unknown", "#### deep"),
    (
        EN,
        "This is where a newcomer",
        "### Why\n\nThis is where a newcomer",
        "heading.unknown",
        None,
    ),
    # Lengths and numbers.
    (EN, "The example is about meetings.", LONG * 2, "background.length", "## Background"),
    (EN, "4. For which meetings would your answer be another one?", "", "questions.number", "## Q"),
    (EN, "1. When did you", "Some questions\n\n1. When did you", "list.stray", "Some questions"),
    (EN, "- Production blocking:", "- Production blocking,", "list.no-colon", "- Production"),
    # Arguments.
    (EN, "### at-once: When", "### When", "argument.no-name", "### When"),
    (EN, "### at-once: When", "### At once: When", "argument.no-name", "### At once"),
    (EN, "### first-voice", "### at-once", "name.twice", "### at-once: Whoever"),
    (EN, "### at-once: When", f"### at-once: {LONG}", "claim.too-long", "### at-once"),
    # Text that hides something; a link to the web and a soft hyphen do not.
    (EN, "Say the same", "There: \u202eevery", "file.hidden-character", "There:"),
    (EN, "Say the same", "There: \x07every", "file.hidden-character", "There:"),
    (TOML, '"CC BY 4.0"', '"CC\u200bBY"', "file.hidden-character", "licence"),
    (TOML, '"CC BY 4.0"', '"CC\\u202eBY"', "file.hidden-character", "licence"),
    (TOML, 'en = "Our first motions"', 'en = "Our\\u0007"', "file.hidden-character", "[title]"),
    (EN, '"Write first, then talk"', '"Wr\\u200bite"', "file.hidden-character", "short ="),
    (TOML, "version = 1", 'source = "Who <ftp://example.org/>"', "link.scheme", "source ="),
    (EN, "Say the same", "See ftp://example.org/a: every", "link.scheme", "See ftp"),
    (EN, "Say the same", "[Here](javascript:alert(1)): every", "link.scheme", "[Here]"),
    (EN, "Say the same", "[Here](<data:text/html,x>): every", "link.scheme", "[Here]"),
    (EN, "Say the same", "[Here](../secret.md): every", "link.scheme", "[Here]"),
    (EN, "Say the same", "[Here](https://user@evil.org/): every", "link.scheme", "[Here]"),
    (EN, "Say the same", "See <file:///etc/passwd>: every", "link.scheme", "See <"),
    (EN, "Say the same", "[a]: ftp://example.org\nHere: every", "link.scheme", "[a]: ftp"),
    (EN, "Say the same", "<b>Here</b>: every", "html.tag", "<b>"),
    (EN, "Say the same", "<!-- note --> every", "html.tag", "<!--"),
    # Between languages.
    (NL, "### at-once", "### tegelijk", "differs.lacking", "## Voor"),
    (EN, "### at-once", "### together", "differs.extra", "### at-once"),
    (NL, "4. Voor welke", "4. Nog een?\n5. Voor welke", "differs.count", "## Vragen"),
    (
        NL,
        "- Productieblokkering:",
        "- A: b\n- Productieblokkering:",
        "differs.count",
        "## Begrippen",
    ),
    (NL, "## Begrippen", "## Keuzes\n\n- a: b\n\n## Begrippen", "differs.options", "## Keuzes"),
    (NL, "\n\n## Wat een ja", "\nBron: B\n\n## Wat een ja", "differs.source-extra", "Bron: B"),
]


every_planted_fault = pytest.mark.parametrize("planted", [Planted(*each) for each in PLANTED])


@every_planted_fault
def test_a_planted_fault_is_found_on_its_line(folder: Path, planted: Planted) -> None:
    change(folder, planted.file, planted.old, planted.new)
    found = [fault for fault in check_pack(folder) if fault.code == planted.code]
    assert found
    if planted.mark is not None:
        # A fault between languages is told in the file that comes second.
        file = NL if planted.code.startswith("differs") else planted.file
        lines = {(fault.file, fault.line) for fault in found}
        assert (file, line_of(folder, file, planted.mark)) in lines


@pytest.mark.parametrize(
    "text",
    ["[Here](https://example.org/a?b=c#d) 1 < 2 and soft\u00adly", "See <https://example.org/>"],
)
def test_a_link_to_the_web_and_ordinary_signs_pass(folder: Path, text: str) -> None:
    change(folder, EN, "Say the same", text)
    assert check_pack(folder) == ()


def test_what_a_yes_means_may_be_long(folder: Path) -> None:
    change(folder, EN, "Say the same", LONG * 3 + "Say the same")
    assert check_pack(folder) == ()


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        (NL, "# Wij eisen dat a en dat b.", "proposition.two-claims"),
        (NL, "# Wij zijn voor a, maar het moet wel betaalbaar zijn.", "proposition.two-claims"),
        (NL, "# Wij doen a en dus ook b.", "proposition.two-claims"),
        (NL, "# Het is traag. Het moet weg.", "proposition.two-sentences"),
    ],
)
def test_two_claims_are_found_in_dutch(folder: Path, file: str, text: str, code: str) -> None:
    old = "# Een vergadering hoort iedereen argumenten te laten opschrijven voordat iemand het woord neemt."
    change(folder, file, old, text)
    assert only_fault(folder).code == code


@pytest.mark.parametrize(
    "text",
    [
        "# States and groups that they back are the gravest threat.",
        "# The U.S. should lead.",
        "# The rule of art. 5 holds in peace, war and everything between.",
        "# “Might makes right” is no law.",
    ],
)
def test_one_claim_passes_even_with_and_or_a_full_stop_in_it(folder: Path, text: str) -> None:
    change(folder, EN, f"# {SENTENCE}", text)
    assert check_pack(folder) == ()


def test_an_argument_without_source_or_grounds_is_found(folder: Path) -> None:
    change(folder, EN, "### at-once: When", "### bare: A claim alone.\n\n### at-once: When")
    found = {fault.code: fault for fault in check_pack(folder) if fault.file == EN}
    line = line_of(folder, EN, "### bare")
    assert {code: fault.line for code, fault in found.items()} == {
        "grounds.missing": line,
        "source.missing": line,
    }


def test_a_source_that_says_nothing_or_too_much_is_found(folder: Path) -> None:
    change(folder, EN, "## What a yes", f"Source:\nSource: {LONG * 2}\n\n## What a yes")
    found = {fault.code: fault.line for fault in check_pack(folder) if fault.file == EN}
    assert found["source.empty"] == line_of(folder, EN, "Source: word") - 1
    assert found["source.too-long"] == line_of(folder, EN, "Source: word")


def test_an_option_that_no_row_of_a_ranking_shows_is_found(folder: Path) -> None:
    for file, heading, after in ((EN, "Options", "Terms"), (NL, "Keuzes", "Begrippen")):
        text = "x" * (OPTION_LIMIT + (file == EN))
        change(folder, file, f"## {after}", f"## {heading}\n\n- a: {text}\n\n## {after}")
    fault = only_fault(folder)
    assert (fault.code, fault.line) == ("option.too-long", line_of(folder, EN, "- a: x"))


def cut(folder: Path, name: str) -> None:
    """Take an argument out of both files."""
    for file in (EN, NL):
        text = (folder / file).read_text("utf-8")
        text = re.sub(rf"### {name}:.*?(?=\n##)", "", text, flags=re.DOTALL)
        (folder / file).write_text(text, "utf-8")


def test_a_side_with_one_argument_is_found_at_its_heading(folder: Path) -> None:
    cut(folder, "first-voice")
    (first, second) = check_pack(folder)
    assert (first.code, first.file, first.line) == ("side.size", EN, line_of(folder, EN, "## For"))
    assert (second.code, second.line) == ("side.size", line_of(folder, NL, "## Voor"))


@pytest.mark.parametrize(("extra", "wanted"), [(1, set()), (2, {"sides.unbalanced"})])
def test_sides_may_differ_by_one_argument(folder: Path, extra: int, wanted: set[str]) -> None:
    for file, source in ((EN, "Source:"), (NL, "Bron:")):
        more = [f"### more-{n}: More.\n\nGrounds.\n\n{source} Book\n\n" for n in range(extra)]
        change(folder, file, "### at-once", "".join(more) + "### at-once")
    assert codes(folder) == wanted
    for fault in check_pack(folder):
        assert fault.line == line_of(folder, fault.file, {EN: "## Ag", NL: "## Te"}[fault.file])


def test_five_arguments_on_a_side_are_too_many(folder: Path) -> None:
    for file, source in ((EN, "Source:"), (NL, "Bron:")):
        more = [f"### more-{n}: More.\n\nGrounds.\n\n{source} Book\n\n" for n in range(3)]
        change(folder, file, "### at-once", "".join(more) + "### at-once")
    assert codes(folder) == {"side.size", "sides.unbalanced"}


def test_an_argument_on_another_side_in_the_other_language_is_found(folder: Path) -> None:
    change(folder, NL, "## Voor\n", "## Tijdelijk\n")
    change(folder, NL, "## Tegen\n", "## Voor\n")
    change(folder, NL, "## Tijdelijk\n", "## Tegen\n")
    assert {"differs.side"} == codes(folder)


def test_another_order_of_arguments_is_found(folder: Path) -> None:
    change(folder, NL, "### at-once", "### temporary")
    change(folder, NL, "### first-voice", "### at-once")
    change(folder, NL, "### temporary", "### first-voice")
    assert "differs.order" in codes(folder)


def test_another_source_in_the_other_language_is_found_on_its_line(folder: Path) -> None:
    text = (folder / NL).read_text("utf-8")
    place = text.rindex("Bron: Replace")
    (folder / NL).write_text(text[:place] + "Bron: Vervang" + text[place + 13 :], "utf-8")
    fault = only_fault(folder)
    assert (fault.code, fault.line) == ("differs.source", line_of(folder, NL, "Bron: Vervang"))


def test_a_source_that_the_other_language_lacks_is_found_at_the_argument(folder: Path) -> None:
    change(folder, EN, "## Against", "Source: Another book\n\n## Against")
    fault = only_fault(folder)
    assert (fault.code, dict(fault.details)["wanted"]) == ("differs.source", "Another book")


def test_a_heading_that_is_not_there_and_one_with_nothing_under_it_are_found(folder: Path) -> None:
    path = folder / EN
    text = path.read_text("utf-8")
    text = text[: text.index("## Reading")].replace("## Questions", "## Against\n\n## Questions")
    path.write_text(re.sub(r"- Production[^#]*", "", text), "utf-8")
    found = {(fault.code, fault.line) for fault in check_pack(folder) if fault.file == EN}
    assert ("heading.missing", 1) in found
    assert ("heading.empty", line_of(folder, EN, "## Terms")) in found
    assert ("heading.twice", line_of(folder, EN, "## Questions") - 2) in found


def test_front_matter_that_is_never_closed_is_found(folder: Path) -> None:
    text = (folder / EN).read_text("utf-8")
    (folder / EN).write_text(text.replace("\n+++", "\n---"), "utf-8")
    assert ("front.open", 1) in {(fault.code, fault.line) for fault in check_pack(folder)}


def test_toml_that_ends_too_early_is_found_on_its_last_line(folder: Path) -> None:
    (folder / TOML).write_text('id = "a"\nmotions = [\n', "utf-8")
    assert ("toml.broken", 2) in {(fault.code, fault.line) for fault in check_pack(folder)}


def test_bytes_that_are_not_utf8_are_found_on_their_line(folder: Path) -> None:
    data = (folder / EN).read_bytes().replace(b"Say the same", b"Caf\xe9: every")
    (folder / EN).write_bytes(data)
    fault = only_fault(folder)
    lines = data.split(b"\n")
    wanted = next(number for number, line in enumerate(lines, 1) if b"\xe9" in line)
    assert (fault.code, fault.file, fault.line) == ("file.not-utf8", EN, wanted)


def test_a_huge_file_is_refused_before_it_is_read(folder: Path) -> None:
    (folder / EN).write_text("x" * 200_001, "utf-8")
    assert only_fault(folder).code == "file.too-large"


def test_a_manifest_that_cannot_be_read_is_one_fault(folder: Path) -> None:
    (folder / TOML).write_bytes(b"id = \xff")
    assert [(fault.code, fault.line) for fault in check_pack(folder)] == [("file.not-utf8", 1)]


def test_a_file_that_the_system_will_not_open_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert dict(only_fault(folder).details) == {"reason": "denied"}


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    fault = only_fault(tmp_path)
    assert (fault.code, fault.file, fault.line) == ("pack.missing", TOML, 1)


def test_a_language_without_its_file_is_told_at_the_order(folder: Path) -> None:
    (folder / NL).unlink()
    fault = only_fault(folder)
    assert (fault.code, fault.line) == ("file.missing", line_of(folder, TOML, "motions ="))
    assert dict(fault.details) == {"name": NL, "motion": "write-first"}


def test_a_file_that_no_motion_names_is_told(folder: Path) -> None:
    (folder / "forgotten.nl.md").write_text("text", "utf-8")
    (folder / "README.md").write_text("about this pack", "utf-8")
    fault = only_fault(folder)
    assert (fault.file, fault.code) == ("forgotten.nl.md", "file.unlisted")


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@every_planted_fault
def test_the_words_of_a_fault_use_only_what_it_knows(folder: Path, planted: Planted) -> None:
    change(folder, planted.file, planted.old, planted.new)
    for fault in check_pack(folder):
        assert placeholders(FAULTS[fault.code]) <= set(dict(fault.details))


def test_faults_come_in_the_order_of_motions_and_lines(folder: Path) -> None:
    for file in (NL, EN):
        change(folder, file, "### at-once: ", "### ")
    change(folder, TOML, "version = 1", "version = 0")
    found = check_pack(folder)
    assert [fault.file for fault in found] == sorted(
        (fault.file for fault in found), key=[TOML, EN, NL].index
    )
    for file in (EN, NL):
        lines = [fault.line for fault in found if fault.file == file]
        assert lines == sorted(lines)


def test_files_are_read_while_the_list_of_languages_or_motions_is_at_fault(folder: Path) -> None:
    change(folder, EN, 'id = "write-first"', 'id = "write-second"')
    for key in ("languages", "motions"):
        change(folder, TOML, f"{key} =", f"un{key} =")
        found = codes(folder)
        assert "id.differs" in found
        assert "file.unlisted" not in found


def test_what_stands_under_an_unknown_heading_is_not_blamed_for_it(folder: Path) -> None:
    change(folder, EN, "## For", "## Pro")
    assert sorted(codes(folder)) == ["heading.missing", "heading.unknown"]


def test_a_file_without_front_matter_is_the_only_one_to_blame(folder: Path) -> None:
    change(folder, EN, "+++\n# The id", "# The id")
    assert {fault.file for fault in check_pack(folder)} == {EN}


def test_a_list_under_a_misspelt_heading_is_not_counted(folder: Path) -> None:
    change(folder, NL, "## Vragen", "## Vraagjes")
    assert sorted(codes(folder)) == ["heading.missing", "heading.unknown"]
