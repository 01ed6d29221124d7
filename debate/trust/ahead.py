"""How far ahead of this machine's clock a time may lie: a limit that needs nothing else to be known."""

AHEAD_LIMIT = 24 * 60 * 60 * 1000
"""How far, in milliseconds, a fact's time may lie in the future without remark."""
