"""What the people of a debate agreed on before it began."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from debate.domain.base import Frozen
from debate.domain.ids import MotionId
from debate.domain.motion import Motion
from debate.domain.participant import Contract
from debate.domain.runsheet import RunSheet
from debate.domain.weight import Scheme


class Charter(Frozen):
    """Title, motions in full, run-sheet, weighting scheme and anonymity contract."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    motions: Annotated[tuple[Motion, ...], Field(min_length=1, max_length=60)]
    runsheet: RunSheet
    scheme: Scheme = "scale"
    contract: Contract = "named"

    def motion(self, name: str) -> Motion | None:
        """Return the motion with that id, if it is put to this debate."""
        return next((motion for motion in self.motions if motion.id == name), None)

    @property
    def motion_ids(self) -> tuple[MotionId, ...]:
        """The motions in the order they were put."""
        return tuple(motion.id for motion in self.motions)
