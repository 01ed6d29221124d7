"""The installed program finds its parts, speaks, paints its first screen, and leaves no trace."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import debate
from tests.installed.conftest import Installed

ROWS, COLUMNS = 24, 80


def test_the_package_is_not_the_checkout(installed: Installed) -> None:
    where = Path(installed.ask("import debate; print(debate.__file__)"))
    assert not (where.parents[1] / "pyproject.toml").exists()
    assert installed.ask("import debate; print(debate.__version__)") == debate.__version__


def test_every_module_can_be_imported_with_the_declared_requirements(installed: Installed) -> None:
    code = """
import importlib, json, pkgutil, debate
optional = {"asyncssh", "numpy"}
failed = {}
for module in pkgutil.walk_packages(debate.__path__, "debate."):
    if module.name.endswith("__main__"):
        continue
    try:
        importlib.import_module(module.name)
    except ModuleNotFoundError as missing:
        if missing.name not in optional:
            failed[module.name] = str(missing)
print(json.dumps(failed))
"""
    assert json.loads(installed.ask(code)) == {}


def test_the_motions_are_beside_the_code(installed: Installed) -> None:
    code = """
from importlib.resources import files
print(*(pack.name for pack in (files("debate") / "motions").iterdir()))
"""
    packs = installed.ask(code).split()
    shipped = Path(__file__).parents[2] / "motions"
    assert set(packs) >= {path.name for path in shipped.glob("*/") if any(path.iterdir())}


def test_it_tells_its_version(installed: Installed) -> None:
    told = installed.run("--version")
    assert (told.returncode, told.stderr) == (0, "")
    assert debate.__version__ in told.stdout


def test_the_demonstration_speaks_without_a_terminal(installed: Installed) -> None:
    told = installed.run("demo", "--plain")
    assert (told.returncode, told.stderr) == (0, "")
    assert len(told.stdout.splitlines()) >= 5
    assert "\x1b" not in told.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect drives terminals of Unix alone")
def test_it_paints_its_first_screen_and_leaves_when_asked(installed: Installed) -> None:
    import pexpect
    import pyte

    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    child = pexpect.spawn(
        installed.command[0],
        installed.command[1:],
        env=installed.environment,
        cwd=str(installed.home),
        dimensions=(ROWS, COLUMNS),
        encoding="utf-8",
        timeout=30,
    )
    while sum(bool(line.strip()) for line in screen.display) < ROWS // 3:
        stream.feed(child.read_nonblocking(65536, timeout=30).replace("\x1b[>", "\x1b["))
    child.send("\x11")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
