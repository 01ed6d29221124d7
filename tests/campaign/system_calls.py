"""A shim over the system calls of a write, which counts them and lets one of them go wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

NAMES = (
    "open",
    "write",
    "fdatasync",
    "fsync",
    "ftruncate",
    "replace",
    "rename",
    "link",
    "unlink",
    "mkdir",
    "rmdir",
)
Real = Callable[..., Any]
Fault = Callable[[str, Real, tuple[Any, ...], dict[str, Any]], object]
"""Stands in for one call: its name, the real one, and its arguments."""


class Shim:
    """Counts calls, and gives the one with number `at` to a fault; 0 is none of them."""

    def __init__(self, fault: Fault | None = None, at: int = 0, only: str = "") -> None:
        self.fault = fault
        self.at = at
        self.only = only
        self.calls: list[str] = []

    def wrap(self, name: str, real: Real) -> Real:
        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
            if not self.only or self.only == name:
                self.calls.append(name)
                if len(self.calls) == self.at and self.fault is not None:
                    return self.fault(name, real, arguments, options)
            return real(*arguments, **options)

        return call


@contextmanager
def shimmed(shim: Shim) -> Iterator[Shim]:
    """Put the shim between the program and the system."""
    real = {name: getattr(os, name) for name in NAMES}
    for name, call in real.items():
        setattr(os, name, shim.wrap(name, call))
    try:
        yield shim
    finally:
        for name, call in real.items():
            setattr(os, name, call)


def fails_with(number: int, after: int = 0) -> Fault:
    """Return a fault that refuses with error `number`; a write takes `after` bytes first."""

    def fault(
        name: str, real: Real, arguments: tuple[Any, ...], _options: dict[str, Any]
    ) -> object:
        if name == "write" and after:
            real(arguments[0], bytes(arguments[1])[:after])
        raise OSError(number, os.strerror(number))

    return fault


def dies(when: str) -> Fault:
    """Return a fault that ends the process `before`, `during` (a write) or `after` the call."""

    def fault(name: str, real: Real, arguments: tuple[Any, ...], options: dict[str, Any]) -> object:
        if when == "after":
            real(*arguments, **options)
        elif when == "during" and name == "write":
            real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
        os._exit(77)

    return fault
