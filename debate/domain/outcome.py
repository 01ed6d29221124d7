"""How a debate ends: a statement people can put their name under, or beside."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

Endorsement = Literal["endorse", "accept", "object"]
"""`accept` can live with it; `object` cannot."""

ReviewDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
"""The day (ISO 8601) on which the outcome is looked at again."""
