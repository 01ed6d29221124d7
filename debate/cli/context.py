"""What every verb is given: the words, the workspace, and where its answer goes.

A program is answered by one JSON document, whatever a verb does: what it says is held until it ends,
and a verb that gave no document of its own is answered for by its words.
"""

from __future__ import annotations

import io
import re
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from debate.cli.exits import Exit
from debate.cli.streams import Outlet, complain
from debate.errors import StoreError
from debate.i18n.catalog import translator

if TYPE_CHECKING:
    from debate.domain.commands import Command
    from debate.domain.motion import Language
    from debate.domain.refusal import Refusal
    from debate.i18n.catalog import Translator
    from debate.service.seat import Seat
    from debate.service.session import Receipt, Session
    from debate.service.workspace import Workspace

Answers = TextIO | io.TextIOBase
"""Where answers go."""
MEASURE = 76
"""Cells a line of prose is wrapped at."""
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Context:
    """One run of the program from a command line."""

    def __init__(
        self,
        args: Namespace,
        *,
        language: Language,
        environment: Mapping[str, str],
        out: Answers | None = None,
        workspace: Workspace | None = None,
    ) -> None:
        """Prepare a run.

        Args:
            args: The parsed command line.
            language: The language of the answers.
            environment: The process's environment variables.
            out: Where answers go; standard output when None.
            workspace: A data folder that is open already, and stays so; opened when None.
        """
        self.args = args
        self.language = language
        self.environment = environment
        self.t: Translator = translator(language)
        self.is_json: bool = getattr(args, "json", False)
        self._answers: Answers = out or sys.stdout
        self.out: Answers = io.StringIO() if self.is_json else self._answers
        self._documents: list[object] = []
        self._lent = workspace

    @property
    def is_lent(self) -> bool:
        """Whether the data folder is somebody else's view of it, or was open already."""
        return self._lent is not None

    @property
    def is_heard(self) -> bool:
        """Whether anybody can still be answered: a verb that goes on ends when nobody can."""
        return not isinstance(self._answers, Outlet) or self._answers.fault is None

    @cached_property
    def workspace(self) -> Workspace:
        """The data folder, opened when a verb first needs it."""
        if self._lent is not None:
            return self._lent
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

    @property
    def session_name(self) -> str | None:
        """What the command line calls the debate; None when it names none."""
        return getattr(self.args, "session", None)

    def seat(self) -> Seat:
        """Return this person's seat in the debate that the command names, as it stands now.

        Raises:
            UsageError: there is no such debate, or nobody of that name at this keyboard.
            StoreError: its journal cannot be read.
        """
        seat = self.workspace.open(self.args.session)
        if self._lent is not None:
            seat.session.refresh()
        name = getattr(self.args, "seat", None)
        return seat if name is None else self.seat_called(seat.session, name)

    def seat_called(self, session: Session, name: str) -> Seat:
        """Return the seat at this keyboard of who goes by a name.

        Raises:
            UsageError: nobody of that name sits here.
        """
        seats = self.workspace.seats(session)
        named = {each.person.name: each for each in seats if each.person and each.person.name}
        for known, seat in named.items():
            if known.casefold() == name.casefold():
                return seat
        from debate.errors import UsageError

        raise UsageError(what="seat", value=name, candidates=tuple(named))

    def say(self, text: str = "") -> None:
        """Print a line of the answer; what others wrote cannot act on the terminal."""
        print(harmless(text), file=self.out)

    def prose(self, text: str, indent: str = "") -> None:
        """Print a text wrapped to a measure that is easy to read, its later lines set in."""
        from textwrap import fill

        self.say(fill(text, MEASURE, initial_indent=indent, subsequent_indent=indent + "  "))

    def say_json(self, value: object) -> None:
        """Give a program its answer; it is printed when the verb ends."""
        self._documents.append(value)

    def stream_json(self, value: object) -> None:
        """Print a document on one line at once: the verb goes on.

        What it says from here on goes to standard error.
        """
        print_json(value, self._answers, indent=None)
        self._answers.flush()
        self._documents.clear()
        self.out = Outlet(sys.stderr)

    def tell(self, said: str, facts: object) -> Exit:
        """Answer a person in words, and a program with facts."""
        if self.is_json:
            self.say_json(facts)
        else:
            self.say(said)
        return Exit.DONE

    def refuse(self, rule: str, words: str) -> Exit:
        """Say why not: to a person on standard error, to a program as its answer."""
        if self.is_json:
            self.fail({"refused": rule, "message": words})
        else:
            complain(words)
        return Exit.REFUSED

    def fail(self, document: Mapping[str, object]) -> None:
        """Give a program what went wrong in place of an answer, with what was said before that."""
        if self.is_json:
            before = self._answer()
            self._documents = [document if before is None else {**document, "before": before}]

    def conclude(self) -> None:
        """Print the one document that a program asked for."""
        if self.is_json and isinstance(self.out, io.StringIO):
            answer = self._answer()
            print_json({"message": ""} if answer is None else answer, self._answers)

    def _answer(self) -> object:
        """Return the document of the verb; a list of several, and what it said where there is none."""
        if self._documents:
            return self._documents[0] if len(self._documents) == 1 else self._documents
        words = self.out.getvalue().strip() if isinstance(self.out, io.StringIO) else ""
        return {"message": words} if words else None

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
            return self.refuse(answer.rule, refusal_text(answer, self.t))
        return self.tell(said, {"saved": list(answer.facts), **(facts or {})})

    def act(self, command: Command, said: str) -> Exit:
        """Do something in the debate that the command names, and report it."""
        seat = self.seat()
        answer = seat.submit(command)
        seat.open_ballots()
        return self.answer(answer, said)

    def close(self) -> None:
        """Let go of the data folder, if it was opened here.

        The list of debates is brought up to date on the way; on a disk that takes nothing it is
        made anew another time.
        """
        opened = self.__dict__.pop("workspace", None)
        if opened is not None and opened is not self._lent:
            with suppress(StoreError):
                opened.close()


def print_json(value: object, out: Answers, *, indent: int | None = 2) -> None:
    """Print a document; what others wrote in it cannot act on a terminal."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    print(_ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text), file=out)


def harmless(text: str) -> str:
    """Return a text with every control character but line breaks and tabs made visible."""
    return _ACTING.sub("\ufffd", text)


Verb = Callable[[Context], int]
