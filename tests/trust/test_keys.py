"""A device has one key, kept in one private file, and its secret is never displayed."""

from __future__ import annotations

import copy
import errno
import os
import pickle
import stat
import traceback
from pathlib import Path
from typing import Never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.errors import NotSaved, TrustError
from debate.trust import keys
from debate.trust.ballots import fresh_salt
from debate.trust.canonical import from_text, to_text
from debate.trust.keys import SigningKey, create, load, open_key, verify

SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
SIGNATURE = bytes.fromhex(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
    "d25bf5f0595bbe24655141438e7a100b"
)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_keys_and_signatures_are_those_of_rfc_8032() -> None:
    key = SigningKey(SEED)
    assert key.public == to_text(PUBLIC)
    assert key.sign(b"") == SIGNATURE
    assert verify(key.public, b"", SIGNATURE)


@given(st.binary(), st.binary(min_size=1, max_size=64), st.integers(0, 63))
def test_a_changed_message_or_signature_does_not_verify(
    message: bytes, other: bytes, place: int
) -> None:
    key = SigningKey(SEED)
    signature = key.sign(message)
    changed = bytearray(signature)
    changed[place] ^= other[0] or 1
    assert verify(key.public, message, signature)
    assert not verify(key.public, message + other, signature)
    assert not verify(key.public, message, bytes(changed))


@pytest.mark.parametrize("public", ["", "short", "=" * 43, "A" * 43, "é" * 43])
def test_what_is_no_key_verifies_nothing(public: str) -> None:
    assert not verify(public, b"x", SIGNATURE)


def test_a_signature_of_another_length_verifies_nothing() -> None:
    assert not verify(to_text(PUBLIC), b"", SIGNATURE[:-1])
    assert not verify(to_text(PUBLIC), b"", SIGNATURE + b"\0")


def test_the_first_time_makes_a_key_and_the_next_time_finds_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "device.key"
    first, second = open_key(path), open_key(path)
    assert (first.is_new, second.is_new) == (True, False)
    assert first.key.public == second.key.public
    assert first.key.sign(b"x") == second.key.sign(b"x")


def test_the_file_and_its_folder_are_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "device.key"
    create(path)
    assert (mode_of(path), mode_of(path.parent)) == (0o600, 0o700)
    assert [child.name for child in path.parent.iterdir()] == ["device.key"]


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    path.write_bytes(b"something else")
    with pytest.raises(FileExistsError):
        create(path)
    assert path.read_bytes() == b"something else"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_key_made_by_another_process_at_the_same_moment_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "device.key"
    winner = create(path)
    attempts = iter([FileNotFoundError()])

    def late(at: Path) -> keys.OpenedKey:
        if (missing := next(attempts, None)) is not None:
            raise missing
        return load(at)

    monkeypatch.setattr(keys, "load", late)
    assert open_key(path).key.public == winner.public


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o602])
def test_a_file_that_others_can_read_is_closed_and_told(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "device.key"
    create(path)
    path.chmod(mode)
    assert load(path).was_exposed
    assert mode_of(path) == 0o600
    assert not load(path).was_exposed


@pytest.mark.parametrize("length", [0, 1, 31, 32, 63, 65])
def test_a_file_of_another_length_is_damaged(tmp_path: Path, length: int) -> None:
    path = tmp_path / "device.key"
    path.write_bytes(b"k" * length)
    with pytest.raises(TrustError, match="key-damaged"):
        open_key(path)


@given(place=st.integers(0, 63), bit=st.integers(0, 7))
def test_one_flipped_bit_is_damage_and_not_another_person(place: int, bit: int) -> None:
    content = bytearray(SigningKey(SEED).content())
    assert SigningKey.of_content(bytes(content)) is not None
    content[place] ^= 1 << bit
    assert SigningKey.of_content(bytes(content)) is None


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrustError, match="key-unreadable"):
        load(tmp_path)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved, match="No space left"):
        create(tmp_path / "device.key")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_hard_links_keeps_keys_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> Never:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    path = tmp_path / "device.key"
    assert create(path).public == load(path).key.public
    with pytest.raises(FileExistsError):
        create(path)


def test_a_key_shows_its_public_half_alone() -> None:
    key = SigningKey(SEED)
    assert repr(key) == str(key) == f"SigningKey(public={key.public!r}, secret=hidden)"
    assert key.public in repr(keys.OpenedKey(key))


def test_a_key_is_not_copied_or_pickled() -> None:
    for attempt in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="not copied or pickled"):
            attempt(SigningKey(SEED))


def test_no_local_variable_of_a_failure_holds_the_secret(tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    content = SigningKey(SEED).content()
    path.write_bytes(content[:-1] + b"x")
    with pytest.raises(TrustError) as caught:
        load(path)
    summary = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    frames = [frame for frame in summary.stack if frame.filename == keys.__file__]
    assert frames
    assert not any(repr(SEED)[2:20] in str(frame.locals) for frame in frames)


def test_salts_are_32_bytes_and_never_the_same() -> None:
    salts = {fresh_salt() for _ in range(100)}
    assert len(salts) == 100
    assert all(len(from_text(salt, 32)) == 32 for salt in salts)
