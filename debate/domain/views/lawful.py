"""Which act of a phase each event is."""

from __future__ import annotations

from debate.domain.argument import Relation, Target
from debate.domain.ballot import Moment
from debate.domain.charter import Charter
from debate.domain.events import KnownEvent
from debate.domain.events import arguments as a
from debate.domain.events import decisions as d
from debate.domain.runsheet import Act

CASTING: dict[Moment, Act] = {
    "opening": "ballot-opening",
    "mid": "ballot-mid",
    "closing": "ballot-closing",
    "later": "ballot-later",
}
"""The act of casting a ballot at each moment."""
_ACTS: dict[type[KnownEvent], Act] = {
    a.ArgumentRevised: "revise",
    a.ArgumentWithdrawn: "revise",
    a.ArgumentReinstated: "revise",
    a.ArgumentAdopted: "adopt",
    a.ArgumentDisowned: "adopt",
    a.WeightSet: "weigh",
    a.WeightCleared: "weigh",
    a.ArgumentFlagged: "flag",
    a.RelationErased: "rebut",
    a.QuestionAsked: "ask",
    a.QuestionAnswered: "answer",
    a.MergeProposed: "merge",
    a.MergeAccepted: "merge",
    a.MergeDeclined: "merge",
    a.RestatementOffered: "restate",
    a.RestatementJudged: "restate",
    a.RemarkMade: "remark",
    a.OptionProposed: "rank",
    d.OutcomeDrafted: "outcome",
    d.OutcomeEndorsed: "endorse",
    d.DissentNoted: "endorse",
}


def relating(charter: Charter, relation: Relation, target: Target) -> Act:
    """Return which act it is to relate something to a target."""
    if relation == "undercuts":
        return "undercut"
    return "argue" if charter.motion(target) else "rebut"


def act_of(event: KnownEvent, charter: Charter) -> Act | None:
    """Return the act that an event is; None for what no phase forbids."""
    match event:
        case a.ArgumentAdded(relation=relation, target=target):
            return relating(charter, relation, target)
        case a.RelationDrawn(relation=relation, target=target):
            return relating(charter, relation, target)
        case d.BallotSealed(motion=motion, moment=moment):
            return "rank" if motion is None else CASTING[moment]
        case _:
            return _ACTS.get(type(event))
