"""Deliberation in the terminal: weighted arguments, sealed ballots, and what moved whom.

The package is a house with one staircase: `docs/understand/architecture.md` draws the rooms.
"""

__version__ = "0.1.0"
