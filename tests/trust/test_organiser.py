"""An organiser's secret leads to every group's link, and no group's link leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.errors import UsageError
from debate.trust.circle import Circle
from debate.trust.invite import link_of, read_link
from debate.trust.organiser import (
    MOST_GROUPS,
    Organiser,
    organiser_link,
    read_organiser_link,
)

SECRETS = st.binary(min_size=16, max_size=16)
REMOTE = "kinto+https://store.example/v1"


@given(SECRETS)
def test_the_same_secret_gives_the_same_circles_wherever_it_is_held(secret: bytes) -> None:
    one, other = Organiser(secret), Organiser(secret)
    assert one.circle(7).place == other.circle(7).place
    assert one.circle(7).join_secret == other.circle(7).join_secret
    assert one.name == other.name


def test_every_group_has_a_place_and_secrets_of_its_own() -> None:
    organiser = Organiser(bytes(range(16)))
    circles = [organiser.circle(number) for number in range(1, MOST_GROUPS + 1)]
    assert len({circle.place for circle in circles}) == MOST_GROUPS
    assert len({circle.join_secret for circle in circles}) == MOST_GROUPS
    assert organiser.secret not in {circle.join_secret for circle in circles}
    assert Circle.of(organiser.secret).place not in {circle.place for circle in circles}


def test_the_first_group_is_the_one_that_it_always_was() -> None:
    secret = Organiser(bytes(16)).circle(1).join_secret
    assert secret is not None
    assert secret.hex() == "d3338b10260e865f352e881f8b9f5fda"


@pytest.mark.parametrize("number", [0, -1, MOST_GROUPS + 1])
def test_there_is_no_group_beyond_the_numbers(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        Organiser.fresh().circle(number)


@given(SECRETS)
def test_a_link_reads_as_it_was_written(secret: bytes) -> None:
    link = organiser_link(Organiser(secret), REMOTE)
    remote, organiser = read_organiser_link(
        f" {link.replace('debate://organise', 'Debate://Organise')}\n"
    )
    assert (remote, organiser.secret) == (REMOTE, secret)
    assert "store.example/" in link


def test_other_links_and_misspelt_ones_are_refused() -> None:
    organiser = Organiser.fresh()
    link = organiser_link(organiser, REMOTE)
    for wrong in (
        "",
        "debate://organise#",
        "debate://organise#host",
        link_of(organiser.circle(1), REMOTE),
    ):
        with pytest.raises(UsageError) as refused:
            read_organiser_link(wrong)
        assert refused.value.details["reason"] == "no-organiser"
    with pytest.raises(UsageError):
        read_organiser_link(link[:-1] + ("0" if link[-1] != "0" else "1"))
    with pytest.raises(UsageError):
        read_link(link)


def test_nothing_of_the_secret_shows() -> None:
    organiser = Organiser(b"canary in a mine")
    assert "canary" not in repr(organiser)
    assert organiser.secret.hex() not in organiser.name
