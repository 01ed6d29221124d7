"""What stands on the door of a debate that this machine hosts: how to come in, and by which code.

The host hangs it out, and every window on the same data folder can show it: the facilitator's
screen, the projector. It is kept, so that a host that was killed opens with the same code.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debate.domain.ids import SessionId
    from debate.service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Doorplate:
    """How people come in."""

    code: str
    """What lets newcomers in."""
    join_line: str = ""
    """What one types in a terminal."""
    link: str = ""
    """What a phone or a browser opens; for a QR."""
    fingerprint: str = ""
    """By which an ssh client knows this host."""
    is_open: bool = False
    """Whether a host serves at this moment, as far as it could say."""
    web: str = ""
    """What one opens in a browser; empty when browsers are not let in."""


def doorplate_of(workspace: Workspace, session: SessionId) -> Doorplate | None:
    """Return what hangs on the door of a debate; None when it was never hosted here.

    Raises:
        StoreError: the settings cannot be read.
    """
    document = workspace.library.settings.get(_name(session))
    if document is None:
        return None
    known = {name: document[name] for name in Doorplate.__slots__ if name in document}
    return Doorplate(**known)


def hang(workspace: Workspace, session: SessionId, plate: Doorplate) -> None:
    """Hang out how people come in.

    Raises:
        StoreError: the disk refused.
    """
    workspace.library.settings.put(_name(session), asdict(plate))


def _name(session: SessionId) -> str:
    return f"host/{session}"
