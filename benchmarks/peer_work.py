"""What the peers do, in their own environment: one JSON question a line, one JSON answer a line.

What it takes to make a graph in the peer's own form is told apart from what it takes to solve it.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

Work = tuple[Callable[[], Any], Callable[[Any], Any]]
"""What is timed, and how its result is made into plain values."""


def uncertainpy_strengths(matter: dict[str, Any]) -> Work:
    """Quadratic Energy in topological order, by Uncertainpy."""
    gradual = import_module("uncertainpy.gradual")
    modular = import_module("uncertainpy.gradual.semantics.modular")
    bag = gradual.BAG()
    nodes = {name: gradual.Argument(name, float(base)) for name, base in matter["bases"].items()}
    bag.arguments.update(nodes)
    for source, target, sign in matter["relations"]:
        add = bag.add_support if sign > 0 else bag.add_attack
        add(nodes[source], nodes[target])
    total, influence = modular.SumAggregation(), modular.QuadraticMaximumInfluence(1)
    return (
        lambda: gradual.computeStrengthValues(bag, total, influence),
        lambda found: {argument.name: strength for argument, strength in found.items()},
    )


def _weighted(matter: dict[str, Any]) -> Any:
    """Return a graph as formal-argumentation has it."""
    gradual = import_module("argumentation.gradual.gradual")
    relations = matter["relations"]
    return gradual.WeightedBipolarGraph(
        frozenset(matter["bases"]),
        matter["bases"],
        frozenset((source, target) for source, target, sign in relations if sign < 0),
        frozenset((source, target) for source, target, sign in relations if sign > 0),
    )


def formal_dfquad(matter: dict[str, Any]) -> Work:
    """DF-QuAD in topological order, by formal-argumentation."""
    graph, dfquad = _weighted(matter), import_module("argumentation.gradual.dfquad")
    return lambda: dfquad.dfquad_strengths(graph), lambda found: found.strengths


def formal_energy(matter: dict[str, Any]) -> Work:
    """Quadratic Energy by fixed-point iteration, by formal-argumentation."""
    graph, gradual = _weighted(matter), import_module("argumentation.gradual.gradual")
    solve = gradual.quadratic_energy_strengths_discrete
    return lambda: solve(graph), lambda found: found.strengths


def formal_shares(matter: dict[str, Any]) -> Work:
    """Shapley shares of the attacks on the topic, by formal-argumentation."""
    graph, gradual = _weighted(matter), import_module("argumentation.gradual.gradual")
    return (
        lambda: gradual.shapley_attack_impacts(graph, target=matter["topic"]),
        lambda found: {pair[0]: value for pair, value in found.attack_impacts.items()},
    )


def formal_removals(matter: dict[str, Any]) -> Work:
    """What the topic would gain without each attack on it, by formal-argumentation."""
    sensitivity = import_module("argumentation.gradual.sensitivity").attack_removal_sensitivity
    framework = import_module("argumentation.core.dung").ArgumentationFramework(
        arguments=frozenset(matter["bases"]),
        defeats=frozenset((a, b) for a, b, sign in matter["relations"] if sign < 0),
    )
    supports = {(a, b): 1.0 for a, b, sign in matter["relations"] if sign > 0}
    attacks = [(a, b) for a, b in framework.defeats if b == matter["topic"]]
    return (
        lambda: {a: sensitivity(framework, supports, matter["bases"], (a, b)) for a, b in attacks},
        lambda found: found,
    )


def red_dwarf_groups(matter: dict[str, Any]) -> Work:
    """Opinion groups as in Polis, by red-dwarf; `k` forces their number."""
    polis = import_module("reddwarf.implementations.polis")
    votes = [
        {"participant_id": person, "statement_id": statement, "vote": vote, "modified": 0}
        for statement, person, vote in matter["votes"]
    ]
    return (
        lambda: polis.run_pipeline(
            votes=votes,
            mod_out_statement_ids=matter["rejected"],
            force_group_count=matter["k"],
            random_state=0,
        ),
        lambda found: {
            str(person): int(group)
            for person, group in found.participants_df["cluster_id"].dropna().items()
        },
    )


ACTS: dict[str, Callable[[dict[str, Any]], Work]] = {
    work.__name__: work
    for work in (
        uncertainpy_strengths,
        formal_dfquad,
        formal_energy,
        formal_shares,
        formal_removals,
        red_dwarf_groups,
    )
}


def answered(question: dict[str, Any]) -> dict[str, Any]:
    """Do one act; a fault of a peer is an answer too."""
    try:
        prepare = ACTS[question["act"]]
        prepare(question["matter"])  # imports are not timed
        begun = time.process_time()
        act, plain = prepare(question["matter"])
        made = time.process_time()
        found = act()
        done = time.process_time()
        return {"made": made - begun, "solved": done - made, "result": plain(found)}
    except Exception as fault:  # noqa: BLE001  whatever a peer raises is to be told, not to end this
        return {"fault": f"{type(fault).__name__}: {fault}"[:200]}


def main() -> None:
    """Answer until nobody asks any more; what a peer prints goes to standard error."""
    sys.path.insert(0, os.path.abspath(sys.argv[1]))  # noqa: PTH100  no import before the timing
    for line in sys.stdin:
        with contextlib.redirect_stdout(sys.stderr):
            answer = answered(json.loads(line))
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
