"""The op-ed's motions: whole in both languages, sourced, balanced, and each with one claim."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from debate.domain.motion import CLAIM_LIMIT, SHORT_LIMIT, Language, Motion, Text
from debate.domain.pack import Pack
from debate.store.pack_outline import count_words
from debate.store.pack_places import builtin_packs
from debate.store.packs import check_pack, load_pack

FOLDER = builtin_packs() / "cyber-strategy"
PACK: Pack = load_pack(FOLDER)
LANGUAGES: tuple[Language, ...] = ("en", "nl")
PARAGRAPHS = {
    "integrated-strategy": ("P1", "P6"),
    "state-threats": ("P2",),
    "preemptive-doctrine": ("P4", "P5"),
    "legal-order-first": ("P3", "P4"),
    "great-powers-stall": ("P5",),
    "cyber-diplomacy": ("P6",),
}
SOURCES = (
    "Op-ed, P",
    "Wereldwijd voor een veilig Nederland",
    "US Cyber Command, Achieve and Maintain Cyberspace Superiority",
    "US Department of Defense, Cyber Strategy (2018)",
    "R. Harknett, United States Cyber Command's New Vision",
    "M. Fischerkeller, E. Goldman and R. Harknett, Cyber Persistence Theory",
    "J. Healey, The implications of persistent (and permanent) engagement in cyberspace",
    "M. Smeets, U.S. cyber strategy of persistent engagement & defend forward",
    "M. Smeets and H. Lin, A Strategic Assessment of the U.S. Cyber Command Vision",
    "UK and US governments, attribution of NotPetya",
    "FedEx, own estimate",
    "MIVD, disclosure of the disrupted GRU operation",
    "Health Service Executive (Ireland)",
    "Colonial Pipeline",
    "NCTV, Cybersecuritybeeld 2019",
    "NCTV, Cybersecuritybeeld 2022",
    "UN Group of Governmental Experts",
    "UN Groups of Governmental Experts",
    "UN Open-Ended Working Group",
)
"""The works that were checked before they were cited; a new one is added here on purpose."""

every_motion = pytest.mark.parametrize("motion", PACK.motions, ids=lambda motion: motion.id)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def texts(motion: Motion) -> list[Text]:
    """Return every text of a motion."""
    own = [motion.proposition, motion.short, motion.background, motion.yes_means, motion.no_means]
    argued = [text for each in motion.arguments for text in (each.claim, each.grounds)]
    explained = [text for each in motion.terms for text in (each.word, each.meaning)]
    return [*own, *argued, *explained, *motion.questions]


def test_the_pack_passes_its_own_check() -> None:
    assert check_pack(FOLDER) == ()


def test_the_three_core_motions_open_the_pack() -> None:
    assert [motion.id for motion in PACK.motions] == list(PARAGRAPHS)


@every_motion
def test_a_motion_points_at_its_paragraphs_of_the_op_ed(motion: Motion) -> None:
    assert motion.paragraphs == PARAGRAPHS[motion.id]


@every_motion
def test_a_motion_says_everything_in_both_languages(motion: Motion) -> None:
    for text in texts(motion):
        assert text.en
        assert text.nl
    for text in (motion.proposition, motion.background, motion.yes_means, motion.no_means):
        assert text.en != text.nl


def test_only_the_motion_against_a_doctrine_is_an_opposition() -> None:
    opposed = [motion.id for motion in PACK.motions if motion.polarity == "oppose"]
    assert opposed == ["preemptive-doctrine"]


@every_motion
def test_both_sides_of_a_motion_have_as_many_arguments(motion: Motion) -> None:
    sides = [argument.side for argument in motion.arguments]
    assert sides.count("for") == sides.count("against")
    assert 2 <= sides.count("for") <= 4


@every_language
@every_motion
def test_both_sides_of_a_motion_have_about_as_many_words(
    motion: Motion, language: Language
) -> None:
    words = {"for": 0, "against": 0}
    for argument in motion.arguments:
        words[argument.side] += count_words(argument.grounds.within(language))
    assert 0.8 <= words["for"] / words["against"] <= 1.25


@every_language
@every_motion
def test_texts_have_the_length_that_people_read(motion: Motion, language: Language) -> None:
    assert 120 <= count_words(motion.background.within(language)) <= 200
    assert len(motion.short.within(language)) <= SHORT_LIMIT
    for argument in motion.arguments:
        assert len(argument.claim.within(language)) <= CLAIM_LIMIT
        assert 40 <= count_words(argument.grounds.within(language)) <= 90
    assert 4 <= len(motion.questions) <= 6


@every_motion
def test_every_argument_has_a_source_that_was_checked(motion: Motion) -> None:
    cited = [source for argument in motion.arguments for source in argument.sources]
    for source in (*cited, *motion.sources, *motion.reading):
        assert source.cite.startswith(SOURCES), source.cite
    assert all(argument.sources for argument in motion.arguments)


@every_motion
def test_the_case_for_a_motion_cites_the_op_ed(motion: Motion) -> None:
    cited = {
        source.cite
        for argument in motion.arguments
        if argument.side == "for"
        for source in argument.sources
    }
    assert {f"Op-ed, {paragraph}" for paragraph in motion.paragraphs} & cited


@pytest.mark.parametrize(
    "name", ["integrated-strategy", "legal-order-first", "great-powers-stall", "cyber-diplomacy"]
)
@every_language
def test_motions_on_norms_tell_what_came_after_the_op_ed(name: str, language: Language) -> None:
    motion = next(motion for motion in PACK.motions if motion.id == name)
    background = motion.background.within(language)
    assert "2021" in background
    assert re.search(r"op-ed|opiniestuk|2018", background)


@every_motion
def test_dutch_texts_carry_no_english_for_words_of_the_house(motion: Motion) -> None:
    dutch = " ".join(text.within("nl") for text in texts(motion)).casefold()
    for word in ("motion", "stance", "op-ed", "facilitator", "threat"):
        assert not re.search(rf"\b{word}\b", dutch), word


def test_nothing_but_the_pack_lies_in_its_folder() -> None:
    wanted = {"pack.toml"} | {
        f"{motion.id}.{language}.md" for motion in PACK.motions for language in LANGUAGES
    }
    assert {path.name for path in Path(FOLDER).iterdir()} == wanted
