"""Where this debate is kept, and the link that lets people in: to copy, to scan, to say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from debate.errors import DebateError
from debate.i18n.messages import failure_text
from debate.tui.dialogs.prompt import Prompt
from debate.tui.keymap import bindings
from debate.tui.present.fields import field_view
from debate.tui.present.sharing import ADDRESS_LIMIT, Shared, picture_of, sharing_page
from debate.tui.present.status import status_view
from debate.tui.screens.seated import SeatScreen
from debate.tui.widgets.key_bar import KeyBar
from debate.tui.widgets.page import Page
from debate.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from debate.service.seat import Seat
    from debate.service.workspace import Workspace
    from debate.tui.desk import Desk

TELEPHONE = Style(color="white", bgcolor="black")
"""A camera wants light on dark as it is printed, whatever the theme."""


class SharingScreen(SeatScreen[None]):
    """A page about stores and links, and the link's picture where there is room."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "share.add", "share.copy", "share.reading", "app.back"
    )

    def __init__(self, seat: Seat, desk: Desk, workspace: Workspace) -> None:
        """Show how a debate is shared.

        Args:
            seat: Who looks.
            desk: Where work that touches the disk is done.
            workspace: Where links and stores are kept.
        """
        super().__init__(seat, desk)
        self.workspace = workspace
        self.shared = Shared()

    def compose(self) -> ComposeResult:
        """Lay out the page and the picture."""
        yield StatusLine(id="status")
        with Horizontal():
            yield Page(sharing_page(self.shared, self.t), id="page")
            yield Static("", id="picture", markup=False)
        yield KeyBar()

    async def on_mount(self) -> None:
        """Find out how it is shared."""
        self.query_one("#page").focus()
        await self._look()

    def show_debate(self) -> None:
        """Show where we are."""
        title = self.debate.charter.title
        self.query_one("#status", StatusLine).view = status_view(self.seat, self.t, title)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is about a link only where there is one."""
        if action in {"copy_link", "read_link"}:
            return bool(self.shared.link)
        return super().check_action(action, parameters)

    async def _look(self) -> None:
        shared = await self.attempt(self._shared)
        if shared is not None:
            self.shared = replace(shared, is_reading=self.shared.is_reading or shared.is_reading)
            self._show()
            self.refresh_bindings()

    def _shared(self) -> Shared:
        """Read stores and link; at the desk."""
        from debate.service.circles import remote_name
        from debate.service.post import Post
        from debate.trust.invite import link_of

        post = Post(self.workspace, self.seat)
        try:
            sharing, remotes = post.sharing, post.remotes
            if sharing is None or not remotes:
                return Shared()
            is_reading = self.shared.is_reading or not sharing.circle.can_write
            circle = sharing.circle.read_only if is_reading else sharing.circle
            return Shared(
                remotes=tuple(remote_name(each.url) for each in remotes),
                link=link_of(circle, remotes[0].url),
                code=sharing.code.reveal() if sharing.code else "",
                is_reading=is_reading,
                is_left_behind=post.is_left_behind,
            )
        finally:
            post.close()

    def _show(self) -> None:
        self.query_one("#page", Page).blocks = sharing_page(self.shared, self.t)
        picture = self.query_one("#picture", Static)
        rows = picture_of(self.shared.link) if self.shared.link else []
        picture.update(Text("\n".join(rows), style=TELEPHONE, no_wrap=True))
        picture.styles.width = len(rows[0]) if rows else 0
        picture.display = bool(rows) and len(rows) <= self.size.height - 2

    def on_resize(self) -> None:
        """Show the picture whole or not at all."""
        if self.is_mounted:
            self._show()

    # Acting -----------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog", exit_on_error=False)
    async def action_add_store(self) -> None:
        """Ask for a folder or an address, and keep the debate there too."""
        t = self.t
        field = field_view(
            t,
            t.text("Folder or address"),
            ADDRESS_LIMIT,
            help=t.text("/media/stick, kinto+https://host/v1, dav+https://host/folder"),
        )
        said = await self.app.push_screen_wait(
            Prompt(
                self.seat, self.desk, "store", title=t.text("Keep this debate at a store too"),
                field=field, say=self._add,
            )
        )  # fmt: skip
        if said:
            await self._look()

    async def _add(self, text: str) -> bool:
        """Keep the debate at a store; tell whether that was an address."""
        return await self.attempt(self._added, text) is not None

    def _added(self, text: str) -> bool:
        from debate.service.addresses import remote_url
        from debate.service.post import Post
        from debate.sync.remote import Address
        from debate.trust.circle import Circle

        address = Address(remote_url(text))
        post = Post(self.workspace, self.seat)
        try:
            post.share(Circle.fresh())
            post.add_remote(address)
        finally:
            post.close()
        return True

    def action_copy_link(self) -> None:
        """Put the link on the clipboard, where the terminal allows it."""
        self.app.copy_to_clipboard(self.shared.link)
        self.app.notify(self.t.text("The link is on the clipboard."))

    async def action_read_link(self) -> None:
        """Show the other link: to take part, or to read along."""
        self.shared = replace(self.shared, is_reading=not self.shared.is_reading)
        try:
            self.shared = await self.desk.run(self._shared)
        except DebateError as error:
            self.app.notify(failure_text(error, self.t), severity="error", timeout=10)
        self._show()

    def action_back(self) -> None:
        """Go back to the floor."""
        self.dismiss()
