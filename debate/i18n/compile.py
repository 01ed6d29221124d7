"""Make a catalogue that the program can read from one that people can read.

A wheel and an install bring compiled catalogues. In a checkout people edit texts, and see them
without installing anew when Babel, which builds the wheel, is at hand.
"""

from __future__ import annotations

import os
from contextlib import suppress
from io import BytesIO
from pathlib import Path


def compile_catalogue(source: Path, target: Path) -> bool:
    """Compile `source` (`.po`) to `target` (`.mo`), whole or not at all.

    Returns:
        Whether it was done; not so when Babel is missing, the source is broken, or the folder is
        not ours to write in.
    """
    try:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import PoFileError, read_po
    except ImportError:
        return False
    compiled = BytesIO()
    try:
        with source.open("rb") as file:
            write_mo(compiled, read_po(file, abort_invalid=True))
    except (OSError, ValueError, PoFileError):
        return False
    scratch = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        scratch.write_bytes(compiled.getvalue())
        scratch.replace(target)
    except OSError:
        with suppress(OSError):
            scratch.unlink()
        return False
    return True
