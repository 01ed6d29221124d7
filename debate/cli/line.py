"""Line mode: the same verbs, one line at a time, for a screen reader, a slow line or a script.

It writes plain sentences and never moves the cursor. Nothing that is typed ends it but `quit` and
the end of the input, and a line that could not be saved is said back and kept.
"""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from debate.cli.bounds import must_converse
from debate.cli.context import Context
from debate.cli.exits import Exit, exit_of
from debate.cli.line_words import (
    BEFORE_TEXT,
    Leaf,
    Unclosed,
    command_line,
    leaf_of,
    split,
    verbs_of,
)
from debate.cli.main import carry_out, failure_words
from debate.cli.parser import build_parser
from debate.cli.permit import EVERYTHING, Permit
from debate.cli.streams import Lines, complain
from debate.errors import DebateError, StoreError, UsageError

if TYPE_CHECKING:
    from debate.service.seat import Seat

log = logging.getLogger("debate.line")
log.addHandler(logging.NullHandler())  # who types here reads one line; a host notes more
DRAFT = "line"
"""Where a line that was not saved is kept."""
APART = {"restore", "backup", "doctor"}
"""Verbs that need the data folder to themselves."""


def run(context: Context) -> int:
    """Read lines until `quit` or the end of the input."""
    must_converse(context)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    talk = Talk(context, sys.stdin)
    name = getattr(context.args, "session", None)
    if name is not None and (who := getattr(context.args, "seat", None)) is not None:
        context.seat_called(context.workspace.open(name).session, who)
    talk.sit_down(getattr(context.args, "seat", None))
    talk.greet(name)
    return talk.run()


