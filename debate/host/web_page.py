"""The page a browser gets: a terminal, and a way back when the line is closed. It loads nothing elsewhere.

The terminal itself (xterm.js, with its font) is that of textual-serve, handed out file by file.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from debate.errors import PartMissing

if TYPE_CHECKING:
    from debate.i18n.catalog import Translator

POLICY = (
    "default-src 'none'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'none'"
)
"""What the page may load: what this host hands out. xterm.js styles itself in elements."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "debate",
    "X-Content-Type-Options": "nosniff",
}
"""Go with every answer."""
PACKAGE = "textual_serve"
"""Whose terminal is handed out; its server is not used."""
STYLE = """
@font-face { font-family: "Roboto Mono"; src: url("roboto-mono.ttf"); font-weight: 100 700; }
html, body { margin: 0; height: 100%; overflow: hidden; background: #15181d; color: #dfe3ea;
  font: 1.1rem/1.5 "Roboto Mono", monospace; }
.textual-terminal { width: 100vw; height: 100vh; }
.font { position: absolute; opacity: 0; }
.aside { position: absolute; inset: 0; z-index: 20; display: none; flex-direction: column;
  align-items: center; justify-content: center; gap: 1.5rem; background: #15181dee; padding: 2rem;
  text-align: center; }
body.-closed .aside.closed, .aside.without { display: flex; }
button { font: inherit; color: inherit; background: #2b3440; border: 0; padding: .6rem 1.6rem; cursor: pointer; }
button:focus { outline: 2px solid #54c6b6; outline-offset: 2px; }
"""
SCRIPT = """
"use strict";
(() => {
  const base = document.currentScript.src.replace(/assets\\/[^/]*$/, "");
  const terminal = document.getElementById("terminal");
  const again = document.getElementById("again");
  terminal.dataset.sessionWebsocketUrl = base.replace(/^http/, "ws") + "ws";
  again.addEventListener("click", () => location.reload());
  new MutationObserver(() => {
    const is = document.body.classList;
    if (is.contains("-closed")) again.focus();
    else if (is.contains("-loaded")) document.querySelector(".xterm-helper-textarea")?.focus();
  }).observe(document.body, { attributes: true, attributeFilter: ["class"] });
})();
"""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file that is handed out."""

    kind: str
    body: bytes


def assets() -> dict[str, Asset]:
    """Return everything the page loads, by name.

    Raises:
        PartMissing: textual-serve is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise PartMissing(package=PACKAGE, extra="web")
    static = Path(spec.submodule_search_locations[0]) / "static"
    font = static / "fonts" / "RobotoMono-VariableFont_wght.ttf"
    return {
        "textual.js": Asset("text/javascript", (static / "js" / "textual.js").read_bytes()),
        "xterm.css": Asset("text/css", (static / "css" / "xterm.css").read_bytes()),
        "roboto-mono.ttf": Asset("font/ttf", font.read_bytes()),
        "debate.css": Asset("text/css", STYLE.encode()),
        "debate.js": Asset("text/javascript", SCRIPT.encode()),
    }


def page(t: Translator) -> str:
    """Return the page; nothing of the debate stands in it."""
    closed = escape(t.text("The line is closed. What you said is kept."))
    again = escape(t.text("Come back in"))
    without = escape(
        t.text("This page needs JavaScript. Without it, come in by ssh: the line is on the wall.")
    )
    return f"""<!DOCTYPE html>
<html lang="{t.language}"><head><meta charset="utf-8"><title>debate</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/xterm.css"><link rel="stylesheet" href="assets/debate.css">
</head><body>
<span class="font" aria-hidden="true">the font is here before the terminal measures it</span>
<div id="terminal" class="textual-terminal" data-font-size="16"></div>
<div class="aside closed" role="alert"><div>{closed}</div><button id="again">{again}</button></div>
<noscript><div class="aside without">{without}</div></noscript>
<script src="assets/debate.js"></script><script src="assets/textual.js"></script>
</body></html>
"""
