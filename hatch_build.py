"""Compile the translations when the program is built or installed.

Catalogues are kept as readable `.po` files; the program reads `.mo` files, which are never in the
repository. This hook makes them for a wheel, a source archive and an editable install alike.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = "debate/i18n/locale/*/LC_MESSAGES/*.po"


def compile_catalogue(source: Path) -> Path:
    """Write the `.mo` file beside one `.po` file, whole or not at all; return its path."""
    with source.open("rb") as stream:
        catalogue = read_po(stream, locale=source.parent.parent.name, abort_invalid=True)
    target = source.with_suffix(".mo")
    unfinished = target.with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as stream:
        write_mo(stream, catalogue)
    unfinished.replace(target)
    return target


def compile_all(root: Path) -> tuple[Path, ...]:
    """Compile every catalogue under `root`, in a fixed order; return what was written."""
    return tuple(compile_catalogue(source) for source in sorted(root.glob(CATALOGUES)))


class CustomBuildHook(BuildHookInterface[Any]):
    """The hook that Hatchling looks for; it declares the compiled catalogues as part of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files of the archive are chosen."""
        del version
        root = Path(self.root)
        build_data["artifacts"].extend(
            "/" + path.relative_to(root).as_posix() for path in compile_all(root)
        )


if __name__ == "__main__":
    compile_all(Path(__file__).parent)
