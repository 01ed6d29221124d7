"""Ends the program with its terminal, also where the system's word of it goes to somebody else.

A terminal that goes tells the first program in it, and a shell hands that on. What is no shell (a
`make`, a script that goes on) may keep it for itself: the program then reads an end of input without
end, painting for nobody.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

LOOK_EVERY = 1.0
"""Seconds between looks at the terminal."""


def end_with_terminal() -> None:
    """From here on, send this process SIGHUP once its terminal is gone; call it in the main thread.

    Whoever has a handler for SIGHUP ends in good order by it. Where nobody has, or where it is
    ignored, the process ends at once, as in any terminal that is closed: drafts are on disk already.
    """
    if sys.platform == "win32":  # there the system ends the programs of a window itself
        return
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    threading.Thread(target=_look, args=(sys.stdin.fileno(),), name="terminal", daemon=True).start()


def _look(descriptor: int) -> None:
    while os.isatty(descriptor):
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGHUP)
