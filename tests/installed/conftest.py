"""Where the installed program is.

`make installed` names the interpreter of an environment that holds the wheel and nothing but its
run-time requirements. Without that, the wheel is built and put before the checkout.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.archives import build, unpack

START = "import sys; from debate.cli.main import main; sys.exit(main())"


@dataclass(frozen=True)
class Installed:
    """An interpreter that finds the installed package, in a home of its own."""

    python: str
    home: Path
    site: Path | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the program sees of the world: an empty home, English, no colours forced on it."""
        own = {"HOME": str(self.home), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        own |= {f"XDG_{name}_HOME": str(self.home / name) for name in ("CONFIG", "DATA", "STATE")}
        if self.site:
            own["PYTHONPATH"] = str(self.site)
        return {"PATH": os.environ["PATH"], **own}

    @property
    def command(self) -> list[str]:
        """The words that start the program: its script, or the same call where there is none."""
        if self.site:
            return [self.python, "-P", "-c", START]
        return [str(Path(self.python).with_name("debate"))]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one command of the program to its end."""
        return self.finish([*self.command, *words])

    def ask(self, code: str) -> str:
        """Run some Python beside the installed package; return what it printed."""
        answer = self.finish([self.python, "-P", "-W", "error", "-c", code])
        assert answer.returncode == 0, answer.stderr
        return answer.stdout.strip()

    def finish(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        """Run a command in the home, without a terminal, and bring back what it said."""
        return subprocess.run(
            command,
            cwd=self.home,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
        )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """The unpacked wheel, or nothing where an installed one is given."""
    if os.environ.get("DEBATE_INSTALLED"):
        return None
    folder = tmp_path_factory.mktemp("installed")
    return unpack(build("wheel", folder), folder / "site")


@pytest.fixture
def installed(site: Path | None, tmp_path: Path) -> Installed:
    """The installed program with an empty home."""
    return Installed(os.environ.get("DEBATE_INSTALLED") or sys.executable, tmp_path, site)
