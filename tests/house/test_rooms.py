"""Imports go down only, each door is used by its own room, and the contracts do find trespassers.

A model of the house, with every room in it, is checked with the project's own contracts: once as it
should be, and once with a trespasser behind each door.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import ROOT

LINT = "from importlinter.cli import lint_imports_command as lint; lint()"
ROOMS = (
    "cli", "host", "tui", "tui/dialogs", "tui/screens", "tui/widgets", "service", "store", "sync",
    "exchange", "report", "analysis", "trust", "domain", "i18n",
)  # fmt: skip
LAWFUL = {
    "debate/errors.py": "",
    "debate/service/session.py": "import debate.store.journal\nimport debate.domain.fold\n",
    "debate/store/journal.py": "import tinydb\nimport debate.domain.fold\n",
    "debate/sync/http.py": "import httpx\n",
    "debate/trust/keys.py": "import nacl\n",
    "debate/tui/app.py": "import textual\nimport debate.service.session\n",
    "debate/tui/screens/motions.py": "import debate.tui.widgets.bar\n",
    "debate/tui/widgets/bar.py": "import textual\n",
    "debate/host/driver.py": "import asyncssh\nimport textual\nimport debate.tui.app\n",
    "debate/domain/fold.py": "import math\nimport debate.errors\n",
    "debate/analysis/shift.py": "import math\nimport numpy\nimport debate.domain.fold\n",
}
TRESPASSES = {
    ("debate/store/upward.py", "import debate.service.session"): "The staircase",
    ("debate/report/aside.py", "import debate.exchange"): "The staircase",
    ("debate/domain/worded.py", "import debate.i18n"): "The law and the scales speak",
    ("debate/analysis/worded.py", "import debate.i18n"): "The law and the scales speak",
    ("debate/domain/late.py", "import time"): "The law is pure",
    ("debate/analysis/lucky.py", "import random"): "The scales are pure",
    ("debate/service/direct.py", "import tinydb"): "One door for documents",
    ("debate/sync/sealed.py", "import nacl"): "One door for cryptography",
    ("debate/sync/engine.py", "import httpx"): "One door for the web",
    ("debate/report/coloured.py", "import textual"): "One door for the screen",
    ("debate/sync/shell.py", "import asyncssh"): "One door for guests",
    ("debate/sync/page.py", "import aiohttp"): "One door for browsers",
    ("debate/tui/widgets/clever.py", "import debate.service.session"): "Widgets draw",
    ("debate/tui/widgets/bossy.py", "import debate.tui.screens.motions"): "Widgets draw",
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the package in a folder with the contracts of the project file beside it."""
    command = [sys.executable, "-c", LINT, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True)


def model_house(folder: Path, extra: dict[str, str]) -> Path:
    """Build a package with every room, lawful imports, and what the test adds."""
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    rooms = {f"debate/{room}/__init__.py": "" for room in ROOMS}
    for name, text in {"debate/__init__.py": "", **rooms, **LAWFUL, **extra}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def module(path: str) -> str:
    return path.removesuffix(".py").replace("/", ".")


@pytest.fixture(scope="module")
def broken_report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the contracts say of a house with a trespasser behind each door."""
    extra = {path: line + "\n" for path, line in TRESPASSES}
    checked = lint(model_house(tmp_path_factory.mktemp("house"), extra))
    assert checked.returncode == 1, checked.stdout + checked.stderr
    return checked.stdout


def test_the_house_keeps_its_contracts() -> None:
    checked = lint(ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_lawful_house_passes(tmp_path: Path) -> None:
    checked = lint(model_house(tmp_path, {}))
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(("trespass", "contract"), TRESPASSES.items())
def test_a_trespasser_is_found(
    broken_report: str, trespass: tuple[str, str], contract: str
) -> None:
    path, line = trespass
    assert any(contract in row and "BROKEN" in row for row in broken_report.splitlines())
    assert f"{module(path)} -> {line.removeprefix('import ')}" in broken_report


def test_an_undeclared_room_is_found(tmp_path: Path) -> None:
    checked = lint(model_house(tmp_path, {"debate/attic/__init__.py": ""}))
    assert checked.returncode == 1
    assert "debate.attic" in checked.stdout


def test_every_contract_has_met_a_trespasser() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = [contract["name"] for contract in project["tool"]["importlinter"]["contracts"]]
    untried = [
        name for name in contracts if not any(name.startswith(c) for c in TRESPASSES.values())
    ]
    assert untried == []
