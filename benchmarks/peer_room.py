"""An environment of its own for comparable programs, so that nothing of theirs enters the project.

Two are on the package index. Uncertainpy of Potyka is not (what has that name there is another
program): it is cloned when its source can be reached. What cannot be had is left out, aloud.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

FOLDER = Path(".cache") / "peers"
INDEXED = {
    "formal-argumentation": "formal-argumentation==0.3.0",
    "red-dwarf": "red-dwarf==0.4.0",
}
"""What the package index has, in the versions these comparisons were written for."""
UNCERTAINPY = "https://github.com/nicopotyka/Uncertainpy"
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
UNCERTAINPY_NEEDS = "matplotlib"
"""Its package imports the plots with the rest."""


@dataclass(frozen=True)
class Measured:
    """What one piece of work took, in seconds of the processor, and what came of it."""

    made: float
    """To make the matter into the program's own form."""
    solved: float
    """To work on it."""
    result: Any


class Missing(Exception):
    """A peer, or one act of it, cannot be had here."""


def furnish(uncertainpy: str) -> tuple[Path, dict[str, str]]:
    """Make the environment and put in what can be had.

    Args:
        uncertainpy: Where to clone Uncertainpy from: an address or a folder.

    Returns:
        Its Python, and why each peer that is missing is.
    """
    python = FOLDER / "bin" / "python"
    if sys.platform == "win32":
        python = FOLDER / "Scripts" / "python.exe"
    if not python.exists():
        venv.create(FOLDER, with_pip=True)
    missing = {}
    for peer, wanted in INDEXED.items():
        if not _installed(python, wanted):
            missing[peer] = f"`pip install {wanted}` failed"
    source = FOLDER / "uncertainpy"
    if not (source / "src").is_dir() and not _done("git", "clone", "-q", uncertainpy, str(source)):
        missing["Uncertainpy"] = f"{uncertainpy} cannot be cloned; name another place of it"
    elif not _installed(python, UNCERTAINPY_NEEDS):
        missing["Uncertainpy"] = f"`pip install {UNCERTAINPY_NEEDS}` failed"
    return python, missing


def _installed(python: Path, wanted: str) -> bool:
    """Install a package unless it is there; tell whether it is."""
    return _done(str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", wanted)


def _done(*words: str) -> bool:
    """Run a command without questions; tell whether it went well."""
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
    try:
        run = subprocess.run(words, check=False, capture_output=True, env=environment, timeout=900)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0


class Peers:
    """The peers at work in a process of their own, asked one thing at a time."""

    def __init__(self, asked: IO[str], answers: IO[str], missing: dict[str, str]) -> None:
        """Talk to the process through its standard streams."""
        self._asked, self._answers, self._missing = asked, answers, missing

    def measure(self, peer: str, act: str, matter: object) -> Measured:
        """Let a peer do something, and return the processor time it took and its answer.

        Raises:
            Missing: The peer is not here or fails at it.
        """
        if peer in self._missing:
            raise Missing(f"{peer} is not here: {self._missing[peer]}")
        print(json.dumps({"act": act, "matter": matter}), file=self._asked, flush=True)
        answer = json.loads(self._answers.readline() or '{"fault": "the process ended"}')
        if "fault" in answer:
            raise Missing(f"{peer} fails: {answer['fault']}")
        return Measured(answer["made"], answer["solved"], answer["result"])


@contextmanager
def peers_at_work(
    uncertainpy: str = UNCERTAINPY, *, has_one_thread: bool = False
) -> Iterator[Peers]:
    """Furnish the environment, start the peers in it, and stop them afterwards."""
    kept = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    environment = {**kept, **(dict.fromkeys(THREADS, "1") if has_one_thread else {})}
    python, missing = furnish(uncertainpy)
    script = Path(__file__).with_name("peer_work.py")
    words = [str(python), "-W", "ignore", str(script), str(FOLDER / "uncertainpy" / "src")]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        env=environment,
    ) as process:  # fmt: skip
        if process.stdin is None or process.stdout is None:
            raise Missing("the process of the peers has no streams")
        try:
            yield Peers(process.stdin, process.stdout, missing)
        finally:
            process.stdin.close()
            process.wait(timeout=60)
