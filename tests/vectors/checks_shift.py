"""Vectors of the paired shift: net change, Oxford result, transitions, intervals, chance."""

from __future__ import annotations

from debate.analysis import intervals, oxford, shift, significance
from debate.analysis.oxford import Side
from debate.analysis.refusal import Refused
from tests.vectors.plain import plain
from tests.vectors.registry import Case, Document, differences, tolerance


def check(case: Case, document: Document) -> list[str]:
    """Return the faults of one pair of ballots."""
    pairs = shift.pair(case["pre"], case["post"])
    found = {
        "net": _net(shift.net_shift(pairs)),
        "oxford": _oxford(oxford.oxford(pairs, case.get("neutral", oxford.NEUTRAL))),
        "transition": _table(oxford.transitions(pairs, case.get("neutral", oxford.NEUTRAL))),
        "t95": plain(intervals.t_interval(pairs.changes)),
        "sign_flip_p": significance.sign_flip_p(pairs.changes),
        "rtm_slope": plain(shift.regression_slope(pairs)),
    }
    within = tolerance(case, document)
    faults = [
        fault
        for key, value in case["expected"].items()
        for fault in differences(key, value, found.get(key, "no such figure"), within)
    ]
    if "bootstrap95_expanded" in case:
        faults += _bootstrap(case["bootstrap95_expanded"], pairs.changes)
    return faults


def _net(net: shift.NetShift | Refused) -> dict[str, object] | None:
    """Return the net shift under the names of the vectors."""
    if isinstance(net, Refused):
        return None
    return {
        "n": net.n,
        "mean": net.mean,
        "median": net.median,
        "sd": plain(net.deviation),
        "mean_abs": net.mean_size,
        "moved_up": net.moved_up,
        "moved_down": net.moved_down,
        "unchanged": net.unchanged,
        "dz": plain(net.effect),
    }


def _oxford(result: oxford.Oxford | Refused) -> dict[str, object] | None:
    """Return the Oxford result under the names of the vectors."""
    if isinstance(result, Refused):
        return None
    names = {Side.FOR: "for", Side.AGAINST: "against", None: "tie"}
    return {
        "n": result.n,
        "pre": {str(side.value): result.percent(result.before, side) for side in Side},
        "post": {str(side.value): result.percent(result.after, side) for side in Side},
        "swing_for": result.swing(Side.FOR),
        "swing_against": result.swing(Side.AGAINST),
        "winner": names[result.winner],
        "margin": result.margin,
    }


def _table(table: oxford.Transitions) -> dict[str, int]:
    """Return the transition table with keys such as "-1,0"."""
    return {f"{before.value},{after.value}": count for (before, after), count in table.items()}


def _bootstrap(expected: list[float] | None, changes: tuple[float, ...]) -> list[str]:
    """Return the faults of a resampled interval: 2 % of the width plus half a point is allowed."""
    found = plain(intervals.bootstrap_interval(changes))
    within = 0.5 + 0.02 * (expected[1] - expected[0]) if expected else 0.0
    return list(differences("bootstrap95_expanded", expected, found, within))
