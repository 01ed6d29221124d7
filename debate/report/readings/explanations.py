"""What each figure is, how it is made, where it comes from, and when not to trust it.

Data with words: any screen, page or export can show the explanations of the figures it has. The
pages under `docs/understand` tell the same at length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.i18n.marks import N_
from debate.report.readings.said import Said

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to know about one figure; its texts are message ids."""

    title: str
    what: str
    formula: str
    """In the notation of the docs; its words are translated."""
    source: str
    """Author, year and title; the same in every language."""
    limits: str
    """When not to trust it."""


EXPLANATIONS: Mapping[str, Explanation] = {
    "groups": Explanation(
        N_("Opinion groups"),
        N_(
            "People who weigh the same arguments alike stand near one another; groups are clumps of "
            "such people. Nobody chose a group, and nobody is asked what they are."
        ),
        N_("(w − 5) / 5; two principal axes; k-means, k = 2 … 5 by the best silhouette"),
        "Small et al. 2021, Polis: scaling deliberation by mapping high dimensional opinion spaces",
        N_(
            "A clump is not a party: people may stand together for different reasons. Groups are "
            "found in noise too, so look at chance and stability before you use the word."
        ),
    ),
    "plane": Explanation(
        N_("The map"),
        N_(
            "A flat picture of how everybody weighs. Near means alike. An axis has no name of its "
            "own; only when it goes with the sides does the map say so."
        ),
        N_("Σ (w − mean) · axis, times √(arguments / weighed)"),
        "Pearson 1901, On lines and planes of closest fit; the stretch as in Polis",
        N_(
            "Two axes leave things out: people far apart in a third direction can look like "
            "neighbours. Who weighed little stands where little is known."
        ),
    ),
    "chance": Explanation(
        N_("By chance"),
        N_(
            "The weights of each argument are dealt anew among those who gave them, many times. If "
            "such shuffled debates often look as clearly grouped, the groups may mean nothing."
        ),
        "p = (b + 1) / (m + 1)",
        "Phipson and Smyth 2010, Permutation p-values should never be zero",
        N_(
            "With under fifteen arguments or under twenty people a real but narrow divide often "
            "stays unseen: no clear groups is not the same as no groups."
        ),
    ),
    "stability": Explanation(
        N_("Stability"),
        N_(
            "One person in five is left out, again and again. If the others are then grouped "
            "differently, the picture hangs on who happens to be here."
        ),
        N_("median adjusted Rand index over 15 draws of 80 % of the people"),
        "Hennig 2007, Cluster-wise assessment of cluster stability",
        N_("A stable picture can still be a wrong one: the same mistake repeats itself."),
    ),
    "known": Explanation(
        N_("What a group holds"),
        N_(
            "The arguments that clearly more people inside the group than outside it give much, or "
            "give little, and clearly more than half of them."
        ),
        N_(
            "z > 1.28 for the share inside and for the difference; ranked by their product; at most 5"
        ),
        "Small et al. 2021, Polis",
        N_("It says what sets a group apart, not what it cares about most."),
    ),
    "shared": Explanation(
        N_("What all share"),
        N_(
            "Arguments that every group gives much, or every group gives little. A large group "
            "cannot do this alone, however many people it has."
        ),
        N_("Π over the groups of (A + 1) / (S + 2); every group at least 0.6"),
        "Small et al. 2021, Polis: group-informed consensus",
        N_("Few answers count for little. That all agree does not make it true."),
    ),
    "coherence": Explanation(
        N_("Coherence (Deliberative Reason Index)"),
        N_(
            "Take any two people. If they weigh the arguments alike, do they also prefer the same "
            "options? The closer this holds for all pairs, the higher the index."
        ),
        N_(
            "D = 1 − mean((1 − |r − q| / √2) · min(1, max(|r|, |q|) / 0.2)); (λ − 2 D) / λ, λ = √2 / 2"
        ),
        "Niemeyer, Veri, Dryzek and Bächtiger 2024, How deliberation happens; Veri 2026",
        N_(
            "It tells whether a group reasons as one, not whether it reasons well. A group that "
            "follows one loud voice scores high too. With three options it moves in leaps."
        ),
    ),
    "null": Explanation(
        N_("What chance gives for coherence"),
        N_(
            "The rankings are dealt to other people and the index is worked out again, many times. "
            "Only an index well above that says anything."
        ),
        N_("up to 200 deals; the mean and the 95 % point"),
        "Edgington 1969, Approximate randomization tests",
        N_("It guards against luck, not against arguments that merely restate the options."),
    ),
    "gini": Explanation(
        N_("How unevenly people speak"),
        N_("0: all brought as much. 1: one person brought everything. Silent people count as 0."),
        "Σ (2i − n − 1) xᵢ / (n Σ x) · n / (n − 1)",
        "Gini 1912, Variabilità e mutabilità; Deltas 2003 for small groups",
        N_(
            "It counts arguments, not what is in them; a person who brings one good argument is "
            "no worse than one who brings ten."
        ),
    ),
    "turns": Explanation(
        N_("Taking turns"),
        N_(
            "Whether people follow themselves more often than in a shuffled order of the same turns."
        ),
        N_("share of neighbours by one author − Σ nᵢ (nᵢ − 1) / (N (N − 1))"),
        N_("The exact mean over all orders"),
        N_("In silent writing everybody types at once, and the order of arrival means little."),
    ),
    "cross-cutting": Explanation(
        N_("Taking in the other side"),
        N_(
            "How much of the other side's arguments people weighed, on average. Who was undecided "
            "at the opening ballot has no other side and is left out."
        ),
        N_("mean over people of weighed / there, other side"),
        "Mutz 2002, Cross-cutting social networks",
        N_("Giving a weight is not reading with care."),
    ),
    "steelman": Explanation(
        N_("Granting the other side something"),
        N_("The share of people with a side who gave an argument of the other side more than 5."),
        N_("people with any opposing weight > 5 / people with a side"),
        N_("A count"),
        N_("A strong argument can be granted and still lose; a polite 6 counts as much as a 10."),
    ),
    "schulze": Explanation(
        N_("The order people prefer"),
        N_(
            "Every two options are compared one against one. If preferences go in a circle, the "
            "weakest link of each chain of comparisons decides. An option that beats all others "
            "always stands first."
        ),
        N_(
            "strongest path p(a, b) = max over paths of the weakest victory; a before b: p(a, b) > p(b, a)"
        ),
        "Schulze 2011, A new monotonic, clone-independent, reversal symmetric … election method",
        N_("It knows who prefers what, not by how much. Options left unranked stand last, equal."),
    ),
    "majority": Explanation(
        N_("Whether a motion carries"),
        N_(
            "Yes as a share of those who say yes or no, as an exact fraction: 6 of 9 is two thirds. "
            "Who abstains takes part, but is on neither side."
        ),
        N_("simple: > 1/2; 2/3 and 3/4: reached is enough; consent: no block"),
        "May 1952, A set of independent necessary and sufficient conditions for simple majority",
        N_("A majority settles what is done, not what is true."),
    ),
    "quorum": Explanation(
        N_("Quorum"),
        N_(
            "How many of those who may vote must take part for a decision to count. Abstaining is "
            "taking part. Without a quorum there is no decision, whatever the share."
        ),
        N_("taking part ≥ quorum · entitled"),
        N_("Common parliamentary practice"),
        N_("A quorum can be broken by staying away: look at who did not vote."),
    ),
    "implied": Explanation(
        N_("What my own weights imply"),
        N_(
            "The motion on the scales with your weights alone: what you gave each argument is how "
            "strong it starts, and replies you weighed answer it."
        ),
        N_("200 (s − 1/2), s by the semantics of the debate, base scores w / 10"),
        "Potyka 2018, Continuous dynamical systems for weighted bipolar argumentation",
        N_(
            "A gap tells that slider and weights do not tell the same story, not which is wrong: a "
            "reason that nobody wrote down has no weight."
        ),
    ),
    "tip": Explanation(
        N_("Which single weight would turn it"),
        N_("The argument whose weight, changed alone, would bring the motion to the other side."),
        N_("the base score at which s = 1/2, found by halving; the smallest change first"),
        "Kampik et al. 2024, Contribution functions for quantitative bipolar argumentation graphs",
        N_("Weights seldom change alone; take it as a question to talk about, not a forecast."),
    ),
}
"""By the code of a figure."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "groups": ("groups", "plane", "chance", "stability", "known", "shared"),
    "coherence": ("coherence", "null"),
    "taking-part": ("gini", "turns", "cross-cutting", "steelman"),
    "deciding": ("schulze", "majority", "quorum"),
    "choices": ("implied", "tip"),
}
"""Which figures a section shows, in their order."""


def explanations(codes: Iterable[str], t: Translator) -> tuple[Said, ...]:
    """Return what there is to know about some figures.

    Args:
        codes: Keys of `EXPLANATIONS`.
        t: The language.
    """
    words: list[Said] = []
    for code in codes:
        each = EXPLANATIONS[code]
        words += [
            Said("heading", t.text(each.title)),
            Said("prose", t.text(each.what)),
            Said("item", t.text("Formula: {formula}", formula=t.text(each.formula))),
            Said("item", t.text("Source: {cite}", cite=t.text(each.source))),
            Said("notice", t.text("Mind: {limits}", limits=t.text(each.limits))),
        ]
    return tuple(words)
