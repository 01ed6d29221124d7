"""Each group of figures explained: what it is, how it is worked out, after whom, when not to trust it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from debate.i18n.marks import N_


@dataclass(frozen=True, slots=True)
class Method:
    """One explanation; every text is in English, and looked up by whoever shows it."""

    id: str
    """The page of `docs/understand` that says more."""
    title: str
    what: str
    formula: str
    source: str
    limits: str


METHODS: Sequence[Method] = (
    Method(
        "shift",
        N_("Who moved"),
        N_(
            "Only people who answered both ballots count. Each person's change is the closing "
            "stance less the opening one; the net shift is the mean of the changes."
        ),
        N_(
            "change = after − before; net = sum of changes / n. The range is an expanded percentile "
            "bootstrap with 10,000 draws; chance is an exact sign-flip test: how many of the 2ⁿ ways "
            "to turn the signs move the mean as far."
        ),
        N_(
            "Fisher 1935, The design of experiments; Hesterberg 2015, What teachers should know "
            "about the bootstrap."
        ),
        N_(
            "Under six people who moved, chance cannot be ruled out, so nothing is said about it. A "
            "few converts among many who stayed are seen by no range: look at the people. Extremes "
            "drift to the middle by themselves. Nobody was drawn by lot, so none of it holds for "
            "people who were not there."
        ),
    ),
    Method(
        "sides",
        N_("From side to side"),
        N_(
            "A stance from −20 to 20 is undecided; beyond it is a side. The Oxford rule says that "
            "the side that gained most people wins. The table shows who went from where to where."
        ),
        N_(
            "gain = people after − people before, for each side. Chance: with f people crossing one "
            "way and b the other, twice the smaller tail of f + b tosses of a coin."
        ),
        N_(
            "The rule of the Oxford Union; McNemar 1947, Note on the sampling error of the "
            "difference between correlated proportions."
        ),
        N_(
            "A fixed mind can gain by voting against itself at first, so nothing should hang on "
            "winning. A step over the line of 20 counts like a leap from end to end. Percentages "
            "are given from twenty people on."
        ),
    ),
    Method(
        "what-moved-people",
        N_("What moved people"),
        N_("In the closing ballot people name the arguments that moved them; those are counted."),
        N_("Each person counts once for each argument they name."),
        N_("By their own account; there is no test behind it."),
        N_(
            "People know poorly what moved them (Nisbett and Wilson 1977), and name what they "
            "remember. It says what they would tell a friend, not what caused it."
        ),
    ),
    Method(
        "strengths",
        N_("The scales"),
        N_(
            "The weights people give an argument make its base score. Replies raise or lower it, "
            "and what is left raises or lowers the motion. 0.5 is balance. Taking an argument out "
            "with its replies shows what it moved; shares add up to what all did together."
        ),
        N_(
            "base = (3 × 0.5 + sum of weights / 10) / (3 + n). With E = supporters − attackers, "
            "strength = base + (1 − base) h(E) − base h(−E), h(x) = x² / (1 + x²) for x above 0. "
            "Shares are Shapley values of the direct arguments."
        ),
        N_(
            "Potyka 2018, Continuous dynamical systems for weighted bipolar argumentation; Shapley "
            "1953, A value for n-person games; Kampik et al. 2024, Contribution functions."
        ),
        N_(
            "It weighs what was said, not what is true, and counts reasons, not people. Many small "
            "arguments can flood a large one. With few weights a base score stays near the middle. "
            "A circle of replies has no last word; it is marked."
        ),
    ),
    Method(
        "disagreement",
        N_("How far apart"),
        N_(
            "Spread is how far apart people stand; camps is whether they stand in two of them. An "
            "argument is contested when its weights lie far apart; it divides when people for and "
            "people against weigh it differently."
        ),
        N_(
            "spread = standard deviation / 100. camps = 2^1.8 × Σ pᵢ^1.8 pⱼ |yᵢ − yⱼ| over five "
            "bins. Contested: spread of the weights at least half of what it can be. Dividing: "
            "Cliff's delta at least .474; unifying: below .147 and both sides above 5."
        ),
        N_(
            "Esteban and Ray 1994, On the measurement of polarization; Cliff 1993, Dominance "
            "statistics; Romano et al. 2006."
        ),
        N_(
            "Under five people there are no camps to see, under four weights nothing is contested, "
            "and under three people on a side the sides are not compared, as that would give "
            "answers away."
        ),
    ),
    Method(
        "participation",
        N_("Taking part"),
        N_(
            "How evenly people brought arguments, whether they took turns, and how much of the "
            "other side's case they weighed. Those who said nothing count."
        ),
        N_(
            "unevenness = Gini coefficient × n / (n − 1). Turns: how often neighbours in the order "
            "have one author, less the mean over all orders. Other side: the share of its "
            "arguments a person weighed, averaged."
        ),
        N_("Gini 1912; Deltas 2003, The small-sample bias of the Gini coefficient; Mutz 2002."),
        N_(
            "Evenness is no virtue by itself: one person may have had more to say. It counts acts, "
            "not their length or worth, and nothing said aloud."
        ),
    ),
)
"""In the order of the results screen."""
