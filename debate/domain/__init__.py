"""The law of a debate: pure values, `decide` and `fold`. No clock, no disk, no chance."""
