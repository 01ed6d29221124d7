"""The figures of a debate: pure functions of plain values. No clock, no disk, no hidden chance."""
