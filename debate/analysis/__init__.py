"""The figures of a debate: pure functions of plain values. No clock, no disk, no network, no hidden chance."""
