"""The gate: the first screen of a guest. Nothing of the debate shows before the code was typed.

It asks for the code, then for a name, shows whoever has no key the code by which they come back,
and stays below the floor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from debate.domain.decide.rules import NAME_LIMIT
from debate.domain.refusal import Refusal
from debate.errors import DebateError
from debate.host.doorkeeper import Answer
from debate.i18n.messages import failure_text, refusal_text
from debate.tui.keymap import bindings
from debate.tui.present.ballot import contract_words
from debate.tui.present.views import ChoiceView, EmptyView, FieldView, Option, StatusView
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.empty_state import EmptyState
from debate.tui.widgets.field import Field
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from debate.host.doorkeeper import Caller
    from debate.host.guests import Guest
    from debate.host.room import Room

Step = Literal["code", "name", "keep", "ready"]
CODE_LIMIT = 20


class GateScreen(TranslatedScreen[None]):
    """Posts `Admitted` each time its guest goes in."""

    AUTO_FOCUS = ""
    """None by itself: each step says what has the keys."""
    BINDINGS: ClassVar[list[BindingType]] = bindings("gate.enter", "dialog.save")

    class Admitted(Message):
        """A guest goes to the debate."""

        def __init__(self, guest: Guest) -> None:
            """Say who."""
            super().__init__()
            self.guest = guest

    def __init__(self, room: Room, caller: Caller, guest: Guest | None) -> None:
        """Stand at the gate.

        Args:
            room: The room behind it.
            caller: Who comes.
            guest: Who they are, when they came before and take part.
        """
        super().__init__()
        self.room = room
        self.caller = caller
        self.guest = guest
        self._code = ""
        self.step: Step = "ready" if guest else "name" if caller.is_admitted else "code"

    # Laying out -----------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out what is asked, one thing at a time."""
        t = self.t
        yield StatusLine(id="status")
        with Vertical(id="asking"):
            yield Static("", id="question", classes="heading", markup=False)
            yield Static("", id="about", classes="prose", markup=False)
            yield TextField(
                FieldView(t.text("Code"), CODE_LIMIT, t.text("Enter goes on.")), id="code"
            )
            yield TextField(
                FieldView(t.text("Your name"), NAME_LIMIT, t.text("Enter goes on.")),
                self.caller.name[:NAME_LIMIT], id="name",
            )  # fmt: skip
            yield Choice(
                ChoiceView(
                    t.text("You come to"),
                    (Option("participant", t.text("take part")),
                     Option("observer", t.text("listen"))),
                ),
                "participant", id="role",
            )  # fmt: skip
        yield EmptyState(EmptyView("", ""), id="saying")
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask the first thing."""
        self.show()

    async def retranslate(self) -> None:
        """Compose anew in another language."""
        await super().retranslate()
        self.show()

    def show(self) -> None:
        """Show the step at hand, and give the keys to what it asks."""
        is_asking = self.step in {"code", "name"}
        is_named = self.room.debate.charter.contract != "secret"
        self.query_one("#asking").display = is_asking
        self.query_one("#saying").display = not is_asking
        self.query_one("#code").display = self.step == "code"
        self.query_one("#name").display = self.step == "name" and is_named
        self.query_one("#role").display = self.step == "name"
        self.query_one("#status", StatusLine).view = StatusView(self._title())
        if is_asking:
            question, about = self._question()
            self.query_one("#question", Static).update(question)
            self.query_one("#about", Static).update(about)
            first = "#code Input" if self.step == "code" else "#name Input" if is_named else "#role"
            self.set_focus(self.query_one(first))
        else:
            self.query_one("#saying", EmptyState).view = self._words()
            self.set_focus(None)
        self.refresh_bindings()

    def _question(self) -> tuple[str, str]:
        """Return what is asked, and what there is to know of it."""
        t = self.t
        if self.step == "code":
            about = t.text("It is on the wall, or was read aloud: six letters and digits.")
            return t.text("Ask the facilitator for the code."), about
        question = {
            "named": t.text("What is your name?"),
            "pseudonym": t.text("Choose a name to go by."),
            "secret": t.text("Nobody’s name is shown or kept here."),
        }[self.room.debate.charter.contract]
        return question, contract_words(self.room.debate, t)

    def _title(self) -> str:
        return "debate" if self.step == "code" else self.room.debate.charter.title

    def _words(self) -> EmptyView:
        t = self.t
        if self.step == "keep":
            return EmptyView(
                t.text("Your own code: {code}", code=self._code),
                t.text(
                    "Write it down. When the line breaks, type it instead of the code on the wall, "
                    "and you are back where you were. Keep it to yourself: who has it is you."
                ),
                t.text("enter"),
                t.text("I have written it down"),
            )
        return EmptyView(
            self.room.debate.charter.title,
            t.text("You are in this debate. What you said is kept; leave and come back as you like."),
            t.text("enter"),
            t.text("go in"),
        )  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go in where nothing is asked, and to go on where something is."""
        if action == "go_in":
            return self.step in {"keep", "ready"} or None
        if action == "save":
            return self.step in {"code", "name"}
        return super().check_action(action, parameters)

    # Acting ---------------------------------------------------------------------------------------

    def action_go_in(self) -> None:
        """Go to the debate."""
        if self.guest is not None and self.step in {"keep", "ready"}:
            self.step = "ready"
            self.show()
            self.post_message(self.Admitted(self.guest))

    async def action_save(self) -> None:
        """Take what is asked as answered."""
        if self.step == "code":
            self._try_code()
        elif self.step == "name":
            self._sit_down()

    @on(Field.Submitted, "#code")
    def _try_code(self) -> None:
        """Look at the code that was typed."""
        field = self.query_one("#code", Field)
        answer = self.room.doorkeeper.try_code(self.caller, field.value)
        if answer is Answer.RIGHT:
            self.step = "name"
            self.show()
        elif answer is Answer.RETURNING:
            self._come_back()
        elif answer is Answer.TOO_MANY:
            field.notice = self.t.text("Too many wrong codes. Wait a minute, then try again.")
        else:
            field.notice = self.t.text("That is not the code.")
            self.query_one("#code Input", Input).action_select_all()

    def _come_back(self) -> None:
        """Let in who came before, by the code that is theirs."""
        guest = self.room.doorkeeper.recognise(self.caller)
        if guest is not None:
            self.guest, self.step = guest, "ready"
            self.show()
            self.post_message(self.Admitted(guest))

    @on(Field.Submitted, "#name")
    @work(exclusive=True, group="sit", exit_on_error=False)
    async def _sit_down(self) -> None:
        """Take part under the name that was typed."""
        field = self.query_one("#name", Field)
        is_nameless = self.room.debate.charter.contract == "secret"
        name = "" if is_nameless else field.value.strip()
        if not (name or is_nameless):
            field.notice = self.t.text("Type a name first.")
            return
        as_observer = self.query_one("#role", Choice).value == "observer"
        try:
            answer = await self.room.desk.run(
                self.room.sit_down, self.caller, name, as_observer=as_observer
            )
        except DebateError as error:
            self.app.notify(failure_text(error, self.t), severity="error", timeout=10)
            return
        if isinstance(answer, Refusal):
            field.notice = refusal_text(answer, self.t)
            self.app.notify(field.notice, severity="warning")
            return
        self.guest, code = answer
        self._code, self.step = code or "", "keep" if code else "ready"
        self.show()
        if not code:
            self.post_message(self.Admitted(self.guest))
