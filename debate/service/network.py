"""Where this machine is on its network, as others would type it."""

from __future__ import annotations

import socket

HERE = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 (a room is for its network; who serves it can keep to this machine)


def is_everywhere(address: str) -> bool:
    """Tell whether who listens at an address is reached by every one that the machine has."""
    return address in {"", EVERYWHERE, "::"}


def own_address() -> str:
    """Return this machine's address on its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return HERE
        found: str = probe.getsockname()[0]
        return found
