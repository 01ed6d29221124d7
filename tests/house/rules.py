"""The rules of the house that a syntax tree can judge.

Each rule takes sources and yields one sentence per violation, with file and line; none reads a disk,
so that a test can plant a small violation and see it found.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from tests.house.sources import Source

MODULE_LIMIT = 400
FUNCTION_LIMIT = 50
POSITIONAL_LIMIT = 5
EMPTY_NAMES = frozenset({"common", "helper", "helpers", "manager", "misc", "util", "utils"})

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_of(source: Source) -> Iterator[Function]:
    """Yield every function and method of a module."""
    for node in ast.walk(source.tree):
        if isinstance(node, Function):
            yield node


def body_length(function: Function) -> int:
    """Count a function's lines from `def` to its end, without its docstring."""
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return length
    docstring = function.body[0]
    return length - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def positional_count(function: Function) -> int:
    """Count the parameters that a caller may pass by position, without `self` and `cls`."""
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def modules_too_long(sources: Iterable[Source]) -> Iterator[str]:
    """Find modules that cannot be read in one sitting."""
    for source in sources:
        if source.length > MODULE_LIMIT:
            yield f"{source.path}: {source.length} lines; at most {MODULE_LIMIT}"


def functions_too_long(sources: Iterable[Source]) -> Iterator[str]:
    """Find functions that do more than one thing."""
    for source in sources:
        for function in functions_of(source):
            if (length := body_length(function)) > FUNCTION_LIMIT:
                where = f"{source.path}:{function.lineno}: {function.name}"
                yield f"{where}: {length} lines; at most {FUNCTION_LIMIT}"


def too_many_positional(sources: Iterable[Source]) -> Iterator[str]:
    """Find functions whose calls cannot be read without looking them up."""
    for source in sources:
        for function in functions_of(source):
            if (count := positional_count(function)) > POSITIONAL_LIMIT:
                where = f"{source.path}:{function.lineno}: {function.name}"
                yield f"{where}: {count} positional parameters; at most {POSITIONAL_LIMIT}"


def modules_without_docstring(sources: Iterable[Source]) -> Iterator[str]:
    """Find modules that do not say why they exist; an empty marker of a package says nothing."""
    for source in sources:
        is_marker = source.path.endswith("/__init__.py") and not source.text.strip()
        if is_marker and source.path.startswith("tests/"):
            continue
        if not ast.get_docstring(source.tree):
            yield f"{source.path}: no docstring"


def empty_names(sources: Iterable[Source]) -> Iterator[str]:
    """Find modules and folders whose name says nothing, such as a drawer for odds and ends."""
    for source in sources:
        path = PurePosixPath(source.path)
        words = {word for part in path.with_suffix("").parts for word in part.split("_")}
        for word in sorted(words & EMPTY_NAMES):
            yield f"{source.path}: {word!r} says nothing; name the noun"


def is_unwritten(function: Function) -> bool:
    """Tell whether a function raises that it was never written."""
    raised = (node.exc for node in ast.walk(function) if isinstance(node, ast.Raise) and node.exc)
    return any("NotImplementedError" in ast.unparse(exception) for exception in raised)


def unfinished_work(sources: Iterable[Source]) -> Iterator[str]:
    """Find promises left in the code; a base class may leave a method to those that extend it."""
    marks = ("TO" + "DO", "FIX" + "ME", "X" + "XX")
    for source in sources:
        for number, line in enumerate(source.text.splitlines(), start=1):
            if any(mark in line.partition("#")[2] for mark in marks):
                yield f"{source.path}:{number}: a promise in a comment"
        for function in source.tree.body:
            if isinstance(function, Function) and is_unwritten(function):
                yield f"{source.path}:{function.lineno}: {function.name} is not written"
