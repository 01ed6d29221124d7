"""A real browser for tests: headless Chromium, which goes nowhere by itself.

Tests that need it skip, and say so, where there is none; in CI they fail instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def chromium() -> str:
    """Return where Chromium is, or skip the test."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        absent = "no Chromium here: the page is not tried in a real browser"
        if "CI" in os.environ:
            pytest.fail(absent)
        pytest.skip(absent)
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """Run a browser for as long as it is wanted."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = chromium()
    with playwright.sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield started
        finally:
            started.close()
