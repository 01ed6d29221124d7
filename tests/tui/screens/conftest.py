"""Every test of a screen has a workspace of its own on a disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from debate.service.wiring import workspace as workspace_at
from tests.tui.screens.evening import Evening


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    """Return an empty workspace with the motions that come with the program."""
    workspace = workspace_at(folder=tmp_path / "data", environment={})
    workspace.choose("reduced-motion", value=True)
    yield Evening(workspace)
    workspace.close()
