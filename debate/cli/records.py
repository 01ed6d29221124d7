"""Verbs on the journal: read it, carry it elsewhere and take it in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from debate.cli.bounds import must_lie
from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.domain.fact import Fact

MOST = 1_000_000
"""The most facts that can be asked for; no debate has so many."""


def log(context: Context) -> int:
    """Tell the journal, one sentence a fact, in the order in which facts came here."""
    from debate.service.chronicle import Chronicle

    must_lie("--last", context.args.last, 0, MOST)
    seat = context.seat()
    chronicle = Chronicle(seat, context.t)
    is_secret = seat.debate.charter.contract == "secret"
    facts = list(map(Fact, seat.session.documents()))
    if is_secret:  # What one person said comes in one go, which would tell that it is one person's.
        facts.sort(key=lambda fact: fact.moment)
    told = _last(facts, context.args.last)
    rows = [_row(fact, chronicle.tell(fact), is_secret=is_secret) for fact in told]
    if context.is_json:
        context.say_json(rows)
        return Exit.DONE
    for row in rows:
        context.say(f"{row['time']}  {row['text']}")
    return Exit.DONE


def _last(facts: Sequence[Fact], count: int | None) -> Sequence[Fact]:
    return facts if count is None else facts[max(0, len(facts) - count) :]


def _row(fact: Fact, text: str, *, is_secret: bool) -> dict[str, object]:
    """Return a fact as a row; under a secret contract nothing in it tells authors apart."""
    moment = datetime.fromtimestamp(fact.milliseconds / 1000, UTC).astimezone()
    if is_secret:
        return {"time": f"{moment:%Y-%m-%d}", "kind": fact.kind, "text": text}
    return {"time": f"{moment:%Y-%m-%d %H:%M:%S}", "kind": fact.kind, "id": fact.id, "text": text}


def export(context: Context) -> int:
    """Write a debate's facts to a file."""
    from debate.service.carrying import write_facts

    file, session = context.args.file, context.seat().session
    count = write_facts(session, file)
    if context.is_json:
        context.say_json({"file": str(file), "facts": count})
        return Exit.DONE
    context.say(context.t.plural("{n} fact is in {file}.", "{n} facts are in {file}.", count,
                                 file=file))  # fmt: skip
    context.say(context.t.text("Whoever has it can read what was said and check who said it."))
    if session.debate.charter.contract == "secret":
        context.say(
            context.t.text(
                "It bears no names, but shows which facts one key signed: who knows that one argument "
                "is somebody’s can find their ballot in it after the reveal. Give it to nobody who "
                "only wants to read; `debate report` links nothing."
            )
        )
    return Exit.DONE
