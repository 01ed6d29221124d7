"""How a figure of the analysis looks in a vector file."""

from __future__ import annotations

from debate.analysis.refusal import Refused


def plain(figure: object) -> object:
    """Return a figure as the vectors write it: a refusal is null, all else is itself."""
    return None if isinstance(figure, Refused) else figure
