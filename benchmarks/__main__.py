"""Every benchmark in turn, each a ratio within one run: `make bench`."""

from __future__ import annotations

from benchmarks import (
    append,
    commands,
    first_paint,
    host,
    list_keys,
    memory,
    open_session,
    strengths,
)

ALL = (first_paint, commands, list_keys, append, open_session, strengths, memory, host)


def main() -> None:
    """Run them all; each prints its own lines."""
    for benchmark in ALL:
        benchmark.main()


if __name__ == "__main__":
    main()
