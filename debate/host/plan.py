"""What somebody wants of a host, before it opens."""

from __future__ import annotations

from dataclasses import dataclass, field

from debate.host.limits import Limits
from debate.service.network import EVERYWHERE, is_everywhere, own_address

PORT = 2222
WEB_PORT = 8022


@dataclass(frozen=True, slots=True)
class Plan:
    """How to serve."""

    address: str = EVERYWHERE
    """Where to listen."""
    port: int = PORT
    """0 takes a free one."""
    name: str = ""
    """How the machine is called where people type it; found out when empty."""
    is_code_new: bool = False
    """Whether the code of last time no longer holds."""
    is_key_new: bool = False
    """Whether clients are to see another host key than last time."""
    web_port: int | None = None
    """Where browsers come in: 0 takes a free port, None lets none in."""
    limits: Limits = field(default_factory=Limits)


def shown_address(plan: Plan) -> str:
    """Return what people type to reach this machine."""
    if plan.name:
        return plan.name
    return own_address() if is_everywhere(plan.address) else plan.address
