"""The one base of every value in the domain: frozen, strict, and closed to unknown keys."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value; equal when its fields are equal, and hashable."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)
