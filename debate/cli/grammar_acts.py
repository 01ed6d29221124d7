"""Verbs on arguments, ballots and the outcome: what people do in a debate."""

from __future__ import annotations

from pathlib import Path

from debate.cli.grammar_debates import MOMENTS, seat, session
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
    claim = argument("claim", help=w(N_("one sentence of at most 280 characters")))
    grounds = argument("--grounds", default="", help=w(N_("why; Markdown")))
    source = argument("--source", action="append", metavar="TEXT", default=[],
                      help=w(N_("where it comes from; a link at its end is kept as one")))  # fmt: skip
    target = argument(
        "argument", metavar="ARGUMENT", help=w(N_("its number, or the start of its id"))
    )
    grammar.verb(
        "argue", "arguments:argue", w(N_("add an argument for or against a motion")), session(w),
        argument("side", choices=("for", "against")), claim,
        argument("--motion", metavar="ID", help=w(N_("which motion, when there is more than one"))),
        grounds, source,
        argument("--weight", type=int, help=w(N_("weigh it at once"))), seat(w),
        example='debate argue "Monday group" for "Only states can pay for years of preparation"',
    )  # fmt: skip
    for name, help_text in (
        ("rebut", w(N_("answer an argument: it is not true"))),
        ("undercut", w(N_("answer an argument: it is not relevant"))),
        ("support", w(N_("back an argument up"))),
    ):
        grammar.verb(name, f"arguments:{name}", help_text, session(w), target, claim, grounds, source,
                     seat(w), example=f'debate {name} "Monday group" 3 "The figures are from 2012"')  # fmt: skip
    grammar.verb("revise", "arguments:revise", w(N_("change the words of your argument")), session(w),
                 target, claim, grounds, source, seat(w),
                 example='debate revise "Monday group" 3 "A better sentence"')  # fmt: skip
    grammar.verb("withdraw", "arguments:withdraw", w(N_("take your argument back; replies stay")),
                 session(w), target, seat(w), example='debate withdraw "Monday group" 3')  # fmt: skip
    grammar.verb("reinstate", "arguments:reinstate", w(N_("stand by your argument again")),
                 session(w), target, seat(w), example='debate reinstate "Monday group" 3')  # fmt: skip
    grammar.verb("relate", "talk:relate", w(N_("let an argument bear on something else as well")),
                 session(w), target, argument("relation", choices=("supports", "attacks", "undercuts")),
                 argument("other", metavar="ARGUMENT|MOTION"),
                 argument("--allow-cycle", action="store_true"), seat(w),
                 example='debate relate "Monday group" 3 attacks 5')  # fmt: skip
    grammar.verb("unrelate", "talk:unrelate", w(N_("take such a relation back")), session(w), target,
                 argument("other", metavar="ARGUMENT|MOTION"), seat(w),
                 example='debate unrelate "Monday group" 3 5')  # fmt: skip


def _weigh(grammar: Grammar) -> None:
    w = grammar.words
    target = argument("argument", metavar="ARGUMENT")
    grammar.verb(
        "weigh", "arguments:weigh", w(N_("say how much an argument weighs for you")), session(w), target,
        argument("value", help=w(N_("0 to 10, points or votes; `none` takes it back"))),
        argument("--for", dest="on_behalf_of", metavar="PERSON", help=w(N_("somebody on paper"))),
        seat(w), example='debate weigh "Monday group" 3 8',
    )  # fmt: skip
    grammar.verb("adopt", "arguments:adopt", w(N_("make an argument yours too")), session(w), target,
                 seat(w), example='debate adopt "Monday group" 3')  # fmt: skip
    grammar.verb("disown", "arguments:disown", w(N_("no longer make it yours")), session(w), target,
                 seat(w), example='debate disown "Monday group" 3')  # fmt: skip


def _talk(grammar: Grammar) -> None:
    w = grammar.words
    about = argument("about", metavar="ARGUMENT|MOTION")
    text = argument("text")
    grammar.verb("ask", "talk:ask", w(N_("ask what something means")), session(w), about, text, seat(w),
                 example='debate ask "Monday group" 3 "Which year is this?"')  # fmt: skip
    grammar.verb("answer", "talk:answer", w(N_("answer a question")), session(w),
                 argument("question", help=w(N_("its number, as `debate show` gives it"))), text, seat(w),
                 example='debate answer "Monday group" q1 "It is 2021"')  # fmt: skip
    grammar.verb("remark", "talk:remark", w(N_("make a remark")), session(w), about, text,
                 argument("--crux", action="store_true", help=w(N_("say what would move you"))), seat(w),
                 example='debate remark "Monday group" 3 "I would move if..." --crux')  # fmt: skip
    grammar.verb("restate", "talk:restate", w(N_("say another's argument in your own words")),
                 session(w), argument("argument", metavar="ARGUMENT"), text, seat(w),
                 example='debate restate "Monday group" 3 "You mean that..."')  # fmt: skip
    grammar.verb("judge", "talk:judge", w(N_("say whether a restatement of yours is fair")), session(w),
                 argument("restatement"), argument("verdict", choices=("fair", "unfair")), seat(w),
                 example='debate judge "Monday group" r1 fair')  # fmt: skip
    grammar.verb("option", "talk:option", w(N_("propose an answer to rank under a motion")), session(w),
                 argument("motion"), text, seat(w),
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
                 argument("--note", default=""), seat(w), into=merge,
                 example='debate merge propose "Monday group" 3 5')  # fmt: skip
    for name, help_text in (
        ("accept", w(N_("see them as one"))),
        ("decline", w(N_("see them apart"))),
    ):
        grammar.verb(name, f"talk:{name}_merge", help_text, session(w), argument("merge"), seat(w),
                     into=merge, example=f'debate merge {name} "Monday group" m1')  # fmt: skip


