"""Verb: check a debate, or a file of facts, from its documents on, and say what does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from debate.cli.exits import Exit
from debate.i18n.findings import FACTS
from debate.i18n.numbers import format_number
from debate.service.elsewhere import is_file_of_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from debate.cli.context import Context
    from debate.service.examination import Examination
    from debate.service.missing import Missing


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
        "odd": dict(_odd(found)),
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
        "figures": found.figures,
        "figures_wrong": found.figures_wrong,
        "words": list(found.words),
    }


def _odd(found: Examination) -> list[tuple[str, int]]:
    verdict = found.verdict
    counts = (
        ("gap", len(verdict.gaps)),
        ("fork", len(verdict.forks)),
        ("bad-id", len(verdict.bad_ids)),
        ("bad-signature", len(verdict.bad_signatures)),
        ("unsigned", len(verdict.unsigned)),
        ("wrong-session", len(verdict.wrong_session)),
        ("malformed", len(verdict.malformed)),
        ("misnumbered", len(verdict.misnumbered)),
    )
    return [(name, count) for name, count in counts if count]


def print_examination(context: Context, found: Examination) -> None:
    """Say what a check came to."""
    t = context.t
    context.say(f"{found.title}  ({found.session[:8]})")
    if found.holds:
        context.say("✓ " + t.text("Everything holds: every fact is signed and in its chain."))
    for line in _complaints(context, found):
        context.say("✗ " + line)
    for each in found.missing:
        if not each.is_proven:
            context.say("! " + missing_words(context, each))
    context.say(
        "  "
        + t.text(
            "Facts: {facts}. Keys: {authors}. Opened ballots: {ballots}. Figures worked out again: "
            "{figures}.",
            facts=format_number(found.facts, t.language),
            authors=found.authors,
            ballots=found.ballots_opened,
            figures=found.figures,
        )
    )
    if found.unknown:
        context.say("  " + t.plural("{n} fact is of a newer program: kept, not understood.",
                                    "{n} facts are of a newer program: kept, not understood.",
                                    found.unknown))  # fmt: skip
    context.say("  " + t.text("To compare by voice: {words}", words=" ".join(found.words)))


def missing_words(context: Context, each: Missing) -> str:
    """Say whose facts are not here, and who had seen them."""
    t = context.t
    author = each.author or (
        t.text("key {key}…", key=each.key) if each.key else t.text("one author")
    )
    numbers = str(each.first) if each.first == each.last else f"{each.first}–{each.last}"
    said = t.text("Missing of {author}: {numbers}.", author=author, numbers=numbers)
    if each.witness is not None:
        said = f"{said} {t.text('{name} had seen them.', name=each.witness)}"
    more = t.text("Take them in from somebody who has them: `debate merge`.")
    return f"{said} {more}"


def _complaints(context: Context, found: Examination) -> list[str]:
    t, verdict = context.t, found.verdict
    lines = [missing_words(context, each) for each in found.missing if each.is_proven]
    lines += [t.text(FACTS["fork"], number=each.number) for each in verdict.forks]
    lines += [
        t.text(FACTS[name], count=count)
        for name, count in _odd(found)
        if name not in {"gap", "fork"}
    ]
    counted = (
        (len(found.damage), t.plural("{n} place cannot be read.", "{n} places cannot be read.",
                                     len(found.damage))),
        (found.ballots_broken, t.plural("{n} ballot is not what was sealed.",
                                        "{n} ballots are not what was sealed.",
                                        found.ballots_broken)),
        (found.figures_wrong, t.plural("{n} figure comes out differently.",
                                       "{n} figures come out differently.", found.figures_wrong)),
    )  # fmt: skip
    lines += [words for count, words in counted if count]
    return lines
