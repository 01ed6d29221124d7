"""Verbs on the journal: read it, check it, carry it elsewhere and take it in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.domain.fact import Fact
from debate.i18n.findings import FACTS
from debate.i18n.numbers import format_number

if TYPE_CHECKING:
    from debate.service.examination import Examination
    from debate.service.session import Session


def log(context: Context) -> int:
    """Tell the journal, one sentence a fact, in the order in which facts came here."""
    from debate.service.chronicle import Chronicle

    seat = context.seat()
    documents = _last(seat.session.documents(), context.args.last)
    chronicle = Chronicle(seat, context.t)
    is_secret = seat.debate.charter.contract == "secret"
    rows = [_row(Fact(each), chronicle.tell(Fact(each)), is_secret) for each in documents]
    if context.is_json:
        context.say_json(rows)
        return Exit.DONE
    for row in rows:
        context.say(f"{row['time']}  {row['text']}")
    return Exit.DONE


def _last(documents: Sequence[dict[str, Any]], count: int | None) -> Sequence[dict[str, Any]]:
    return documents if count is None else documents[len(documents) - max(0, count) :]


def _row(fact: Fact, text: str, is_secret: bool) -> dict[str, object]:  # noqa: FBT001
    """Return a fact as a row; under a secret contract nothing in it tells authors apart."""
    moment = datetime.fromtimestamp(fact.milliseconds / 1000, UTC).astimezone()
    if is_secret:
        return {"time": f"{moment:%Y-%m-%d}", "kind": fact.kind, "text": text}
    return {"time": f"{moment:%Y-%m-%d %H:%M:%S}", "kind": fact.kind, "id": fact.id, "text": text}


def verify(context: Context) -> int:
    """Check one debate or all of them, from their documents on."""
    from debate.service.examination import examine

    named = context.session_name
    names = [named] if named else context.workspace.library.sessions()
    found = [examine(_session(context, name)) for name in names]
    if context.is_json:
        context.say_json([_examined(each) for each in found])
    else:
        for each in found:
            print_examination(context, each)
        if not found:
            context.say(context.t.text("There are no debates here to check."))
    return Exit.DONE if all(each.holds for each in found) else Exit.REFUSED


def _session(context: Context, name: str) -> Session:
    session = context.workspace.open(name).session
    session.refresh()
    return session


def _examined(found: Examination) -> dict[str, object]:
    return {
        "session": found.session,
        "title": found.title,
        "holds": found.holds,
        "facts": found.facts,
        "authors": found.authors,
        "odd": dict(_odd(found)),
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


def _complaints(context: Context, found: Examination) -> list[str]:
    t, verdict = context.t, found.verdict
    lines = [t.text(FACTS["gap"], first=each.first, last=each.last) for each in verdict.gaps] + [
        t.text(FACTS["fork"], number=each.number) for each in verdict.forks
    ]
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


def export(context: Context) -> int:
    """Write a debate's facts to a file."""
    from debate.service.carrying import write_facts

    file = context.args.file
    count = write_facts(context.seat().session, file)
    if context.is_json:
        context.say_json({"file": str(file), "facts": count})
        return Exit.DONE
    context.say(context.t.plural("{n} fact is in {file}.", "{n} facts are in {file}.", count,
                                 file=file))  # fmt: skip
    context.say(context.t.text("Whoever has it can read what was said and check who said it."))
    return Exit.DONE


def import_facts(context: Context) -> int:
    """Take in the facts of a file; what does not hold is left out and told."""
    from debate.service.carrying import take_in

    arrival, t = take_in(context.workspace, context.args.file), context.t
    if context.is_json:
        context.say_json({"session": arrival.session, "new": arrival.new, "known": arrival.known,
                          "left_out": arrival.left_out,
                          "is_new_debate": arrival.is_new_debate})  # fmt: skip
    else:
        context.say(
            t.text(
                "{new} new facts, {known} known ones, in {id}.",
                new=arrival.new,
                known=arrival.known,
                id=arrival.session[:8],
            )
        )
        if arrival.verdict.gaps:
            context.say(t.text("Some facts are still missing; another file may have them."))
        if arrival.left_out:
            context.say(t.plural("{n} fact does not hold and was left out.",
                                 "{n} facts do not hold and were left out.",
                                 arrival.left_out))  # fmt: skip
    return Exit.REFUSED if arrival.left_out else Exit.DONE
