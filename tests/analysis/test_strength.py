"""Laws of the gradual semantics, and the hard graphs by name."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.analysis.graph import ATTACKS, SUPPORTS, ArgumentGraph, Relation, Undercut
from debate.analysis.semantics import (
    DF_QUAD,
    EULER_BASED,
    H_CATEGORIZER,
    MLP_BASED,
    QUADRATIC_ENERGY,
    SEMANTICS,
    SQUARED_DF_QUAD,
    Semantics,
)
from debate.analysis.strength import MOST_STEPS, Strengths, strengths
from tests.analysis.graphs import ALL, BIPOLAR, bipolar, graphs, signs, trees, units

CLOSE = 1e-7
"""How far two fixed points may be apart that stopped at a residual of 1e-9."""


def strength(graph: ArgumentGraph, semantics: Semantics = QUADRATIC_ENERGY) -> float:
    """Return the strength of the motion `m`."""
    return strengths(graph, semantics).by_argument["m"]


# ------------------------------------------------------------------------------ laws


@given(graphs(), bipolar, st.sampled_from([0.1, 1 / 3, 1.0, 3.0]))
def test_strengths_lie_in_the_unit(
    graph: ArgumentGraph, semantics: Semantics, kappa: float
) -> None:
    found = strengths(graph, semantics.with_kappa(kappa))
    assert all(0.0 <= each <= 1.0 for each in found.by_argument.values())
    assert all(0.0 <= each <= 1.0 for each in found.relevance.values())


@given(graphs(), bipolar, st.randoms())
def test_the_order_of_arrival_changes_not_one_bit(
    graph: ArgumentGraph, semantics: Semantics, chance: Random
) -> None:
    bases, relations = list(graph.bases.items()), list(graph.relations)
    undercuts = list(graph.undercuts)
    for entries in (bases, relations, undercuts):
        chance.shuffle(entries)
    shuffled = ArgumentGraph(dict(bases), tuple(relations), tuple(undercuts))
    expected, found = strengths(graph, semantics), strengths(shuffled, semantics)
    assert found.by_argument == expected.by_argument
    assert found.relevance == expected.relevance


@given(graphs(), bipolar)
def test_other_names_change_nothing(graph: ArgumentGraph, semantics: Semantics) -> None:
    renamed = ArgumentGraph(
        {f"x{name}": base for name, base in graph.bases.items()},
        tuple(Relation(f"x{r.source}", f"x{r.target}", r.sign, r.weight) for r in graph.relations),
        tuple(Undercut(f"x{u.source}", f"x{u.bearer}", u.weight) for u in graph.undercuts),
    )
    found = strengths(renamed, semantics).by_argument
    expected = strengths(graph, semantics).by_argument
    assert found == {f"x{name}": value for name, value in expected.items()}


@given(graphs(), bipolar)
def test_strengths_are_at_rest_or_say_that_they_are_not(
    graph: ArgumentGraph, semantics: Semantics
) -> None:
    found = strengths(graph, semantics)
    assert found.is_settled or found.steps == MOST_STEPS
    assert bool(found.cyclic) or (found.steps, found.residual) == (0, 0.0)


@given(st.lists(st.tuples(units, units, signs), max_size=8), units)
def test_quadratic_energy_is_symmetric_between_for_and_against(
    replies: list[tuple[float, float, int]], base: float
) -> None:
    """Duality: turning every sign and the motion's base score turns its strength."""
    bases = {f"a{index}": score for index, (score, _, _) in enumerate(replies)}
    edges = [(f"a{i}", "m", sign, weight) for i, (_, weight, sign) in enumerate(replies)]
    turned = [(source, target, -sign, weight) for source, target, sign, weight in edges]
    straight = strength(ArgumentGraph.of({**bases, "m": base}, edges))
    mirrored = strength(ArgumentGraph.of({**bases, "m": 1.0 - base}, turned))
    assert straight == pytest.approx(1.0 - mirrored, abs=1e-9)


@given(trees(), bipolar, units)
def test_more_support_never_weakens(
    graph: ArgumentGraph, semantics: Semantics, base: float
) -> None:
    before = strengths(graph, semantics).by_argument["0"]
    supported = graph.with_argument("new", base, [Relation("new", "0", SUPPORTS)])
    attacked = graph.with_argument("new", base, [Relation("new", "0", ATTACKS)])
    assert strengths(supported, semantics).by_argument["0"] >= before - 1e-11
    assert strengths(attacked, semantics).by_argument["0"] <= before + 1e-11


