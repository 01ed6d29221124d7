"""What an app paints, for clients that lag, lose answers or never give any."""

from __future__ import annotations

import asyncio

import pytest
from textual.screen import ModalScreen

from debate.host import outbox
from debate.host.outbox import Outbox
from tests.host.channel import Counter, PaperTerminal, Sitting


async def test_a_slow_client_misses_frames_and_is_then_up_to_date() -> None:
    async with Sitting(Counter) as sitting:
        await sitting.sees("added=0")
        app = sitting.visit.app
        assert app is not None
        assert app.channel is not None
        sitting.terminal.is_stuck = True
        for _ in range(60):
            sitting.type(b"a")
            app.channel.outbox.write(" " * 8000)
            await asyncio.sleep(0.002)
        await sitting.until(lambda: app.channel is not None and app.channel.outbox.dropped > 3)
        assert len(b"".join(sitting.terminal.waiting)) < 256 * 1024
        sitting.terminal.thaw()
        await sitting.sees("added=60")


async def test_a_terminal_that_never_answers_is_judged_by_what_waits_here() -> None:
    async with Sitting(Counter, terminal=PaperTerminal(answers=False)) as sitting:
        await sitting.sees("added=0")
        app = sitting.visit.app
        assert app is not None
        assert app.channel is not None
        sitting.terminal.is_stuck = True
        sitting.terminal.waiting.append(b" " * 200_000)
        sitting.type(b"aa")
        await sitting.until(lambda: app.channel is not None and app.channel.outbox.dropped > 0)
        sitting.terminal.thaw()
        await sitting.sees("added=2")


async def _fallen_behind(sitting: Sitting) -> None:
    """Let answers be lost until frames are dropped, and then change what there is to see."""
    await sitting.sees("added=0")
    app = sitting.visit.app
    assert app is not None
    assert app.channel is not None
    await asyncio.sleep(0.05)
    sitting.terminal.answers = False
    for _ in range(60):
        app.channel.outbox.write(" " * 8000)
        await asyncio.sleep(0.002)
    await sitting.until(lambda: app.channel is not None and app.channel.outbox.dropped > 3)
    sitting.type(b"aa")
    await asyncio.sleep(0.05)
    assert "added=2" not in sitting.terminal.text


async def test_a_terminal_whose_answers_were_lost_is_asked_again() -> None:
    async with Sitting(Counter) as sitting:
        await _fallen_behind(sitting)
        sitting.terminal.answers = True
        await sitting.sees("added=2")


async def test_a_terminal_that_answers_no_more_is_judged_by_what_waits_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with Sitting(Counter) as sitting:
        await _fallen_behind(sitting)
        monkeypatch.setattr(outbox, "LAST_ASKED", 0.3)
        await sitting.sees("added=2")


async def test_who_fell_behind_is_painted_a_whole_frame_with_what_is_behind_a_dialog() -> None:
    async with Sitting(Counter) as sitting:
        await sitting.sees("added=0")
        app = sitting.visit.app
        assert app is not None
        app.call_later(app.push_screen, ModalScreen())
        await sitting.until(lambda: len(app.screen_stack) == 2 and app.screen.is_mounted)
        await _fallen_behind(sitting)
        sitting.terminal.forget()
        sitting.terminal.answers = True
        await sitting.sees("added=")


async def test_an_answer_settles_its_own_question_and_those_before_it() -> None:
    terminal = PaperTerminal(answers=False)
    box = Outbox(terminal, lambda: None, colours=None)
    for _ in range(3):
        box.ask()
        box.write(" " * 50_000)
        box.flush()
    box.answered(outbox.ROW, 9)
    box.answered(outbox.ROW + 1, 1)
    box.answered(outbox.ROW, 2)
    box.write(" " * 50_000)
    box.flush()
    assert box.dropped == 0
    box.write(" " * 50_000)
    box.flush()
    assert box.dropped == 1
