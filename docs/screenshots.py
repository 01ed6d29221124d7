"""Make the pictures of the documentation from the real program: `python docs/screenshots.py`.

They show the debate that `debate demo --keep` plays, so that a reader can open the very same one. It
is opened again first: most of what a floor offers is dim once a debate is closed.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from debate.cli.main import main
from debate.service.wiring import workspace
from debate.tui.program import Program

IMAGES = Path(__file__).parent / "images"
SIZE = (100, 30)
SHOTS: dict[str, tuple[str, ...]] = {
    "lobby": (),
    "reader": ("down", "enter"),
    "floor": ("tab", "enter"),
    "ballot": ("tab", "enter", "v"),
    "results": ("tab", "enter", "b"),
}
"""The keys that lead from the first screen to each picture."""
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def shoot(folder: Path, name: str, keys: tuple[str, ...]) -> None:
    """Take one picture of the debate in `folder`."""
    work = workspace(folder=folder, environment={})
    program = Program(work, language="en")
    async with program.run_test(size=SIZE, notifications=False) as pilot:
        await pilot.pause(1.0)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.6)
        await pilot.pause(1.0)
        picture = program.export_screenshot(title="debate")
    work.close()
    (IMAGES / f"{name}.svg").write_text(_FONT_FACE.sub("", picture), "utf-8")


def take_all() -> int:
    """Play the demonstration and take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if status := main(["demo", "--plain", "--keep", folder]):
            return status
        if status := main(["reopen", "A demonstration", "--data-dir", folder]):
            return status
        for name, keys in SHOTS.items():
            asyncio.run(shoot(home, name, keys))
    return 0


if __name__ == "__main__":
    sys.exit(take_all())
