"""Packs are loaded whole or not at all, found wherever they are, and started from a sound one."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.domain.motion import Source
from debate.domain.pack import Pack
from debate.errors import NotSaved, PackError, UsageError
from debate.store import pack_places
from debate.store.pack_places import builtin_packs
from debate.store.pack_starter import new_pack
from debate.store.packs import check_pack, find_packs, load_pack
from tests.store.planted import EN, NL, TOML, change, line_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_pack(tmp_path / "our-street")
    return tmp_path / "our-street"


@pytest.fixture
def pack(folder: Path) -> Pack:
    return load_pack(folder)


def test_a_new_pack_passes_its_check(folder: Path) -> None:
    assert check_pack(folder) == ()


def test_a_new_pack_is_named_after_its_folder(pack: Pack) -> None:
    assert pack.id == "our-street"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Onze Straat!", "onze-straat"),
        ("2024 plan", "plan"),
        ("日本", "my-pack"),
        ("a" * 60, "a" * 48),
    ],
)
def test_any_folder_name_becomes_a_lawful_id(tmp_path: Path, name: str, wanted: str) -> None:
    new_pack(tmp_path / name)
    assert load_pack(tmp_path / name).id == wanted


def test_a_new_pack_goes_into_an_empty_folder_and_into_none_that_holds_something(
    tmp_path: Path,
) -> None:
    (tmp_path / "there").mkdir()
    new_pack(tmp_path / "there")
    before = (tmp_path / "there" / EN).read_bytes()
    with pytest.raises(UsageError) as caught:
        new_pack(tmp_path / "there")
    assert caught.value.details["reason"] == "exists"
    assert (tmp_path / "there" / EN).read_bytes() == before


def test_a_file_in_the_way_of_a_new_pack_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError):
        new_pack(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_disk_that_refuses_a_new_pack_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotSaved):
        new_pack(tmp_path / "file" / "pack")


def test_every_text_is_there_in_both_languages(pack: Pack) -> None:
    motion = pack.motions[0]
    assert motion.proposition.en == (
        "A meeting should let everybody write down their arguments before anybody speaks."
    )
    assert motion.proposition.nl is not None
    assert motion.proposition.nl.startswith("Een vergadering")
    assert motion.background.en is not None
    assert "\n\nThe example is about meetings. In most of them people" in motion.background.en
    assert motion.terms[0].word.nl == "Productieblokkering"
    assert [len(motion.questions), len(motion.reading), len(motion.sources)] == [4, 1, 1]


def test_arguments_are_named_after_their_motion_and_keep_their_sources_out_of_the_grounds(
    pack: Pack,
) -> None:
    first = pack.motions[0].arguments[0]
    assert first.id == "write-first/at-once"
    assert first.side == "for"
    assert first.claim.nl is not None
    assert first.claim.nl.startswith("Als iedereen schrijft")
    assert first.grounds.en is not None
    assert "Source:" not in first.grounds.en
    assert first.sources[0].cite.startswith("M. Diehl and W. Stroebe")


def test_a_link_at_the_end_of_a_source_is_kept_apart(folder: Path) -> None:
    change(folder, TOML, '# source = "J. Jansen', 'source = "J. Jansen')
    assert load_pack(folder).source == Source(
        cite="J. Jansen, Our street, 2024", url="https://example.org/our-street"
    )


def test_a_bare_link_is_cited_by_itself(folder: Path) -> None:
    for file in (EN, NL):
        text = (folder / file).read_text("utf-8")
        text = text.replace("\n- M. Diehl", "\n- https://example.org/a\n- M. Diehl")
        (folder / file).write_text(text, "utf-8")
    reading = load_pack(folder).motions[0].reading
    assert reading[0] == Source(cite="https://example.org/a", url="https://example.org/a")


def test_options_are_read_by_name(folder: Path) -> None:
    change(
        folder, EN, "## Terms", "## Options\n\n- five: Five minutes\n- ten: Ten minutes\n\n## Terms"
    )
    change(folder, NL, "## Begrippen", "## Keuzes\n\n- five: Vijf\n- ten: Tien\n\n## Begrippen")
    options = load_pack(folder).motions[0].options
    assert [option.id for option in options] == ["write-first/five", "write-first/ten"]
    assert options[1].text.nl == "Tien"


def test_a_pack_in_one_language_is_whole(folder: Path) -> None:
    change(folder, TOML, '["en", "nl"]', '["nl"]')
    (folder / EN).unlink()
    motion = load_pack(folder).motions[0]
    assert motion.proposition.en is None
    assert motion.proposition.within("en") == motion.proposition.nl


def test_files_of_windows_editors_read_the_same(folder: Path, pack: Pack) -> None:
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_pack(folder) == pack


def test_lists_quotations_and_code_keep_their_lines(folder: Path) -> None:
    change(folder, EN, "Say the same for a no; a no is a choice as well.", "- one\n- two\n\nThen")
    change(folder, EN, "whoever leads a meeting decides", "a\n\n```\n## not a heading\n```\n\nb")
    no_means = load_pack(folder).motions[0].no_means.en
    assert no_means is not None
    assert "- one\n- two\n\nThen" in no_means
    assert "```\n## not a heading\n```" in no_means


def test_a_pack_with_a_fault_is_not_loaded(folder: Path) -> None:
    change(folder, EN, "## Terms", "## Words")
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert caught.value.details == {"path": str(folder), "faults": check_pack(folder)}


def test_a_broken_pack_does_not_hinder_the_others(tmp_path: Path) -> None:
    new_pack(tmp_path / "bad")
    new_pack(tmp_path / "good")
    (tmp_path / "bad" / NL).unlink()
    (tmp_path / "no-pack").mkdir()
    (tmp_path / "note.txt").write_text("not a pack")
    shelf = find_packs([tmp_path])
    assert [found.pack.id for found in shelf.packs] == ["good"]
    assert [found.folder.name for found in shelf.broken] == ["bad"]
    assert shelf.broken[0].faults == check_pack(tmp_path / "bad")


def test_packs_are_found_in_folders_of_packs_in_packs_and_not_in_what_is_not_there(
    folder: Path, tmp_path: Path
) -> None:
    shelf = find_packs([tmp_path / "nowhere", folder, tmp_path])
    assert [found.folder for found in shelf.packs] == [folder.resolve()]
    assert shelf.broken == ()


def test_of_two_packs_with_one_id_the_first_is_taken(tmp_path: Path) -> None:
    new_pack(tmp_path / "mine" / "twin")
    new_pack(tmp_path / "theirs" / "twin")
    shelf = find_packs([tmp_path / "mine", tmp_path / "theirs"])
    first, second = tmp_path / "mine" / "twin", tmp_path / "theirs" / "twin"
    assert [found.folder for found in shelf.packs] == [first.resolve()]
    (fault,) = shelf.broken[0].faults
    assert (fault.code, fault.line) == ("pack.twice", line_of(second, TOML, 'id = "'))


def test_the_packs_that_come_with_the_program_are_found() -> None:
    shelf = find_packs([builtin_packs()])
    assert "cyber-strategy" in [found.pack.id for found in shelf.packs]
    assert shelf.broken == ()


def test_in_an_installed_program_the_packs_lie_beside_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack_places, "__file__", str(tmp_path / "debate" / "store" / "x.py"))
    assert builtin_packs() == tmp_path / "motions"
    (tmp_path / "debate" / "motions").mkdir(parents=True)
    assert builtin_packs() == tmp_path / "debate" / "motions"


def test_an_item_of_a_list_may_run_over_lines_and_be_bold(folder: Path) -> None:
    change(folder, EN, "- Production blocking: that", "- **Production blocking:** that")
    change(folder, EN, "2. What would the best defender", "2. What would\n   the best defender")
    motion = load_pack(folder).motions[0]
    assert motion.terms[0].word.en == "Production blocking"
    assert motion.terms[0].meaning.en is not None
    assert motion.terms[0].meaning.en.startswith("that people")
    assert motion.questions[1].en == "What would the best defender of the other side say first?"
