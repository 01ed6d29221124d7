"""Where this person's data is: as chosen, as the environment says, or where the system keeps data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

APP_NAME = "debate"
HOME_VARIABLE = "DEBATE_HOME"


def data_folder(chosen: Path | None, environment: Mapping[str, str]) -> Path:
    """Return the data folder.

    Args:
        chosen: What a person asked for; None for the usual one.
        environment: The process's environment variables; `DEBATE_HOME` names a folder.
    """
    if chosen is not None:
        return chosen.expanduser()
    if named := environment.get(HOME_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)
