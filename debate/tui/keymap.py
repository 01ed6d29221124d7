"""Every key of the program in one table, so that a key means the same on every screen.

Small letters act on what is under the cursor; capitals run the meeting. Each entry has an id that
settings may give other keys, a label for the key bar and a sentence for help, palette and tooltip.
Labels and sentences are English message ids: a screen translates them when it shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding, BindingType
from textual.keys import _normalize_key_list

from debate.i18n.marks import N_


class Key(NamedTuple):
    """One act and the key that starts it."""

    id: str
    """The name settings use, as `argument.add`."""
    keys: str
    """The default keys, with commas between."""
    action: str
    """The Textual action; its method stands on the screen or widget that binds it."""
    label: str
    """One or two words for the key bar."""
    help: str
    """One sentence for help, palette and tooltip."""
    is_shown: bool = True
    """Whether the key bar may show it."""
    is_priority: bool = False
    """Whether it works at once, before what was typed a moment ago is taken in: never to save."""


KEYS: tuple[Key, ...] = (
    # Moving, the same in every list.
    Key("list.open", "enter", "open", N_("open"), N_("Open what the cursor is on")),
    Key("list.down", "down,j", "move(1)", N_("down"), N_("Go one row down"), False),
    Key("list.up", "up,k", "move(-1)", N_("up"), N_("Go one row up"), False),
    Key("list.page-down", "pagedown", "page(1)", N_("page down"), N_("Go one page down"), False),
    Key("list.page-up", "pageup", "page(-1)", N_("page up"), N_("Go one page up"), False),
    Key("list.first", "home", "edge(-1)", N_("first"), N_("Go to the first row"), False),
    Key("list.last", "end", "edge(1)", N_("last"), N_("Go to the last row"), False),
    Key("side.against", "left", "side('against')", N_("against"), N_("Go to the arguments against"),
        False),
    Key("side.for", "right", "side('for')", N_("for"), N_("Go to the arguments for"), False),
    Key("choice.previous", "left,up,h,k", "choose(-1)", N_("previous"),
        N_("Choose the answer before this one"), False),
    Key("choice.next", "right,down,l,j,space", "choose(1)", N_("next"),
        N_("Choose the answer after this one"), False),
    Key("part.before", "left,shift+tab", "step_part(-1)", N_("part before"),
        N_("Go to the part before"), False),
    Key("part.after", "right,tab", "step_part(1)", N_("next part"),
        N_("Go to the next part")),
    Key("part.1", "1", "part(0)", N_("part 1"), N_("Go to the first part"), False),
    Key("part.2", "2", "part(1)", N_("part 2"), N_("Go to the second part"), False),
    Key("part.3", "3", "part(2)", N_("part 3"), N_("Go to the third part"), False),
    Key("part.4", "4", "part(3)", N_("part 4"), N_("Go to the fourth part"), False),
    Key("part.5", "5", "part(4)", N_("part 5"), N_("Go to the fifth part"), False),
    Key("part.6", "6", "part(5)", N_("part 6"), N_("Go to the sixth part"), False),
    # Sliders.
    Key("slider.less", "left,h", "step(-1)", N_("less"), N_("Move the slider left"), False),
    Key("slider.more", "right,l", "step(1)", N_("more"), N_("Move the slider right"), False),
    Key("slider.little-less", "shift+left", "nudge(-1)", N_("a little less"),
        N_("Move the slider one to the left"), False),
    Key("slider.little-more", "shift+right", "nudge(1)", N_("a little more"),
        N_("Move the slider one to the right"), False),
    Key("slider.least", "home", "edge(-1)", N_("least"), N_("Move the slider to its left end"),
        False),
    Key("slider.most", "end", "edge(1)", N_("most"), N_("Move the slider to its right end"), False),
    Key("slider.unset", "delete", "unset", N_("unset"), N_("Take the answer back"), False),
    # Arguing.
    Key("argument.add", "a", "add_argument", N_("add"), N_("Add an argument for or against")),
    Key("argument.rebut", "r", "rebut", N_("rebut"), N_("Rebut this argument: it is not true")),
    Key("argument.undercut", "u", "undercut", N_("undercut"),
        N_("Undercut this argument: it is not relevant here")),
    Key("argument.weigh", "w", "weigh", N_("weigh"), N_("Say how much this argument weighs for you")),
    Key("argument.adopt", "m", "adopt", N_("mine too"), N_("Make this argument yours too")),
    Key("argument.revise", "e", "revise", N_("edit"), N_("Change the words of your own argument"),
        False),
    Key("argument.withdraw", "d", "withdraw", N_("withdraw"),
        N_("Withdraw your own argument; its replies stay"), False),
    Key("argument.ask", "c", "ask", N_("ask"), N_("Ask what the author means"), False),
    Key("argument.flag", "f", "flag", N_("flag"), N_("Ask the facilitator to look at this"), False),
    Key("argument.same", "equals_sign", "same", N_("same as"),
        N_("Propose that two arguments say the same"), False),
    Key("argument.sort", "s", "sort", N_("sort"), N_("Sort in another order"), False),
    Key("talk.open", "l", "talk", N_("talk"),
        N_("See questions, proposals to merge, remarks and flags"), False),
    # The motion and oneself.
    Key("motion.previous", "left_square_bracket", "step_motion(-1)", N_("previous motion"),
        N_("Go to the previous motion"), False),
    Key("motion.next", "right_square_bracket", "step_motion(1)", N_("next motion"),
        N_("Go to the next motion"), False),
    Key("motion.read", "i", "read_motion", N_("read"),
        N_("Read the motion: what yes and no mean, terms and sources"), False),
    Key("motion.debate", "enter,space", "debate_motion", N_("debate it"),
        N_("Debate this motion: begin, or go on where you were")),
    Key("ballot.open", "v", "ballot", N_("ballot"), N_("Say where you stand, and how sure you are")),
    Key("ballot.cast", "enter", "cast_ballot", N_("seal it"),
        N_("Seal this ballot: nobody can read it until the reveal")),
    Key("ballot.moved", "o", "choose_moved", N_("what moved me"),
        N_("Name the arguments that moved you")),
    Key("ballot.check", "number_sign", "check_ballot", N_("check it"),
        N_("Check that your ballots were counted as you cast them"), False),
    Key("ballot.rank", "z", "rank", N_("rank, vote"),
        N_("Rank the options or the motions, and say yes or no"), False),
    Key("results.groups", "g", "groups", N_("groups"), N_("See who weighs alike")),
    Key("results.shift", "b", "results", N_("results"), N_("See what moved, and whom"), False),
    # Finding.
    Key("find.open", "slash", "find", N_("find"), N_("Find words in what is on the screen")),
    Key("find.only", "asterisk", "find_only", N_("show only"),
        N_("Show all, only yours, only unweighed or only unanswered arguments"), False),
    # The meeting.
    Key("session.new", "n", "new_session", N_("new debate"), N_("Start a new debate")),
    Key("session.join", "I", "join_session", N_("join"),
        N_("Come into a debate by its link or spoken code")),
    Key("session.sync", "y", "sync", N_("share"),
        N_("See where this debate is kept, and let people in"), False),
    Key("session.minutes", "x", "minutes", N_("minutes"), N_("Write the minutes to a file"), False),
    Key("session.pass", "p", "pass_keyboard", N_("pass"), N_("Pass the keyboard to someone else"),
        False),
    Key("person.hand", "exclamation_mark", "raise_hand", N_("hand"),
        N_("Ask for the floor, or take that back"), False),
    Key("person.done", "plus", "finish_step", N_("done"),
        N_("Say that you are done with this phase; only the count is shown"), False),
    # Running the meeting: capitals.
    Key("phase.open", "R", "run_sheet", N_("run-sheet"), N_("See the phases and lead the debate"),
        False),
    Key("phase.next", "N", "next_phase", N_("next phase"), N_("Begin the next phase"), False),
    Key("phase.extend", "E", "extend_phase", N_("extend"), N_("Give this phase more minutes"), False),
    Key("phase.pause", "P", "pause_phase", N_("pause"), N_("Pause or resume the clock"), False),
    Key("phase.undo", "U", "undo_phase", N_("undo"), N_("Go back to the phase before"), False),
    Key("meeting.join-line", "J", "join_line", N_("join line"), N_("Show how people join"), False),
    Key("meeting.projector", "V", "projector", N_("projector"), N_("Show the view for a projector"),
        False),
    Key("meeting.console", "K", "console", N_("lead"),
        N_("Lead the debate: clock, line to read, what waits for you"), False),
    Key("meeting.people", "G", "people", N_("people"),
        N_("See who is here: roles, paper ballots, sides"), False),
    Key("meeting.notes", "W", "notes", N_("notes"),
        N_("Write private notes that no journal holds"), False),
    Key("meeting.reveal", "X", "reveal_all", N_("reveal"),
        N_("End the ballots that people sealed and open them; it asks first")),
    Key("meeting.hide", "H", "hide_argument", N_("hide"),
        N_("Hide this argument, with a reason that is kept"), False),
    Key("meeting.outcome", "O", "outcome", N_("outcome"), N_("Draft the outcome"), False),
    Key("meeting.adopt", "A", "adopt_outcome", N_("adopt"), N_("Declare this statement the outcome")),
    Key("meeting.freeze", "F", "freeze", N_("freeze"),
        N_("Let nobody but facilitators act, or everybody again")),
    Key("meeting.close", "C", "close_debate", N_("close"),
        N_("End the debate, or go on with one that was ended")),
    # Screens of their own.
    Key("gate.enter", "enter", "go_in", N_("go in"), N_("Go to the debate")),
    Key("show.before", "left,pageup,backspace", "step_slide(-1)", N_("before"),
        N_("Go to the slide before"), False),
    Key("show.after", "right,pagedown,space,enter", "step_slide(1)", N_("next"),
        N_("Go to the next slide")),
    Key("show.first", "home", "first_slide", N_("first"), N_("Go to the first slide"), False),
    Key("share.add", "a", "add_store", N_("add a store"), N_("Keep this debate at a store too")),
    Key("share.copy", "c", "copy_link", N_("copy"), N_("Put the link on the clipboard")),
    Key("share.reading", "r", "read_link", N_("read only"),
        N_("Show the link to take part, or the one to read along")),
    Key("people.enrol", "a", "enrol", N_("on paper"),
        N_("Let somebody without a device take part: you type for them")),
    Key("people.lots", "b", "draw_sides", N_("draw sides"),
        N_("Give everybody a side to argue, by lot")),
    Key("people.swap", "x", "swap_sides", N_("swap sides"),
        N_("Give everybody the other side to argue")),
    Key("begin.start", "enter", "begin", N_("begin"), N_("Begin the debate")),
    Key("begin.anyhow", "ctrl+s", "begin", N_("begin"), N_("Begin the debate"), False),
    Key("pass.confirm", "enter", "confirm", N_("it is me"), N_("Show the screen that is mine")),
    Key("outcome.draft", "a", "draft", N_("draft"), N_("Draft a statement to end on")),
    Key("outcome.stand", "v", "stand", N_("where I stand"),
        N_("Endorse this statement, accept it, or object")),
    Key("outcome.dissent", "r", "dissent", N_("dissent"), N_("Note a dissent beside this statement")),
    Key("outcome.redraft", "e", "redraft", N_("redraft"),
        N_("Put this statement in other words; the new one takes its place")),
    Key("entry.add", "a", "add_entry", N_("add"), N_("Ask, or remark, about anything here")),
    Key("entry.reply", "r", "reply", N_("reply"), N_("Answer this question, or settle this")),
    Key("entry.before", "left,left_square_bracket", "section(-1)", N_("section before"),
        N_("Go to the section before"), False),
    Key("entry.after", "right,right_square_bracket", "section(1)", N_("next section"),
        N_("Go to the next section")),
    Key("rank.better", "left,h,plus", "place(-1)", N_("higher"), N_("Put this one place higher")),
    Key("rank.worse", "right,l,minus", "place(1)", N_("lower"), N_("Put this one place lower")),
    Key("rank.none", "delete,backspace", "place(0)", N_("not ranked"),
        N_("Give this no place at all"), False),
    Key("setting.usual", "delete,backspace", "usual_key", N_("usual key"),
        N_("Give this act its usual key again")),
    # Dialogs.
    Key("dialog.accept", "enter", "save", N_("save"), N_("Save and close"), False),
    Key("pick.take", "enter", "open", N_("pick"), N_("Pick this, or let go of it")),
    Key("pick.toggle", "space", "toggle_pick", N_("pick"), N_("Pick this, or let go of it")),
    Key("pick.compare", "b", "compare", N_("compare"),
        N_("Set the debates that are marked side by side")),
    Key("dialog.save", "ctrl+s", "save", N_("save"), N_("Save and close")),
    Key("dialog.cancel", "escape", "cancel", N_("cancel"), N_("Close and change nothing")),
    # Everywhere.
    Key("app.back", "escape,q", "back", N_("back"), N_("Go back to where you came from")),
    Key("app.palette", "ctrl+p", "command_palette", N_("palette"), N_("Find any act by its name"),
        True, True),
    Key("app.language", "L", "next_language", N_("language"),
        N_("Show everything in the next language"), False),
    Key("app.theme", "T", "next_theme", N_("theme"), N_("Change the colours"), False),
    Key("app.motion", "M", "toggle_motion", N_("motion"), N_("Switch animation off or on"), False),
    Key("app.settings", "comma", "settings", N_("settings"),
        N_("Choose language, colours, motion, your name and keys")),
    Key("app.quit", "ctrl+q", "quit", N_("quit"), N_("Leave the program; everything is saved"),
        False, True),
    Key("app.help-anywhere", "f1", "help", N_("help"), N_("Explain this screen and its keys"), False,
        True),
    Key("app.help", "question_mark", "help", N_("help"), N_("Explain this screen and its keys")),
)  # fmt: skip
"""In the order in which the key bar shows them; `?` stands last and is never left out."""

LOCAL = (
    "list.", "side.", "slider.", "choice.", "part.", "dialog.", "pick.", "begin.", "pass.", "outcome.",
    "entry.", "rank.", "gate.", "setting.", "people.", "show.", "ballot.cast", "ballot.moved",
    "share.",
)  # fmt: skip
"""How ids begin whose keys work only where the focus is, or only on one screen of their own."""

WHILE_TYPING = frozenset(
    {"dialog.save", "begin.anyhow"} | {key.id for key in KEYS if key.is_priority}
)
"""Acts that one may want while typing, so that no character can be their key."""

BY_ID: Mapping[str, Key] = {key.id: key for key in KEYS}
ORDER: Mapping[str, int] = {key.id: place for place, key in enumerate(KEYS)}


def bind(identifier: str, *, action: str | None = None, is_shown: bool | None = None) -> Binding:
    """Return the binding of one table entry, for a `BINDINGS` list.

    Args:
        identifier: The id in the table.
        action: Another action for the same key, when a screen needs arguments to it.
        is_shown: Whether the key bar of this screen shows it, when other than in the table.
    """
    key = BY_ID[identifier]
    return Binding(
        key.keys,
        action or key.action,
        key.label,
        show=key.is_shown if is_shown is None else is_shown,
        priority=key.is_priority,
        tooltip=key.help,
        id=key.id,
    )


def bindings(*identifiers: str) -> list[BindingType]:
    """Return the bindings of several table entries, in the order given."""
    return [bind(identifier) for identifier in identifiers]


class Remapping(NamedTuple):
    """What settings make of the keys."""

    keymap: Mapping[str, str]
    """Binding id to keys, as Textual's `set_keymap` wants it."""
    unknown: tuple[str, ...]
    """Entries that name no act, or no key."""
    hidden: tuple[str, ...]
    """Ids of acts whose key now belongs to another act of a screen."""


def remapped(settings: Mapping[str, str]) -> Remapping:
    """Check the keys of the settings against the table.

    Args:
        settings: Binding id to keys, as `{"argument.add": "insert,a"}`.
    """
    known = {name: keys for name, keys in settings.items() if name in BY_ID and keys.strip()}
    taken = {key for name in known if not name.startswith(LOCAL) for key in _split(known[name])}
    hidden = tuple(
        key.id
        for key in KEYS
        if key.id not in known and not key.id.startswith(LOCAL) and taken & _split(key.keys)
    )
    return Remapping(known, tuple(name for name in settings if name not in known), hidden)


def _split(keys: str) -> set[str]:
    """Return the single keys of a list with commas, as Textual names them."""
    return set(_normalize_key_list(keys).split(","))
