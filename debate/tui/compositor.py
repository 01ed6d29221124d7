"""A compositor that keeps hold of nothing once it is painted.

Textual cuts each line where widgets begin and end, and has the line remember its pieces. A line that
goes from edge to edge is its own only piece: it remembers itself, so that only a sweep of all memory
would find it when it is no longer wanted. And a layout is made by a function that knows itself and all
that it placed. Both are taken apart here as soon as they have served.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor, CompositorMap
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class SparingCompositor(Compositor):
    """Arranges and paints as any compositor does."""

    def _arrange_root(
        self, root: Widget, size: Size, visible_only: bool = True
    ) -> tuple[CompositorMap, set[Widget]]:
        """Place widgets; what placed them knows nothing any more."""
        places, widgets = super()._arrange_root(root, size, visible_only)
        own = dict(places), set(widgets)
        places.clear()
        widgets.clear()
        return own

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Yield the lines of each widget; when they were cut they forget their pieces."""
        for region, clip, strips in super()._get_renders(crop):
            yield region, clip, strips
            for strip in strips:
                strip._divide_cache.clear()  # noqa: SLF001 (Textual never empties it)
