"""The lobby's rows: each motion and each debate, with a mini-histogram and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from debate.i18n.numbers import ago, format_number
from debate.tui.present.lobby_row import LobbyRow

if TYPE_CHECKING:
    from debate.domain.motion import Motion
    from debate.i18n.catalog import Translator
    from debate.service.summary import Summary
    from debate.store.pack_cards import Card


def motion_rows(
    motions: Sequence[Motion | Card], summaries: Sequence[Summary], t: Translator
) -> tuple[LobbyRow, ...]:
    """Return a row for each motion, standing where its newest debate stands."""
    newest: dict[str, Summary] = {}
    for summary in summaries:
        for name in summary.motions:
            newest.setdefault(name, summary)
    return tuple(
        _standing(
            LobbyRow(
                motion.id,
                motion.short.within(t.language),
                motion.proposition.within(t.language),
            ),
            newest.get(motion.id),
            motion.id,
            t,
        )
        for motion in motions
    )


def debate_rows(summaries: Sequence[Summary], t: Translator, now: int) -> tuple[LobbyRow, ...]:
    """Return a row for each debate; `now` is in milliseconds since 1970."""
    rows = []
    for summary in summaries:
        phase = t.text("closed") if summary.is_closed else summary.phase.within(t.language)
        people = t.plural("{n} person", "{n} people", summary.people)
        when = ago(max(0, now - summary.last) / 1000, t)
        motions = t.plural("{n} motion", "{n} motions", len(summary.motions))
        row = LobbyRow(summary.id, summary.title, f"{phase} · {motions} · {people} · {when}")
        first = summary.motions[0] if summary.motions else ""
        rows.append(_standing(row, summary, first, t))
    return tuple(rows)


def _standing(row: LobbyRow, summary: Summary | None, motion: str, t: Translator) -> LobbyRow:
    """Return a row with where its debate, if there is one, stands on a motion."""
    if summary is None:
        return row
    balance = dict(summary.balances).get(motion)
    words = "" if balance is None else format_number(balance, t.language)
    return row._replace(histogram=summary.histogram, balance=balance, balance_text=words)