@given(trees(), bipolar)
def test_an_argument_without_replies_keeps_its_base_score(
    graph: ArgumentGraph, semantics: Semantics
) -> None:
    found = strengths(graph, semantics).by_argument
    told = {relation.target for relation in graph.relations}
    assert all(found[name] == base for name, base in graph.bases.items() if name not in told)


# -------------------------------------------------------------------------- examples


@pytest.mark.parametrize(
    ("semantics", "expected"),
    [(QUADRATIC_ENERGY, 0.6), (DF_QUAD, 0.63), (EULER_BASED, 0.58890), (MLP_BASED, 0.62246)],
)
def test_two_for_and_one_against_as_published(semantics: Semantics, expected: float) -> None:
    graph = ArgumentGraph.of(
        {"m": 0.5, "p1": 0.8, "p2": 0.3, "c": 0.6},
        [("p1", "m", 1), ("p2", "m", 1), ("c", "m", -1)],
    )
    assert strength(graph, semantics) == pytest.approx(expected, abs=5e-6)


def test_squared_df_quad_joins_as_df_quad_and_moves_as_quadratic_energy() -> None:
    graph = ArgumentGraph.of({"m": 0.5, "a": 0.5, "b": 0.5}, [("a", "m", 1), ("b", "m", 1)])
    assert strength(graph, SQUARED_DF_QUAD) == pytest.approx(0.5 + 0.5 * 0.5625 / 1.5625)


def test_a_thousand_certain_arguments_leave_every_semantics_in_the_unit() -> None:
    bases = {"m": 0.5, "z": 0.0, "e": 1.0} | {f"a{index}": 1.0 for index in range(1000)}
    for semantics in ALL:
        for sign in (SUPPORTS, ATTACKS) if semantics.has_support else (ATTACKS,):
            edges = [(f"a{i}", motion, sign) for i in range(1000) for motion in ("m", "z", "e")]
            found = strengths(ArgumentGraph.of(bases, edges), semantics).by_argument
            assert all(0.0 <= found[motion] <= 1.0 for motion in ("m", "z", "e"))


@pytest.mark.parametrize("semantics", BIPOLAR, ids=lambda each: each.name)
def test_kappa_makes_every_semantics_more_cautious(semantics: Semantics) -> None:
    graph = ArgumentGraph.of({"m": 0.5, "a": 0.8}, [("a", "m", 1)])
    cautious = strength(graph, semantics.with_kappa(3.0))
    assert 0.5 < cautious < strength(graph, semantics)


def test_a_budget_reaches_further_with_a_kappa_of_one_third() -> None:
    graph = ArgumentGraph.of({"m": 0.5, "a": 1.0}, [("a", "m", 1)])
    assert strength(graph) == 0.75
    assert strength(graph, QUADRATIC_ENERGY.with_kappa(1 / 3)) == pytest.approx(0.95)


@pytest.mark.parametrize("kappa", [0.0, -1.0, float("nan")])
def test_a_kappa_that_is_not_above_zero_is_refused(kappa: float) -> None:
    with pytest.raises(ValueError, match="kappa"):
        QUADRATIC_ENERGY.with_kappa(kappa)


def test_the_h_categorizer_is_for_attacks_alone() -> None:
    graph = ArgumentGraph.of({"m": 1.0, "a": 0.5}, [("a", "m", -1)])
    assert strength(graph, H_CATEGORIZER) == pytest.approx(1.0 / 1.5)
    with pytest.raises(ValueError, match="attacks alone"):
        strengths(ArgumentGraph.of({"m": 1.0, "a": 0.5}, [("a", "m", 1)]), H_CATEGORIZER)


def test_every_semantics_is_found_by_its_code() -> None:
    assert tuple(SEMANTICS.values()) == tuple(SEMANTICS[each.name] for each in SEMANTICS.values())
    assert set(SEMANTICS.values()) == set(ALL)


# -------------------------------------------------------------------------- undercuts


def undercut(weight: float = 1.0) -> ArgumentGraph:
    """Return a pro of .8 whose relevance an undercutter of .6 denies."""
    return ArgumentGraph(
        {"m": 0.5, "p": 0.8, "u": 0.6},
        (Relation("p", "m", SUPPORTS),),
        (Undercut("u", "p", weight),),
    )


def test_an_undercut_weakens_the_relation_and_leaves_the_argument_alone() -> None:
    found = strengths(undercut())
    relevance = 1.0 / 1.36
    assert found.by_argument["p"] == 0.8
    assert found.relevance == {"p": pytest.approx(relevance)}
    energy = 0.8 * relevance
    assert found.by_argument["m"] == pytest.approx(0.5 + 0.5 * energy**2 / (1 + energy**2))


