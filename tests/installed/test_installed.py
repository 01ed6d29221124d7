"""The installed program finds its parts, speaks, paints its first screen, and leaves no trace."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import debate
from tests.installed.conftest import Installed

if TYPE_CHECKING:
    import pexpect

ROWS, COLUMNS = 24, 80
LEAVE = "\x11"
"""Control and q."""
PATIENCE = 200
"""How often a screen is read before it counts as drawn."""
KEYBOARD_REQUEST = re.compile(r"\x1b\[[<>=][0-9;]*u")
"""What a program asks of modern keyboards; the terminal emulator would draw it."""


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

    child = pexpect.spawn(
        installed.command[0],
        installed.command[1:],
        env=installed.environment,
        cwd=str(installed.home),
        dimensions=(ROWS, COLUMNS),
        encoding="utf-8",
        timeout=30,
    )
    lines = screen_at_rest(child)
    assert len(lines) >= ROWS // 3, "\n".join(lines)
    child.send(LEAVE)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def screen_at_rest(child: pexpect.spawn[str]) -> list[str]:
    """Return the lines that are not empty, once the program has drawn and then paused."""
    import pexpect
    import pyte

    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    for _ in range(PATIENCE):
        try:
            drawn = child.read_nonblocking(65536, timeout=1)
        except pexpect.TIMEOUT:
            if any(line.strip() for line in screen.display):
                break
        except pexpect.EOF:
            break
        else:
            stream.feed(KEYBOARD_REQUEST.sub("", drawn))
    return [line for line in screen.display if line.strip()]
