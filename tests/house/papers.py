"""Rules for tracked files of any kind: what a reader elsewhere could not use, or should not find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import PurePosixPath

MACHINE_PATH = re.compile(
    r"(?<![\w./~$}*-])/(?:(?:" + "|".join(("wor" + "k", "ro" + "ot")) + r")/[\w.]"
    r"|(?:" + "|".join(("hom" + "e", "User" + "s")) + r")/\w[\w.-])"
)
"""A folder of some machine, or of somebody on it; a person of one letter is plainly made up."""
REGISTRY = re.compile(
    r"\b(?:(?:test\.)?pypi\.org|(?:files\.)?pythonhosted\.org|registry\.npmjs\.org|npmjs\.com"
    r"|deb\.debian\.org|proxy\.golang\.org|crates\.io)".replace(r"\.", r"[.]")
)
TOCTREE = re.compile(r"^```\{toctree\}\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def lines_matching(pattern: re.Pattern[str], papers: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield `path:line: match` for each line in which a pattern is found."""
    for path, text in papers:
        for number, line in enumerate(text.splitlines(), start=1):
            if match := pattern.search(line):
                yield f"{path}:{number}: {match[0]}"


def toctree_entries(text: str) -> Iterator[str]:
    """Yield the entries of a page's toctrees, without their options."""
    for toctree in TOCTREE.finditer(text):
        for line in toctree["body"].splitlines():
            if line.strip() and not line.startswith(":"):
                yield line.strip()


def pages_in_no_toctree(pages: dict[str, str]) -> list[str]:
    """Find pages that no toctree leads to; keys are paths in the docs folder."""
    reached = {"index"}
    names = {path.removesuffix(".md") for path in pages}
    for path, text in pages.items():
        folder = PurePosixPath(path).parent
        for entry in toctree_entries(text):
            wanted = (folder / entry).as_posix()
            reached |= {
                name
                for name in names
                if fnmatch(name, wanted)
                and PurePosixPath(name).parent == PurePosixPath(wanted).parent
            }
    return sorted(names - reached)