def _moderate(grammar: Grammar) -> None:
    w = grammar.words
    target = argument("argument", metavar="ARGUMENT")
    grammar.verb("flag", "arguments:flag", w(N_("ask the facilitator to look at an argument")),
                 session(w), target, argument("reason"), seat(w),
                 example='debate flag "Monday group" 3 "Names a person"')  # fmt: skip
    grammar.verb("hide", "arguments:hide", w(N_("take an argument off the screens, with a reason")),
                 session(w), target, argument("reason"),
                 example='debate hide "Monday group" 3 "Names a person"')  # fmt: skip
    grammar.verb("unhide", "arguments:unhide", w(N_("put a hidden argument back")), session(w), target,
                 example='debate unhide "Monday group" 3')  # fmt: skip
    grammar.verb("resolve", "arguments:resolve", w(N_("say what became of the flags on an argument")),
                 session(w), target, argument("--note", default=""),
                 example='debate resolve "Monday group" 3 --note "Kept"')  # fmt: skip


def _vote(grammar: Grammar) -> None:
    w = grammar.words
    motion = argument(
        "--motion", metavar="ID", help=w(N_("which motion, when there is more than one"))
    )
    grammar.verb(
        "ballot", "ballots:cast", w(N_("cast a sealed ballot: where you stand, and how sure you are")),
        session(w),
        argument("stance", type=int, nargs="?", help=w(N_("-100 (against) to 100 (for)"))),
        argument("--moment", choices=MOMENTS, help=w(N_("opening, unless you cast that one already"))),
        argument("--round", type=int, default=0),
        argument("--confidence", type=int, metavar="PERCENT"),
        argument("--moved-by", action="append", default=[], metavar="ARGUMENT",
                 help=w(N_("what moved you; repeat it"))),
        argument("--verdict", choices=("yes", "no", "abstain", "block")),
        argument("--rank", action="append", default=[], metavar="OPTION",
                 help=w(N_("options, the best first; join equal ones with ="))),
        motion,
        argument("--for", dest="on_behalf_of", metavar="PERSON", help=w(N_("somebody on paper"))),
        seat(w), example='debate ballot "Monday group" 40 --confidence 70',
    )  # fmt: skip
    grammar.verb(
        "check-ballot", "check_ballot:run", w(N_("check that your ballot was counted as you cast it")),
        session(w), seat(w), example='debate check-ballot "Monday group"',
    )  # fmt: skip
    grammar.verb(
        "reveal", "ballots:reveal", w(N_("end a ballot and open it")), session(w),
        argument("--moment", choices=MOMENTS), argument("--round", type=int, default=0), motion,
        argument("--all", dest="every", action="store_true", help=w(N_("of every motion at once"))),
        example='debate reveal "Monday group"',
    )  # fmt: skip


def _conclude(grammar: Grammar) -> None:
    w = grammar.words
    outcome = grammar.family("outcome", w(N_("draft what the debate ends on")))
    which = argument("outcome", help=w(N_("its number, as `debate outcome list` gives it")))
    grammar.verb("draft", "outcomes:draft", w(N_("draft a statement")), session(w), argument("text"),
                 argument("--motion", metavar="ID"), argument("--review", metavar="YYYY-MM-DD"),
                 argument("--replaces", metavar="OUTCOME"), seat(w), into=outcome,
                 example='debate outcome draft "Monday group" "We agree that..." --review 2027-06-01')  # fmt: skip
    grammar.verb("list", "outcomes:list_outcomes", w(N_("list the drafts")), session(w), into=outcome,
                 example='debate outcome list "Monday group"')  # fmt: skip
    grammar.verb("endorse", "outcomes:endorse", w(N_("say where you stand on a draft")), session(w), which,
                 argument("degree", choices=("endorse", "accept", "object")), seat(w), into=outcome,
                 example='debate outcome endorse "Monday group" 1 accept')  # fmt: skip
    grammar.verb("dissent", "outcomes:dissent", w(N_("put a note of dissent beside a draft")), session(w),
                 which, argument("text"), seat(w), into=outcome,
                 example='debate outcome dissent "Monday group" 1 "Not without..."')  # fmt: skip
    grammar.verb("adopt", "outcomes:adopt", w(N_("declare a draft the outcome")), session(w), which,
                 into=outcome, example='debate outcome adopt "Monday group" 1')  # fmt: skip
