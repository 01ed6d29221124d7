"""What survives a screen that is composed anew: what a person did in a widget."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class Keeps(Protocol):
    """A widget that can hand over what a person did in it, and take it up again."""

    def keep(self) -> object:
        """Return what to remember."""

    def restore(self, kept: Any) -> None:  # noqa: ANN401 (what its own `keep` returned)
        """Take up what `keep` returned."""
