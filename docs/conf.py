"""How the documentation is built: Sphinx, Furo and MyST, with every warning an error.

The version comes from the package's source as text, so that building needs no import of it.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)

project = "debate"
author = "the debate contributors"
copyright = author

found = VERSION.search((ROOT / "debate" / "__init__.py").read_text("utf-8"))
version = release = found[1] if found else ""

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
language = "en"
nitpicky = True

myst_enable_extensions = ["colon_fence", "deflist", "dollarmath", "fieldlist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"debate {release}"
html_show_sourcelink = False
html_copy_source = False
