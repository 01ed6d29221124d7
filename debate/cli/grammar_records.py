"""Verbs on records and materials: the journal, its checks, copies, motions, and the demonstration."""

from __future__ import annotations

from pathlib import Path

from debate.cli.grammar_parts import motion_id, path, session
from debate.cli.parser import Grammar, argument
from debate.i18n.marks import N_


def add_verbs(grammar: Grammar) -> None:
    """Add the verbs on records and materials."""
    _records(grammar)
    _motions(grammar)
    _runsheets(grammar)
    _rest(grammar)


def _records(grammar: Grammar) -> None:
    w = grammar.words
    grammar.verb("log", "records:log", w(N_("read the journal as lines")), session(w),
                 argument("--last", type=int, metavar="N", help=w(N_("only the last N facts"))),
                 example='debate log "Monday group" --last 20')  # fmt: skip
    grammar.verb("verify", "verifying:run",
                 w(N_("check every signature, chain and ballot, and work every figure out again")),
                 argument("session", nargs="?", metavar="DEBATE|FILE",
                          help=w(N_("a debate, or a file of facts; all debates when left out"))),
                 example='debate verify "Monday group"')  # fmt: skip
    grammar.verb("report", "report:run", w(N_("write the minutes of a debate")), session(w),
                 argument("--format", choices=("text", "md", "html", "json", "csv"),
                          help=w(N_("the form; text when left out"))),
                 argument("-o", "--output", type=Path, metavar="FILE",
                          help=w(N_("write them here instead of showing them"))),
                 example='debate report "Monday group" --format html -o minutes.html')  # fmt: skip
    grammar.verb("compare", "comparing:run",
                 w(N_("compare groups that debated the same motions, each in a debate of its own")),
                 session(w),
                 argument("others", nargs="*", metavar="DEBATE|FILE",
                          help=w(N_("the other debates, or files that `debate export` wrote"))),
                 argument("--motion", metavar="MOTION", help=w(N_("only this motion"))),
                 argument("--format", choices=("text", "md", "html", "json", "csv"),
                          help=w(N_("write a report in this form"))),
                 argument("-o", "--output", type=Path, metavar="FILE",
                          help=w(N_("write it here instead of showing it"))),
                 example='debate compare "Group A" "Group B" --format html -o groups.html')  # fmt: skip
    grammar.verb("export", "records:export", w(N_("write a debate's facts to a file")), session(w),
                 path("file", w(N_("where to write them; a file of that name is replaced"))),
                 example='debate export "Monday group" monday.jsonl')  # fmt: skip
    grammar.verb("import", "merging:import_facts", w(N_("take in the facts of a file; twice is once")),
                 path("file", w(N_("a file that `debate export` wrote"))), example="debate import monday.jsonl")  # fmt: skip
    grammar.verb("doctor", "care:doctor", w(N_("check the data folder, and mend what can be mended")),
                 argument("--repair", action="store_true", help=w(N_("mend it; originals are kept"))),
                 example="debate doctor --repair")  # fmt: skip
    grammar.verb("backup", "care:backup", w(N_("copy everything to a file")),
                 path("file", w(N_("where to write it; a file of that name is replaced"))),
                 argument("--with-keys", action="store_true",
                          help=w(N_("the secret keys too: whoever has the file is you"))),
                 example="debate backup debate.tar")  # fmt: skip
    grammar.verb("restore", "care:restore", w(N_("put back a backup; the data folder that was there is kept beside it")),
                 path("file", w(N_("a file that `debate backup` wrote"))),
                 example="debate restore debate.tar --data-dir ~/debates")  # fmt: skip


def _motions(grammar: Grammar) -> None:
    w = grammar.words
    motions = grammar.family(
        "motions", w(N_("read and write motions")), alone="motions:list_motions"
    )
    grammar.verb("list", "motions:list_motions", w(N_("list the motions of every pack")), into=motions,
                 example="debate motions list")  # fmt: skip
    grammar.verb("show", "motions:show", w(N_("read a motion")), motion_id(w), into=motions,
                 example="debate motions show state-threats")  # fmt: skip
    grammar.verb("check", "motions:check", w(N_("find every fault in a pack, with file and line")),
                 path("folder", w(N_("where the pack is"))),
                 into=motions, example="debate motions check my-pack")  # fmt: skip
    grammar.verb("new", "motions:new", w(N_("start a pack that passes the check")),
                 path("folder", w(N_("where to put it: a new folder, or an empty one"))),
                 into=motions, example="debate motions new my-pack")  # fmt: skip


def _runsheets(grammar: Grammar) -> None:
    w = grammar.words
    runsheets = grammar.family(
        "runsheets", w(N_("read and write run-sheets")), alone="runsheets:list_runsheets"
    )
    grammar.verb("list", "runsheets:list_runsheets", w(N_("list the run-sheets")), into=runsheets,
                 example="debate runsheets list")  # fmt: skip
    grammar.verb("show", "runsheets:show", w(N_("read a run-sheet")),
                 argument("runsheet", metavar="ID", help=w(N_("its id, as `debate runsheets list` gives it"))),
                 into=runsheets,
                 example="debate runsheets show open")  # fmt: skip
    grammar.verb("check", "runsheets:check", w(N_("find every fault in a run-sheet")),
                 path("file", w(N_("the run-sheet, in TOML"))), into=runsheets,
                 example="debate runsheets check mine.toml")  # fmt: skip
    grammar.verb("new", "runsheets:new", w(N_("start a run-sheet that passes the check")),
                 path("file", w(N_("where to put it: a file that is not there yet"))),
                 into=runsheets, example="debate runsheets new mine.toml")  # fmt: skip


def _rest(grammar: Grammar) -> None:
    w = grammar.words
    analyse = grammar.family("analyse", w(N_("work out figures of material from elsewhere")))
    grammar.verb("polis", "analyse:polis", w(N_("opinion groups of a Polis export")),
                 path("folder", w(N_("where the files of the export are"))),
                 argument("--agree", type=int, choices=(1, -1), metavar="1|-1",
                          help=w(N_("which vote means agree, when the export does not tell"))),
                 into=analyse, example="debate analyse polis export-folder --json")  # fmt: skip
    grammar.verb("demo", "demo:run", w(N_("play one complete short debate and print its minutes")),
                 argument("--keep", metavar="DIR", type=Path, help=w(N_("keep the debate in this folder"))),
                 example="debate demo --plain")  # fmt: skip
    grammar.verb("settings", "settings:run", w(N_("see or change a setting")),
                 argument("name", nargs="?", metavar="NAME", help=w(N_("which one; all of them when left out"))),
                 argument("value", nargs="?", metavar="VALUE",
                          help=w(N_("what it becomes; shown as it is when left out"))),
                 example="debate settings language nl")  # fmt: skip
    grammar.verb("completion", "completion:run", w(N_("print the completion script of a shell")),
                 argument("shell", choices=("bash", "zsh", "tcsh"), help=w(N_("the shell that you type in"))),
                 example="debate completion bash > ~/.local/share/bash-completion/completions/debate")  # fmt: skip
