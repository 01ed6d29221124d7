"""The lock lets one in at a time, and whoever waits is told who keeps them waiting."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from debate.errors import Busy, NotSaved
from debate.store.journal import DiskJournal
from debate.store.lock import FileLock
from tests.campaign.child import Acknowledge, Child


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def holding(path: Path) -> Child:
    """Start a child that takes the lock and keeps it."""

    def work(acknowledge: Acknowledge) -> None:
        with FileLock(path).held():
            acknowledge(1)
            time.sleep(60)

    child = Child(work)
    child.wait_for(1)
    return child


def test_a_lock_is_free_until_it_is_taken(path: Path) -> None:
    lock = FileLock(path)
    assert lock.holder() is None
    with lock.held():
        holder = lock.holder()
        assert holder is not None
        assert holder.pid == os.getpid()
    assert lock.holder() is None
    lock.close()


def test_who_waits_too_long_for_a_process_is_told(path: Path) -> None:
    with holding(path) as child:
        lock = FileLock(path, timeout=0.05)
        with pytest.raises(Busy) as caught, lock.held():
            pass
        assert caught.value.details["by"] == "process"
        holder = lock.holder()
        assert holder is not None
        assert holder.pid == child.pid
        lock.close()


def test_a_lock_whose_holder_is_stopped_keeps_others_out_in_time(path: Path) -> None:
    with holding(path) as child:
        os.kill(child.pid, signal.SIGSTOP)
        lock, start = FileLock(path, timeout=0.1), time.monotonic()
        with pytest.raises(Busy), lock.held():
            pass
        assert time.monotonic() - start < 5
        lock.close()


def test_a_lock_dies_with_its_holder(path: Path) -> None:
    with holding(path) as child:
        child.kill()
    lock = FileLock(path, timeout=5)
    with lock.held():
        pass
    lock.close()


def test_a_lock_may_be_taken_again_by_its_thread_and_by_no_other(path: Path) -> None:
    lock = FileLock(path, timeout=0.05)
    refused = []

    def other() -> None:
        try:
            with lock.held():
                pass
        except Busy as exc:
            refused.append(exc.details["by"])

    with lock.held(), lock.held():
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert refused == ["thread"]
    with lock.held():
        pass
    lock.close()


def test_two_locks_of_one_process_keep_each_other_out(path: Path) -> None:
    one, two = FileLock(path), FileLock(path, timeout=0.05)
    with one.held(), pytest.raises(Busy), two.held():
        pass
    with two.held():
        pass
    one.close()
    two.close()


def test_a_deleted_lock_file_does_not_let_two_in(path: Path) -> None:
    one, two = FileLock(path), FileLock(path, timeout=0.05)
    with one.held():
        path.unlink()
        with two.held():
            pass
    with one.held(), pytest.raises(Busy), two.held():
        pass
    one.close()
    two.close()


def test_a_fork_does_not_share_the_lock(path: Path) -> None:
    lock = FileLock(path, timeout=0.1)

    def work(acknowledge: Acknowledge) -> None:
        try:
            with lock.held():
                acknowledge(2)
        except Busy:
            acknowledge(1)

    with lock.held():
        child = Child(work)
        assert child.finish() == 0
        assert child.acknowledged == [1]
    child = Child(work)
    assert child.finish() == 0
    assert child.acknowledged == [2]
    lock.close()


def test_a_fork_in_a_transaction_leaves_it_to_the_parent(tmp_path: Path) -> None:
    journal = DiskJournal(tmp_path / "j", create=True)
    with journal.transaction():
        pid = os.fork()
        if pid == 0:
            os._exit(0)
        os.waitpid(pid, 0)
        journal.append([{"n": 1}])
        other = DiskJournal(tmp_path / "j", timeout=0.05)
        with pytest.raises(Busy):
            other.append([{"n": 2}])
    other.append([{"n": 2}])
    assert other.read() == [{"n": 1}, {"n": 2}]
    journal.close()
    other.close()


def test_parent_and_child_may_both_write_after_a_fork(tmp_path: Path) -> None:
    journal = DiskJournal(tmp_path / "j", create=True)
    journal.append([{"n": 1}])

    def work(acknowledge: Acknowledge) -> None:
        for _ in range(20):
            journal.append([{"by": "child"}])
        acknowledge(1)

    child = Child(work)
    for _ in range(20):
        journal.append([{"by": "parent"}])
    assert child.finish() == 0
    journal.refresh()
    assert journal.position == 41
    assert DiskJournal(tmp_path / "j").read() == journal.read()
    journal.close()


def test_a_folder_that_is_gone_is_not_saved_in(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "gone" / "lock")
    with pytest.raises(NotSaved) as caught, lock.held():
        pass
    assert caught.value.details["reason"] == "missing"


def test_a_child_that_leaves_the_block_lets_go_of_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = FileLock(path)
    with monkeypatch.context() as child, lock.held():
        child.setattr(os, "getpid", lambda: 1)
    other = FileLock(path, timeout=0)
    with pytest.raises(Busy), other.held():
        pass
    other.close()
    lock.close()


def test_after_a_fork_the_lock_is_taken_anew_and_signed_by_the_child(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = FileLock(path)
    with lock.held():
        monkeypatch.setattr(os, "getpid", lambda: 1)
        with lock.held():
            holder = FileLock(path).holder()
            assert holder is not None
            assert holder.pid == 1
    lock.close()


def test_a_lock_file_deleted_between_two_turns_is_made_again(path: Path) -> None:
    lock = FileLock(path)
    with lock.held():
        pass
    path.unlink()
    with lock.held():
        assert path.exists()
    lock.close()


def test_a_disk_too_full_for_a_signature_still_lets_one_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(fd: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    lock = FileLock(path)
    with lock.held():
        assert FileLock(path).holder() == (0, 0)
    lock.close()


@pytest.mark.skipif(sys.platform == "win32", reason="flock is not there")
def test_a_file_system_without_locks_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def none(fd: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", none)
    lock = FileLock(path)
    with pytest.raises(NotSaved) as caught, lock.held():
        pass
    assert caught.value.details["reason"] == "refused"
    lock.close()
