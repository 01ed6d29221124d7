"""What may be done in line mode: everything, or what a host lets a guest do."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debate.cli.understanding import Parser
    from debate.i18n.catalog import Translator


@dataclass(frozen=True)
class Permit:
    """Which verbs may be done, and who is told of those that may not."""

    handlers: frozenset[str] | None = None
    """By the handlers of the grammar; None allows all."""
    refused: Callable[[str], None] | None = None
    """Told of each verb that may not be done."""

    def allows(self, args: Namespace) -> bool:
        """Tell whether what was said may be done: a guest names no place on the host's disk."""
        if self.handlers is None:
            return True
        names_place = any(getattr(args, name, None) for name in ("data_dir", "motions"))
        return getattr(args, "handler", "") in self.handlers and not names_place

    def reaches(self, parser: Parser) -> bool:
        """Tell whether a verb, or one that may follow it, may be done."""
        return (
            self.handlers is None
            or parser.get_default("handler") in self.handlers
            or any(map(self.reaches, parser.verbs.values()))
        )

    def refuse(self, verb: str, parser: Parser, t: Translator) -> str:
        """Tell who wants to know; return what is said, with the verbs of that name that may be done."""
        if self.refused is not None:
            self.refused(f"verb {verb}")
        known = [f"`{verb} {name}`" for name, each in parser.verbs.items() if self.reaches(each)]
        if not known:
            return t.text("That is not done from here.")
        return t.text("That is not done from here, but this is: {verbs}.", verbs=", ".join(known))


EVERYTHING = Permit()
"""What whoever sits at their own machine may do."""
