"""A motion on the scales twice: as it stands, and as it would with a weight not given yet."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from debate.tui.cells import fit
from debate.tui.cells import width as cells_of
from debate.tui.present.views import BalanceView, SupposedView
from debate.tui.widgets.balance_bar import balance_line
from debate.tui.widgets.ink import Line
from debate.tui.widgets.lines import Lines

_LONGEST_LABEL = 20
_MARGIN = 2


class SupposedBalance(Lines):
    """Draws both balances on one scale, and says them; follows a slider while it moves."""

    DEFAULT_CSS = "SupposedBalance { height: auto; }"

    view: reactive[SupposedView] = reactive(SupposedView(""))
    """What stands where."""

    def __init__(
        self,
        view: SupposedView,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show `view`."""
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(SupposedBalance.view, view)

    def watch_view(self, before: SupposedView, after: SupposedView) -> None:
        """Draw the new balances."""
        self.redraw(layout=(before.would is None) != (after.would is None))

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return a bar for each balance and the sentence, or the sentence alone."""
        del height
        view = self.view
        said: Line = [(" " * _MARGIN, "ink"), (fit(view.words, width - _MARGIN), "muted")]
        if view.now is None or view.would is None:
            return [said]
        labels = (view.now_label, view.would_label)
        lead = min(_LONGEST_LABEL, max(cells_of(each) for each in labels))
        return [
            _row(view.now_label, view.now, lead, width),
            _row(view.would_label, view.would, lead, width),
            said,
        ]


def _row(label: str, balance: BalanceView, lead: int, width: int) -> Line:
    """Return a balance behind its label."""
    said = fit(label, lead)
    pad = " " * (lead - cells_of(said) + 2)
    room = width - _MARGIN - lead - 2
    return [(" " * _MARGIN + said + pad, "muted"), *balance_line(balance, room, bar=24)]
