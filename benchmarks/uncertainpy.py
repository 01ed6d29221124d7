"""The same graph worked out by Uncertainpy in this very process, once `make bench-peers` has fetched it.

Its parts are imported one by one: the package as a whole would bring a plotting library.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

from benchmarks.peer_room import FOLDER
from debate.analysis.graph import ATTACKS, ArgumentGraph

SOURCE = FOLDER / "uncertainpy" / "src" / "uncertainpy"
_NAME = "uncertainpy_gradual"


def solver(graph: ArgumentGraph) -> Callable[[], Mapping[Any, float]] | None:
    """Return what works a graph out by Quadratic Energy, its graph already built; None without it."""
    if not SOURCE.is_dir():
        return None
    for name, folder in ((_NAME, "gradual"), (f"{_NAME}.modular", "gradual/semantics/modular")):
        package = ModuleType(name)
        package.__path__ = [str(SOURCE / folder)]
        sys.modules[name] = package
    add = import_module(f"{_NAME}.modular.SumAggregation").SumAggregation()
    influence = import_module(f"{_NAME}.modular.QuadraticMaximumInfluence")
    solve = import_module(f"{_NAME}.algorithms.Acyclic").computeStrengthValues
    return partial(solve, _bag(graph), add, influence.QuadraticMaximumInfluence(1))


def _bag(graph: ArgumentGraph) -> Any:
    """Return a graph as theirs."""
    argument = import_module(f"{_NAME}.Argument").Argument
    bag = import_module(f"{_NAME}.BAG").BAG()
    bag.arguments = {name: argument(name, base) for name, base in graph.bases.items()}
    for each in graph.relations:
        ends = bag.arguments[each.source], bag.arguments[each.target]
        (bag.add_attack if each.sign == ATTACKS else bag.add_support)(*ends)
    return bag
