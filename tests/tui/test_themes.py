"""Every text can be read on every ground it stands on."""

import pytest
from textual.color import Color
from textual.theme import Theme

from debate.tui.themes import CONTRAST, DARK, LIGHT, THEMES, variable_defaults

TEXTS = ("ink", "muted", "for", "against", "focus", "notice")
ROW_GROUNDS = ("cursor", "cursor-blurred", "hover")


def contrast(theme: Theme, text: str, ground: str) -> float:
    """Return the contrast of two colours by WCAG 2."""
    lights = []
    for value in (text, ground):
        channels = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in Color.parse(value).normalized
        ]
        lights.append(0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2])
    high, low = max(lights), min(lights)
    return (high + 0.05) / (low + 0.05)


def grounds(theme: Theme) -> list[str]:
    """Return every ground text stands on."""
    rows = [theme.variables[name] for name in ROW_GROUNDS]
    return [str(theme.background), str(theme.surface), str(theme.panel), *rows]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("text", TEXTS)
def test_text_stands_out_from_every_ground(theme: Theme, text: str) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    worst = min(contrast(theme, theme.variables[text], ground) for ground in grounds(theme))
    assert worst >= least, f"{text} in {theme.name}: {worst:.2f}"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_for_and_against_are_neither_red_nor_green(theme: Theme) -> None:
    for_hue = Color.parse(theme.variables["for"]).hsl.h * 360
    against_hue = Color.parse(theme.variables["against"]).hsl.h * 360
    assert 160 <= for_hue <= 200
    assert 25 <= against_hue <= 50


def test_every_theme_has_every_variable() -> None:
    roles = set(variable_defaults()) - {"prose", "gap", "margin"}
    assert all(roles <= set(theme.variables) for theme in (DARK, LIGHT, CONTRAST))
