"""The mark that tells the extractor: this text is for people, translate it. It does nothing else."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 -- the name that gettext tools look for
    """Return `text` as it is; whoever shows it looks up its translation."""
    return text
