"""What a verb is not asked: numbers and days outside their bounds, one document of a conversation.

Either is told with what can be asked instead, and does nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from debate.cli.context import Context

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


def must_come(day: str | None) -> None:
    """Let a day of the calendar pass that is not over; the law looks at what is none.

    Args:
        day: As 2027-03-01; None when it was not given.

    Raises:
        UsageError: it is over.
    """
    from debate.domain.decide.decisions import is_day
    from debate.service.wiring import is_past

    if day is not None and is_day(day) and is_past(day):
        raise UsageError(what="day", value=day, reason="past")


def must_converse(context: Context) -> None:
    """Let a conversation begin, which no program is answered by.

    Raises:
        UsageError: one document was asked for.
    """
    if context.is_json:
        raise UsageError(what="--json", value="--json", reason="no-document")


def must_be_folders(folders: Iterable[Path]) -> None:
    """Let folders pass that are there.

    Raises:
        UsageError: one is not.
    """
    for each in folders:
        if not each.is_dir():
            reason = "no-folder" if each.exists() else "no-file"
            raise UsageError(what="folder", value=str(each), reason=reason)
