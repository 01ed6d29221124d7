"""From an address to a store: the scheme says which adapter, and only that one is imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast
from urllib.parse import unquote, urlsplit

from debate.errors import UsageError
from debate.sync.remote import Address, Place, RemoteStore

ADAPTERS: Mapping[str, str] = MappingProxyType(
    {
        "dav+http": "debate.sync.adapters.webdav:WebDavStore",
        "dav+https": "debate.sync.adapters.webdav:WebDavStore",
        "file": "debate.sync.opening:open_folder",
        "kinto+http": "debate.sync.adapters.kinto:KintoStore",
        "kinto+https": "debate.sync.adapters.kinto:KintoStore",
    }
)
"""The scheme of a URL, and `module:function(address, place)` that opens a store of its kind."""


def open_store(address: Address, place: Place) -> RemoteStore:
    """Return a client of one debate's place at a store; nothing is sent yet.

    Raises:
        UsageError: no adapter knows such an address.
    """
    adapter = ADAPTERS.get(urlsplit(address.url).scheme)
    if adapter is None:
        raise UsageError(what="remote", value=address.url)
    module, _, function = adapter.partition(":")
    opener = cast(
        "Callable[[Address, Place], RemoteStore]", getattr(import_module(module), function)
    )
    return opener(address, place)


def open_folder(address: Address, place: Place) -> RemoteStore:
    """Open a folder, `file:///path/to/folder`.

    Raises:
        UsageError: the path does not begin at the root.
    """
    from pathlib import Path

    from debate.sync.adapters.folder import FolderStore
    from debate.trust.frame import is_whole

    parts = urlsplit(address.url)
    folder = Path(unquote(parts.path))
    if parts.netloc not in {"", "localhost"} or not folder.is_absolute():
        raise UsageError(what="remote", value=address.url)
    return FolderStore(folder, place, is_whole)
