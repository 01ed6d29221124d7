"""A port as it is typed: a number that the system knows, before anything tries to listen there."""

from __future__ import annotations

from debate.errors import UsageError

LIMIT = 65_535
"""The highest port there is; 0 stands for one that is free."""


def must_be_port(option: str, value: int) -> None:
    """Let a lawful port pass.

    Args:
        option: What was typed before it, such as `--port`.
        value: The number.

    Raises:
        UsageError: there is no such port.
    """
    if not 0 <= value <= LIMIT:
        raise UsageError(what=option, value=value, reason="range", least=0, most=LIMIT)
