"""Strengths, attribution and opinion groups beside comparable programs: `make bench-peers`.

Each line is a ratio of processor times within one run, the programs taking turns: of the work alone,
and with the making of the graph (its order, which Uncertainpy makes while it solves, we make before).
Then how far the answers are apart. Budgets: strengths 1.0 from scratch, groups 0.1.

`--polis FOLDER` names exported conversations, `--uncertainpy SOURCE` a place to clone Uncertainpy
from. The program keeps numpy to one thread, the peers come as they are; `--one-thread` keeps them to one
too. A peer that cannot be had is named as absent.
"""

from __future__ import annotations

import os
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from benchmarks.conversations import Talk, talks
from benchmarks.peer_room import UNCERTAINPY, Measured, Missing, Peers, peers_at_work
from benchmarks.strengths import tree
from debate.analysis.acceleration import is_worthwhile
from debate.analysis.attribution import removal
from debate.analysis.graph import ATTACKS, ArgumentGraph, Relation
from debate.analysis.groups import Groups, Method, find_groups
from debate.analysis.incremental import LiveStrengths
from debate.analysis.partition import adjusted_rand_index
from debate.analysis.semantics import DF_QUAD, QUADRATIC_ENERGY, Semantics
from debate.analysis.shapley import shares
from debate.analysis.strength import settle
from debate.analysis.wiring import Wiring, wire
from debate.cli.main import ONE_THREAD

SIZES = (10, 100, 1_000, 10_000)
ROUNDS = 5
TOPIC = "0"
ATTACKERS = 4
"""So few, as the peer solves the graph anew for each coalition of the others of each attacker."""
REMOVED = 100
Matter = TypeVar("Matter")


def measured(make: Callable[[], Matter], solve: Callable[[Matter], Any]) -> Measured:
    """Return the processor time of our own work, and its result."""
    begun = time.process_time()
    matter = make()
    made = time.process_time()
    result = solve(matter)
    return Measured(made - begun, time.process_time() - made, result)


@dataclass(frozen=True)
class Turns:
    """The same work by both programs, in turn."""

    ours: Sequence[Measured]
    theirs: Sequence[Measured]

    def __str__(self) -> str:
        """Say what the work took, alone and with the making of its matter."""
        ours, theirs = (median(each.solved for each in side) for side in (self.ours, self.theirs))
        whole, whole_there = (
            median(each.made + each.solved for each in side) for side in (self.ours, self.theirs)
        )
        return (
            f"ratio {ours / theirs:.3f} ({1000 * ours:.2f} ms, {1000 * theirs:.2f} ms), from "
            f"scratch {whole / whole_there:.3f} ({1000 * whole:.2f} ms, {1000 * whole_there:.2f} ms)"
        )

    def apart(self) -> str:
        """Say by how much the answers differ at most, name by name."""
        ours, theirs = self.ours[-1].result, self.theirs[-1].result
        most = max(abs(ours[name] - value) for name, value in theirs.items())
        return f"at most {most:.0e} apart"


def in_turn(
    ours: Callable[[], Measured], theirs: Callable[[], Measured], rounds: int = ROUNDS
) -> Turns:
    """Let both do the same, as often."""
    pairs = [(theirs(), ours()) for _ in range(rounds)]
    return Turns([mine for _, mine in pairs], [yours for yours, _ in pairs])


def matter_of(graph: ArgumentGraph) -> dict[str, object]:
    """Return a graph as plain values."""
    relations = [(each.source, each.target, each.sign) for each in graph.relations]
    return {"bases": dict(graph.bases), "relations": relations, "topic": TOPIC}


def remade(graph: ArgumentGraph) -> ArgumentGraph:
    """Return the same graph made anew from plain values."""
    return ArgumentGraph(
        dict(graph.bases),
        tuple(Relation(each.source, each.target, each.sign) for each in graph.relations),
    )


def solved(wiring: Wiring, semantics: Semantics) -> dict[str, float]:
    """Return the strength of everything by its name."""
    return dict(zip(wiring.names, settle(wiring, semantics).strengths, strict=True))


def our_strengths(graph: ArgumentGraph, semantics: Semantics) -> Measured:
    """Return the strengths of everything in a graph."""
    return measured(lambda: wire(remade(graph)), lambda wiring: solved(wiring, semantics))


def compare_strengths(peers: Peers, peer: str, act: str, semantics: Semantics) -> None:
    """Compare the strengths of trees of each size."""
    for size in SIZES:
        graph = tree(size)
        turns = in_turn(
            partial(our_strengths, graph, semantics),
            partial(peers.measure, peer, act, matter_of(graph)),
        )
        print(f"{semantics.name} of {size:,} beside {peer}: {turns}; {turns.apart()}", flush=True)


