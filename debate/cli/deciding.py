"""Verb: whether motions carry, and which option or motion people prefer."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from debate.analysis.findings.deciding import (
    Carried,
    Preference,
    carried_finding,
    preference_finding,
)
from debate.analysis.findings.movement import Pending
from debate.analysis.majority import Rule
from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.report.readings.said import plain_lines
from debate.service.insights import deciding_words
from debate.service.names import motion_called

if TYPE_CHECKING:
    from debate.analysis.refusal import Refused
    from debate.domain.debate import Debate
    from debate.domain.ids import MotionId
    from debate.service.insights import Said


def run(context: Context) -> int:
    """Tell what the revealed ballots decide, motion by motion."""
    args, debate = context.args, context.seat().debate
    rule, quorum = Rule(args.rule.replace("-", "_")), args.quorum
    named = motion_called(debate, args.motion) if args.motion else None
    names = debate.charter.motion_ids if named is None else (named,)
    ranks_motions = named is None and len(names) > 1
    if context.is_json:
        context.say_json(
            {
                "rule": args.rule,
                "quorum": _fraction(quorum),
                "motions": [_motion_json(debate, name, rule, quorum) for name in names],
                "order": _order_json(preference_finding(debate, None)) if ranks_motions else None,
            }
        )
        return Exit.DONE
    for name in names:
        _say_motion(context, debate, name)
    if ranks_motions:
        _say(context, deciding_words(debate, None, context.t))
    return Exit.DONE


def _say_motion(context: Context, debate: Debate, name: MotionId) -> None:
    """Say what is decided about one motion."""
    args, motion = context.args, debate.charter.motion(name)
    if motion is not None:
        context.say(f"{motion.proposition.within(context.language)}  [{name}]")
    rule = Rule(args.rule.replace("-", "_"))
    words = deciding_words(debate, name, context.t, rule=rule, quorum=args.quorum)
    _say(context, words)
    context.say()


def _say(context: Context, words: tuple[Said, ...]) -> None:
    for line in plain_lines(words):
        context.say(line)


def _motion_json(
    debate: Debate, name: MotionId, rule: Rule, quorum: Fraction | None
) -> dict[str, object]:
    return {
        "motion": name,
        "verdict": _carried_json(carried_finding(debate, name, rule, quorum)),
        "order": _order_json(preference_finding(debate, name)),
    }


def _carried_json(found: Carried | Pending | Refused) -> dict[str, object]:
    if isinstance(found, Pending):
        return _pending_json(found)
    if not isinstance(found, Carried):
        return dict(found.to_json())
    count = found.count
    return {
        "moment": found.moment,
        "is_carried": found.decision.is_carried,
        "is_quorate": found.decision.is_quorate,
        "share": _fraction(found.decision.share),
        "yes": count.yes,
        "no": count.no,
        "abstain": count.abstain,
        "block": count.blocks,
        "without_verdict": found.without_verdict,
        "eligible": count.known_eligible,
    }


def _order_json(found: Preference | Pending | Refused) -> dict[str, object]:
    if isinstance(found, Pending):
        return _pending_json(found)
    if not isinstance(found, Preference):
        return dict(found.to_json())
    return {
        "moment": found.moment,
        "ballots": found.ballots,
        "tiers": [list(tier) for tier in found.tiers],
        "winner": found.winner,
        "beats_all": found.beats_all,
        "borda": {name: _fraction(points) for name, points in found.points},
        "duels": [
            [each.one, each.prefer_one, each.other, each.prefer_other] for each in found.duels
        ],
    }


def _pending_json(found: Pending) -> dict[str, object]:
    return {"pending": found.moment, "cast": found.cast}


def _fraction(value: Fraction | None) -> str | None:
    """Return an exact fraction, as 2/3; a whole number has no denominator."""
    return None if value is None else str(value)
