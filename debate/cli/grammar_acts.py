"""Verbs on arguments, ballots and the outcome: what people do in a debate."""

from __future__ import annotations

from pathlib import Path

from debate.cli.grammar_parts import (
    MOMENTS,
    about,
    motion_id,
    note,
    on_behalf,
    prose,
    round_of,
    seat,
    sentence,
    session,
    side,
    target,
    which_motion,
)
from debate.cli.parser import Grammar, argument
from debate.i18n.marks import N_


def add_verbs(grammar: Grammar) -> None:
    """Add the verbs of taking part."""
    _say(grammar)
    _weigh(grammar)
    _talk(grammar)
    _moderate(grammar)
    _vote(grammar)
    _conclude(grammar)


def _say(grammar: Grammar) -> None:
    w = grammar.words
    claim = sentence(w, "claim", "CLAIM")
    grounds = argument("--grounds", default="", metavar="TEXT", help=w(N_("why; Markdown")))
    source = argument("--source", action="append", metavar="TEXT", default=[],
                      help=w(N_("where it comes from; a link at its end is kept as one")))  # fmt: skip
    one = target(w)
    grammar.verb(
        "argue", "arguments:argue", w(N_("add an argument for or against a motion")), session(w),
        side(w), claim, which_motion(w), grounds, source,
        argument("--weight", type=int, metavar="N",
                 help=w(N_("weigh it at once: 0 to 10, points or votes"))),
        seat(w),
        example='debate argue "Monday group" for "Only states can pay for years of preparation"',
    )  # fmt: skip
    for name, help_text in (
        ("rebut", w(N_("answer an argument: it is not true"))),
        ("undercut", w(N_("answer an argument: it is not relevant"))),
        ("support", w(N_("back an argument up"))),
    ):
        grammar.verb(name, f"arguments:{name}", help_text, session(w), one, claim, grounds, source,
                     seat(w), example=f'debate {name} "Monday group" 3 "The figures are from 2012"')  # fmt: skip
    grammar.verb("revise", "arguments:revise", w(N_("change the words of your argument")), session(w),
                 one, claim, grounds, source, seat(w),
                 example='debate revise "Monday group" 3 "A better sentence"')  # fmt: skip
    grammar.verb("withdraw", "arguments:withdraw", w(N_("take your argument back; replies stay")),
                 session(w), one, seat(w), example='debate withdraw "Monday group" 3')  # fmt: skip
    grammar.verb("reinstate", "arguments:reinstate", w(N_("stand by your argument again")),
                 session(w), one, seat(w), example='debate reinstate "Monday group" 3')  # fmt: skip
    grammar.verb("relate", "talk:relate", w(N_("let an argument bear on something else as well")),
                 session(w), one,
                 argument("relation", choices=("supports", "attacks", "undercuts"),
                          help=w(N_("back the other up, deny it, or call it not relevant"))),
                 about(w, "other"),
                 argument("--allow-cycle", action="store_true",
                          help=w(N_("even when arguments then go round in a circle"))),
                 seat(w),
                 example='debate relate "Monday group" 3 attacks 5')  # fmt: skip
    grammar.verb("unrelate", "talk:unrelate", w(N_("take such a relation back")), session(w), one,
                 about(w, "other"), seat(w),
                 example='debate unrelate "Monday group" 3 5')  # fmt: skip


def _weigh(grammar: Grammar) -> None:
    w = grammar.words
    one = target(w)
    grammar.verb(
        "weigh", "arguments:weigh", w(N_("say how much an argument weighs for you")), session(w), one,
        argument("value", metavar="WEIGHT", help=w(N_("0 to 10, points or votes; `none` takes it back"))),
        on_behalf(w), seat(w), example='debate weigh "Monday group" 3 8',
    )  # fmt: skip
    grammar.verb("adopt", "arguments:adopt", w(N_("make an argument yours too")), session(w), one,
                 seat(w), example='debate adopt "Monday group" 3')  # fmt: skip
    grammar.verb("disown", "arguments:disown", w(N_("no longer make it yours")), session(w), one,
                 seat(w), example='debate disown "Monday group" 3')  # fmt: skip


