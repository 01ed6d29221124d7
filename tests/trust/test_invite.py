"""A link or a code lets in who has it whole, and nobody who has not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.errors import UsageError
from debate.trust import crockford
from debate.trust.circle import Circle
from debate.trust.invite import (
    circle_of_code,
    fresh_code,
    grouped,
    is_link,
    link_of,
    read_link,
)
from debate.trust.keys import SigningKey, seal_to
from debate.trust.secret import Secret

CIRCLE = Circle.of(bytes(range(16)))
REMOTES = [
    "kinto+https://debate.example/v1",
    "kinto+https://debate.example/sub/v1",
    "dav+https://cloud.example/remote.php/dav/files/ann",
    "file:///media/stick",
]


def same(one: Circle, other: Circle) -> bool:
    return (one.join_secret, one.read_secret, one.admission) == (
        other.join_secret,
        other.read_secret,
        other.admission,
    )


@pytest.mark.parametrize("remote", REMOTES)
@pytest.mark.parametrize("circle", [CIRCLE, CIRCLE.read_only])
def test_a_link_says_remote_and_keys(circle: Circle, remote: str) -> None:
    link = link_of(circle, remote)
    found = read_link(f"  {link}\n")
    assert found.remote == remote
    assert same(found.circle, circle)
    assert is_link(link)


def test_all_of_the_secret_stands_behind_the_number_sign() -> None:
    link = link_of(CIRCLE, REMOTES[0])
    assert link.partition("#")[0] == "debate://join"
    assert link.partition("#")[2].startswith("debate.example/")


def test_a_read_link_cannot_be_made_into_one_to_take_part() -> None:
    reader = read_link(link_of(CIRCLE.read_only, REMOTES[0])).circle
    assert not reader.can_write
    assert reader.place == CIRCLE.place
    assert reader.read_password == CIRCLE.read_password


@pytest.mark.parametrize(
    "text",
    ["", "https://debate.example", "debate://join#", "debate://join#host", "debate://open#h/x"],
)
def test_what_is_no_link_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no-link"):
        read_link(text)


def test_a_link_with_a_part_missing_is_refused() -> None:
    link = link_of(CIRCLE, REMOTES[0])
    for wrong in (link[:-1], link + "0", link[:-1] + "!", link.rpartition("/")[0] + "/"):
        with pytest.raises(UsageError, match=r"misspelt|no-link"):
            read_link(wrong)


@given(st.binary(min_size=1, max_size=50))
def test_spelling_and_reading_are_each_others_end(raw: bytes) -> None:
    text = crockford.spell(raw)
    assert crockford.unspell(text, len(raw)) == raw
    assert crockford.unspell(f" {text.lower()[:3]}-{text.lower()[3:]}\n", len(raw)) == raw


@given(st.binary(min_size=16, max_size=16), st.integers(0, 26), st.integers(1, 31))
def test_every_single_mistyped_character_is_found(raw: bytes, place: int, step: int) -> None:
    text = crockford.spell(raw)
    wrong = crockford.ALPHABET[(crockford.ALPHABET.index(text[place]) + step) % 32]
    with pytest.raises(UsageError):
        crockford.unspell(text[:place] + wrong + text[place + 1 :], 16)


def test_letters_that_look_like_digits_are_read_as_them() -> None:
    assert crockford.unchecked("0O1IL" + crockford.check_character("00111")) == "00111"


def test_spare_bits_must_be_empty() -> None:
    text = crockford.unchecked(crockford.spell(bytes(16)))[:-1] + "1"
    with pytest.raises(UsageError):
        crockford.unspell(text + crockford.check_character(text), 16)


def test_a_spoken_code_gives_the_same_circle_to_everybody_at_one_remote() -> None:
    code = fresh_code()
    assert len(code.replace("-", "")) == 11
    circle = circle_of_code(code, REMOTES[0])
    assert same(circle_of_code(code.lower().replace("-", " "), REMOTES[0] + "/"), circle)
    assert circle_of_code(code, REMOTES[2]).place != circle.place


@pytest.mark.parametrize(
    "code", ["", "0000", grouped("00000000001"), "0000000000!", "00000-00000-00000"]
)
def test_a_code_that_is_not_one_is_refused(code: str) -> None:
    with pytest.raises(UsageError, match="misspelt"):
        circle_of_code(code, REMOTES[0])


def test_no_display_shows_a_secret() -> None:
    shown = repr(CIRCLE) + repr(CIRCLE.write_password) + repr(Secret("canary"))
    for secret in (
        crockford.spell(CIRCLE.join_secret or b""),
        (CIRCLE.join_secret or b"").hex(),
        str(CIRCLE.join_secret),
        str(CIRCLE.read_secret),
        str(CIRCLE.content_key),
        "canary",
    ):
        assert secret not in shown


def test_secrets_are_compared_and_not_copied() -> None:
    assert Secret("a") == Secret("a") != Secret("b")
    assert len({Secret("a"), Secret("a")}) == 1
    with pytest.raises(TypeError):
        Secret("a").__reduce__()


def test_what_is_sealed_to_a_device_only_that_device_opens() -> None:
    mine, other = SigningKey(b"m" * 32), SigningKey(b"o" * 32)
    sealed = seal_to(mine.public, b"secret")
    assert sealed is not None
    assert mine.unseal(sealed) == b"secret"
    assert other.unseal(sealed) is None
    assert mine.unseal(b"short") is None
    assert seal_to("no key", b"secret") is None
    assert seal_to("A" * 43, b"secret") is None
