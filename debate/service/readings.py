"""The words of every figure, where the faces ask for them; they stand in `debate.report.readings`."""

from __future__ import annotations

from debate.report.readings.arguments import (
    argument_readings,
    moved_by_reading,
    named_words,
    strength_reading,
)
from debate.report.readings.refusals import chance_reading, pending_reading, refusal_reading
from debate.report.readings.shift import (
    apart_readings,
    ballots_reading,
    confidence_reading,
    crossings_reading,
    drift_reading,
    moved_reading,
    oxford_reading,
    shift_readings,
)
from debate.report.readings.taking_part import taking_part_readings

__all__ = [
    "apart_readings",
    "argument_readings",
    "ballots_reading",
    "chance_reading",
    "confidence_reading",
    "crossings_reading",
    "drift_reading",
    "moved_by_reading",
    "moved_reading",
    "named_words",
    "oxford_reading",
    "pending_reading",
    "refusal_reading",
    "shift_readings",
    "strength_reading",
    "taking_part_readings",
]
