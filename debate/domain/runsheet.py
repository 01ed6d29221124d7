"""The order of a debate: phases with minutes, what each allows, hides and shows."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, field_serializer

from debate.domain.base import Frozen, Whole
from debate.domain.ids import PhaseId
from debate.domain.motion import Name, Text

Act = Literal[
    "join", "ballot-opening", "ballot-mid", "ballot-closing", "ballot-later", "argue", "rebut",
    "undercut", "revise", "adopt", "weigh", "ask", "answer", "flag", "merge", "restate", "remark",
    "outcome", "endorse", "rank",
]  # fmt: skip
"""What participants may do; a phase names the acts that are lawful in it."""

Hidden = Literal["ballots", "others-arguments", "authors", "weights", "names", "totals"]
"""What a phase keeps from everybody's screens."""

Projection = Literal[
    "join", "motion", "clock", "counts", "arguments", "branch", "results", "outcome"
]
"""What the projector shows in a phase."""


class Phase(Frozen):
    """A named stage of a debate."""

    id: PhaseId
    title: Text
    minutes: Annotated[Whole, Field(ge=1, le=600)] | None = None
    """How long it takes; None when it has no end."""
    acts: frozenset[Act]
    hidden: frozenset[Hidden] = frozenset()
    script: Text = Text()
    """A line for the facilitator to read aloud."""
    projector: tuple[Projection, ...] = ()

    @field_serializer("acts", "hidden", when_used="json")
    def _in_order(self, names: frozenset[str]) -> list[str]:
        """Write equal sets alike: the same agreements are the same bytes on every machine."""
        return sorted(names)


class RunSheet(Frozen):
    """The phases of a debate, in order; the first begins when the debate opens."""

    id: Name
    title: Text
    summary: Text = Text()
    phases: Annotated[tuple[Phase, ...], Field(min_length=1, max_length=40)]

    def phase(self, name: PhaseId) -> Phase | None:
        """Return the phase with that name, if the run-sheet has it."""
        return next((phase for phase in self.phases if phase.id == name), None)


OPEN = RunSheet(
    id="open",
    title=Text(en="Open", nl="Vrij"),
    summary=Text(
        en="One phase without an end, in which everything is allowed: for one person or a few.",
        nl="Eén fase zonder einde waarin alles mag: voor één persoon of een klein gezelschap.",
    ),
    phases=(
        Phase(
            id=PhaseId("open"),
            title=Text(en="Open floor", nl="Vrije ronde"),
            acts=frozenset(get_args(Act)),
            hidden=frozenset({"ballots"}),
            projector=("motion", "arguments"),
        ),
    ),
)
"""The run-sheet of a debate that asked for no other."""
