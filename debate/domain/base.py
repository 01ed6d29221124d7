"""The one base of every value in the domain: frozen, strict, and closed to unknown keys."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict


def _whole(value: object) -> object:
    """Refuse what Python would quietly turn into a whole number, such as `"7"` and `True`."""
    if type(value) is not int:
        raise ValueError("not a whole number")
    return value


def _truth(value: object) -> object:
    """Refuse what pydantic would quietly turn into yes or no, such as `"off"` and 1."""
    if type(value) is not bool:
        raise ValueError("not true or false")
    return value


Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number, written as one: facts are read with lists for tuples, and nothing else bent."""
Truth = Annotated[bool, BeforeValidator(_truth)]
"""True or false, written as one."""


class Frozen(BaseModel):
    """An immutable value; equal when its fields are equal, and hashable."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)
