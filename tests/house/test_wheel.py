"""The archives hold what the program needs, and nothing that it does not."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

import debate
from tests.house.sources import ROOT


@pytest.fixture(scope="module")
def names(wheel: Path) -> frozenset[str]:
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def beside_the_code(pattern: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "debate").rglob(pattern)
        if path.is_file()
    }


def test_the_wheel_carries_every_module_and_says_that_it_is_typed(names: frozenset[str]) -> None:
    assert beside_the_code("*.py") <= names
    assert "debate/py.typed" in names


def test_the_wheel_carries_every_style_template_and_run_sheet(names: frozenset[str]) -> None:
    for pattern in ("*.tcss", "*.toml", "*.html", "*.css", "*.json", "*.md"):
        assert beside_the_code(pattern) <= names


def test_the_wheel_carries_a_compiled_catalogue_for_each_language(names: frozenset[str]) -> None:
    catalogues = beside_the_code("*.po")
    assert {name.removesuffix(".po") + ".mo" for name in catalogues} <= names


def test_the_wheel_carries_the_motions(names: frozenset[str]) -> None:
    motions = {
        "debate/" + path.relative_to(ROOT).as_posix()
        for path in (ROOT / "motions").rglob("*")
        if path.is_file()
    }
    assert motions <= names


def test_the_wheel_carries_nothing_else(names: frozenset[str]) -> None:
    version = debate.__version__
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"debate", f"debate_tui-{version}.dist-info"}
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_wheel_names_its_command_its_version_and_its_licence(unpacked: Path) -> None:
    (information,) = unpacked.glob("*.dist-info")
    headers = HeaderParser().parsestr((information / "METADATA").read_text("utf-8"))
    commands = (information / "entry_points.txt").read_text("utf-8")
    assert headers["Version"] == debate.__version__
    assert headers["License-Expression"] == "MIT"
    assert (information / "licenses" / "LICENSE").is_file()
    assert "debate = debate.cli.main:main" in commands


def test_the_wheel_asks_for_what_the_project_declares(unpacked: Path) -> None:
    (information,) = unpacked.glob("*.dist-info")
    headers = HeaderParser().parsestr((information / "METADATA").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [name for name in headers.get_all("Requires-Dist", []) if "extra ==" not in name]
    assert len(asked) == len(project["dependencies"])
    assert set(headers.get_all("Provides-Extra", [])) == set(project["optional-dependencies"])


def test_the_wheel_is_imported_from_where_it_was_put(unpacked: Path, tmp_path: Path) -> None:
    code = "import debate; print(debate.__file__)"
    seen = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(unpacked)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(seen.stdout.strip()).is_relative_to(unpacked)


def test_the_source_archive_can_be_tested_and_built_from(source_archive: Path) -> None:
    with tarfile.open(source_archive) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
        "README.md",
        "hatch_build.py",
        "pyproject.toml",
        "debate/__init__.py",
        "docs/conf.py",
        "requirements/run.txt",
        "tests/house/test_wheel.py",
    }
    assert needed <= names
    assert not [name for name in names if name.startswith((".venv", ".cache", "dist/"))]
