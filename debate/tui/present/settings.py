"""What a person can choose about the program, as views: choices, and every act with its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.analysis.semantics import SEMANTICS
from debate.i18n.marks import N_
from debate.tui.cells import cut
from debate.tui.cells import width as cells_of
from debate.tui.keymap import KEYS
from debate.tui.present.views import ChoiceView, Option
from debate.tui.rekeying import keys_of
from debate.tui.themes import THEMES
from debate.tui.widgets.ink import Line

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator

LANGUAGES: Mapping[str, str] = {"en": "English", "nl": "Nederlands"}
"""Each language by its own name."""

THEME_NAMES: Mapping[str, str] = {
    "debate-dark": N_("dark"),
    "debate-light": N_("light"),
    "debate-contrast": N_("contrast"),
}

SEMANTICS_WORDS: Mapping[str, tuple[str, str]] = {
    "qe": (
        "Quadratic Energy",
        N_("The usual one: every reply counts, however many there are, for as much as against."),
    ),
    "dfquad": (
        "DF-QuAD",
        N_("Simple and widely used; with many replies the strengths crowd around one half."),
    ),
    "squared_dfquad": (
        "Squared DF-QuAD",
        N_("Joins replies as DF-QuAD does; small differences between the sides move less."),
    ),
    "euler": ("Euler-based", N_("Kinder to support than to attack.")),
    "mlp": ("MLP-based", N_("Works as a neural network does; what stands at 0 or 1 never moves.")),
}
"""Each semantics: the name the literature gives it, and what to know before one takes it."""


def offered_semantics() -> tuple[str, ...]:
    """Return the semantics that are defined for debates, in which there is support."""
    return tuple(name for name, each in SEMANTICS.items() if each.has_support)


def language_choice(t: Translator) -> ChoiceView:
    """Return the question which language."""
    return ChoiceView(t.text("Language"), tuple(Option(*pair) for pair in LANGUAGES.items()))


def theme_choice(t: Translator) -> ChoiceView:
    """Return the question which colours."""
    names = (theme.name for theme in THEMES)
    options = tuple(Option(name, t.text(THEME_NAMES.get(name, name))) for name in names)
    return ChoiceView(t.text("Colours"), options)


def motion_choice(t: Translator) -> ChoiceView:
    """Return the question whether anything moves by itself."""
    options = (Option("full", t.text("on")), Option("none", t.text("nothing moves by itself")))
    return ChoiceView(t.text("Animation"), options)


def semantics_choice(t: Translator) -> ChoiceView:
    """Return the question how strengths are worked out."""
    options = tuple(Option(name, semantics_name(name)) for name in offered_semantics())
    return ChoiceView(t.text("How strengths are worked out"), options)


def semantics_name(name: str) -> str:
    """Return what a semantics is called."""
    return SEMANTICS_WORDS.get(name, (name, ""))[0]


def semantics_means(name: str, t: Translator) -> str:
    """Return what to know of a semantics."""
    return t.text(SEMANTICS_WORDS.get(name, ("", ""))[1])


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One act and its keys."""

    id: str
    label: str
    sentence: str
    keys: str
    usual: str
    """Its keys when nobody chose others."""

    @property
    def is_changed(self) -> bool:
        """Whether somebody chose other keys."""
        return self.keys != self.usual


def key_rows(
    chosen: Mapping[str, str], display: Callable[[str], str], t: Translator
) -> tuple[KeyRow, ...]:
    """Return a row for every act.

    Args:
        chosen: The keys a person chose, by act.
        display: Says a key as it is printed on the keyboard.
        t: The language.
    """
    return tuple(
        KeyRow(
            key.id,
            t.text(key.label),
            t.text(key.help),
            shown(keys_of(key.id, chosen), display),
            shown(keys_of(key.id, {}), display),
        )
        for key in KEYS
    )


def shown(keys: Sequence[str], display: Callable[[str], str]) -> str:
    """Return several keys as they are printed, with spaces between."""
    return " ".join(dict.fromkeys(display(key) for key in keys))


def paint_key(row: KeyRow, width: int) -> Sequence[Line]:
    """Return one act: its name, and its keys at the right edge, a sign when they were changed."""
    keys = cut(f"◆ {row.keys}" if row.is_changed else row.keys, max(4, width // 2))
    room = max(0, width - cells_of(keys) - 1)
    label = cut(row.label, room)
    gap = " " * (room - cells_of(label) + 1)
    return [[(label, "ink"), (gap, "ink"), (keys, "key")]]


def key_means(row: KeyRow | None, t: Translator) -> str:
    """Return what there is to know of the act under the cursor."""
    if row is None:
        return ""
    if row.is_changed:
        return t.text("{sentence}. Usually: {keys}", sentence=row.sentence, keys=row.usual)
    return f"{row.sentence}."