def _talk(grammar: Grammar) -> None:
    w = grammar.words
    topic, text = about(w), prose(w)
    grammar.verb("ask", "talk:ask", w(N_("ask what something means")), session(w), topic, text, seat(w),
                 example='debate ask "Monday group" 3 "Which year is this?"')  # fmt: skip
    grammar.verb("answer", "talk:answer", w(N_("answer a question")), session(w),
                 argument("question", metavar="QUESTION", help=w(N_("its number, as `debate show` gives it"))), text, seat(w),
                 example='debate answer "Monday group" q1 "It is 2021"')  # fmt: skip
    grammar.verb("remark", "talk:remark", w(N_("make a remark")), session(w), topic, text,
                 argument("--crux", action="store_true", help=w(N_("say what would move you"))), seat(w),
                 example='debate remark "Monday group" 3 "I would move if..." --crux')  # fmt: skip
    grammar.verb("restate", "talk:restate", w(N_("say another's argument in your own words")),
                 session(w), target(w), text, seat(w),
                 example='debate restate "Monday group" 3 "You mean that..."')  # fmt: skip
    grammar.verb("judge", "talk:judge", w(N_("say whether a restatement of yours is fair")), session(w),
                 argument("restatement", metavar="RESTATEMENT", help=w(N_("its number, such as r1"))),
                 argument("verdict", choices=("fair", "unfair"),
                          help=w(N_("whether it says what you mean"))),
                 seat(w),
                 example='debate judge "Monday group" r1 fair')  # fmt: skip
    grammar.verb("option", "talk:option", w(N_("propose an answer to rank under a motion")), session(w),
                 motion_id(w), sentence(w, "text", "TEXT"), seat(w),
                 example='debate option "Monday group" state-threats "Both at once"')  # fmt: skip
    merge = grammar.family(
        "merge", w(N_("put together what people hold of one debate, or arguments that say the same")),
        usual="replicas",
    )  # fmt: skip
    grammar.verb("replicas", "merging:run",
                 w(N_("put together what several people hold of one debate")), session(w),
                 argument("sources", nargs="+", metavar="FILE|FOLDER", type=Path,
                          help=w(N_("files that `debate export` wrote, or other data folders"))),
                 into=merge, example='debate merge "Monday group" bo.jsonl stick/debates')  # fmt: skip
    grammar.verb("propose", "talk:propose_merge", w(N_("propose to see arguments as one")), session(w),
                 argument("argument", nargs="+", metavar="ARGUMENT", help=w(N_("the first stands for all"))),
                 note(w, "--note"), seat(w), into=merge,
                 example='debate merge propose "Monday group" 2 3')  # fmt: skip
    for name, help_text in (
        ("accept", w(N_("see them as one"))),
        ("decline", w(N_("see them apart"))),
    ):
        grammar.verb(name, f"talk:{name}_merge", help_text, session(w),
                     argument("merge", metavar="MERGE", help=w(N_("its number, such as m1"))), seat(w),
                     into=merge, example=f'debate merge {name} "Monday group" m1')  # fmt: skip


def _moderate(grammar: Grammar) -> None:
    w = grammar.words
    one = target(w)
    grammar.verb("flag", "arguments:flag", w(N_("ask the facilitator to look at an argument")),
                 session(w), one, note(w, "reason"), seat(w),
                 example='debate flag "Monday group" 3 "Names a person"')  # fmt: skip
    grammar.verb("hide", "arguments:hide", w(N_("take an argument off the screens, with a reason")),
                 session(w), one, note(w, "reason"),
                 example='debate hide "Monday group" 3 "Names a person"')  # fmt: skip
    grammar.verb("unhide", "arguments:unhide", w(N_("put a hidden argument back")), session(w), one,
                 example='debate unhide "Monday group" 3')  # fmt: skip
    grammar.verb("resolve", "arguments:resolve", w(N_("say what became of the flags on an argument")),
                 session(w), one,
                 note(w, "--note", N_("what became of them, in one line of at most 500 characters")),
                 example='debate resolve "Monday group" 3 --note "Kept"')  # fmt: skip


