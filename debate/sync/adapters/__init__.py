"""One file for each kind of store; each passes `tests/contracts/remote_store.py`."""
