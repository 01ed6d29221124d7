"""What a client sends: keys in their order, floods and pastes without measure, broken bytes."""

from __future__ import annotations

import asyncio

import pytest

from debate.host import inbox
from tests.host.channel import Counter, Sitting, ann_and_bob


async def test_what_is_typed_before_the_app_runs_is_not_lost() -> None:
    async with Sitting(Counter) as sitting:
        sitting.type(b"aaa")
        await sitting.sees("added=3")


async def test_a_lone_escape_is_a_key() -> None:
    async with Sitting(Counter) as sitting:
        await sitting.sees("away=0")
        sitting.type(b"\x1b")
        await sitting.sees("away=1")


async def test_a_size_in_the_stream_of_bytes_is_not_believed() -> None:
    async with Sitting(Counter) as sitting:
        await sitting.sees("80x24")
        sitting.type(b"\x1b[48;9999;9999;0;0ta")
        await sitting.sees("added=1 away=0 80x24")


async def test_a_flood_of_keys_holds_its_sender_and_nobody_else() -> None:
    async with ann_and_bob() as (ann, bob):
        bob.type(b"\x1b[A" * 60_000)
        assert bob.terminal.held
        ann.type(b"a")
        await ann.sees("ann added=1")
        channel = bob.visit.app.channel if bob.visit.app else None
        assert channel is not None
        assert channel._inbox._waiting, "the flood was not over yet"


async def test_of_a_paste_without_measure_the_rest_is_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inbox, "MOST_UNFINISHED", 8192)
    async with Sitting(Counter) as sitting:
        await sitting.sees("added=0")
        sitting.type(b"\x1b[200~" + b"a" * 20_000 + b"\x1b[20")
        await sitting.until(lambda: bool(sitting.pasted))
        sitting.type(b"1~aa\x1b")
        await sitting.sees("away=1")
        assert "added=2 " in sitting.terminal.text
        assert 8192 <= len(sitting.pasted) <= 8192 + 1024
        assert set(sitting.pasted) == {"a"}


async def test_after_a_paste_that_never_ends_keys_are_keys_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inbox, "MOST_UNFINISHED", 8192)
    monkeypatch.setattr(inbox, "SILENCE", 0.05)
    async with Sitting(Counter) as sitting:
        await sitting.sees("added=0")
        sitting.type(b"\x1b[200~" + b"z" * 9_000)
        await sitting.until(lambda: bool(sitting.pasted))
        await asyncio.sleep(0.1)
        sitting.type(b"a")
        await sitting.sees("added=1")


async def test_broken_bytes_do_not_end_a_session() -> None:
    async with Sitting(Counter) as sitting:
        await sitting.sees("added=0")
        sitting.type(b"\xff\xfe\x1b[999999999999999999;5u\x1b[<1;99999999999999999999;3M\x1b[;;;u")
        sitting.type(b"\x1b]0;title\x07\x1bP+z\x1b\\")
        await asyncio.sleep(0.2)
        sitting.type(b"a")
        await sitting.sees("added=1")
