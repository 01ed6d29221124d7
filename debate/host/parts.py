"""What the ways in stand on and a plain install does not have."""

from __future__ import annotations

from importlib.util import find_spec

from debate.errors import PartMissing


def must_have(package: str, *, extra: str) -> None:
    """Refuse to go on without a package.

    Args:
        package: Its import name.
        extra: What to ask for when installing the program.

    Raises:
        PartMissing: it is not installed.
    """
    if find_spec(package) is None:
        raise PartMissing(package=package, extra=extra)
