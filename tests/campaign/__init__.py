"""Trials by the thousand: `python -m tests.campaign.<name>` prints their figures.

The tests of `tests/store` run the same trials in small numbers.
"""
