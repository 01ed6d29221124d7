"""Verbs on debates as a whole: begin, list, show, lead and end them."""

from __future__ import annotations

from debate.cli.grammar_parts import (
    amendments,
    charter,
    maybe_motion,
    motion_id,
    name,
    note,
    person,
    seat,
    session,
    side,
)
from debate.cli.parser import Grammar, argument
from debate.cli.share import share
from debate.i18n.marks import N_

RULES = (
    "simple", "two-thirds", "three-quarters", "unanimity", "consent", "consensus-minus-one",
)  # fmt: skip


def add_verbs(grammar: Grammar) -> None:
    """Add the verbs on debates."""
    _begin(grammar)
    _look(grammar)
    _lead(grammar)
    _people(grammar)


def _begin(grammar: Grammar) -> None:
    w = grammar.words
    grammar.verb(
        "new",
        "debates:new",
        w(N_("begin a debate")),
        argument(
            "title", nargs="?", metavar="TITLE", help=w(N_("its title; the motion's when left out"))
        ),
        *charter(w),
        example='debate new "Monday group" --motion state-threats --name Ada',
    )


def _look(grammar: Grammar) -> None:
    w = grammar.words
    grammar.verb("list", "listing:run", w(N_("list the debates")), example="debate list")
    grammar.verb(
        "show",
        "debates:show",
        w(N_("show a debate: where it stands, its arguments, one argument")),
        session(w),
        argument("item", nargs="?", metavar="MOTION|ARGUMENT", help=w(N_("only this one"))),
        seat(w),
        example='debate show "Monday group" 3',
    )
    grammar.verb(
        "results",
        "results:run",
        w(N_("show what moved, and whom")),
        session(w),
        argument("motion", nargs="?", metavar="MOTION", help=w(N_("only this motion"))),
        example='debate results "Monday group"',
    )
    grammar.verb(
        "decide", "deciding:run",
        w(N_("tell whether motions carry, and which option or motion people prefer")), session(w),
        argument("motion", nargs="?", metavar="MOTION", help=w(N_("only this motion"))),
        argument("--rule", choices=RULES, default=RULES[0], metavar="RULE",
                 help=w(N_("what it takes to carry a motion: simple (the usual), two-thirds, three-quarters, unanimity, consent or consensus-minus-one"))),
        argument("--quorum", type=share, metavar="FRACTION",
                 help=w(N_("the share of people who must take part, such as 1/2"))),
        example='debate decide "Monday group" --rule two-thirds --quorum 1/2',
    )  # fmt: skip
    grammar.verb(
        "line",
        "line:run",
        w(N_("take part line by line, without a screen")),
        argument("session", nargs="?", metavar="DEBATE", help=w(N_("the debate to sit down in"))),
        seat(w),
        example='debate line "Monday group"',
    )
    grammar.verb(
        "discard", "debates:discard", w(N_("move a debate to the trash")), session(w),
        example='debate discard "Monday group"',
    )  # fmt: skip
    grammar.verb(
        "put-back", "debates:put_back", w(N_("take a debate out of the trash")),
        argument("name", nargs="?", metavar="NAME", help=w(N_("its title, or its name in the trash; without it, the trash"))),
        example="debate put-back",
    )  # fmt: skip


def _lead(grammar: Grammar) -> None:
    w = grammar.words
    grammar.verb("room", "room:run", w(N_("see how far the room is: clock, line to read, counts")),
                 session(w), example='debate room "Monday group"')  # fmt: skip
    grammar.verb("projector", "projector:run", w(N_("show a debate to the room in large type")),
                 argument("session", nargs="?", metavar="DEBATE", help=w(N_("the newest when left out"))),
                 argument("--join", default="", metavar="TEXT", help=w(N_("what people type to join"))),
                 argument("--qr", default="", metavar="TEXT",
                          help=w(N_("what a camera reads to join; the join line when left out"))),
                 example='debate projector "Monday group" --join "ssh debate@10.0.0.5"')  # fmt: skip
    grammar.verb("notes", "room:notes", w(N_("read or write your private notes on a debate")),
                 session(w), argument("text", nargs="?", metavar="TEXT", help=w(N_("a line to add"))),
                 argument("--clear", action="store_true", help=w(N_("throw the notes away"))), seat(w),
                 example='debate notes "Monday group" "Ask the back row first"')  # fmt: skip
    phase = grammar.family("phase", w(N_("lead the debate from phase to phase")))
    for verb, help_text in (
        ("next", w(N_("go on to the next phase"))),
        ("undo", w(N_("go back to the phase before"))),
        ("pause", w(N_("stop the clock"))),
        ("resume", w(N_("let the clock run on"))),
        ("show", w(N_("show the phases and the clock"))),
    ):
        grammar.verb(verb, f"phases:{verb}", help_text, session(w), into=phase,
                     example=f'debate phase {verb} "Monday group"')  # fmt: skip
    grammar.verb("go", "phases:go", w(N_("go to a phase")), session(w),
                 argument("phase", metavar="PHASE", help=w(N_("its id, as `debate phase show` gives it"))),
                 into=phase, example='debate phase go "Monday group" weigh')  # fmt: skip
    grammar.verb("extend", "phases:extend", w(N_("give this phase more minutes")), session(w),
                 argument("minutes", type=int, metavar="MINUTES",
                          help=w(N_("how many, such as 5 or -5; in all 1 to 600"))),
                 into=phase, example='debate phase extend "Monday group" 5')  # fmt: skip
    grammar.verb("freeze", "phases:freeze", w(N_("let nobody act but those who lead, until you thaw the debate")),
                 session(w), note(w, "--reason"), example='debate freeze "Monday group"')  # fmt: skip
    for verb, help_text in (
        ("thaw", w(N_("let people act again"))),
        ("close", w(N_("end the debate"))),
        ("reopen", w(N_("go on with a debate that was ended"))),
    ):
        grammar.verb(
            verb, f"phases:{verb}", help_text, session(w), example=f'debate {verb} "Monday group"'
        )
    grammar.verb(
        "amend", "debates:amend", w(N_("change the title, add motions, or change agreements before the first ballot")),
        session(w), *amendments(w),
        example='debate amend "Monday group" --contract secret',
    )  # fmt: skip


