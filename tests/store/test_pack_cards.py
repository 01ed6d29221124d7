"""A list of motions is there at once: the same titles as when the packs are read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.domain.ids import MotionId
from debate.domain.wording import Wording
from debate.store.pack_cards import find_cards
from debate.store.pack_places import builtin_packs
from debate.store.pack_starter import new_pack
from debate.store.packs import find_packs
from tests.store.planted import EN, TOML, change


def test_the_cards_say_what_the_motions_say_and_in_their_order(tmp_path: Path) -> None:
    new_pack(tmp_path / "our-street")
    folders = (builtin_packs(), tmp_path)
    motions = [motion for found in find_packs(folders).packs for motion in found.pack.motions]
    assert [(card.id, *card.short, *card.proposition) for card in find_cards(folders)] == [
        (each.id, each.short.en, each.short.nl, each.proposition.en, each.proposition.nl)
        for each in motions
    ]


def test_of_two_packs_of_one_name_the_first_gives_the_cards(tmp_path: Path) -> None:
    for name in ("first", "second"):
        new_pack(tmp_path / name / "our-street")
    change(tmp_path / "second" / "our-street", EN, "# A meeting", "# No meeting")
    (card,) = find_cards([tmp_path / "first", tmp_path / "second"])
    assert card.proposition.within("en").startswith("A meeting")


def test_of_two_motions_of_one_name_the_later_one_is_debated_and_listed(tmp_path: Path) -> None:
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        new_pack(folder)
    change(folders[1], EN, "# A meeting", "# Every meeting")
    found = find_packs(folders).motions[MotionId("write-first")]
    (card,) = find_cards(folders)
    assert found.pack.id == "second"
    assert card.proposition.within("en") == found.motion.proposition.within("en")
    assert card.proposition.within("en").startswith("Every meeting")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [(EN, "\n# A meeting", "\nA meeting"), (EN, "short = ", "long = "), (TOML, "motions = ", "motions = ] "),
     (TOML, "languages = ", "tongues = ")],
)  # fmt: skip
def test_a_pack_that_cannot_be_read_so_has_no_cards_and_hinders_no_other(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    new_pack(tmp_path / "broken")
    new_pack(tmp_path / "sound")
    change(tmp_path / "broken", TOML, 'id = "broken"', 'id = "other"')
    change(tmp_path / "broken", file, old, new)
    assert len(find_cards([tmp_path])) == 1


def test_a_folder_that_is_not_there_has_no_cards(tmp_path: Path) -> None:
    assert find_cards([tmp_path / "nowhere"]) == ()


@pytest.mark.parametrize(
    ("wording", "english", "dutch"),
    [(Wording("yes", "ja"), "yes", "ja"), (Wording("yes"), "yes", "yes"), (Wording(), "", "")],
)
def test_a_wording_gives_the_other_language_when_one_is_missing(
    wording: Wording, english: str, dutch: str
) -> None:
    assert (wording.within("en"), wording.within("nl")) == (english, dutch)
