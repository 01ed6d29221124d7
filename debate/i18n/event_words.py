"""The journal in sentences: one for every kind of fact.

Keys are the kinds of `debate.domain.events`; placeholders are filled by `debate.service.chronicle`.
`{who}` is a name, “somebody”, or “the facilitator”, as the contract of the debate allows.
"""

from __future__ import annotations

from collections.abc import Mapping

from debate.i18n.marks import N_

EVENT_WORDS: Mapping[str, str] = {
    "session.opened": N_("{who} began the debate “{title}”."),
    "charter.amended": N_("{who} changed the agreements: {changes}."),
    "phase.moved": N_("{who} went to the phase “{phase}”."),
    "phase.extended": N_("{who} changed the time of the phase by {minutes} min."),
    "phase.paused": N_("{who} stopped the clock."),
    "phase.resumed": N_("{who} let the clock run on."),
    "session.frozen": N_("{who} froze the debate. Reason: {reason}"),
    "session.thawed": N_("{who} let people act again."),
    "session.closed": N_("{who} ended the debate."),
    "session.reopened": N_("{who} reopened the debate."),
    "participant.joined": N_("{who} joined."),
    "participant.left": N_("{who} left."),
    "participant.enrolled": N_("{who} enrolled {person}."),
    "participant.confirmed": N_("{who} put {person} on the roster."),
    "participant.removed": N_("{who} ended the part of {person}. Reason: {reason}"),
    "participant.reinstated": N_("{who} took a removal back."),
    "role.granted": N_("{who} made {person} {role}."),
    "role.withdrawn": N_("{who} took a role back."),
    "device.linked": N_("{who} named another device as theirs."),
    "device.accepted": N_("A device was accepted as that of {person}."),
    "device.retired": N_("{who} gave up a device."),
    "side.assigned": N_("{who} asked {person} to argue {side} in “{motion}”."),
    "step.finished": N_("{who} was done with the phase."),
    "hand.raised": N_("{who} asked for the floor."),
    "hand.lowered": N_("A hand went down."),
    "epoch.opened": N_("{who} gave the debate a new key for its remote store."),
    "heads.attested": N_("{who} confirmed what had arrived."),
    "argument.added": N_("{who} added argument {number}, {relation}: {claim}"),
    "argument.revised": N_("{who} changed the words of argument {number}: {claim}"),
    "argument.withdrawn": N_("{who} took argument {number} back."),
    "argument.reinstated": N_("{who} stood by argument {number} again."),
    "argument.adopted": N_("{who} made argument {number} theirs too."),
    "argument.disowned": N_("{who} no longer made argument {number} theirs."),
    "weight.set": N_("{who} weighed argument {number}: {value}."),
    "weight.cleared": N_("{who} took a weight of argument {number} back."),
    "argument.flagged": N_("Argument {number} was flagged. Reason: {reason}"),
    "argument.hidden": N_("{who} hid argument {number}. Reason: {reason}"),
    "argument.shown": N_("{who} showed argument {number} again."),
    "flag.resolved": N_("{who} looked at a flag on argument {number}. {reason}"),
    "relation.drawn": N_("{who} let argument {number} bear on {about} as well, {relation}."),
    "relation.erased": N_("{who} took such a relation back."),
    "question.asked": N_("{who} asked about {about}: {claim}"),
    "question.answered": N_("{who} answered a question: {claim}"),
    "merge.proposed": N_("{who} proposed to see these arguments as one: {numbers}."),
    "merge.accepted": N_("{who} saw the arguments of a proposal as one."),
    "merge.declined": N_("{who} saw the arguments of a proposal apart."),
    "restatement.offered": N_("{who} said argument {number} in other words: {claim}"),
    "restatement.judged": N_("{who} judged a restatement: {verdict}."),
    "remark.made": N_("{who} remarked on {about}: {claim}"),
    "option.proposed": N_("{who} proposed an answer to “{motion}”: {claim}"),
    "ballot.sealed": N_("{who} cast a sealed ballot: {moment}, “{motion}”."),
    "ballots.revealed": N_("{who} ended the ballot: {moment}, “{motion}”."),
    "ballot.opened": N_("{who} opened a ballot: {value}."),
    "outcome.drafted": N_("{who} drafted an outcome: {claim}"),
    "outcome.endorsed": N_("{who} said where they stand on a draft: {value}."),
    "dissent.noted": N_("{who} noted a dissent: {claim}"),
    "outcome.adopted": N_("{who} declared a draft the outcome."),
}
"""A sentence for each kind of fact."""

STANDING_WORDS: Mapping[str, str] = {
    "counts": "",
    "late": N_("It came after its phase had closed."),
    "unlawful": N_("Its phase does not allow it."),
    "void": N_("It does not count."),
}
"""What is added to such a sentence, by what became of the fact."""

UNKNOWN_EVENT = N_("A fact of a newer program ({kind}): kept, not understood.")

VALUE_WORDS: Mapping[str, str] = {
    "supports": N_("in support"),
    "attacks": N_("as not true"),
    "undercuts": N_("as not relevant"),
    "for": N_("for the motion"),
    "against": N_("against the motion"),
    "fair": N_("fair"),
    "unfair": N_("not fair"),
    "opening": N_("opening ballot"),
    "mid": N_("ballot halfway"),
    "closing": N_("closing ballot"),
    "later": N_("later ballot"),
    "endorse": N_("endorses it"),
    "accept": N_("can live with it"),
    "object": N_("objects"),
    "facilitator": N_("a facilitator"),
    "participant": N_("a participant"),
    "observer": N_("an observer"),
    "title": N_("title"),
    "motions": N_("motions"),
    "runsheet": N_("run-sheet"),
    "scheme": N_("weighing"),
    "contract": N_("anonymity"),
}
"""The words of values that stand in such a sentence."""
