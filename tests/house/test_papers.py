"""Tracked files hold no machine's paths and no registry's hosts, and every page can be reached."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.house.papers import MACHINE_PATH, REGISTRY, lines_matching, pages_in_no_toctree
from tests.house.sources import ROOT, text_of, tracked_files

RUNNABLE = (".ci/run",)


def papers() -> list[tuple[str, str]]:
    return [
        (path.relative_to(ROOT).as_posix(), text)
        for path in tracked_files()
        if (text := text_of(path)) is not None
    ]


def test_no_file_holds_a_path_of_some_machine() -> None:
    assert list(lines_matching(MACHINE_PATH, papers())) == []


def test_no_file_names_a_package_registry() -> None:
    assert list(lines_matching(REGISTRY, papers())) == []


def test_every_page_is_in_a_toctree() -> None:
    docs = ROOT / "docs"
    pages = {
        path.relative_to(docs).as_posix(): path.read_text("utf-8")
        for path in docs.rglob("*.md")
        if "_build" not in path.parts
    }
    assert pages_in_no_toctree(pages) == []


def test_the_papers_at_the_door_are_there() -> None:
    names = ("README", "CHANGELOG", "CONTRIBUTING", "SECURITY")
    assert [name for name in names if not (ROOT / f"{name}.md").is_file()] == []


def test_scripts_can_be_run() -> None:
    assert [name for name in RUNNABLE if not os.access(ROOT / name, os.X_OK)] == []


def test_links_between_papers_lead_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text("utf-8")
        targets = [part.partition(")")[0].partition("#")[0] for part in text.split("](")[1:]]
        local = [target for target in targets if target and "://" not in target]
        assert [target for target in local if not (ROOT / target).exists()] == []


@pytest.mark.parametrize(
    "planted",
    ["/wor" + "k/main/x", "cd /ro" + "ot/cache", "'/hom" + "e/anna/x'", "/User" + "s/jan"],
)
def test_a_path_of_some_machine_is_found(planted: str) -> None:
    assert len(list(lines_matching(MACHINE_PATH, [("a.md", f"first\n{planted}\n")]))) == 1


@pytest.mark.parametrize(
    "lawful", ["docs/work/x", "https://example.org/home/x", "~/home", "/work", "/home/a/x"]
)
def test_other_paths_are_left_alone(lawful: str) -> None:
    assert list(lines_matching(MACHINE_PATH, [("a.md", lawful)])) == []


def test_a_package_registry_is_found() -> None:
    planted = "see https://py" + "pi.org/simple"
    assert list(lines_matching(REGISTRY, [("a.md", planted)])) == ["a.md:1: py" + "pi.org"]


def test_a_page_in_no_toctree_is_found() -> None:
    toctree = "```{toctree}\n:glob:\n\nlearn/*\n```\n"
    pages = {"index.md": toctree, "learn/a.md": "", "learn/deep/b.md": "", "lost.md": ""}
    assert pages_in_no_toctree(pages) == ["learn/deep/b", "lost"]


def test_text_that_is_not_text_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\x89PNG\xff")
    assert text_of(tmp_path / "picture") is None
