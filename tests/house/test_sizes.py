"""A file can be read in one sitting, a function at one glance, and a call without looking it up."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from statistics import median

from tests.house import rules
from tests.house.sources import Source, python_sources

MEDIAN_LIMIT = 100


def planted(text: str, path: str = "debate/room/noun.py") -> list[Source]:
    return [Source(path, textwrap.dedent(text))]


def test_no_module_is_too_long() -> None:
    assert list(rules.modules_too_long(python_sources())) == []


def test_half_the_modules_are_about_a_hundred_lines(
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    middle = median(source.length for source in python_sources("debate"))
    record_testsuite_property("median module length", middle)
    assert middle <= MEDIAN_LIMIT, f"the median module has {middle} lines"


def test_no_function_is_too_long() -> None:
    assert list(rules.functions_too_long(python_sources())) == []


def test_no_function_has_too_many_positional_parameters() -> None:
    assert list(rules.too_many_positional(python_sources())) == []


def test_a_module_that_is_too_long_is_found() -> None:
    assert list(rules.modules_too_long(planted("x = 1\n" * 401))) == [
        "debate/room/noun.py: 401 lines; at most 400"
    ]
    assert not list(rules.modules_too_long(planted("x = 1\n" * 400)))


def test_a_function_that_is_too_long_is_found_and_its_docstring_is_free() -> None:
    body = "    x = 1\n" * 49
    fitting = 'def tally():\n    """One.\n\n    Two.\n    """\n' + body
    assert not list(rules.functions_too_long(planted(fitting)))
    assert list(rules.functions_too_long(planted(fitting + "    x = 1\n"))) == [
        "debate/room/noun.py:1: tally: 51 lines; at most 50"
    ]


def test_a_method_with_six_positional_parameters_is_found_and_self_is_free() -> None:
    source = """
        class Tally:
            def five(self, a, b, c, d, e, *, f, g): ...
            async def six(self, a, b, c, d, /, e, f): ...
    """
    assert list(rules.too_many_positional(planted(source))) == [
        "debate/room/noun.py:4: six: 6 positional parameters; at most 5"
    ]
