"""The run-sheet as views: a row a phase, and a page on the one under the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from debate.analysis.findings.room import finished
from debate.domain.runsheet import Act, Hidden
from debate.i18n.event_words import VALUE_WORDS
from debate.i18n.marks import N_
from debate.i18n.numbers import countdown
from debate.tui.cells import cut
from debate.tui.cells import width as cells_of
from debate.tui.present.status import MINUTE, SECOND, time_left
from debate.tui.widgets.ink import Line, Role
from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.domain.debate import Debate
    from debate.domain.runsheet import Phase
    from debate.i18n.catalog import Translator

When = Literal["over", "now", "later"]

ACTS: Mapping[Act, str] = {
    "join": N_("join"),
    "ballot-opening": N_("cast an opening ballot"),
    "ballot-mid": N_("cast a ballot halfway"),
    "ballot-closing": N_("cast a closing ballot"),
    "ballot-later": N_("cast a later ballot"),
    "argue": N_("argue"),
    "rebut": N_("rebut"),
    "undercut": N_("undercut"),
    "revise": N_("change one’s own words"),
    "adopt": N_("make an argument one’s own"),
    "weigh": N_("weigh"),
    "ask": N_("ask"),
    "answer": N_("answer"),
    "flag": N_("flag"),
    "merge": N_("merge"),
    "restate": N_("restate"),
    "remark": N_("remark"),
    "outcome": N_("draft an outcome"),
    "endorse": N_("endorse or dissent"),
    "rank": N_("rank"),
}
"""What people may do in a phase, in a few words."""

HIDDEN: Mapping[Hidden, str] = {
    "ballots": N_("ballots"),
    "others-arguments": N_("the arguments of others"),
    "authors": N_("who said what"),
    "weights": N_("weights"),
    "names": N_("names"),
    "totals": N_("totals"),
}
"""What a phase keeps from the screens, in a few words."""

_SIGNS: Mapping[When, tuple[str, Role]] = {
    "over": ("✓", "muted"),
    "now": ("●", "focus"),
    "later": ("○", "faint"),
}


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """One phase in the list."""

    id: str
    title: str
    when: When
    time: str
    """Minutes it takes, or what is left of them."""
    is_pressing: bool = False


def phase_rows(debate: Debate, t: Translator, now: int) -> tuple[PhaseRow, ...]:
    """Return a row for each phase of the run-sheet; `now` is in milliseconds since 1970."""
    stage = debate.schedule.now
    phases = debate.charter.runsheet.phases
    place = next((i for i, each in enumerate(phases) if each.id == stage.phase.id), 0)
    left = None if debate.schedule.is_closed else time_left(stage, now)
    rows = []
    for index, phase in enumerate(phases):
        when: When = "over" if index < place else "now" if index == place else "later"
        time = t.text("{n} min", n=phase.minutes) if phase.minutes else ""
        is_pressing = False
        if when == "now" and left is not None:
            time, is_pressing = countdown(left / SECOND), left < MINUTE
        rows.append(PhaseRow(phase.id, phase.title.within(t.language), when, time, is_pressing))
    return tuple(rows)


def paint_phase(row: PhaseRow, width: int) -> Sequence[Line]:
    """Return the line of one phase: where the debate is, its title, its time."""
    sign, role = _SIGNS[row.when]
    room = max(0, width - cells_of(row.time) - 3)
    title = cut(row.title, room)
    gap = " " * (room - cells_of(title) + 1)
    said: Role = "muted" if row.when == "over" else "strong" if row.when == "now" else "ink"
    time: Role = "notice" if row.is_pressing else "strong" if row.when == "now" else "muted"
    return [[(f"{sign} ", role), (title, said), (gap, "ink"), (row.time, time)]]


def phase_page(debate: Debate, name: str, t: Translator) -> tuple[Block, ...]:
    """Return what there is to know of one phase: the line to read aloud, what is lawful, hidden."""
    phase = next((each for each in debate.charter.runsheet.phases if each.id == name), None)
    if phase is None:
        return ()
    blocks = [Block("title", phase.title.within(t.language))]
    if script := phase.script.within(t.language):
        blocks += [Block("heading", t.text("Read aloud")), Block("prose", f"> {script}")]
    return (*blocks, *_law(phase, t), *_progress(debate, phase, t))


def _law(phase: Phase, t: Translator) -> Sequence[Block]:
    acts = ", ".join(t.text(words) for act, words in ACTS.items() if act in phase.acts)
    kept = ", ".join(t.text(words) for name, words in HIDDEN.items() if name in phase.hidden)
    return (
        Block("heading", t.text("What people may do")),
        Block("prose", acts or t.text("Listen.")),
        Block("heading", t.text("What stays hidden")),
        Block("prose", kept or t.text("Nothing.")),
    )


def _progress(debate: Debate, phase: Phase, t: Translator) -> Sequence[Block]:
    """Return how far people are, as counts and never as names; only for the phase that is now."""
    if phase.id != debate.schedule.now.phase.id:
        return ()
    total = len(debate.people.present())
    done = len(finished(debate))
    words = (
        [t.text("{done} of {total} are done with this phase.", done=done, total=total)]
        if done
        else []
    )
    open_now = {
        key: poll
        for key, poll in debate.polls.items()
        if f"ballot-{key[1]}" in phase.acts and not poll.is_revealed
    }
    for (name, moment, _), poll in open_now.items():
        motion = debate.charter.motion(name or "")
        title = motion.short.within(t.language) if motion else t.text("Ranking")
        if sum(key[0] == name for key in open_now) > 1:
            title = f"{title}, {t.text(VALUE_WORDS[moment])}"
        words.append(
            t.text("{title}: {cast} of {total} ballots are in.",
                   title=title, cast=poll.cast, total=total)
        )  # fmt: skip
    if not words:
        return ()
    return (Block("heading", t.text("So far")), *(Block("item", each) for each in words))
