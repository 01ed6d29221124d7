"""The help of a screen as a page: what it is for, its keys in groups, the signs, how a debate goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debate.i18n.marks import N_
from debate.tui.keymap import BY_ID, ORDER
from debate.tui.present.help_texts import ANY, FIVE_LINES, PURPOSES, SIGNS
from debate.tui.widgets.help_page import COLUMN
from debate.tui.widgets.page import Block

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator

GROUPS: Sequence[tuple[str, tuple[str, ...]]] = (
    (N_("Moving"), ("list.", "side.", "choice.", "slider.", "entry.before", "entry.after")),
    (N_("Arguing"), ("argument.", "find.", "talk.", "entry.", "outcome.", "pick.")),
    (
        N_("The motion and you"),
        ("motion.", "ballot.", "results.", "session.", "begin.", "pass."),
    ),
    (N_("Leading the debate"), ("phase.", "meeting.")),
    (N_("Everywhere"), ("dialog.", "setting.", "app.")),
)
"""The groups of keys, and how the ids of each begin; the first group that fits takes an act."""


@dataclass(frozen=True, slots=True)
class HelpAct:
    """One act that a screen offers."""

    id: str
    keys: str
    """Its keys as they are printed on the keyboard."""


def title_of(names: Sequence[str], t: Translator) -> str:
    """Return what a screen is called.

    Args:
        names: The name of its type, then those of its bases.
        t: The language.
    """
    return t.text(_purpose(names)[0])


def help_page(names: Sequence[str], acts: Sequence[HelpAct], t: Translator) -> tuple[Block, ...]:
    """Return the help of a screen; see `title_of` for `names`."""
    blocks = [Block("prose", t.text(_purpose(names)[1]))]
    for title, group in _grouped(acts).items():
        blocks.append(Block("heading", t.text(title)))
        blocks += [Block("key", f"{act.keys}{COLUMN}{t.text(BY_ID[act.id].help)}") for act in group]
    blocks.append(Block("heading", t.text("Signs")))
    blocks += [Block("key", f"{sign}{COLUMN}{t.text(words)}") for sign, words in SIGNS]
    blocks.append(Block("heading", t.text("How a debate works")))
    blocks += [
        Block("key", f"{place}{COLUMN}{t.text(line)}")
        for place, line in enumerate(FIVE_LINES, start=1)
    ]
    return tuple(blocks)


def _purpose(names: Sequence[str]) -> tuple[str, str]:
    return next((PURPOSES[name] for name in names if name in PURPOSES), ANY)


def _grouped(acts: Sequence[HelpAct]) -> Mapping[str, Sequence[HelpAct]]:
    """Return the acts in their groups, each in the order of the key map."""
    ordered = sorted(acts, key=lambda act: ORDER[act.id])
    found: dict[str, list[HelpAct]] = {title: [] for title, _ in GROUPS}
    for act in ordered:
        found[_group(act.id)].append(act)
    return {title: group for title, group in found.items() if group}


def _group(identifier: str) -> str:
    """Return the group of an act; what belongs to none goes with what works everywhere."""
    return next((title for title, starts in GROUPS if identifier.startswith(starts)), GROUPS[-1][0])
