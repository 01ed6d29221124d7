"""The pins fit the project, are checked by hash, and hold no address."""

from __future__ import annotations

import itertools
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.sources import ROOT

FILES = ("run", "relay", "build", "test", "docs", "bench")
PIN = re.compile(
    r"^(?P<name>[a-z0-9.-]+)(\[[a-z0-9,-]+\])?==(?P<version>\S+)( ; (?P<marker>.+?))? \\$"
)
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def lines_of(name: str) -> list[str]:
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()


def pins_of(name: str) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for match in filter(None, map(PIN.match, lines_of(name))):
        pins.setdefault(match["name"], set()).add(match["version"])
    return pins


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_pins_holds_pins_and_hashes_alone(name: str) -> None:
    assert [line for line in lines_of(name) if not (PIN.match(line) or HASH.match(line))] == []


@pytest.mark.parametrize("name", FILES)
def test_every_pin_has_a_hash(name: str) -> None:
    lines = [*lines_of(name), ""]
    bare = [
        line
        for line, following in itertools.pairwise(lines)
        if PIN.match(line) and not HASH.match(following)
    ]
    assert bare == []


@pytest.mark.parametrize(("declared", "name"), [("dependencies", "run"), ("requires", "build")])
def test_the_pins_satisfy_what_the_project_declares(declared: str, name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    table = project["project"] if declared == "dependencies" else project["build-system"]
    pins = pins_of(name)
    for requirement in map(Requirement, table[declared]):
        versions = pins[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions), requirement


@pytest.mark.parametrize("name", ["run", "relay", "build", "docs", "bench"])
def test_one_environment_can_hold_every_file(name: str) -> None:
    tested = pins_of("test")
    differing = {
        pin: (versions, tested[pin])
        for pin, versions in pins_of(name).items()
        if pin in tested and not versions <= tested[pin]
    }
    assert differing == {}
