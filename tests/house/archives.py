"""Build the wheel or the source archive of the checkout, without the network."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.house.sources import ROOT

PATTERNS = {"wheel": "*.whl", "sdist": "*.tar.gz"}


def build(target: str, folder: Path) -> Path:
    """Build one archive of the checkout into a folder; return its path."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (archive,) = folder.glob(PATTERNS[target])
    return archive


def unpack(wheel: Path, folder: Path) -> Path:
    """Put in a folder what a wheel would put among the installed packages."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder
