"""A catalogue is compiled whole or not at all."""

from __future__ import annotations

import gettext
import sys
from pathlib import Path

import pytest

from debate.i18n.compile import compile_catalogue
from tests.i18n.test_catalog import PO


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "debate.po"
    path.write_text(PO.format("een huis"), "utf-8")
    return path


def test_a_compiled_catalogue_holds_the_translations(source: Path) -> None:
    target = source.with_suffix(".mo")
    assert compile_catalogue(source, target)
    with target.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("a house") == "een huis"


def test_without_babel_nothing_is_done(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "babel.messages.mofile", None)
    assert not compile_catalogue(source, source.with_suffix(".mo"))
    assert not source.with_suffix(".mo").exists()


def test_a_target_that_cannot_be_written_leaves_nothing_behind(source: Path) -> None:
    target = source.parent / "taken"
    target.mkdir()
    assert not compile_catalogue(source, target)
    assert sorted(path.name for path in source.parent.iterdir()) == ["debate.po", "taken"]


def test_a_source_that_is_gone_is_no_failure(tmp_path: Path) -> None:
    assert not compile_catalogue(tmp_path / "none.po", tmp_path / "none.mo")
