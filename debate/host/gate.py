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
from debate.tui.present.fields import field_view
from debate.tui.present.place import StatusView
from debate.tui.present.views import ChoiceView, EmptyView, Option
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
    from debate.i18n.catalog import Translator

Step = Literal["code", "name", "keep", "ready"]
CODE_LIMIT = 20


def waited_words(t: Translator) -> str:
    """Return what somebody reads who stood at the gate for too long."""
    return t.text("The code was not typed, so the line was closed. Come again when you have it.")


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
        """Lay out the step at hand, and no more: a room of guests starts here at once."""
        yield StatusLine(StatusView(self._title()), id="status")
        if self.step in {"code", "name"}:
            question, about = self._question()
            with Vertical(id="asking"):
                yield Static(question, id="question", classes="heading", markup=False)
                yield Static(about, id="about", markup=False)
                yield from self._fields()
        else:
            yield EmptyState(self._words(), id="saying")
        yield KeyBar()

    def _fields(self) -> ComposeResult:
        t = self.t
        goes_on = t.text("Enter goes on.")
        if self.step == "code":
            yield TextField(field_view(t, t.text("Code"), CODE_LIMIT, goes_on), id="code")
            return
        if self._asks_name:
            field = field_view(t, t.text("Your name"), NAME_LIMIT, goes_on)
            yield TextField(field, self.caller.name[:NAME_LIMIT], id="name")
        options = (
            Option("participant", t.text("take part")),
            Option("observer", t.text("listen")),
        )
        yield Choice(ChoiceView(t.text("You come to"), options), "participant", id="role")

    def on_mount(self) -> None:
        """Give the keys to what is asked first."""
        self._give_keys()

    async def _go_to(self, step: Step) -> None:
        """Show another step."""
        self.step = step
        await self.recompose()
        self._give_keys()
        self.refresh_bindings()

    def _give_keys(self) -> None:
        """Give the keys to what is asked; where nothing is, to nobody.

        The name of an account stands there to be typed over.
        """
        asked = [*self.query("#code Input"), *self.query("#name Input"), *self.query("#role")]
        self.set_focus(asked[0] if asked else None)
        for name in self.query("#name Input").results(Input):
            name.action_select_all()

    @property
    def _asks_name(self) -> bool:
        return self.room.debate.charter.contract != "secret"

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
        """Offer to go in behind the code, and to go on where something is asked."""
        if action == "go_in":
            return self.step != "code" or None
        if action == "save":
            return self.step in {"code", "name"}
        return super().check_action(action, parameters)

    # Acting ---------------------------------------------------------------------------------------

    async def action_go_in(self) -> None:
        """Go to the debate, first answering what is asked with what was chosen."""
        if self.step == "name":
            self._sit_down()
        elif self.guest is not None and self.step in {"keep", "ready"}:
            await self._go_to("ready")
            self.post_message(self.Admitted(self.guest))

    async def action_save(self) -> None:
        """Take what is asked as answered."""
        if self.step == "code":
            await self._try_code()
        elif self.step == "name":
            self._sit_down()

    @on(Field.Submitted, "#code")
    async def _try_code(self) -> None:
        """Look at the code that was typed."""
        field = self.query_one("#code", Field)
        answer = self.room.doorkeeper.try_code(self.caller, field.value)
        if answer is Answer.RIGHT:
            await self._go_to("name")
        elif answer is Answer.RETURNING:
            await self._come_back()
        elif answer is Answer.TOO_MANY:
            field.notice = self.t.text("Too many wrong codes. Wait a minute, then try again.")
        else:
            field.notice = self.t.text("That is not the code.")
            self.query_one("#code Input", Input).action_select_all()

    async def _come_back(self) -> None:
        """Let in who came before, by the code that is theirs."""
        self.guest = self.room.doorkeeper.recognise(self.caller)
        if self.guest is not None:
            await self._go_to("ready")
            self.post_message(self.Admitted(self.guest))

    @on(Field.Submitted, "#name")
    @work(exclusive=True, group="sit", exit_on_error=False)
    async def _sit_down(self) -> None:
        """Take part under the name that was typed."""
        name = self.query_one("#name", Field).value.strip() if self._asks_name else ""
        if self._asks_name and not name:
            self._object(self.t.text("Type a name first."))
            return
        as_observer = self.query_one("#role", Choice).value == "observer"
        try:
            answer = await self.room.desk.run(
                self.room.sit_down, self.caller, name, as_observer=as_observer
            )
        except DebateError as error:
            self._object(failure_text(error, self.t))
            return
        if isinstance(answer, Refusal):
            self._object(refusal_text(answer, self.t))
            return
        self.guest, code = answer
        self._code = code or ""
        await self._go_to("keep" if code else "ready")
        if not code:
            self.post_message(self.Admitted(self.guest))

    def _object(self, words: str) -> None:
        """Say what is wrong, below the name where it is asked, and where it can be read whole."""
        for field in self.query("#name").results(Field):
            field.notice = words
        self.app.notify(words, severity="warning", timeout=10)
