"""What has left the screen is let go of at once, and waits for no sweep.

A widget of Textual refers to itself: by its styles, by its timers, and by caches whose entries refer
to each other. Reference counting never frees it, so that each toast, dialog and visit would stay until
all memory is looked through. Here such rings are opened when a widget has done its last work; what is
left of it answers as before, but is not told of changes any more.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import Any, cast

from textual._compositor import Compositor
from textual.app import App
from textual.cache import LRUCache
from textual.css.styles import RenderStyles, Styles
from textual.dom import DOMNode
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker
from textual.worker_manager import WorkerManager

Link = list[object]
"""One entry of a cache: the entry before it, the one after it, its key and its value."""


class PartingWorkers(WorkerManager):
    """Lets go of work that is done: a worker holds its task, and the task's context the worker."""

    def _remove_worker(self, worker: Worker[Any]) -> None:
        super()._remove_worker(worker)
        worker._task = None


class _Parting:
    """Opens the rings of one widget when it is done; some of them can be found only before."""

    def __init__(self, app: App[None], widget: Widget) -> None:
        self._app = app
        self._widget = widget
        self._parts = parts_of(widget)
        self._caches = tuple(_caches_of(widget))

    def __call__(self, done: asyncio.Task[None]) -> None:
        """Open them."""
        part_with_styles(self._parts)
        for watching in vars(self._app).get("__watchers", {}).values():
            watching[:] = [each for each in watching if each[0] is not self._widget]
        _open_rings(self._widget)
        for link in self._caches:
            _take_apart(link)


def part_with(app: App[None], widgets: Iterable[Widget]) -> None:
    """Open the rings of widgets that are about to leave, and of all in them, when they are done."""
    for each in _with_all_within(widgets):
        if each._task is not None:
            each._task.add_done_callback(_Parting(app, each))


def part_with_app(app: App[None]) -> None:
    """Open the rings of an app that has ended."""
    _open_rings(app)
    app._compose_screen = None
    _empty_caches(app.stylesheet)


def parts_of(node: DOMNode) -> tuple[RenderStyles, ...]:
    """Return the styles that a widget has for parts of itself."""
    return tuple(node._component_styles.values())


def part_with_styles(parts: Iterable[RenderStyles]) -> None:
    """Open the rings of styles that a widget had for parts of itself, and has no more."""
    for each in parts:
        each.base.node = each.inline.node = None


def _with_all_within(widgets: Iterable[Widget]) -> Iterator[Widget]:
    """Yield widgets, what is in them, and their scroll bars."""
    for widget in widgets:
        for each in widget.walk_children(Widget, with_self=True):
            yield each
            yield from each._get_virtual_dom()


def _open_rings(node: DOMNode) -> None:
    nodes = node._nodes
    nodes._displayed_nodes = nodes._displayed_visible_nodes = (-1, [])
    if isinstance(node, Widget):
        node._layout_cache.clear()
    if isinstance(node, Screen):
        node._layout_widgets.clear()
    for each in vars(node).values():
        if isinstance(each, Styles):
            each.node = None
        elif isinstance(each, Timer):
            each._callback = None
        elif isinstance(each, Compositor):
            each.root = None
    _empty_caches(node)


def _empty_caches(owner: object) -> None:
    for link in tuple(_caches_of(owner)):
        _take_apart(link)
    for each in vars(owner).values():
        if isinstance(each, LRUCache):
            each.clear()


def _caches_of(owner: object) -> Iterator[Link]:
    """Yield the first entry of each cache, empty or not."""
    for each in vars(owner).values():
        if isinstance(each, LRUCache):
            yield each._head


def _take_apart(link: Link) -> None:
    """Have the entries of a cache refer to nothing any more."""
    while link:
        following = cast("Link", link[1])
        link.clear()
        link = following
