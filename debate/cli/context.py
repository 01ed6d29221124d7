"""What every verb is given: the words, the workspace, and where its answer goes."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from debate.cli.exits import Exit
from debate.i18n.catalog import translator

if TYPE_CHECKING:
    from debate.domain.commands import Command
    from debate.domain.motion import Language
    from debate.domain.refusal import Refusal
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat
    from debate.service.session import Receipt
    from debate.service.workspace import Workspace


class Context:
    """One run of the program from a command line."""

    def __init__(
        self,
        args: Namespace,
        *,
        language: Language,
        environment: Mapping[str, str],
        out: TextIO | None = None,
    ) -> None:
        """Prepare a run.

        Args:
            args: The parsed command line.
            language: The language of the answers.
            environment: The process's environment variables.
            out: Where answers go; standard output when None.
        """
        self.args = args
        self.language = language
        self.environment = environment
        self.out = out or sys.stdout
        self.t: Translator = translator(language)
        self.is_json: bool = getattr(args, "json", False)

    @cached_property
    def workspace(self) -> Workspace:
        """The data folder, opened when a verb first needs it."""
        from debate.service.wiring import workspace

        return workspace(
            folder=self.data_dir, motions=self.motion_folders, environment=self.environment
        )

    @property
    def data_dir(self) -> Path | None:
        """The data folder as the command line names it."""
        return getattr(self.args, "data_dir", None)

    @property
    def motion_folders(self) -> Sequence[Path]:
        """Folders with packs, as the command line names them."""
        return getattr(self.args, "motions", None) or ()

    def seat(self) -> Seat:
        """Return this person's seat in the debate that the command names."""
        seat = self.workspace.open(self.args.session)
        name = getattr(self.args, "seat", None)
        if name is None:
            return seat
        for other in self.workspace.seats(seat.session):
            person = other.person
            if person and person.name and person.name.casefold() == name.casefold():
                return other
        from debate.errors import UsageError

        raise UsageError(what="seat", value=name)

    def say(self, text: str = "") -> None:
        """Print a line of the answer."""
        print(text, file=self.out)

    def say_json(self, value: object) -> None:
        """Print the answer as one JSON document."""
        print(json.dumps(value, ensure_ascii=False, indent=2, default=str), file=self.out)

    def answer(
        self, answer: Receipt | Refusal, said: str, *, facts: Mapping[str, Any] | None = None
    ) -> Exit:
        """Report what a command came to: what was saved, or why not.

        Args:
            answer: The receipt or the refusal.
            said: What was saved, in words.
            facts: What `--json` gives beside the fact ids.
        """
        from debate.domain.refusal import Refusal
        from debate.i18n.messages import refusal_text

        if isinstance(answer, Refusal):
            words = refusal_text(answer, self.t)
            if self.is_json:
                self.say_json({"refused": answer.rule, "message": words})
            else:
                print(words, file=sys.stderr)
            return Exit.REFUSED
        if self.is_json:
            self.say_json({"saved": list(answer.facts), **(facts or {})})
        else:
            self.say(said)
        return Exit.DONE

    def act(self, command: Command, said: str) -> Exit:
        """Do something in the debate that the command names, and report it."""
        seat = self.seat()
        answer = seat.submit(command)
        seat.open_ballots()
        return self.answer(answer, said)

    def close(self) -> None:
        """Let go of the data folder, if it was opened."""
        if "workspace" in self.__dict__:
            self.workspace.close()


Verb = Callable[[Context], int]
