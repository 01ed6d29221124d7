"""One part of the results: a chart, and the words beneath it."""

from __future__ import annotations

from dataclasses import dataclass

from debate.tui.present.views import (
    BarsView,
    HistogramView,
    PairsView,
    RangesView,
    TransitionView,
)
from debate.tui.widgets.page import Block

Chart = HistogramView | PairsView | TransitionView | BarsView | RangesView


@dataclass(frozen=True, slots=True)
class PartView:
    """A chart and its words."""

    chart: Chart | None
    """None when there is nothing to draw; the words then say why."""
    blocks: tuple[Block, ...]
