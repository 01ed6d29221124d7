"""What one argument did to the motion: the answer to "what if it had not been said?".

*Removal* takes an argument out with everything that acts only through it and looks at the motion
again: "without it and its replies the motion stands at 0.46". It is true as a sentence, and that is
why it is the figure beside an argument; the figures of several arguments do not add up (for shares
that do, see `debate.analysis.shapley`). No contribution function has every property one would wish
(Kampik, Potyka, Yin, Cyras, Toni 2024, *Contribution functions for quantitative bipolar
argumentation graphs*, IJAR).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from debate.analysis.graph import ArgumentGraph
from debate.analysis.incremental import LiveStrengths


@dataclass(frozen=True, slots=True)
class Removal:
    """What one argument did to the topic."""

    without: float
    """The strength of the topic without the argument and its replies, in [0, 1]."""
    moved: float
    """By how much the argument moves the topic: strength minus `without`, in [-1, 1]."""


def removal(live: LiveStrengths, argument: str, topic: str) -> Removal:
    """Return what the topic would be without one argument.

    Costs the path from the argument to the topic, or on a graph with cycles a fixed point.

    Raises:
        ValueError: If the argument or the topic is not there, or they are the same.
    """
    without = live.without(argument, topic)
    return Removal(without, live.strength(topic) - without)


def removals(live: LiveStrengths, topic: str) -> dict[str, Removal]:
    """Return the removal of every argument that can reach the topic, and of no other.

    On a graph without cycles each costs its own path to the topic, so that a tree of a thousand
    arguments takes a few milliseconds; with cycles each costs a fixed point.

    Raises:
        ValueError: If the topic is not in the graph.
    """
    return {
        argument: removal(live, argument, topic) for argument in bearing_on(live.graph(), topic)
    }


def bearing_on(graph: ArgumentGraph, topic: str) -> list[str]:
    """Return the arguments from which a path of relations or undercuts leads to the topic.

    The topic itself is left out. They stand in the order of the graph.

    Raises:
        ValueError: If the topic is not in the graph.
    """
    graph.require(topic)
    below = _replies(graph)
    met, waiting = {topic}, [topic]
    while waiting:
        fresh = [each for each in below.get(waiting.pop(), ()) if each not in met]
        met.update(fresh)
        waiting += fresh
    return [argument for argument in graph.bases if argument in met and argument != topic]


def _replies(graph: ArgumentGraph) -> Mapping[str, list[str]]:
    """Return per argument who supports, attacks or undercuts it."""
    replies: dict[str, list[str]] = {}
    for relation in graph.relations:
        replies.setdefault(relation.target, []).append(relation.source)
    for denial in graph.undercuts:
        replies.setdefault(denial.bearer, []).append(denial.source)
    return replies
