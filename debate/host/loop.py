"""One event loop for apps and for ssh, which want their tasks started in different ways.

On Python 3.12 and newer Textual makes every task of the loop start eagerly. asyncssh starts a task
while it logs somebody in and counts on its not running yet: from the first app on, every login
would hang. So tasks of apps start eagerly and all others as usual.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Generator
from typing import Any

from textual._context import active_app

Work = Coroutine[Any, Any, Any] | Generator[Any, None, Any]
Starter = Callable[..., asyncio.Future[Any]]


def share_loop() -> None:
    """Let the running loop serve both; Textual's own setting has no effect from here on."""
    eager: Starter | None = getattr(asyncio, "eager_task_factory", None)
    if eager is None:
        return
    loop = asyncio.get_running_loop()

    usual: Starter = asyncio.Task

    def begun(
        loop: asyncio.AbstractEventLoop, work: Work, **options: object
    ) -> asyncio.Future[Any]:
        if active_app.get(None) is not None:
            return eager(loop, work, **options)
        return usual(work, loop=loop, **options)

    loop.set_task_factory(begun)
    with contextlib.suppress(AttributeError):
        loop.set_task_factory = _keep_factory  # type: ignore[method-assign]


def _keep_factory(factory: object) -> None:
    """Leave the factory as it is."""
