"""Run the program as `python -m debate`."""

from __future__ import annotations

import sys

from debate.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
