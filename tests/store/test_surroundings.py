"""What a folder stands on, on systems that tell less than Linux does."""

from __future__ import annotations

import builtins
import os
from pathlib import Path

import pytest

from debate.store.surroundings import LOW_SPACE, free_bytes, look_around


def test_a_system_that_does_not_tell_its_room_has_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "statvfs", raising=False)
    assert free_bytes(tmp_path) == LOW_SPACE


def test_without_a_list_of_mounts_no_folder_is_on_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(path: object, **how: object) -> None:
        raise FileNotFoundError(path)

    monkeypatch.setattr(builtins, "open", missing)
    assert "folder.network" not in {each.code for each in look_around(tmp_path)}
