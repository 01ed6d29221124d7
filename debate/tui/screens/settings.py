"""What a person chooses about the program: in force at once, kept, and in view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Button, Static

from debate.domain.decide.rules import NAME_LIMIT
from debate.errors import DebateError
from debate.i18n.messages import failure_text
from debate.tui.app import DebateApp
from debate.tui.dialogs.press_key import PressKey
from debate.tui.keymap import bindings, remapped
from debate.tui.present.fields import field_view
from debate.tui.present.place import StatusView
from debate.tui.present.settings import (
    KeyRow,
    key_means,
    key_rows,
    language_choice,
    motion_choice,
    paint_key,
    semantics_choice,
    semantics_means,
    theme_choice,
)
from debate.tui.rekeying import with_key
from debate.tui.translated import TranslatedScreen
from debate.tui.widgets.choice import Choice
from debate.tui.widgets.field import Field
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.status_line import StatusLine
from debate.tui.widgets.text_field import TextField
from debate.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk

NAME, SEMANTICS, KEYS = "name", "semantics", "keys"
"""The names of the settings that this screen keeps; the app keeps the others."""


class SettingChoice(Choice):
    """A choice that shows what holds; on a change of language nothing is restored over that."""

    def restore(self, kept: str | None) -> None:
        """Leave what was composed."""


class SettingsScreen(TranslatedScreen[None]):
    """Choices on the left, every act with its keys on the right."""

    app = getters.app(DebateApp)
    BINDINGS: ClassVar[list[BindingType]] = bindings("setting.usual", "app.back")

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        """Show the settings.

        Args:
            workspace: Where they are kept.
            desk: Where work that touches the disk is done.
        """
        super().__init__()
        self.workspace = workspace
        self.desk = desk
        keys = workspace.choice(KEYS, {})
        self._keys: dict[str, str] = dict(keys) if isinstance(keys, Mapping) else {}
        self._typed = str(workspace.choice(NAME, ""))
        self._semantics = str(workspace.choice(SEMANTICS, "qe"))

    # Laying out -------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out both sides."""
        t = self.t
        yield StatusLine(StatusView(t.text("Settings"), t.text("kept at once")))
        with VerticalScroll(id="form", can_focus=False):
            with Vertical(id="choices"):
                yield from self._choices()
            with Vertical(id="keys-side"):
                yield Static(t.text("Keys"), classes="heading inset", markup=False)
                yield VirtualList[KeyRow]((), paint_key, identity=_name, id="keys")
                yield Static("", id="key-means", classes="means", markup=False)
                yield Button(t.text("All keys as usual"), id="all-usual")
        yield KeyBar()

    def _choices(self) -> ComposeResult:
        t, app = self.t, self.app
        yield SettingChoice(language_choice(t), app.language, id="language")
        yield SettingChoice(theme_choice(t), app.theme, id="theme")
        motion = "none" if app.reduced_motion else "full"
        yield SettingChoice(motion_choice(t), motion, id="motion")
        field = field_view(
            t, t.text("Your name"), NAME_LIMIT, placeholder=t.text("may stay empty"),
        )  # fmt: skip
        yield TextField(field, self._typed, id="name")
        yield SettingChoice(semantics_choice(t), self._semantics, id="semantics")
        yield Static("", id="semantics-means", classes="means", markup=False)

    def on_mount(self) -> None:
        """Show the keys, and follow what other keys change."""
        self.query_one("#language").focus()
        self._show()
        self.watch(self.app, "theme", self._follow_theme, init=False)
        self.watch(self.app, "reduced_motion", self._follow_motion, init=False)

    def show_again(self) -> None:
        """Show everything in another language."""
        self._show()

    def _show(self) -> None:
        rows = key_rows(self._keys, self._display, self.t)
        self.query_one("#keys", VirtualList).update_items(rows)
        means = semantics_means(self._semantics, self.t)
        self.query_one("#semantics-means", Static).update(means)
        self._explain_key()

    @on(VirtualList.Highlighted, "#keys")
    def _explain_key(self) -> None:
        """Say what the act under the cursor does."""
        row = self.query_one("#keys", VirtualList).current
        self.query_one("#key-means", Static).update(key_means(row, self.t))

    def _display(self, key: str) -> str:
        return self.app.get_key_display(Binding(key, ""))

    # Choosing ---------------------------------------------------------------------------------

    @on(Choice.Chosen, "#language")
    def _choose_language(self, event: Choice.Chosen) -> None:
        """Speak another language."""
        for language in self.app.LANGUAGES:
            if language == event.key:
                self.app.language = language

    @on(Choice.Chosen, "#theme")
    def _choose_theme(self, event: Choice.Chosen) -> None:
        """Change the colours."""
        self.app.theme = event.key

    @on(Choice.Chosen, "#motion")
    def _choose_motion(self, event: Choice.Chosen) -> None:
        """Stop or allow animation."""
        self.app.reduced_motion = event.key == "none"

    @on(Choice.Chosen, "#semantics")
    async def _choose_semantics(self, event: Choice.Chosen) -> None:
        """Work strengths out in another way."""
        if event.key == self._semantics:
            return
        self._semantics = event.key
        await self._keep(SEMANTICS, event.key)
        self._show()

    @on(Field.Changed, "#name")
    def _name_changed(self, event: Field.Changed) -> None:
        """Keep the name as it is typed."""
        self._typed = event.value.strip()
        self._keep_name()

    @work(exclusive=True, group="name", exit_on_error=False)
    async def _keep_name(self) -> None:
        await self._keep(NAME, self._typed)

    def _follow_theme(self, theme: str) -> None:
        self.query_one("#theme", Choice).value = theme

    def _follow_motion(self, reduced: bool) -> None:
        self.query_one("#motion", Choice).value = "none" if reduced else "full"

    # Keys -------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the usual key only where the keys are."""
        if action == "usual_key":
            return self.focused is not None and self.focused.id == "keys"
        return super().check_action(action, parameters)

    @on(VirtualList.Selected, "#keys")
    def _ask_for_key(self, event: VirtualList.Selected) -> None:
        """Have the new key pressed."""
        self._take_key(event.item.id)

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def _take_key(self, identifier: str) -> None:
        dialog = PressKey(identifier, self._keys, self._display)
        key = await self.app.push_screen_wait(dialog)
        if key is not None:
            await self._use(with_key(identifier, key, self._keys))

    async def action_usual_key(self) -> None:
        """Give the act under the cursor its usual key again."""
        row = self.query_one("#keys", VirtualList).current
        if row is not None and row.is_changed:
            await self._use(with_key(row.id, None, self._keys))

    @on(Button.Pressed, "#all-usual")
    async def _use_usual_keys(self) -> None:
        """Give every act its usual key again."""
        await self._use({})
        self.app.notify(self.t.text("Every act has its usual key again."))

    async def _use(self, keys: dict[str, str]) -> None:
        """Let keys be in force, and keep them."""
        self._keys = keys
        self.app.set_keymap(remapped(keys).keymap)
        await self._keep(KEYS, keys)
        self._show()

    async def _keep(self, name: str, value: object) -> None:
        try:
            await self.desk.run(self.workspace.choose, name, value)
        except DebateError as error:
            self.app.notify(failure_text(error, self.t), severity="warning")

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)


def _name(row: KeyRow) -> str:
    return row.id
