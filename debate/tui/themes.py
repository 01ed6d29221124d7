"""The colours, as variables with a meaning: `$for`, `$against`, `$muted`, never a hue by name.

One accent is *for* (teal, ▲, right) and one is *against* (amber, ▼, left). They differ in lightness
and in hue for every common kind of colour vision; screens add the sign all the same. Every text
role reaches 4.5:1 upon every ground it stands on, and 7:1 in `debate-contrast`.
"""

from __future__ import annotations

from textual.theme import Theme

from debate.tui import colours

SPACING = {"prose": "72", "gap": "1", "margin": "2"}
"""Spacing tokens, in cells: the widest prose, between parts, at the edge of a screen."""


def _theme(name: str, roles: dict[str, str], grounds: tuple[str, str, str], *, dark: bool) -> Theme:
    """Build a theme from its roles and its three grounds: background, surface and panel."""
    background, surface, panel = grounds
    focus = roles["focus"]
    variables = {
        **roles,
        "text": roles["ink"],
        "text-muted": roles["muted"],
        "text-disabled": roles["faint"],
        "foreground-muted": roles["muted"],
        "border": focus,
        "border-blurred": roles["track"],
        "block-cursor-background": roles["cursor"],
        "block-cursor-foreground": roles["ink"],
        "block-cursor-blurred-background": roles["cursor-blurred"],
        "block-cursor-blurred-foreground": roles["ink"],
        "block-hover-background": roles["hover"],
        "input-cursor-background": focus,
        "input-cursor-foreground": background,
        "input-selection-background": roles["cursor"],
        "scrollbar": roles["faint"],
        "scrollbar-hover": roles["muted"],
        "scrollbar-active": focus,
        "scrollbar-background": roles["track"],
        "footer-background": surface,
        "footer-key-foreground": focus,
        "button-foreground": roles["ink"],
        "button-color-foreground": background,
    }
    return Theme(
        name=name,
        primary=focus,
        secondary=roles["muted"],
        accent=focus,
        warning=roles["notice"],
        error=roles["notice"],
        success=focus,
        foreground=roles["ink"],
        background=background,
        surface=surface,
        panel=panel,
        dark=dark,
        variables=variables,
    )


DARK = _theme("debate-dark", colours.DARK, ("#15181d", "#1b1f26", "#232933"), dark=True)
LIGHT = _theme("debate-light", colours.LIGHT, ("#faf9f5", "#f3f1eb", "#e9e6de"), dark=False)
CONTRAST = _theme("debate-contrast", colours.CONTRAST, ("#000000", "#000000", "#1c1c1c"), dark=True)
THEMES = (DARK, LIGHT, CONTRAST)
"""The themes in the order in which the theme key offers them."""


def variable_defaults() -> dict[str, str]:
    """Return every variable the styles use, so that they also parse under a foreign theme."""
    return {**{role: colours.DARK[role] for role in colours.ROLES}, **SPACING}
