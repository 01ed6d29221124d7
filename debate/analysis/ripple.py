"""How one change travels through a graph without cycles: upwards, and no further than it matters.

A `Network` keeps the energy, strength and signal at every place. A walk from the place that changes
visits each place above it once, after everything below that place, and collects a `Ripple`: what
the change alters. A ripple can be kept, or read and thrown away.

With an additive semantics one step costs the same whatever the number of siblings, since an energy
gains the difference of two contributions and the grid keeps that exact; with a product semantics
the siblings are multiplied again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush

from debate.analysis.aggregation import contribution
from debate.analysis.bonds import Link
from debate.analysis.semantics import Semantics
from debate.analysis.strength import settle
from debate.analysis.wiring import Wiring


@dataclass(slots=True)
class Ripple:
    """What one change alters, by place; every place it reaches has an energy here."""

    energies: dict[int, float] = field(default_factory=dict)
    strengths: dict[int, float] = field(default_factory=dict)
    signals: dict[int, float] = field(default_factory=dict)


class Network:
    """The strengths of a graph without cycles, and all that is needed to change one."""

    def __init__(self, wiring: Wiring, semantics: Semantics) -> None:
        settled = settle(wiring, semantics)
        self._total = semantics.aggregation.total
        self._is_additive = semantics.aggregation.is_additive
        self._influence = semantics.influence.strength
        self._relevance = semantics.relevance.strength
        self._kappa = semantics.kappa
        self._bases = list(wiring.bases)
        self.strengths = settled.strengths
        """The strength at each place."""
        self._signals = settled.signals()
        self._incoming = [list(links) for links in wiring.incoming]
        self._outgoing: list[list[Link]] = [[] for _ in self._bases]
        for place, links in enumerate(self._incoming):
            for source, weight in links:
                self._outgoing[source].append((place, weight))
        self._denials = {place: list(links) for place, links in wiring.denials.items()}
        self._denied: dict[int, list[int]] = {}
        for place, links in self._denials.items():
            for source, _ in links:
                self._denied.setdefault(source, []).append(place)
        self._energies = [self._energy(links, Ripple()) for links in self._incoming]
        self._ranks = list(range(len(self._bases)))
        """Every place ranks above those it depends on; later ones go below all others."""

    def append(self, base: float) -> int:
        """Add a place that bears on nothing yet, and return it."""
        place = len(self._bases)
        self._bases.append(base)
        self.strengths.append(base)
        self._signals.append(0.0)
        self._energies.append(0.0)
        self._incoming.append([])
        self._outgoing.append([])
        self._ranks.append(-place)
        return place

    def connect(self, source: int, target: int, weight: float) -> None:
        """Let a place that was just appended support or attack another one, still silently."""
        self._incoming[target].append((source, weight))
        self._outgoing[source].append((target, weight))

    def deny(self, source: int, bearer: int, weight: float) -> None:
        """Let a place that was just appended undercut another one, still silently."""
        self._denials.setdefault(bearer, []).append((source, weight))
        self._denied.setdefault(source, []).append(bearer)

    def ripple(self, start: int, base: float, *, is_muted: bool = False) -> Ripple:
        """Return what changes when one place gets another base score, or says nothing any more."""
        ripple = Ripple()
        waiting: list[tuple[int, int]] = []
        self._visit(start, base, ripple)
        if is_muted:
            ripple.signals[start] = 0.0
        self._pass_on(start, ripple, waiting)
        while waiting:
            _, place = heappop(waiting)
            self._visit(place, self._bases[place], ripple)
            self._pass_on(place, ripple, waiting)
        return ripple

    def keep(self, start: int, base: float) -> None:
        """Give one place another base score for good."""
        ripple = self.ripple(start, base)
        self._bases[start] = base
        for kept, changed in (
            (self._energies, ripple.energies),
            (self.strengths, ripple.strengths),
            (self._signals, ripple.signals),
        ):
            for place, value in changed.items():
                kept[place] = value

    def _visit(self, place: int, base: float, ripple: Ripple) -> None:
        """Compute one place from what the ripple brought there."""
        strength = base
        links = self._incoming[place]
        if links:
            if self._is_additive:
                energy = ripple.energies.get(place, self._energies[place])
            else:
                energy = self._energy(links, ripple)
            strength = self._influence(base, energy / self._kappa)
        ripple.strengths[place] = ripple.signals[place] = strength
        if place in self._denials:
            doubt = self._energy(self._denials[place], ripple) / self._kappa
            ripple.signals[place] *= self._relevance(1.0, doubt)

    def _pass_on(self, place: int, ripple: Ripple, waiting: list[tuple[int, int]]) -> None:
        """Carry a changed signal to the places it bears on, which then wait for their visit."""
        before, after = self._signals[place], ripple.signals[place]
        if before == after:
            return
        energies = ripple.energies
        for target, weight in self._outgoing[place]:
            change = contribution(weight, after) - contribution(weight, before)
            if target in energies:
                energies[target] += change
            else:
                energies[target] = self._energies[target] + change
                heappush(waiting, (self._ranks[target], target))
        for bearer in self._denied.get(place, ()):
            if bearer not in energies:
                energies[bearer] = self._energies[bearer]
                heappush(waiting, (self._ranks[bearer], bearer))

    def _energy(self, links: list[Link], ripple: Ripple) -> float:
        """Return the total of some links, where the ripple's signals go before the kept ones."""
        changed, kept = ripple.signals, self._signals
        return self._total(
            [
                contribution(weight, changed[source] if source in changed else kept[source])
                for source, weight in links
            ]
        )
