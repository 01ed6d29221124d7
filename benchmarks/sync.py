"""Everything about stores in turn: `make bench-sync`, or a part of it with `ARGS="frames union"`."""

from __future__ import annotations

import sys

from benchmarks import sync_frames, sync_live, sync_pull, sync_scale, sync_union

PARTS = {
    "frames": sync_frames.main,
    "union": sync_union.main,
    "pull": sync_pull.main,
    "live": sync_live.main,
    "scale": sync_scale.main,
}


def main() -> None:
    """Run the parts that are named, or all."""
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
