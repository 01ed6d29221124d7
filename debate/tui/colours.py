"""The hue of every role in each theme. Nothing else in the program names a hue."""

from __future__ import annotations

ROLES = (
    "for",
    "against",
    "for-soft",
    "against-soft",
    "ink",
    "muted",
    "faint",
    "track",
    "cursor",
    "cursor-blurred",
    "hover",
    "focus",
    "notice",
)
"""What a colour may mean; `styles/tokens.tcss` gives each a class."""

DARK = {
    "for": "#54c6b6",
    "against": "#e2a457",
    "for-soft": "#1b3735",
    "against-soft": "#3b2f1f",
    "ink": "#dfe3ea",
    "muted": "#a0a9b7",
    "faint": "#707a8a",
    "track": "#2b323d",
    "cursor": "#2c3950",
    "cursor-blurred": "#232a36",
    "hover": "#20262f",
    "focus": "#9cb8f0",
    "notice": "#d9a5d6",
}
LIGHT = {
    "for": "#00665e",
    "against": "#935100",
    "for-soft": "#d9ece8",
    "against-soft": "#f5e6cf",
    "ink": "#22262c",
    "muted": "#565d68",
    "faint": "#868c96",
    "track": "#e2ded5",
    "cursor": "#d8e3f4",
    "cursor-blurred": "#e9ebee",
    "hover": "#eeece6",
    "focus": "#2b569b",
    "notice": "#8a2f7e",
}
CONTRAST = {
    "for": "#4dfff0",
    "against": "#ffc04d",
    "for-soft": "#00332f",
    "against-soft": "#3d2900",
    "ink": "#ffffff",
    "muted": "#e0e0e0",
    "faint": "#c0c0c0",
    "track": "#404040",
    "cursor": "#00308a",
    "cursor-blurred": "#303030",
    "hover": "#1c1c1c",
    "focus": "#ffff00",
    "notice": "#ffb3ff",
}
