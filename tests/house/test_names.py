"""Each module has a noun for a name and says why it exists; nothing is left as a promise."""

from __future__ import annotations

import pytest

from tests.house import rules
from tests.house.sources import Source, python_sources


def test_every_module_is_named_for_its_noun() -> None:
    assert list(rules.empty_names(python_sources())) == []


def test_every_module_says_why_it_exists() -> None:
    assert list(rules.modules_without_docstring(python_sources())) == []


def test_nothing_is_left_as_a_promise() -> None:
    assert list(rules.unfinished_work(python_sources())) == []


@pytest.mark.parametrize(
    "path", ["debate/utils.py", "debate/store/file_helpers.py", "debate/common/ids.py"]
)
def test_a_drawer_for_odds_and_ends_is_found(path: str) -> None:
    assert list(rules.empty_names([Source(path, "")])) != []
    assert not list(rules.empty_names([Source("debate/domain/commons_debate.py", "")]))


def test_a_module_without_a_docstring_is_found() -> None:
    assert list(rules.modules_without_docstring([Source("debate/a.py", "x = 1\n")])) == [
        "debate/a.py: no docstring"
    ]
    assert not list(rules.modules_without_docstring([Source("debate/a.py", '"""Why."""\n')]))


def test_a_promise_and_an_unwritten_function_are_found() -> None:
    text = "x = 1  # TO" + "DO: count\ndef tally():\n    raise NotImplementedError\n"
    assert list(rules.unfinished_work([Source("debate/a.py", text)])) == [
        "debate/a.py:1: a promise in a comment",
        "debate/a.py:2: tally is not written",
    ]
