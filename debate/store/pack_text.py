"""Bytes of a pack's file to plain text, refusing what a reader could not see.

A byte order mark and Windows line ends, which ordinary editors write, are taken silently. Links may
only lead to the web, and raw HTML is refused: a pack may come from anybody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from debate.errors import reason_of
from debate.store.pack_fault import Findings

FILE_LIMIT = 200_000
"""The most bytes of one file of a pack."""

_UNUSUAL = re.compile(r"[^\n\t -~]")
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
_JOINERS = frozenset("\u00ad\u200c\u200d")
_LINK = re.compile(
    r"""\]\(\s*<?([^)\s>]*)        # [words](target)
      | ^\s{0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)   # [label]: target
      | <([a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]*)>        # <scheme:target>
      | ([a-zA-Z][a-zA-Z0-9+.-]*://[^\s>)]*)       # scheme://target
    """,
    re.VERBOSE,
)
_WEB = re.compile(r"https?://[^\s/@]+(/|\?|#|$)", re.IGNORECASE)
_TAG = re.compile(r"<[/!?]?[a-zA-Z-][^<>:]*(?:\s[^<>]*)?/?>|<!--")


def read_text(path: Path, findings: Findings) -> str | None:
    """Return the text of a file with plain line ends, or None when there is no reading it."""
    try:
        data = path.read_bytes()
    except OSError as exc:
        findings.add(1, "file.unreadable", reason=reason_of(exc))
        return None
    if len(data) > FILE_LIMIT:
        findings.add(1, "file.too-large", limit=FILE_LIMIT // 1000)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        findings.add(data.count(b"\n", 0, exc.start) + 1, "file.not-utf8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    find_hidden(text, findings)
    return text


def find_hidden(text: str, findings: Findings) -> None:
    """Note control characters, and format characters that change what a reader sees."""
    for number, line in enumerate(text.split("\n"), 1):
        for character in hidden_in(line):
            findings.add(number, "file.hidden-character", character=character)


def hidden_in(text: str) -> tuple[str, ...]:
    """Return the first character that nobody sees, as `U+202E`; none when all are seen."""
    found = (match.group() for match in _UNUSUAL.finditer(text))
    first = next(filter(_is_hidden, found), None)
    return () if first is None else (f"U+{ord(first):04X}",)


def _is_hidden(character: str) -> bool:
    return character not in _JOINERS and unicodedata.category(character) in _HIDDEN


def find_links(text: str, findings: Findings, first: int = 1) -> None:
    """Note links that do not lead to the web, and raw HTML, in a text from line `first` on."""
    for number, line in enumerate(text.split("\n"), first):
        if "<" not in line and "]" not in line and "://" not in line:
            continue
        for target in link_targets(line):
            if not is_web_address(target):
                findings.add(number, "link.scheme", target=target)
        tag = _TAG.search(line)
        if tag:
            findings.add(number, "html.tag", tag=tag.group())


def link_targets(line: str) -> Iterator[str]:
    """Yield where every link in a line leads, Markdown or bare."""
    for match in _LINK.finditer(line):
        yield next(group for group in match.groups() if group is not None)


def is_web_address(target: str) -> bool:
    """Tell whether a link starts with http:// or https:// and names its host openly."""
    return _WEB.match(target) is not None
