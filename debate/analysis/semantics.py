"""The gradual semantics on offer: each a way to join replies and a way to let them move a score.

Quadratic Energy is the default: it is symmetric between for and against, every argument still
counts when there are many, and no score is beyond reach. DF-QuAD saturates (in flat debates of 20
arguments 97 % of its strengths lie within .01 of .5), Euler-based is kinder to support than to
attack, MLP-based never moves 0 and 1. The literature has no agreed h-categorizer for support, so
here it refuses graphs that have any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from debate.analysis.aggregation import Aggregation, Energy, Product
from debate.analysis.graph import SUPPORTS, ArgumentGraph
from debate.analysis.influence import (
    CATEGORIZER,
    EULER,
    LINEAR,
    LOGISTIC,
    QUADRATIC,
    Influence,
)


@dataclass(frozen=True, slots=True)
class Semantics:
    """A gradual semantics: what turns base scores and relations into strengths.

    Raises:
        ValueError: If `kappa` is not above 0.
    """

    name: str
    """The code in charters and exports, as `qe`."""
    aggregation: Aggregation
    influence: Influence
    relevance: Influence
    """How undercutters move a relation from its base score 1."""
    has_support: bool = True
    """Whether it is defined for graphs with supports."""
    kappa: float = 1.0
    """Conservativeness (Potyka 2018, KR): totals are divided by it: above 1, replies move less."""

    def __post_init__(self) -> None:
        """Refuse a conservativeness that turns replies round."""
        if not self.kappa > 0.0:
            raise ValueError(f"kappa is {self.kappa}, not above 0")

    def with_kappa(self, kappa: float) -> Semantics:
        """Return the same semantics, more cautious for a `kappa` above 1, bolder below it."""
        return replace(self, kappa=kappa)

    def require(self, graph: ArgumentGraph) -> None:
        """Raise ValueError when the semantics is not defined for this graph."""
        if not self.has_support and any(each.sign == SUPPORTS for each in graph.relations):
            raise ValueError(f"the semantics {self.name!r} is for attacks alone")


QUADRATIC_ENERGY = Semantics("qe", Energy(), QUADRATIC, QUADRATIC)
"""Potyka 2018, *Continuous dynamical systems for weighted bipolar argumentation*, KR."""
DF_QUAD = Semantics("dfquad", Product(), LINEAR, LINEAR)
"""Rago, Toni, Aurisicchio, Baroni 2016, *Discontinuity-free decision support with QuAD*, KR."""
SQUARED_DF_QUAD = Semantics("squared_dfquad", Product(), QUADRATIC, QUADRATIC)
"""Potyka 2019, *Extending modular semantics for bipolar weighted argumentation*, AAMAS."""
EULER_BASED = Semantics("euler", Energy(), EULER, QUADRATIC)
"""Amgoud and Ben-Naim 2018, *Evaluation of arguments in weighted bipolar graphs*, IJAR.

Its influence cannot move a base score of 1, so undercuts use that of Quadratic Energy."""
MLP_BASED = Semantics("mlp", Energy(), LOGISTIC, QUADRATIC)
"""Potyka 2021, *Interpreting neural networks as quantitative argumentation frameworks*, AAAI.

Its influence cannot move a base score of 1, so undercuts use that of Quadratic Energy."""
H_CATEGORIZER = Semantics("hcat", Energy(), CATEGORIZER, CATEGORIZER, has_support=False)
"""Besnard and Hunter 2001, *A logic-based theory of deductive arguments*; attacks alone."""

SEMANTICS: Mapping[str, Semantics] = MappingProxyType(
    {
        each.name: each
        for each in (
            QUADRATIC_ENERGY,
            DF_QUAD,
            SQUARED_DF_QUAD,
            EULER_BASED,
            MLP_BASED,
            H_CATEGORIZER,
        )
    }
)
"""Every semantics by its code."""