def attacked(attackers: int) -> ArgumentGraph:
    """Return a topic with attackers alone, each of which has two replies."""
    names = [str(number) for number in range(1, 1 + 3 * attackers)]
    bases = {TOPIC: 0.5, **{name: (int(name) * 37 % 100) / 100 for name in names}}
    return ArgumentGraph(
        bases,
        tuple(
            Relation(name, TOPIC if place < attackers else names[place % attackers], ATTACKS)
            for place, name in enumerate(names)
        ),
    )


def compare_shares(peers: Peers) -> None:
    """Compare the shares of the attackers of a topic; an impact of an attack is minus its share."""
    graph = attacked(ATTACKERS)
    turns = in_turn(
        lambda: measured(
            lambda: remade(graph),
            lambda graph: {name: -share for name, share in shares(graph, TOPIC).items()},
        ),
        lambda: peers.measure("formal-argumentation", "formal_shares", matter_of(graph)),
        1,
    )
    print(f"shares of {ATTACKERS} attackers beside formal-argumentation: {turns}; {turns.apart()}")


def compare_removals(peers: Peers) -> None:
    """Compare what a topic would be without each attack on it, with the replies to it."""
    graph = attacked(REMOVED)
    attacks = [each.source for each in graph.relations if each.target == TOPIC]
    turns = in_turn(
        lambda: measured(
            lambda: LiveStrengths(remade(graph), DF_QUAD),
            lambda live: {name: -removal(live, name, TOPIC).moved for name in attacks},
        ),
        lambda: peers.measure("formal-argumentation", "formal_removals", matter_of(graph)),
    )
    what = f"removal of each of {REMOVED} attackers"
    print(f"{what} beside formal-argumentation: {turns}; {turns.apart()}")


def our_groups(talk: Talk) -> Measured:
    """Return the opinion groups of a conversation."""
    fast = is_worthwhile(talk.opinions.cells)
    return measured(
        lambda: talk.opinions, lambda table: find_groups(table, Method.POLIS, fast=fast)
    )


def compare_groups(peers: Peers, talk: Talk) -> None:
    """Compare the opinion groups of one conversation, with the number of groups found or forced."""
    size = f"{len(talk.opinions.people):,} x {len(talk.opinions.statements):,}"
    for k, said in ((None, "number found"), (2, "theirs forced to two")):
        matter = {"votes": talk.votes, "rejected": talk.rejected, "k": k}
        turns = in_turn(
            partial(our_groups, talk),
            partial(peers.measure, "red-dwarf", "red_dwarf_groups", matter),
            3,
        )
        alike = likeness(talk, turns.ours[-1].result, turns.theirs[-1].result)
        print(
            f"groups of {talk.name} ({size}), {said}, beside red-dwarf: {turns}; {alike}",
            flush=True,
        )


def likeness(talk: Talk, ours: Groups, theirs: Mapping[str, int]) -> str:
    """Say how like the given groups both answers are, by the adjusted Rand index."""
    people = talk.opinions.people
    mine = dict(zip((people[row] for row in ours.members), ours.labels, strict=True))
    found = []
    for answer in (mine, theirs):
        both = [person for person in answer if person in talk.groups]
        found.append(
            adjusted_rand_index(
                [answer[person] for person in both], [talk.groups[person] for person in both]
            )
        )
    return f"likeness to {talk.authority} {found[0]:.3f} and {found[1]:.3f}"


def comparisons(folder: Path | None) -> Iterator[Callable[[Peers], None]]:
    """Yield everything that is compared."""
    for peer, act, semantics in (
        ("Uncertainpy", "uncertainpy_strengths", QUADRATIC_ENERGY),
        ("formal-argumentation", "formal_energy", QUADRATIC_ENERGY),
        ("formal-argumentation", "formal_dfquad", DF_QUAD),
    ):
        yield partial(compare_strengths, peer=peer, act=act, semantics=semantics)
    yield compare_shares
    yield compare_removals
    for talk in talks(folder):
        yield partial(compare_groups, talk=talk)


def main() -> None:
    """Furnish the room of the peers and print every comparison that can be made."""
    parser = ArgumentParser(prog="make bench-peers ARGS=...", description=__doc__)
    default = os.environ.get("DEBATE_POLIS_DATA")
    parser.add_argument("--polis", type=Path, default=Path(default) if default else None)
    parser.add_argument("--uncertainpy", default=UNCERTAINPY)
    parser.add_argument(
        "--one-thread", action="store_true", help="keep the peers to one thread too"
    )
    args = parser.parse_args()
    os.environ.setdefault(*ONE_THREAD)
    print("Furnishing the room of the peers ...", flush=True)
    with peers_at_work(args.uncertainpy, has_one_thread=args.one_thread) as peers:
        for compare in comparisons(args.polis):
            try:
                compare(peers)
            except Missing as absent:
                print(f"absent: {absent}", flush=True)


if __name__ == "__main__":
    main()
