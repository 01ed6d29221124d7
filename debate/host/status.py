"""What a host says of itself: how people come in, and who is here, as numbers and never names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.host.qr import qr_lines

if TYPE_CHECKING:
    from debate.host.hosting import Counts
    from debate.i18n.catalog import Translator
    from debate.service.doorplate import Doorplate


def door_lines(
    title: str, plate: Doorplate, t: Translator, *, is_coloured: bool = True
) -> list[str]:
    """Return what is shown when the door opens.

    Args:
        title: The title of the debate.
        plate: How people come in.
        t: The language.
        is_coloured: Whether the terminal shows colours.
    """
    return [
        t.text("The room of “{title}” is open.", title=title),
        "",
        t.text("Come in with:  {line}", line=plate.join_line),
        *([t.text("By browser:    {link}", link=plate.web)] if plate.web else []),
        t.text("Code:          {code}", code=plate.code),
        t.text("Key of host:   {fingerprint}", fingerprint=plate.fingerprint),
        "",
        *qr_lines(plate.link, is_coloured=is_coloured),
        "",
        t.text("Lead it from another terminal with `debate`. Ctrl+C closes the room."),
    ]


def counts_line(counts: Counts, t: Translator) -> str:
    """Return who is here, on one line."""
    return " · ".join(
        (
            t.text("here {n}", n=counts.here),
            t.text("at the door {n}", n=counts.at_door),
            t.text("taking part {n}", n=counts.taking_part),
            t.text("facts {n}", n=counts.facts),
        )
    )
