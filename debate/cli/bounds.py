"""Numbers as they are typed: one that lies outside its bounds is told with them, and does nothing."""

from __future__ import annotations

from debate.errors import UsageError

HIGHEST_PORT = 65_535
"""The highest port there is; 0 stands for one that is free."""


def must_lie(what: str, value: int | None, least: int, most: int) -> None:
    """Let a number pass that lies within its bounds, or that was not given.

    Args:
        what: A thing of `debate.i18n.failures.THINGS`, or the option, such as `--port`.
        value: The number.
        least: The lowest that passes.
        most: The highest that passes.

    Raises:
        UsageError: it lies outside.
    """
    if value is not None and not least <= value <= most:
        raise UsageError(what=what, value=value, reason="range", least=least, most=most)
