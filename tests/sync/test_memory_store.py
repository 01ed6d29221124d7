"""The store that trials use keeps the contract too."""

from __future__ import annotations

import pytest

from tests.contracts.remote_store import Another, RemoteStoreContract
from tests.sync.memory_store import MemoryStore, Shelf


class TestMemoryStore(RemoteStoreContract):
    @pytest.fixture
    def another(self) -> Another:
        shelf = Shelf()
        return lambda: MemoryStore(shelf)