def _people(grammar: Grammar) -> None:
    w = grammar.words
    people = grammar.family("people", w(N_("see and lead the people of a debate")))
    somebody = person(w)
    grammar.verb("list", "people:list_people", w(N_("list who takes part")), session(w), into=people,
                 example='debate people list "Monday group"')  # fmt: skip
    grammar.verb("seat", "people:add_seat", w(N_("let somebody join at this keyboard")), session(w),
                 name(w), into=people, example='debate people seat "Monday group" Ada')  # fmt: skip
    grammar.verb("rename", "people:rename", w(N_("change the name you go by")), session(w),
                 name(w), seat(w), into=people,
                 example='debate people rename "Monday group" Ada')  # fmt: skip
    grammar.verb("leave", "people:leave", w(N_("leave the debate; what you said stays")), session(w),
                 seat(w), into=people, example='debate people leave "Monday group"')  # fmt: skip
    grammar.verb("enrol", "people:enrol", w(N_("take part for somebody on paper or by proxy")),
                 session(w), name(w),
                 argument("--channel", choices=("paper", "proxy"), default="paper",
                          help=w(N_("how they take part; on paper when left out"))),
                 into=people,
                 example='debate people enrol "Monday group" Ada')  # fmt: skip
    grammar.verb("remove", "people:remove", w(N_("end somebody's part in the debate")), session(w),
                 somebody, note(w, "--reason"), into=people,
                 example='debate people remove "Monday group" 3')  # fmt: skip
    grammar.verb("reinstate", "people:reinstate", w(N_("take a removal back")), session(w), somebody,
                 into=people, example='debate people reinstate "Monday group" 3')  # fmt: skip
    grammar.verb("confirm", "people:confirm", w(N_("put somebody on the roster")), session(w), somebody,
                 into=people, example='debate people confirm "Monday group" 3')  # fmt: skip
    grammar.verb("grant", "people:grant", w(N_("give somebody a role")), session(w), somebody,
                 argument("role", choices=("facilitator", "participant", "observer"),
                          help=w(N_("to lead, to take part, or to look on"))),
                 into=people,
                 example='debate people grant "Monday group" 3 facilitator')  # fmt: skip
    grammar.verb("withdraw-role", "people:withdraw_role", w(N_("take the facilitator's role back")),
                 session(w), somebody, into=people,
                 example='debate people withdraw-role "Monday group" 3')  # fmt: skip
    grammar.verb("side", "people:assign_side", w(N_("ask somebody to argue one side")), session(w),
                 somebody, motion_id(w), side(w), into=people, example='debate people side "Monday group" 3 state-threats for')  # fmt: skip
    for verb, help_text in (
        ("draw-sides", w(N_("give everybody a side to argue, by lot"))),
        ("swap-sides", w(N_("give everybody the other side to argue"))),
    ):
        grammar.verb(verb, f"people:{verb.replace('-', '_')}", help_text, session(w),
                     maybe_motion(w), into=people,
                     example=f'debate people {verb} "Monday group"')  # fmt: skip
    grammar.verb("done", "people:finish_step", w(N_("say that you are done with this phase")),
                 session(w), seat(w), into=people, example='debate people done "Monday group"')  # fmt: skip
    grammar.verb("hand", "people:hand", w(N_("ask for the floor, or take that back")), session(w),
                 argument("--down", action="store_true", help=w(N_("let your own hand sink"))),
                 argument("--of", metavar="PERSON", help=w(N_("let this person's hand sink, who had the floor"))),
                 seat(w), into=people,
                 example='debate people hand "Monday group"')  # fmt: skip
