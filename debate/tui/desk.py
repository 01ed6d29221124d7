"""Where a screen's slow work is done: one thread, so that acts are kept in the order of the keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Desk:
    """Runs what touches the disk outside the screen's event loop, one thing after the other."""

    def __init__(self) -> None:
        """Hire the one thread; it starts with the first piece of work."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    async def run(
        self,
        work: Callable[Arguments, Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        """Do `work` in its turn and return what it returns; what it raises is raised here."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, partial(work, *args, **kwargs))

    def close(self) -> None:
        """Finish what was begun."""
        self._thread.shutdown(wait=True)
