"""Verbs on the journal: read it, carry it elsewhere and take it in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.domain.fact import Fact


def log(context: Context) -> int:
    """Tell the journal, one sentence a fact, in the order in which facts came here."""
    from debate.service.chronicle import Chronicle

    seat = context.seat()
    documents = _last(seat.session.documents(), context.args.last)
    chronicle = Chronicle(seat, context.t)
    is_secret = seat.debate.charter.contract == "secret"
    rows = [_row(Fact(each), chronicle.tell(Fact(each)), is_secret=is_secret) for each in documents]
    if context.is_json:
        context.say_json(rows)
        return Exit.DONE
    for row in rows:
        context.say(f"{row['time']}  {row['text']}")
    return Exit.DONE


def _last(documents: Sequence[dict[str, Any]], count: int | None) -> Sequence[dict[str, Any]]:
    return documents if count is None else documents[len(documents) - max(0, count) :]


def _row(fact: Fact, text: str, *, is_secret: bool) -> dict[str, object]:
    """Return a fact as a row; under a secret contract nothing in it tells authors apart."""
    moment = datetime.fromtimestamp(fact.milliseconds / 1000, UTC).astimezone()
    if is_secret:
        return {"time": f"{moment:%Y-%m-%d}", "kind": fact.kind, "text": text}
    return {"time": f"{moment:%Y-%m-%d %H:%M:%S}", "kind": fact.kind, "id": fact.id, "text": text}


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
