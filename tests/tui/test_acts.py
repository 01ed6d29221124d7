"""Every act of the key map can be done: some screen or widget binds it and has its method."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest
from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode

import debate.host
import debate.tui
from debate.tui.keymap import KEYS


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Yield every module of a package."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def nodes() -> frozenset[type[DOMNode]]:
    """Return the screens, widgets and programs of the house."""
    return frozenset(
        each
        for package in (debate.tui, debate.host)
        for module in modules(package)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, DOMNode)
    )


def does(node: type[DOMNode], binding: Binding) -> bool:
    """Tell whether a node has the method of what it binds."""
    return hasattr(node, f"action_{parse(binding.action)[1]}")


@pytest.fixture(scope="module")
def handled() -> frozenset[str]:
    """Return the ids of the acts that some node binds and does."""
    return frozenset(
        binding.id
        for node in nodes()
        for binding in vars(node).get("BINDINGS", ())
        if isinstance(binding, Binding) and binding.id and does(node, binding)
    )


@pytest.mark.parametrize("identifier", [key.id for key in KEYS])
def test_an_act_of_the_key_map_is_done_somewhere(identifier: str, handled: frozenset[str]) -> None:
    assert identifier in handled
