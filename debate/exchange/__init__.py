"""Debates in and out of the formats of others: each reader gives plain values and what it found odd."""
