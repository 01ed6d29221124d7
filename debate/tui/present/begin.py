"""A new debate as views: what can be chosen, and a sentence that says what each choice means."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.domain.participant import Contract
from debate.domain.weight import Scheme
from debate.i18n.marks import N_
from debate.tui.cells import cut, wrap
from debate.tui.present.views import ChoiceView, Option
from debate.tui.widgets.ink import Line, Role

if TYPE_CHECKING:
    from debate.domain.motion import Motion
    from debate.domain.runsheet import RunSheet
    from debate.i18n.catalog import Translator

TITLE_LIMIT = 120
"""The most characters the title of a debate may have."""

SCHEMES: Mapping[Scheme, tuple[str, str]] = {
    "scale": (N_("0 to 10"), N_("Each argument gets a weight from 0 to 10, free of the others.")),
    "budget": (N_("points"), N_("Each person divides 100 points over the arguments of a motion.")),
    "quadratic": (
        N_("credits"),
        N_("100 credits a motion; a weight costs its square, so that strong ones are dear."),
    ),
}
"""The weighting schemes: a word for the choice, and what it means."""

CONTRACTS: Mapping[Contract, tuple[str, str]] = {
    "named": (N_("names"), N_("Everybody sees who said what, here and in the minutes.")),
    "pseudonym": (
        N_("pen names"),
        N_("Everybody sees the names people choose; these need not be their own."),
    ),
    "secret": (
        N_("secret"),
        N_("No names at all: nobody can tell which words and stances are one person’s."),
    ),
}
"""The anonymity contracts: a word for the choice, and what it promises."""


@dataclass(frozen=True, slots=True)
class PickRow:
    """One thing that can be picked, in words that may take two lines."""

    id: str
    label: str
    note: str = ""
    is_picked: bool = False


def motion_choices(
    motions: Sequence[Motion], picked: Collection[str], t: Translator
) -> tuple[PickRow, ...]:
    """Return a row for each motion."""
    return tuple(
        PickRow(each.id, each.short.within(t.language), "", each.id in picked) for each in motions
    )


def runsheet_choices(sheets: Sequence[RunSheet], picked: str, t: Translator) -> tuple[PickRow, ...]:
    """Return a row for each run-sheet, with its minutes beside it."""
    rows = []
    for sheet in sheets:
        minutes = sum(phase.minutes or 0 for phase in sheet.phases)
        note = t.text("{n} min", n=minutes) if minutes else ""
        rows.append(PickRow(sheet.id, sheet.title.within(t.language), note, sheet.id == picked))
    return tuple(rows)


def paint_choice(row: PickRow, width: int) -> Sequence[Line]:
    """Return a row of one line, its note at the right edge, as far as there is room for it."""
    room = width - 2 - (len(row.note) + 1 if row.note else 0)
    label = cut(row.label, room)
    gap = " " * (room - len(label) + 1)
    return [[*_sign(row), (label, _role(row)), (gap, "ink"), (row.note, "muted")]]


def paint_tall_choice(row: PickRow, width: int) -> Sequence[Line]:
    """Return a row of two lines; a label of one line leaves the second empty."""
    first, *rest = wrap(row.label, max(1, width - 2))
    second = cut(" ".join(rest), width - 2)
    return [[*_sign(row), (first, _role(row))], [("  ", "ink"), (second, _role(row))]]


def _sign(row: PickRow) -> Sequence[tuple[str, Role]]:
    return [("● ", "focus") if row.is_picked else ("○ ", "faint")]


def _role(row: PickRow) -> Role:
    return "strong" if row.is_picked else "ink"


def scheme_choice(t: Translator) -> ChoiceView:
    """Return the question how people weigh."""
    options = tuple(Option(key, t.text(label)) for key, (label, _) in SCHEMES.items())
    return ChoiceView(t.text("How people weigh"), options)


def contract_choice(t: Translator) -> ChoiceView:
    """Return the question what is shown of people."""
    options = tuple(Option(key, t.text(label)) for key, (label, _) in CONTRACTS.items())
    return ChoiceView(t.text("What is shown of people"), options)


def title_of(motions: Sequence[Motion], t: Translator) -> str:
    """Return the title a debate on these motions gets when nobody types one."""
    if not motions:
        return ""
    first = motions[0].short.within(t.language)
    if len(motions) == 1:
        return first
    more = len(motions) - 1
    return t.plural("{first}, and {n} more", "{first}, and {n} more", more, first=first)[
        :TITLE_LIMIT
    ]


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that are typed with commas between, each once and without spaces around."""
    names = (name.strip() for name in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name))
