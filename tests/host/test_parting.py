"""What has left the screen is freed at once, though nobody sweeps."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widget import Widget

from debate.tui.dialogs.argument_form import ArgumentForm
from debate.tui.screens.floor import FloorScreen
from debate.tui.screens.help import HelpScreen
from tests.host.channel import PATIENCE, Sitting
from tests.host.house import House, goes_in, key

Followed = dict[str, "weakref.ref[Widget]"]


@pytest.fixture(autouse=True)
def unswept() -> Iterator[None]:
    """Sweep before a test, and not while it runs."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def in_front(sitting: Sitting) -> Screen[object]:
    """Return the screen somebody looks at."""
    assert sitting.visit.app is not None
    return sitting.visit.app.screen


def followed(screen: Screen[object]) -> Followed:
    """Return what tells of each widget of a screen whether it still lives."""
    return {
        f"{part!r} of {screen!r}": weakref.ref(part)
        for each in screen.walk_children(Widget, with_self=True)
        for part in (each, *each._get_virtual_dom())
    }


async def left_of(widgets: Followed) -> list[str]:
    """Return which still live when they had time to end."""
    left: list[str] = []
    for _ in range(100):
        left = [name for name, living in widgets.items() if living() is not None]
        if not left:
            break
        await asyncio.sleep(0.02)
    return left


@pytest.mark.parametrize(
    ("pressed", "kind"), [(b"?", HelpScreen), (b"aHalf a thought", ArgumentForm)]
)
async def test_a_screen_that_was_closed_is_freed_while_its_guest_stays(
    pressed: bytes, kind: type[Screen[object]], tmp_path: Path
) -> None:
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("Tea goes before coffee")
        bob.type(pressed)
        await bob.until(lambda: isinstance(in_front(bob), kind), kind.__name__)
        await bob.sees("Half a thought" if kind is ArgumentForm else "Help")
        widgets = followed(in_front(bob))
        bob.type(b"\x1b")
        await bob.until(lambda: isinstance(in_front(bob), FloorScreen), "the floor")
        bob.type(b"s")
        assert await left_of(widgets) == []


async def test_the_screens_of_a_guest_who_left_are_freed(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        async with house.comes(key("bob")) as bob:
            await goes_in(bob, "Bob")
            await bob.sees("Tea goes before coffee")
            bob.type(b"\x1b[B]")
            await bob.sees("Bicycles go before cars  2/2")
            assert bob.visit.app is not None
            gate, floor = map(followed, bob.visit.app.screen_stack)
        assert await left_of(gate | floor) == []


async def test_work_that_is_done_is_freed(tmp_path: Path) -> None:
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("Tea goes before coffee")
        assert bob.visit.app is not None

        async def nothing() -> None:
            """Do nothing."""

        worker = bob.visit.app.run_worker(nothing())
        freed = asyncio.Event()
        weakref.finalize(worker, freed.set)
        await worker.wait()
        del worker
        await asyncio.wait_for(freed.wait(), PATIENCE)


async def test_styles_that_were_worked_out_anew_are_freed(tmp_path: Path) -> None:
    async with House(tmp_path) as house, house.comes(key("bob")) as bob:
        await goes_in(bob, "Bob")
        await bob.sees("Tea goes before coffee")
        floor = in_front(bob)
        before = [weakref.ref(styles.node) for styles in floor._component_styles.values()]
        floor.app.stylesheet.apply(floor)
        assert [each for each in before if each() is not None] == []
        assert floor.get_component_styles("ink--muted").color
