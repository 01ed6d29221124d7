"""Verb: check a debate, or a file of facts, from its documents on, and say what does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from debate.cli.exits import Exit
from debate.service.elsewhere import is_file_of_facts
from debate.service.examination_words import complaints, counts, hearsay, marked, odd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from debate.cli.context import Context
    from debate.service.examination import Examination


def run(context: Context) -> int:
    """Check what was named, or every debate that is here."""
    found = list(_examined(context))
    if context.is_json:
        context.say_json([as_json(each) for each in found])
    else:
        for each in found:
            print_examination(context, each)
        if not found:
            context.say(context.t.text("There are no debates here to check."))
    return Exit.DONE if all(each.holds for each in found) else Exit.REFUSED


def _examined(context: Context) -> Iterator[Examination]:
    from debate.service.carrying import read_facts
    from debate.service.examination import examine, examine_documents

    named = context.session_name
    if named is not None and is_file_of_facts(named):
        name, documents = read_facts(Path(named))
        yield examine_documents(name, documents)
        return
    for each in [named] if named else context.workspace.library.sessions():
        session = context.workspace.open(each).session
        session.refresh()
        yield examine(session)


def as_json(found: Examination) -> dict[str, object]:
    """Return what a check came to, for a program."""
    return {
        "session": found.session,
        "title": found.title,
        "holds": found.holds,
        "facts": found.facts,
        "authors": found.authors,
        "odd": dict(odd(found)),
        "missing": [
            {
                "author": each.author,
                "key": each.key,
                "first": each.first,
                "last": each.last,
                "seen_by": each.witness,
                "proven": each.is_proven,
            }
            for each in found.missing
        ],
        "damaged_places": len(found.damage),
        "unknown": found.unknown,
        "ballots": {
            "opened": found.ballots_opened,
            "broken": found.ballots_broken,
            "unopened": found.ballots_unopened,
        },
        "standings": dict(found.standings),
        "figures": found.figures,
        "figures_wrong": found.figures_wrong,
        "words": list(found.words),
    }


def print_examination(context: Context, found: Examination) -> None:
    """Say what a check came to."""
    t = context.t
    context.say(f"{found.title}  ({found.session[:8]})")
    if found.holds:
        context.say("✓ " + t.text("Everything holds: every fact is signed and in its chain."))
    for line in complaints(found, t):
        context.say("✗ " + line)
    for line in (*hearsay(found, t), *marked(found, t)):
        context.say("! " + line)
    for line in counts(found, t):
        context.say("  " + line)
    context.say("  " + t.text("To compare by voice: {words}", words=" ".join(found.words)))
