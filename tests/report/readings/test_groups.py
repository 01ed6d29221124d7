"""Groups and coherence in plain words, each refusal with its own sentence."""

from __future__ import annotations

import pytest

from debate.analysis.findings.coherence import Coherence, Index
from debate.analysis.findings.grouping import Grouping, OpinionGroup, grouping_finding
from debate.analysis.findings.movement import Pending
from debate.analysis.findings.plane import Plane
from debate.analysis.reason_index import Null
from debate.analysis.refusal import Reason, Refused
from debate.analysis.stepwise import Doubts
from debate.domain import commands as c
from debate.domain.weight import Scheme
from debate.i18n.catalog import translator
from debate.report.readings.coherence import coherence_readings
from debate.report.readings.groups import group_readings, plane_reading
from debate.report.readings.said import LONGEST, plain_lines, quoted, shortened
from tests.assembly import Assembly, camps

EN = translator("en")
INDEX = Index(9, 1, 0.41, 0.6, Null(-0.4, 0.1, 0.01))


def grouping(
    *refusals: Refused,
    chance: float = 0.01,
    stability: float = 1.0,
    others: int = 0,
    groups: tuple[OpinionGroup, ...] = (),
) -> Grouping:
    return Grouping(
        people=16,
        arguments=8,
        plane=Plane((), is_sided=False),
        groups=groups,
        others=others,
        shared=(),
        doubts=Doubts(chance, stability),
        refusals=refusals,
    )


def text(found: Grouping | Refused) -> str:
    return "\n".join(each.text for each in group_readings(found, Assembly(1).debate, EN))


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.01, "arises 1 time in 100."),
        (0.34, "arises 1 time in 3."),
        (0.9, "arises more often than not."),
    ],
)
def test_chance_is_told_as_so_many_times(p: float, words: str) -> None:
    refused = Refused(Reason.COULD_BE_CHANCE, needed=0.05, had=p)
    assert f"By chance this much structure {words}" in text(grouping(refused, chance=p))


@pytest.mark.parametrize(
    ("stability", "words"), [(0.99, "hardly anything changes"), (0.8, "little"), (-0.2, "much")]
)
def test_stability_is_told_in_words_beside_its_number(stability: float, words: str) -> None:
    assert words in text(grouping(stability=stability))
    assert "−" not in text(grouping(stability=stability)).split("How sure")[1]


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        (Refused(Reason.TOO_FEW_PEOPLE, 12, 4), "Groups take 12 people"),
        (Refused(Reason.NO_VARIATION, 2, 1), "Everybody weighs alike"),
        (Refused(Reason.SMALL_CELL, 5, 3), "A group would have 3 people."),
        (Refused(Reason.UNSTABLE, 0.75, 0.5), "who happens to be here"),
        (Refused(Reason.NOT_RUN, 1, 0), "not worked out"),
    ],
)
def test_every_reason_has_plain_words(refused: Refused, words: str) -> None:
    assert words in text(grouping(refused))


def test_nobody_is_divided_below_twelve() -> None:
    assert "No groups yet" in text(Refused(Reason.TOO_FEW_PEOPLE, 12, 4))


def test_a_group_that_nothing_sets_apart_says_so() -> None:
    group = OpinionGroup(6, ())
    found = text(grouping(groups=(group, group), others=1))
    assert "Group B: 6 people" in found
    assert "Nothing sets it clearly apart." in found
    assert "1 person is in no group" in found


@pytest.mark.parametrize("scheme", ["scale", "budget", "quadratic"])
def test_what_much_means_is_said_for_every_scheme(scheme: Scheme) -> None:
    words = group_readings(grouping(), Assembly(1, scheme=scheme).debate, EN)
    assert any("Much (+) is" in each.text for each in words)


def test_arguments_are_named_with_their_side_and_number() -> None:
    assembly = Assembly(16)
    assembly.weigh(assembly.argue(12), camps)
    found = grouping_finding(assembly.debate, assembly.motion)
    assert isinstance(found, Grouping)
    lines = plain_lines(group_readings(found, assembly.debate, EN))
    assert "- + ▲ 5. “Claim 4 about alpha” (16 of 16)" in lines
    assert any(line.startswith("- − ▼ ") for line in lines)
    assert plane_reading(found, EN) == "Near is alike. Right: more weight for ▲."
    assert plane_reading(grouping(), EN).endswith("mean nothing.")


def test_a_hidden_argument_is_never_quoted() -> None:
    assembly = Assembly(1)
    name = assembly.argue(1)[0]
    assembly.do(0, c.HideArgument(name, "Insulting"))
    assert quoted(assembly.debate, name, EN) == "an argument that is hidden"
    assert quoted(assembly.debate, "nothing", EN) == "an argument that is hidden"


def test_a_long_claim_is_shortened_on_one_line() -> None:
    assert shortened("one\ntwo") == "one two"
    assert len(shortened("word " * 60)) <= LONGEST


# Coherence ---------------------------------------------------------------------------------------


def told(found: Coherence | Refused) -> str:
    return "\n".join(each.text for each in coherence_readings(found, EN))


def test_an_index_stands_beside_what_chance_gives() -> None:
    found = told(Coherence("sliders", 3, 8, Pending("opening", 4), INDEX, is_paired=False))
    assert "From stances on 3 motions and the weights of 8 arguments." in found
    assert "The opening ballots are still sealed: 4 are cast." in found
    assert "Index +0.41, among 9 people" in found
    assert "By chance it is −0.40 on average, and above +0.10 1 time in 20." in found
    assert "That is more than chance gives." in found
    assert "1 person is left out" in found
    assert "From beginning to end" not in found


def test_an_index_like_chance_says_nothing() -> None:
    noise = Index(9, 0, 0.0, 0.2, Null(0.0, 0.3, 0.4))
    found = told(Coherence("options", 4, 8, noise, INDEX, is_paired=True))
    assert "no more than chance gives" in found
    assert "The index changed by +0.41." in found


def test_too_few_options_are_told() -> None:
    assert "a ranking of 3 options" in told(Refused(Reason.TOO_FEW_ITEMS, 3, 1))
    few = Refused(Reason.TOO_FEW_PEOPLE, 8, 5)
    assert "takes 8" in told(Coherence("motions", 3, 6, few, few, is_paired=True))