@pytest.mark.parametrize("semantics", BIPOLAR, ids=lambda each: each.name)
def test_an_undercut_counts_under_every_semantics(semantics: Semantics) -> None:
    open_relation = strength(undercut(weight=0.0), semantics)
    assert 0.5 < strength(undercut(), semantics) < open_relation


def test_an_attack_on_the_undercutter_restores_the_relation() -> None:
    restored = undercut().with_argument("r", 1.0, [Relation("r", "u", ATTACKS)])
    assert strength(undercut()) < strength(restored) < strength(undercut(weight=0.0))


def test_an_undercut_of_the_undercut_restores_the_relation_too() -> None:
    restored = undercut().with_argument("v", 1.0, undercuts=[Undercut("v", "u")])
    found = strengths(restored)
    assert found.by_argument["u"] == 0.6
    assert found.relevance["u"] == 0.5
    assert strength(undercut()) < found.by_argument["m"]


def test_a_circle_through_an_undercut_settles() -> None:
    circle = ArgumentGraph.of(
        {"m": 0.5, "a": 0.9, "u": 0.8}, [("a", "m", 1), ("a", "u", -1)], [("u", "a")]
    )
    found = strengths(circle)
    assert found.cyclic == {"a", "u"}
    assert found.is_settled
    assert found.relevance["a"] == pytest.approx(1 / (1 + found.by_argument["u"] ** 2), abs=CLOSE)


# ----------------------------------------------------------------------------- cycles


def certain_attackers(count: int, base: float) -> ArgumentGraph:
    """Return arguments that all attack each other."""
    names = [f"a{index}" for index in range(count)]
    edges = [(one, other, -1) for one in names for other in names if one != other]
    return ArgumentGraph.of(dict.fromkeys(names, base), edges)


def settled(graph: ArgumentGraph, semantics: Semantics) -> Strengths:
    """Return strengths that must have come to rest."""
    found = strengths(graph, semantics)
    assert found.is_settled
    assert found.steps <= 216
    return found


def test_a_mutual_attack_converges_to_one_half() -> None:
    found = settled(certain_attackers(2, 1.0), DF_QUAD)
    assert found.by_argument == pytest.approx({"a0": 0.5, "a1": 0.5}, abs=CLOSE)
    assert found.cyclic == {"a0", "a1"}


def test_a_self_attack_of_a_certain_argument_converges() -> None:
    graph = ArgumentGraph.of({"m": 1.0}, [("m", "m", -1)])
    found = settled(graph, QUADRATIC_ENERGY)
    assert found.by_argument["m"] == pytest.approx(0.682328, abs=1e-6)


@pytest.mark.parametrize("semantics", BIPOLAR, ids=lambda each: each.name)
def test_ten_mutual_attackers_converge_to_one_strength(semantics: Semantics) -> None:
    found = settled(certain_attackers(10, 0.95), semantics)
    values = list(found.by_argument.values())
    assert max(values) - min(values) < CLOSE


@pytest.mark.parametrize("semantics", BIPOLAR, ids=lambda each: each.name)
def test_a_circle_of_three_certain_attackers_converges(semantics: Semantics) -> None:
    graph = ArgumentGraph.of(
        {"a": 1.0, "b": 1.0, "c": 1.0}, [("a", "b", -1), ("b", "c", -1), ("c", "a", -1)]
    )
    assert settled(graph, semantics).cyclic == {"a", "b", "c"}


def test_two_blocs_that_attack_each_other_converge() -> None:
    left, right = ([f"{side}{index}" for index in range(8)] for side in "lr")
    edges = [(a, b, -1) for a in left for b in right] + [(b, a, -1) for a in left for b in right]
    graph = ArgumentGraph.of({**dict.fromkeys(left, 0.9), **dict.fromkeys(right, 0.8)}, edges)
    settled(graph, QUADRATIC_ENERGY)


def test_only_the_arguments_on_the_cycle_are_named() -> None:
    graph = ArgumentGraph.of(
        {"m": 0.5, "a": 0.5, "b": 0.5, "leaf": 0.5},
        [("a", "b", -1), ("b", "a", -1), ("b", "m", 1), ("leaf", "a", 1)],
    )
    assert strengths(graph).cyclic == {"a", "b"}


def test_a_search_that_does_not_end_says_how_far_off_it_is() -> None:
    found = strengths(certain_attackers(60, 1.0), DF_QUAD)
    assert found.steps == MOST_STEPS
    assert not found.is_settled
    assert found.residual == pytest.approx(0.023, abs=0.001)
