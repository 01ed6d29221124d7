"""What people type for a remote store, as the URL that the program keeps."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from debate.errors import UsageError
from debate.sync.opening import ADAPTERS

KINTO_PATH = "/v1"
_WEB = {"http", "https"}
_HERE = {"localhost", "127.0.0.1", "::1"}


def remote_url(text: str) -> str:
    """Return the URL of a store.

    A path is a folder; an address that ends in `/v1` is a Kinto, another one a WebDAV folder.

    Args:
        text: A URL with or without `kinto+` or `dav+`, or a path.

    Raises:
        UsageError: it is none of these; or it holds a password, or would send in the clear.
    """
    if not text.strip():
        raise UsageError(what="remote", value="", reason="missing")
    if "://" not in text:
        return Path(text).expanduser().absolute().as_uri()
    parts = urlsplit(text.strip().rstrip("/") if not text.endswith(":///") else text)
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError(what="remote", value=_bare(text), reason="secret")
    scheme = parts.scheme
    if scheme in _WEB:
        scheme = f"{'kinto' if parts.path.endswith(KINTO_PATH) else 'dav'}+{scheme}"
    if scheme not in ADAPTERS:
        raise UsageError(what="remote", value=text)
    if scheme.endswith("+http") and not _is_near(parts.hostname or ""):
        raise UsageError(what="remote", value=text, reason="clear")
    return urlunsplit(parts._replace(scheme=scheme))


def _is_near(host: str) -> bool:
    """Whether a host is this machine or in the same room, where there are no certificates."""
    if host in _HERE or host.endswith(".local") or "." not in host:
        return True
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def _bare(text: str) -> str:
    """Return an address without what may be secret in it."""
    parts = urlsplit(text)
    return f"{parts.scheme}://{parts.hostname or ''}"
