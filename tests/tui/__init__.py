"""The stage, seen through a terminal without a terminal."""
