"""A real child process that does some work and acknowledges each step, until it is killed."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Self

Acknowledge = Callable[[int], None]
Work = Callable[[Acknowledge], None]


class Child:
    """A forked process; what it acknowledged before its end counts, and nothing else."""

    def __init__(self, work: Work) -> None:
        self._output, inward = os.pipe()
        self._rest = b""
        self.acknowledged: list[int] = []
        self.pid = os.fork()
        if self.pid == 0:
            _run(work, inward)
        os.close(inward)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def wait_for(self, count: int) -> None:
        """Wait until so many steps were acknowledged, or the child has ended."""
        while len(self.acknowledged) < count and self._read():
            pass

    def kill(self) -> list[int]:
        """Kill the child with signal 9 and return everything it acknowledged."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self.finish()
        return self.acknowledged

    def finish(self) -> int:
        """Wait for the end of the child and return its exit code."""
        while self._read():
            pass
        os.close(self._output)
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> bool:
        data = os.read(self._output, 65_536)
        *lines, self._rest = (self._rest + data).split(b"\n")
        self.acknowledged += map(int, lines)
        return bool(data)


def _run(work: Work, inward: int) -> None:
    write = os.write
    code = 70

    def acknowledge(step: int) -> None:
        write(inward, b"%d\n" % step)

    try:
        work(acknowledge)
        code = 0
    except BaseException:  # noqa: BLE001 a child has nobody else to tell
        write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)
