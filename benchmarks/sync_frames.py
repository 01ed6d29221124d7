"""Facts sealed into frames and opened again, beside the same facts as compressed lines of JSON.

A frame adds to such lines: encryption, two signatures, padding, and that every id is worked out anew.
"""

from __future__ import annotations

import base64
import json
import time
import zlib
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple, TypeVar

from benchmarks.sessions import LARGE, documents_of
from debate.sync.plan import runs
from debate.trust.circle import Circle
from debate.trust.envelope import Document
from debate.trust.frame import open_frame, seal
from debate.trust.keys import SigningKey

ROUNDS = 5
FLUSHES = (1, 5, 20, 200)
"""Facts that one person says before they go out: one at a time, a sitting, everything."""
Made = TypeVar("Made")


class Took(NamedTuple):
    """Seconds of the processor."""

    sealed: float
    opened: float


def seconds(act: Callable[[], Made]) -> tuple[float, Made]:
    """Return how long something kept the processor, and what came of it."""
    begun = time.process_time()
    made = act()
    return time.process_time() - begun, made


def facts() -> list[Document]:
    """Return a debate of 10,000 facts by 20 people."""
    return documents_of(LARGE, SigningKey(bytes(32)))[1]


def portions(documents: Sequence[Document], size: int) -> list[Sequence[Document]]:
    """Return each person's facts in portions, as they would go out."""
    whole = runs(documents, ())
    return [run[start : start + size] for run in whole for start in range(0, len(run), size)]


def frames_of(circle: Circle, parts: Sequence[Sequence[Document]]) -> list[tuple[str, bytes]]:
    """Seal portions into frames."""
    key = SigningKey(bytes(32))
    return [seal(circle, key, part) for part in parts]


def opened(circle: Circle, frames: Sequence[tuple[str, bytes]]) -> int:
    """Open frames and count the facts in them."""
    return sum(len(open_frame(circle, *frame).load.documents) for frame in frames)


def packed(parts: Sequence[Sequence[Document]]) -> list[bytes]:
    """Write portions as compressed lines."""
    return [zlib.compress("\n".join(map(json.dumps, part)).encode()) for part in parts]


def unpacked(packs: Sequence[bytes]) -> int:
    """Read compressed lines and count the facts in them."""
    return sum(
        len([json.loads(line) for line in zlib.decompress(pack).split(b"\n")]) for pack in packs
    )


def main() -> None:
    """Print what sealing and opening take, and how large the outcome is."""
    documents, circle = facts(), Circle.of(bytes(16))
    plain = sum(len(json.dumps(each)) for each in documents) / len(documents)
    for size in FLUSHES:
        parts = portions(documents, size)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            written, frames = seconds(lambda: frames_of(circle, parts))  # noqa: B023 (called at once)
            read, count = seconds(lambda: opened(circle, frames))  # noqa: B023 (called at once)
            lines_written, packs = seconds(lambda: packed(parts))  # noqa: B023 (called at once)
            lines_read, _ = seconds(lambda: unpacked(packs))  # noqa: B023 (called at once)
            ours.append(Took(written, read))
            theirs.append(Took(lines_written, lines_read))
        seal_time, open_time = (median(each[i] for each in ours) for i in (0, 1))
        seal_ratio = seal_time / median(each.sealed for each in theirs)
        open_ratio = open_time / median(each.opened for each in theirs)
        wire = sum(len(base64.b64encode(frame)) for _, frame in frames) / count
        at_rest = sum(len(frame) for _, frame in frames) / count
        per = 10_000 / count
        print(
            f"{size} facts a frame: seal 10,000 in {seal_time * per:.2f} s, ratio {seal_ratio:.1f}; "
            f"open in {open_time * per:.2f} s, ratio {open_ratio:.1f}; {at_rest:.0f} bytes a fact, "
            f"{wire:.0f} in a request, ratio {at_rest / plain:.2f} to plain JSON",
            flush=True,
        )


if __name__ == "__main__":
    main()