class Talk:
    """One person at the prompt."""

    def __init__(
        self,
        context: Context,
        source: Lines,
        permit: Permit = EVERYTHING,
    ) -> None:
        """Prepare to read from `source` and to answer where `context` does.

        Args:
            context: Whose line mode it is.
            source: What is typed.
            permit: What may be done.
        """
        self._permit = permit
        self._context = context
        self._t = context.t
        self._source = source
        self._parser = build_parser(context.t)
        self._debate: str | None = None
        self._title = ""
        self._seat: str | None = None
        self._unsaved = ""
        self._position = 0
        self._code = int(Exit.DONE)
        self._own: Mapping[str, Callable[[str], None]] = {
            "help": self._help,
            "open": self._open,
            "debates": lambda _: self._do("list"),
            "as": self.sit_down,
            "again": self._again,
        }

    # Coming and going -------------------------------------------------------------------------

    def greet(self, name: str | None) -> None:
        """Say where one is, and open the debate that was named."""
        if name is not None:
            self._open(name)
        else:
            self._do("list")
            self._say(self._t.text("`open NAME` sits you down in a debate, `new` begins one."))
        self._say(self._t.text("`help` names the words, `quit` or Ctrl+D leaves."))

    def do_alone(self, debate: str, line: str) -> int:
        """Do one line in a debate, without a greeting; return its exit code."""
        self._debate = debate
        self._code = Exit.USAGE
        self.do(line)
        return self._code

    def run(self) -> int:
        """Read and do one line after the other."""
        while True:
            try:
                line = self._next()
                if line is None or line.strip().casefold() in {"quit", "exit"}:
                    return self._leave()
                self.do(line.strip())
            except KeyboardInterrupt:
                self._say()
                self._say(self._t.text("Stopped. `quit` or Ctrl+D leaves."))

    def _next(self) -> str | None:
        """Return the next line; None at the end."""
        self._tell_news()
        if self._source.isatty():
            print(f"{self._title}> ", end="", file=self._context.out)
        self._context.out.flush()
        if not self._context.is_heard:
            return None
        line = self._source.readline()
        if not line:
            return None
        if not line.endswith("\n") and self._source.isatty():
            self._keep(line.strip())
            return None
        return line

    def _leave(self) -> int:
        if self._unsaved:
            self._say()
            self._say(self._t.text("Not saved, and kept for next time: {line}", line=self._unsaved))
        return Exit.DONE

    # A line -----------------------------------------------------------------------------------

    def do(self, line: str) -> None:
        """Do what a line asks; whatever it is, the next one can follow."""
        verb, _, rest = line.partition(" ")
        try:
            if not line:
                return
            if verb.casefold() in self._own:
                self._own[verb.casefold()](rest.strip())
            else:
                self._do(line)
        except DebateError as error:
            self._report(error)
        except Unclosed:
            self._complain(self._t.text("A quotation mark is not closed; the line was not done."))
            self._keep(line)
        except SystemExit:
            return
        except Exception as error:  # the last resort: a fault here must not end a debate
            kind = type(error).__name__
            log.exception("a line failed")
            self._complain(
                self._t.text("Something went wrong here ({kind}). Go on, or `quit`.", kind=kind)
            )
            self._keep(line)

    def _do(self, line: str) -> None:
        words = split(line)
        leaf = leaf_of(self._parser, words)
        if leaf is not None and not self._is_ready(leaf, words):
            return
        before = set(self._context.workspace.library.sessions())
        if leaf is not None:
            words = command_line(leaf, words, debate=self._debate, seat=self._seat)
        code = self._code = self._carried_out(leaf, words)
        if leaf is not None and leaf.path in (*BEFORE_TEXT, ("ballot",)):
            self._settle(line, code)
        begun = set(self._context.workspace.library.sessions()) - before
        if begun and code == Exit.DONE:
            self._open(begun.pop())
        self._note_position()

    def _is_ready(self, leaf: Leaf, words: list[str]) -> bool:
        """Say what is missing before a verb can be done here."""
        if leaf.path == ("line",):
            self._say(self._t.text("You are there already. `open NAME` goes to another debate."))
            return False
        needs = leaf.debate is not None and leaf.debate.nargs != "?"
        if needs and self._debate is None and "--help" not in words and "-h" not in words:
            self._complain(self._t.text("Open a debate first: `open NAME`. `debates` lists them."))
            return False
        return True

    def _carried_out(self, leaf: Leaf | None, words: list[str]) -> int:
        """Run a command line on the data folder that is open, or on its own when it must be so."""
        home = self._context
        if leaf is not None and not self._permit.reaches(leaf.parser):
            return self._refuse(leaf.path[0])
        try:
            args = self._parser.parse_args(words)
        except DebateError as error:
            self._report(error)
            return exit_of(error)
        if not self._permit.allows(args):
            return self._refuse(args.verb)
        for name in ("data_dir", "motions", "lang"):
            if getattr(args, name, None) is None:
                setattr(args, name, getattr(home.args, name, None))
        is_apart = leaf is not None and leaf.path[0] in APART
        if is_apart:
            home.close()
        inner = Context(
            args,
            language=home.language,
            environment=home.environment,
            out=home.out,
            workspace=None if is_apart else home.workspace,
        )
        try:
            home.out.flush()
            return carry_out(inner)
        finally:
            inner.close()

    def _refuse(self, verb: str) -> int:
        """Say that a verb is not done from here."""
        self._complain(self._permit.refuse(verb, self._parser.verbs[verb], self._t))
        return Exit.REFUSED

    # What only line mode has --------------------------------------------------------------------

    def _open(self, name: str) -> None:
        name = name.strip().strip('"“”')
        if not name:
            self._complain(self._t.text("Say which debate: `open NAME`. `debates` lists them."))
            return
        seat = self._context.workspace.open(name)
        seat.session.refresh()
        if self._debate not in (None, seat.session.id):
            self._unsaved = ""  # it waits in the debate it was meant for
        self._debate = seat.session.id
        debate = seat.debate
        self._title = debate.charter.title
        phase = debate.schedule.now.phase.title.within(self._t.language)
        self._say(
            self._t.text("You are in “{title}”. Phase: {phase}.", title=self._title, phase=phase)
        )
        self._note_position()
        self._recall()

    def sit_down(self, name: str | None) -> None:
        """Let what follows be done by another seat at this keyboard; None or nothing: one's own.

        Raises:
            UsageError: nobody of that name sits here.
        """
        session = self._context.workspace.open(self._debate).session if self._debate else None
        if name and session is not None:
            self._context.seat_called(session, name)
        is_another = (name or None) != self._seat
        self._seat = name or None
        if name:
            self._say(self._t.text("What you say next is said by {name}.", name=name))
        if is_another:
            self._unsaved = ""  # what one person meant to say is not said by another
            if session is not None:
                self._recall()

    def _help(self, about: str) -> None:
        leaf = leaf_of(self._parser, about.split())
        if leaf is not None:
            self._say(leaf.parser.format_help())
            self._say(self._t.text("Here you leave out `debate` and the name of the debate."))
            return
        for name, words in verbs_of(self._parser).items():
            if name not in {"line", "completion"} and self._permit.reaches(
                self._parser.verbs[name]
            ):
                self._say(f"{name}: {words}")
        for name, words in (
            ("debates", self._t.text("list the debates")),
            ("open", self._t.text("sit down in a debate")),
            ("as", self._t.text("let somebody else at this keyboard speak")),
            ("again", self._t.text("say the line once more that was not saved")),
            ("quit", self._t.text("leave")),
        ):
            self._say(f"{name}: {words}")
        self._say(self._t.text("`help argue` tells how to say `argue`."))

    # Nothing is lost --------------------------------------------------------------------------

    def _again(self, _: str) -> None:
        if not self._unsaved:
            self._say(self._t.text("Nothing waits to be said again."))
            return
        self._say(self._unsaved)
        self._do(self._unsaved)

    def _settle(self, line: str, code: int) -> None:
        """Keep a line that was not saved; let go of it once it is."""
        if code != Exit.DONE:
            self._keep(line)
            self._say(self._t.text("Your line is kept; `again` says it once more."))
        elif self._unsaved:
            self._keep("")

    def _keep(self, line: str) -> None:
        """Keep a line for next time, as far as the disk lets us."""
        self._unsaved = line
        if self._debate is None:
            return
        try:
            seat = self._seat_now()
            if line:
                seat.keep_draft(DRAFT, {"text": line})
            else:
                seat.drop_draft(DRAFT)
        except StoreError as error:
            self._report(error)

    def _seat_now(self) -> Seat:
        """Return the seat whose lines these are: one's own where nobody of that name sits here."""
        seat = self._context.workspace.open(self._debate or "")
        if self._seat is None:
            return seat
        try:
            return self._context.seat_called(seat.session, self._seat)
        except UsageError:
            return seat

    def _recall(self) -> None:
        draft = self._seat_now().draft(DRAFT)
        if draft and not self._unsaved:
            self._unsaved = str(draft.get("text", ""))
            self._say(
                self._t.text("Not saved last time: {line}", line=self._unsaved)
                + " "
                + self._t.text("`again` says it once more.")
            )

    # Others -----------------------------------------------------------------------------------

    def _tell_news(self) -> None:
        """Say that others said something since the last line."""
        if self._debate is None or not self._source.isatty():
            return
        try:
            session = self._context.workspace.open(self._debate).session
            session.refresh()
        except DebateError:
            return
        new = session.journal.position - self._position
        if new > 0:
            self._say(self._t.plural("{n} new fact by others. `show` tells.",
                                     "{n} new facts by others. `show` tells.", new))  # fmt: skip
        self._position = session.journal.position

    def _note_position(self) -> None:
        if self._debate is not None:
            session = self._context.workspace.open(self._debate).session
            self._position = session.journal.position

    def _say(self, text: str = "") -> None:
        self._context.say(text)

    def _complain(self, text: str) -> None:
        self._context.out.flush()
        complain(text)

    def _report(self, error: DebateError) -> None:
        from debate.cli.suggestions import hint

        self._complain(failure_words(error, self._t, hint(error, self._context)))
