"""The list of debates. It answers from the index alone when that is up to date."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

from debate.cli.context import Context
from debate.cli.exits import Exit
from debate.i18n.numbers import ago

BLOCKS = "▁▂▃▄▅▆▇█"


def run(context: Context) -> int:
    """Print the debates, the one of last activity first."""
    rows = _rows(context)
    if context.is_json:
        context.say_json([{"id": name, **entry} for name, entry in rows])
        return Exit.DONE
    if not rows:
        context.say(
            context.t.text(
                "There are no debates here yet. `debate new --motion ID` begins one; "
                "`debate motions list` shows the motions."
            )
        )
        return Exit.DONE
    for name, entry in rows:
        context.say(_line(context, name, entry))
    return Exit.DONE


def _rows(context: Context) -> list[tuple[str, dict[str, Any]]]:
    """Read the index; when it is out of date, let the workspace make it anew."""
    from debate.service.location import data_folder
    from debate.store.index import read_index
    from debate.store.layout import Layout

    if context.is_lent:
        return _newest_first(
            (each.id, each.to_document()) for each in context.workspace.summaries()
        )
    folder = data_folder(context.data_dir, context.environment)
    entries = {each.session: each for each in read_index(folder)}
    stale = [
        name
        for name in Layout(folder).session_ids()
        if name not in entries or not entries[name].is_current
    ]
    if stale and os.access(folder, os.W_OK):
        rows = [(each.id, each.to_document()) for each in context.workspace.summaries()]
    else:
        rows = [(name, each.entry) for name, each in entries.items()]
    return _newest_first(rows)


def _newest_first(rows: Iterable[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    return sorted(rows, key=lambda row: -row[1].get("last", 0))


def _line(context: Context, name: str, entry: dict[str, Any]) -> str:
    t = context.t
    phase = (entry.get("phase") or {}).get(context.language) or ""
    state = t.text("closed") if entry.get("closed") else phase
    people = t.plural("{n} person", "{n} people", entry.get("people", 0))
    arguments = t.plural("{n} argument", "{n} arguments", entry.get("arguments", 0))
    counts = f"{people}, {arguments}"
    when = ago(_seconds_since(entry.get("last", 0)), t)
    chart = sparkline(entry.get("histogram", ()))
    parts = (name[:8], entry.get("title", ""), state, counts, chart, when)
    return "  ".join(part for part in parts if part)


def _seconds_since(milliseconds: int) -> int:
    import time

    return max(0, int(time.time() - milliseconds / 1000))


def sparkline(counts: Sequence[int]) -> str:
    """Return a histogram as one line of blocks; empty for no counts."""
    top = max(counts, default=0)
    if not top:
        return ""
    return "".join(BLOCKS[round(count / top * (len(BLOCKS) - 1))] for count in counts)
