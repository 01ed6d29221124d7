"""While a debate is open it travels by itself, and a light says how that stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from debate.domain import commands as c
from debate.errors import (
    NotAStore,
    NotSaved,
    RemoteBusy,
    RemoteError,
    RemoteFull,
    TooLarge,
    Unauthorised,
    Unreachable,
)
from debate.i18n.catalog import translator
from debate.service.post import Post
from debate.service.seat import Seat
from debate.service.wiring import workspace as workspace_at
from debate.sync.remote import Address
from debate.sync.status import Status
from debate.trust.circle import Circle
from debate.tui.present.light import light_view
from debate.tui.present.place import LightView, StatusView
from debate.tui.screens.floor import FloorScreen
from debate.tui.widgets.status_line import StatusLine
from tests.sync.people import until
from tests.tui.screens.evening import TEA, Evening, Sitting
from tests.tui.stage import Stage

pytestmark = pytest.mark.no_cover  # dear; others reach nearly all its lines

ENGLISH, DUTCH = translator("en"), translator("nl")


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    workspace = workspace_at(folder=tmp_path / "data", environment={})
    workspace.choose("reduced-motion", value=True)
    yield Evening(workspace)
    workspace.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def shared(evening: Evening, stick: Path) -> Seat:
    seat = evening.begin()
    post = Post(evening.workspace, seat)
    post.share(Circle.fresh())
    post.add_remote(Address(stick.as_uri()))
    post.close()
    return seat


def frames_on(stick: Path) -> int:
    return len(list(stick.rglob("*.frame")))


def pull_out(stick: Path) -> None:
    stick.rename(stick.with_name("pocket"))


async def floor_of(sitting: Sitting, evening: Evening, seat: Seat) -> FloorScreen:
    floor = FloorScreen(seat, sitting.app.desk, evening.workspace)
    await sitting.show(floor)
    return floor


async def test_what_is_said_goes_out_by_itself(evening: Evening, stick: Path) -> None:
    seat = shared(evening, stick)
    async with evening.open((120, 30)) as sitting:
        await floor_of(sitting, evening, seat)
        await until(lambda: "✓ synced" in sitting.text)
        frames = frames_on(stick)
        await sitting.app.desk.run(seat.submit, c.AddArgument("supports", TEA.id, "New"))
        await until(lambda: frames_on(stick) > frames)


async def test_what_others_say_appears(evening: Evening, stick: Path, tmp_path: Path) -> None:
    seat = shared(evening, stick)
    other = workspace_at(folder=tmp_path / "other", environment={})
    async with evening.open((120, 30)) as sitting:
        await floor_of(sitting, evening, seat)
        await until(lambda: "✓" in sitting.text)
        from debate.service.joining import join

        post = Post(evening.workspace, seat)
        assert post.sharing
        arrived = await join(other, post.sharing.circle, post.remotes[0])
        theirs = other.open(arrived.session)
        theirs.submit(c.JoinSession(name="Ben"))
        theirs.submit(c.AddArgument("supports", TEA.id, "From elsewhere"))
        await Post(other, theirs).sync()
        await until(lambda: "From elsewhere" in sitting.text)
    other.close()


async def test_a_store_that_is_gone_is_told_once_and_found_again(
    evening: Evening, stick: Path
) -> None:
    seat = shared(evening, stick)
    pull_out(stick)
    async with evening.open((120, 30)) as sitting:
        await floor_of(sitting, evening, seat)
        await until(lambda: "○ offline" in sitting.text)
        assert sum("is not there" in toast for toast in sitting.toasts) == 1
        stick.with_name("pocket").rename(stick)
        await until(lambda: "✓" in sitting.text)


async def test_a_debate_of_one_device_has_no_light(evening: Evening) -> None:
    seat = evening.begin()
    async with evening.open((120, 30)) as sitting:
        floor = await floor_of(sitting, evening, seat)
        assert floor.light == LightView()


async def test_a_debate_that_is_left_is_followed_no_more(evening: Evening, stick: Path) -> None:
    seat = shared(evening, stick)
    async with evening.open((120, 30)) as sitting:
        await floor_of(sitting, evening, seat)
        await until(lambda: "✓" in sitting.text)
        await sitting.press("escape")
        await until(lambda: sitting.app._followed is None)
        await until(lambda: not any(each.group == "mail" for each in sitting.app.workers))


async def test_another_screen_of_the_debate_has_the_light_at_once(
    evening: Evening, stick: Path
) -> None:
    seat = shared(evening, stick)
    async with evening.open((120, 30)) as sitting:
        await floor_of(sitting, evening, seat)
        await until(lambda: "✓" in sitting.text)
        await sitting.press("i")
        await sitting.press("escape")
        again = FloorScreen(seat, sitting.app.desk, evening.workspace)
        await sitting.show(again)
        assert again.light.mark == "✓"
        await sitting.app.run_action("next_language")
        await until(lambda: "✓ gelijk" in sitting.text)


async def test_a_data_folder_that_fails_is_told(
    evening: Evening, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = shared(evening, stick)

    async def fail(self: Post, tell: object) -> None:
        raise NotSaved(path="profile", reason="full")

    monkeypatch.setattr(Post, "live", fail)
    async with evening.open((120, 30)) as sitting:
        await floor_of(sitting, evening, seat)
        await until(lambda: any("disk is full" in toast for toast in sitting.toasts))


async def test_a_key_in_use_elsewhere_is_told_once(evening: Evening, stick: Path) -> None:
    seat = shared(evening, stick)
    async with evening.open((120, 30)) as sitting:
        await floor_of(sitting, evening, seat)
        for _ in range(2):
            sitting.app._tell(Status("elsewhere", "synced", at=0.0, is_doubled=True))
        await sitting.rest()
        assert sum("goes by a new key" in toast for toast in sitting.toasts) == 1


# The light in words ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "mark", "words"),
    [
        (Status("s", "waiting"), "⟳", "syncing"),
        (Status("s", "syncing", done=3, total=12), "⟳", "syncing 3/12"),
        (Status("s", "syncing", at=97.0), "✓", "synced 3 s ago"),
        (Status("s", "synced", at=100.0), "✓", "synced 0 s ago"),
        (Status("s", "synced", at=-200.0), "✓", "synced 5 minutes ago"),
        (Status("s", "offline", error=Unreachable(remote="s")), "○", "offline"),
        (Status("s", "trouble", error=RemoteFull(remote="s")), "!", "store is full"),
        (Status("s", "trouble", error=RemoteBusy(remote="s")), "!", "store is busy"),
        (Status("s", "trouble", error=Unauthorised(remote="s")), "!", "store lets us not in"),
        (Status("s", "trouble", error=TooLarge(remote="s")), "!", "too large for the store"),
        (Status("s", "trouble", error=NotAStore(remote="s")), "!", "no store answers there"),
        (Status("s", "trouble", error=RemoteError(remote="s")), "!", "store makes no sense"),
        (Status("s", "synced", at=1.0, is_doubled=True), "!", "open this debate again"),
    ],
)
def test_the_light_says_how_it_stands(status: Status, mark: str, words: str) -> None:
    light = light_view([status], ENGLISH, 100.0)
    assert (light.mark, light.words) == (mark, words)
    assert light_view([status], DUTCH, 100.0).words != words


def test_of_several_stores_the_one_in_most_trouble_speaks() -> None:
    synced = Status("a", "synced", at=100.0)
    gone = Status("b", "offline", error=Unreachable(remote="b"))
    assert light_view([synced, gone], ENGLISH, 100.0).words == "offline"
    assert light_view([], ENGLISH, 100.0) == LightView()


@pytest.mark.parametrize(("width", "shown"), [(80, "✓ 3 s"), (120, "✓ synced 3 s ago")])
async def test_the_light_has_few_words_where_there_is_little_room(width: int, shown: str) -> None:
    line = StatusLine(StatusView("Tea", "Open floor"))
    line.light = LightView("✓", "synced 3 s ago", "3 s")
    stage = Stage(line)
    async with stage.at(width, 24):
        assert stage.text().splitlines()[0].endswith(shown)
        line.light = LightView()
        assert "✓" not in stage.text()