def _vote(grammar: Grammar) -> None:
    w = grammar.words
    motion = which_motion(w)
    grammar.verb(
        "ballot", "ballots:cast", w(N_("cast a sealed ballot: where you stand, and how sure you are")),
        session(w),
        argument("stance", type=int, nargs="?", metavar="STANCE", help=w(N_("-100 (against) to 100 (for)"))),
        argument("--moment", choices=MOMENTS, help=w(N_("which ballot; the one that is due when left out"))),
        round_of(w),
        argument("--confidence", type=int, metavar="PERCENT", help=w(N_("how sure you are, 0 to 100"))),
        argument("--moved-by", action="append", default=[], metavar="ARGUMENT",
                 help=w(N_("what moved you; repeat it"))),
        argument("--verdict", choices=("yes", "no", "abstain", "block"),
                 help=w(N_("also what you decide; block withholds consent"))),
        argument("--rank", action="append", default=[], metavar="OPTION",
                 help=w(N_("options, the best first; join equal ones with ="))),
        motion, on_behalf(w), seat(w), example='debate ballot "Monday group" 40 --confidence 70',
    )  # fmt: skip
    grammar.verb(
        "check-ballot", "check_ballot:run", w(N_("check that your ballot was counted as you cast it")),
        session(w), seat(w), example='debate check-ballot "Monday group"',
    )  # fmt: skip
    grammar.verb(
        "reveal", "ballots:reveal", w(N_("end a ballot and open it")), session(w),
        argument("--moment", choices=MOMENTS, help=w(N_("which ballot; all that wait when left out"))),
        round_of(w), motion,
        argument("--all", dest="every", action="store_true", help=w(N_("of every motion at once"))),
        example='debate reveal "Monday group"',
    )  # fmt: skip


def _conclude(grammar: Grammar) -> None:
    w = grammar.words
    outcome = grammar.family("outcome", w(N_("draft what the debate ends on")))
    which = argument(
        "outcome", metavar="OUTCOME", help=w(N_("its number, as `debate outcome list` gives it"))
    )
    grammar.verb("draft", "outcomes:draft", w(N_("draft a statement")), session(w), prose(w),
                 argument("--motion", metavar="ID", help=w(N_("which motion; the whole debate when left out"))),
                 argument("--review", metavar="YYYY-MM-DD", help=w(N_("the day to look back on it"))),
                 argument("--replaces", metavar="OUTCOME",
                          help=w(N_("the draft it replaces, by its number"))),
                 seat(w), into=outcome,
                 example='debate outcome draft "Monday group" "We agree that..." --review 2027-06-01')  # fmt: skip
    grammar.verb("list", "outcomes:list_outcomes", w(N_("list the drafts")), session(w), into=outcome,
                 example='debate outcome list "Monday group"')  # fmt: skip
    grammar.verb("endorse", "outcomes:endorse", w(N_("say where you stand on a draft")), session(w), which,
                 argument("degree", choices=("endorse", "accept", "object"),
                          help=w(N_("accept when you can live with it"))),
                 seat(w), into=outcome,
                 example='debate outcome endorse "Monday group" 1 accept')  # fmt: skip
    grammar.verb("dissent", "outcomes:dissent", w(N_("put a note of dissent beside a draft")), session(w),
                 which, prose(w), seat(w), into=outcome,
                 example='debate outcome dissent "Monday group" 1 "Not without..."')  # fmt: skip
    grammar.verb("adopt", "outcomes:adopt", w(N_("declare a draft the outcome")), session(w), which,
                 into=outcome, example='debate outcome adopt "Monday group" 1')  # fmt: skip
