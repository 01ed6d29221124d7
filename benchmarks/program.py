"""The program as it is installed: every module compiled, as pip leaves it, and a data folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def environment() -> Mapping[str, str]:
    """Return the environment of the program and its peers: bytecode is kept, as an install keeps it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def words(folder: Path, *command: str) -> list[str]:
    """Return the command line of the program, in English, on a data folder."""
    return [sys.executable, "-m", "debate", "--lang", "en", "--data-dir", str(folder), *command]


def warm(folder: Path) -> None:
    """Compile every module and make the data folder, as an install and a first run do."""
    package = Path(__file__).resolve().parents[1] / "debate"
    compiling = [sys.executable, "-m", "compileall", "-q", str(package)]
    subprocess.run(compiling, check=True, env=environment())
    subprocess.run(words(folder, "list"), check=True, env=environment(), stdout=subprocess.DEVNULL)
