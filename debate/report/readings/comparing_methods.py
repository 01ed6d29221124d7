"""The figures of a comparison explained: what they are, after whom, and when not to trust them."""

from __future__ import annotations

from collections.abc import Sequence

from debate.i18n.marks import N_
from debate.report.readings.methods import METHODS, Method

COMPARING_METHODS: Sequence[Method] = (
    Method(
        "comparison-movement",
        N_("Groups that moved"),
        N_(
            "Each group's mean change with its range. Two groups differ by how often somebody of the "
            "one moved further than somebody of the other. One line for all of them stands here only "
            "when it does not contradict the groups."
        ),
        N_(
            "delta = P(x > y) − P(x < y), −1 to 1; small from 0.147, medium from 0.33, large from "
            "0.474. Chance: the share of all ways to deal the same changes over the two groups that "
            "set them as far apart; with several pairs of groups each p is made larger for it (Holm). "
            "The guard sets each group's answers after against those before."
        ),
        N_(
            "Cliff 1993, Dominance statistics; Feng and Cliff 2004; Pitman 1937; Holm 1979; Simpson "
            "1951, The interpretation of interaction in contingency tables."
        ),
        N_(
            "Groups were seldom drawn by lot: who sat where may explain more than what was said. With "
            "three people in each group no difference can ever be told from chance. People of one "
            "group heard the same, so all of them as one have no range. Groups under three are "
            "withheld, whatever was agreed about names."
        ),
    ),
    Method(
        "comparison-strengths",
        N_("The same arguments side by side"),
        N_(
            "What each group gives the arguments that came with the motion, and what is left of them "
            "after the replies they got there. Shared is what every group gives much, or little."
        ),
        N_(
            "Mean weight on 0 to 10. Shared: (A + 1) / (S + 2) at least 0.6 in every group, for A of "
            "S people above (or below) the middle; ordered by the product over the groups. For "
            "against against, over the groups: Cliff's delta, with the same guard."
        ),
        N_("Small et al. 2021, Polis: group-informed consensus; Cliff 1993; Simpson 1951."),
        N_(
            "A strength counts the replies that a group happened to write. Under different rules of "
            "weighing strengths differ by that alone. Fewer than three weights are withheld."
        ),
    ),
    Method(
        "comparison-unraised",
        N_("Never raised here"),
        N_(
            "What another group argued and this one did not. An argument counts as raised when one "
            "on the same side of the motion is alike in words; of two replies to the same opening "
            "argument that say the same of it, less is asked. The nearest one stands beside it."
        ),
        N_(
            "Cosine of the runs of four letters in the words of two claims, each run weighing "
            "(1 + ln f)(1 + ln((N + 1) / (d + 1))). Alike from 0.45; from 0.35 in the same place; "
            "below 0.2 nothing is near."
        ),
        N_(
            "McNamee and Mayfield 2004, Character n-gram tokenization for European language text "
            "retrieval; Spärck Jones 1972; Salton, Wong and Yang 1975."
        ),
        N_(
            "It sees letters, not meaning: the same thought in other words, or in another language, "
            "is told as never raised, and a denial in the same words as raised. Read before you "
            "conclude."
        ),
    ),
    Method(
        "comparison-words",
        N_("Six words"),
        N_(
            "Each word stands for a piece of a hash of the debate and of the newest fact of everybody "
            "in it. Two people who read the same six words to one another hold the same facts; when "
            "one word differs, one of them lacks something or has something else."
        ),
        N_(
            "BLAKE2b of the session and the heads of all authors, 48 bits; a word of four letters for "
            "each 8 bits, from sounds that Dutch and English share."
        ),
        N_("Juola and Zimmermann 1996, Whole-word phonetic distances and the PGPfone alphabet."),
        N_(
            "Enough against accidents and against a store that keeps facts back; it is no signature, "
            "and says nothing about who read it. Compare by a voice that you know."
        ),
    ),
)
"""In the order of the parts of a comparison."""


def any_method(name: str) -> Method:
    """Return the explanation with that id, of one debate's figures or of a comparison's."""
    return next(each for each in (*METHODS, *COMPARING_METHODS) if each.id == name)
