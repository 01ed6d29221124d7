"""What a list shows of a motion, from the first lines of its files: there before packs are checked.

Nothing is checked here and nothing may be debated from it. A pack that cannot be read so has no
cards, and says why when `debate.store.packs` reads it whole.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from debate.domain.wording import Wording
from debate.store.pack_places import MANIFEST, pack_folders

_HEAD = 8_192
"""How many bytes of a motion's file are looked at."""
_FRONT = re.compile(r"\+\+\+\s*\n(.*?)\n\+\+\+\s*\n\s*# +(.+?)(?: +#+)?\s*\n", re.DOTALL)
_LANGUAGES = frozenset(Wording._fields)


class Card(NamedTuple):
    """A motion in two lines."""

    id: str
    short: Wording
    proposition: Wording


def find_cards(folders: Sequence[Path]) -> tuple[Card, ...]:
    """Return the cards of all motions in folders of packs, in their order.

    Of two packs with one id there is the first, of two motions with one id the later, as when they
    are read whole.
    """
    found: dict[str, tuple[Card, ...]] = {}
    for folder in pack_folders(folders):
        try:
            name, cards = _read(folder)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
        found.setdefault(name, cards)
    return tuple({card.id: card for cards in found.values() for card in cards}.values())


def _read(folder: Path) -> tuple[str, tuple[Card, ...]]:
    manifest = tomllib.loads((folder / MANIFEST).read_text("utf-8-sig"))
    languages = [each for each in manifest["languages"] if each in _LANGUAGES]
    return str(manifest["id"]), tuple(_cards(folder, manifest["motions"], languages))


def _cards(folder: Path, names: Sequence[str], languages: Sequence[str]) -> Iterator[Card]:
    for name in names:
        heads = {each: _head(folder / f"{name}.{each}.md") for each in languages}
        shorts = {language: short for language, (short, _) in heads.items()}
        propositions = {language: proposition for language, (_, proposition) in heads.items()}
        yield Card(name, Wording(**shorts), Wording(**propositions))


def _head(path: Path) -> tuple[str, str]:
    """Return the short title and the proposition of one file."""
    with path.open("rb") as file:
        text = file.read(_HEAD).decode("utf-8-sig", "replace")
    found = _FRONT.match(text.replace("\r\n", "\n"))
    if found is None:
        raise ValueError(path.name)
    return str(tomllib.loads(found[1])["short"]), found[2]
