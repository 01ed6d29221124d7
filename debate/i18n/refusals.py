"""The words of every lawful "no": what cannot be done, why, and what can be done instead.

A code keeps its words for as long as a rule of `debate.domain.decide` says no with it; the tests
hold the two lists against each other.
"""

from __future__ import annotations

from collections.abc import Mapping

from debate.i18n.marks import N_

REFUSALS: Mapping[str, str] = {
    "argument.adopted": N_("You already stand by this argument."),
    "argument.hidden": N_(
        "A facilitator has hidden this argument ({reason}). Ask for it to be shown again before "
        "you act on it."
    ),
    "argument.not-adopted": N_(
        "You had not made this argument yours, so there is nothing to take back."
    ),
    "argument.not-hidden": N_("This argument is not hidden: everybody can see it."),
    "argument.not-withdrawn": N_("This argument was not withdrawn, so it stands as it is."),
    "argument.not-yours": N_(
        "Only who made this argument can do that. You can rebut it, or ask what it means."
    ),
    "argument.unchanged": N_(
        "The argument already says exactly this. Change its claim, grounds or sources first."
    ),
    "argument.undercuts-motion": N_(
        "A motion cannot be undercut: undercutting says that an argument is not relevant. Argue "
        "against the motion instead."
    ),
    "argument.unknown": N_(
        "There is no such argument here. It may still be under way: look again in a moment."
    ),
    "argument.withdrawn": N_(
        "This argument has been withdrawn. What was said of it can be read, and nothing can be "
        "added."
    ),
    "argument.yours": N_("This argument is your own. Choose one that somebody else made."),
    "ballot.bad-round": N_("There is no ballot round {round}: rounds go from 0 to {most}."),
    "ballot.bad-seal": N_(
        "This does not open the ballot that was sealed, so nothing was shown. Open it on the "
        "device it was cast on."
    ),
    "ballot.none-cast": N_(
        "Nobody has cast this ballot yet, so there is nothing to reveal. Wait until people have "
        "voted."
    ),
    "ballot.not-revealed": N_(
        "The ballots are still sealed. They open once a facilitator reveals them."
    ),
    "ballot.revealed-before": N_(
        "These ballots were revealed before; the results show them. Nothing was changed."
    ),
    "ballot.revealed": N_(
        "These ballots have been revealed, so no more can be cast. Vote in the next ballot."
    ),
    "ballot.sealed-until": N_(
        "In “{phase}” the ballots stay sealed, so that nobody sees a tally too early. Reveal them "
        "in “{later}”."
    ),
    "ballot.unknown": N_("You have no such ballot. Only who cast a ballot can open it."),
    "charter.locked": N_(
        "Somebody has voted, so weighting, run-sheet and anonymity stay as they were agreed. The "
        "title can be changed and motions can be added."
    ),
    "charter.unchanged": N_("These agreements are already in force, so nothing was changed."),
    "device.bad-key": N_(
        "That is not the key of a device. Copy all 43 characters from the other device."
    ),
    "device.founder": N_(
        "The device that opened the debate cannot become somebody else’s. Link another one."
    ),
    "device.linked": N_("This device is already linked."),
    "device.not-yours": N_("That device is not yours, so only its owner can give it up."),
    "device.only": N_(
        "This is your only device here. Link another one first, or leave the debate."
    ),
    "device.retired": N_("This device has been given up. Go on with your other device."),
    "epoch.malformed": N_("The new keys are not sound, so the old ones stay in use. Try again."),
    "flag.raised": N_("You have already asked the facilitator to look at this argument."),
    "flag.unknown": N_("This flag is not there any more: somebody may have answered it already."),
    "hand.not-yours": N_("Only who raised a hand, or a facilitator, can lower it."),
    "hand.unknown": N_("That hand is not raised."),
    "heads.malformed": N_("The report of what was received is not sound, so it was not kept."),
    "merge.accepted": N_("You already see these arguments as one."),
    "merge.declined": N_("You already see these arguments apart."),
    "merge.different-places": N_(
        "These arguments answer different things, so they cannot be seen as one. Choose arguments "
        "on one side of the same thing."
    ),
    "merge.incomplete": N_(
        "Choose from {least} to {most} arguments, and which of them stands for all."
    ),
    "merge.unknown": N_(
        "There is no such proposal to merge. It may still be under way: look again in a moment."
    ),
    "motion.too-many": N_(
        "A debate has at most {limit} motions, and this would make {count}. Begin another debate "
        "for the rest."
    ),
    "motion.twice": N_(
        "“{name}” is there twice. Give every motion, argument and option a name of its own."
    ),
    "motion.unknown": N_("This debate has no motion “{motion}”. Choose one of its motions."),
    "outcome.adopted": N_("This statement is already the outcome."),
    "outcome.bad-date": N_("“{date}” is not a day of the calendar. Write it as 2027-03-01."),
    "outcome.unchanged": N_("You have already said this about the statement."),
    "outcome.unknown": N_(
        "There is no such statement. It may still be under way: look again in a moment."
    ),
    "person.absent": N_("This person does not take part any more, so nobody can act for them."),
    "person.already-removed": N_("This person has already been removed."),
    "person.confirmed": N_("This person is already on the roster."),
    "person.founder": N_("Who opened the debate cannot be removed from it."),
    "person.has-device": N_(
        "This person takes part with a device of their own. Only for people on paper can somebody "
        "else act."
    ),
    "person.joined": N_("You already take part like this."),
    "person.nameless": N_(
        "By agreement nobody is named in this debate, so no name was kept. Nothing was changed."
    ),
    "person.name-taken": N_("Somebody here is already called “{name}”. Choose another name."),
    "person.no-device": N_(
        "This person takes part on paper, so they cannot lead. Let them join with a device first."
    ),
    "person.not-facilitator": N_("Only a facilitator can do this. Ask one to."),
    "person.not-joined": N_("You do not take part in this debate yet. Join it first."),
    "person.not-removed": N_("This person was not removed, so there is nothing to take back."),
    "person.looks-on": N_(
        "This person is an observer, who only reads. Let them take part first; then you can type for "
        "them."
    ),
    "person.observer": N_(
        "You are here as an observer, who only reads. Join as a participant to act."
    ),
    "person.removed": N_(
        "A facilitator ended your part in this debate. What you said before stays; ask the "
        "facilitator if you want to come back."
    ),
    "person.senior": N_(
        "This person came to lead before you did. Ask who appointed them, or who opened the debate."
    ),
    "person.unknown": N_(
        "There is no such person in this debate. They may still be joining: look again in a moment."
    ),
    "person.yourself": N_("You cannot remove yourself. You can leave the debate."),
    "phase.bad-minutes": N_(
        "That would make {minutes} minutes. A phase lasts from 1 to {most} minutes."
    ),
    "phase.first": N_("This is where the debate began, so there is no phase to go back to."),
    "phase.last": N_("This is the last phase. Close the debate, or move to a phase by its name."),
    "phase.no-minutes": N_("No minutes change nothing. Say how many to add, such as 5, or -5."),
    "phase.no-clock": N_("This phase has no end, so there are no minutes to add or take away."),
    "phase.not-lawful": N_(
        "In this phase, “{phase}”, you cannot {act}. Go on with what this phase is for."
    ),
    "phase.not-paused": N_("The clock is running, so there is nothing to resume."),
    "phase.next": N_(
        "In this phase, “{phase}”, you cannot {act} yet. You can in the next one, “{later}”."
    ),
    "phase.not-yet": N_(
        "In this phase, “{phase}”, you cannot {act} yet. You can in “{later}”, {steps} phases from "
        "here."
    ),
    "phase.over": N_(
        "In this phase, “{phase}”, you cannot {act} any more. You could in “{earlier}”; a "
        "facilitator can go back to it."
    ),
    "phase.paused": N_("The clock already stands still. Resume it to go on."),
    "phase.unknown": N_("The run-sheet has no phase “{phase}”. Choose one of its phases."),
    "question.unknown": N_(
        "There is no such question. It may still be under way: look again in a moment."
    ),
    "relation.cycle": N_(
        "That would make an argument bear on itself in a circle. Choose another target, or say "
        "that you mean it."
    ),
    "relation.not-yours": N_("Only who drew this relation, or a facilitator, can take it back."),
    "relation.unknown": N_("There is no such relation: it may have been taken back."),
    "restatement.unknown": N_(
        "There is no such restatement. It may still be under way: look again in a moment."
    ),
    "role.held": N_("This person already has that role."),
    "role.leads": N_("This person is a facilitator. Take that role back first."),
    "role.none": N_(
        "This person was given no role, so there is none to take back. Who opened the debate leads "
        "it for good."
    ),
    "role.not-yours": N_(
        "Only who gave this person the role, or who opened the debate, can take it back."
    ),
    "session.already-open": N_("This debate is already open. Begin another one instead."),
    "session.closed": N_(
        "The debate is closed: it can be read, and nothing can be added. A facilitator can reopen "
        "it."
    ),
    "session.frozen": N_(
        "A facilitator has put the debate on hold. What you were writing is kept; go on when it "
        "is let go."
    ),
    "session.not-closed": N_("The debate is not closed, so there is nothing to reopen."),
    "session.not-founder": N_(
        "Only the device that made this debate can open it. Begin one of your own."
    ),
    "session.not-frozen": N_("The debate is not on hold, so there is nothing to let go."),
    "session.not-open": N_(
        "The beginning of this debate is not here yet. Wait until it has come in."
    ),
    "source.bad-link": N_(
        "“{link}” is not a link to the web. Write it from http:// or https:// on, without spaces."
    ),
    "source.too-many": N_(
        "An argument has at most {limit} sources, and this has {count}. Keep the strongest."
    ),
    "text.empty": N_("There is nothing written here. Write something first."),
    "text.too-long": N_(
        "This has {length} characters and may have {limit}. Make it shorter; nothing was thrown "
        "away."
    ),
    "weight.none": N_("You gave this argument no weight, so there is none to take back."),
    "weight.out-of-range": N_("A weight goes from {least} to {most} here; {value} is outside it."),
    "weight.over-budget": N_(
        "This costs {cost} and you have {left} left for this motion. Give less, or take weight "
        "away elsewhere."
    ),
}
"""The rule that said no, and its sentence; `{name}` is a detail of the refusal."""

ACT_WORDS: Mapping[str, str] = {
    "join": N_("join"),
    "ballot-opening": N_("cast the opening ballot"),
    "ballot-mid": N_("cast the mid ballot"),
    "ballot-closing": N_("cast the closing ballot"),
    "ballot-later": N_("cast the later ballot"),
    "argue": N_("add an argument"),
    "rebut": N_("reply to an argument"),
    "undercut": N_("undercut an argument"),
    "revise": N_("revise an argument"),
    "adopt": N_("make an argument yours"),
    "weigh": N_("give weights"),
    "ask": N_("ask a question"),
    "answer": N_("answer a question"),
    "flag": N_("flag an argument"),
    "merge": N_("merge arguments"),
    "restate": N_("restate an argument"),
    "remark": N_("make a remark"),
    "outcome": N_("draft an outcome"),
    "endorse": N_("say where you stand on an outcome"),
    "rank": N_("rank options"),
}
"""What participants may do, as it follows "you cannot"."""

DETAILS: Mapping[str, Mapping[str, str]] = {"act": ACT_WORDS}
"""Details that are themselves codes: the name of the detail, each value it can have, its words."""
