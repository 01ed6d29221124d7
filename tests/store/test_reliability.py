"""Short forms of the campaigns: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import os
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debate.errors import StoreError
from debate.store import disk
from tests.campaign import (
    copies,
    crashes,
    differential,
    disk_full,
    kills,
    model_disk,
    processes,
    torn,
)

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    pytest.mark.no_cover,  # dear; others reach nearly all its lines
]


def test_kill_9_at_random_moments_loses_nothing() -> None:
    assert min(kills.run(20, seed=1).values()) > 0


@pytest.mark.parametrize("name", crashes.SCENARIOS)
def test_a_crash_at_any_system_call_leaves_the_old_or_the_new(name: str) -> None:
    stride = {"append": 1, "commit and compact": 7, "discard": 1}.get(name, 3)
    assert crashes.run(name, stride=stride) > 10


def test_a_power_cut_on_a_model_disk_loses_nothing() -> None:
    assert model_disk.run(300) == 300


def test_the_model_disk_would_see_a_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "datasync", lambda _fd: None)
    with pytest.raises((AssertionError, StoreError)):
        model_disk.run(300)


def test_two_processes_append_without_loss(tmp_path: Path) -> None:
    assert processes.appends(tmp_path / "a.jsonl", 2, 150) == 300


def test_two_processes_count_without_loss(tmp_path: Path) -> None:
    assert processes.counts(tmp_path / "a.jsonl", 2, 150, compacting=False) == 300


def test_three_processes_count_while_the_file_is_compacted(tmp_path: Path) -> None:
    assert processes.counts(tmp_path / "a.jsonl", 3, 60, compacting=True) == 180


def test_three_writers_of_which_some_are_killed_lose_nothing(tmp_path: Path) -> None:
    killed, _ = processes.with_kills(tmp_path / "a.jsonl", 1, 12, random.Random(1))
    assert killed == 12


@pytest.mark.parametrize("taken", [0, 1, 15, 16, 60, 100, 101, 150])
def test_a_disk_that_fills_up_at_any_byte_keeps_nothing_of_the_write(
    tmp_path: Path, taken: int
) -> None:
    disk_full.full_after(tmp_path / "j", taken)


@pytest.mark.parametrize("call", ["write", "fdatasync"])
def test_after_an_input_output_error_the_handle_is_opened_again(tmp_path: Path, call: str) -> None:
    disk_full.input_output(tmp_path / "j", call)


def test_a_write_that_cannot_be_undone_breaks_the_handle_and_not_the_file(tmp_path: Path) -> None:
    disk_full.cannot_undo(tmp_path / "j")


@pytest.mark.parametrize("limit", [700, 2_000, 9_000])
def test_a_file_that_may_not_grow_keeps_what_was_acknowledged(tmp_path: Path, limit: int) -> None:
    disk_full.file_too_large(tmp_path, limit, seed=limit)


def test_a_compaction_that_fails_is_no_failure_of_the_commit() -> None:
    at = 1
    while True:
        with tempfile.TemporaryDirectory() as name:
            if not disk_full.compaction_fails(Path(name), at):
                break
        at += 1
    assert at > 8


def test_a_file_cut_at_any_byte_keeps_every_earlier_transaction(tmp_path: Path) -> None:
    assert torn.torn_at_every_byte(tmp_path / "j", random.Random(2)) > 500


def test_damage_anywhere_costs_only_what_it_touched() -> None:
    assert torn.run(100, seed=3)["damaged at random"] == 100


def test_a_copy_of_a_live_journal_is_whole() -> None:
    assert copies.live_copies(10) > 0


def test_a_backup_of_a_live_folder_is_whole() -> None:
    assert copies.live_backups(2) > 0


OPERATIONS = st.tuples(st.sampled_from(differential.KINDS), st.integers(0, 99), st.integers(0, 5))


@given(st.lists(OPERATIONS, max_size=40), st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_two_handles_answer_as_tinydb_does(
    operations: list[differential.Operation], compacting: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        differential.compare(Path(name), operations, compacting=compacting)


def test_two_handles_answer_as_tinydb_does_over_a_thousand_operations() -> None:
    assert differential.run(1_000, seed=5) == 1_000
