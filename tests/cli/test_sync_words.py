"""What sync says: each trouble in a sentence, each change once, and progress to people alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from debate.errors import Amnesia, RemoteBusy, RemoteFull
from debate.i18n.remotes import FRAMES
from debate.service.post import Post
from debate.sync.remote import Probe
from debate.sync.status import Status
from tests.cli.conftest import Shell

Tell = Callable[[Status], None]


@pytest.fixture
def shared(monday: Shell, tmp_path: Path) -> Shell:
    folder = tmp_path / "stick"
    folder.mkdir()
    monday("remote", "add", str(folder))
    return monday


def playing(monkeypatch: pytest.MonkeyPatch, *statuses: Status) -> None:
    """Let every exchange tell these statuses, and end."""

    async def told(self: Post, tell: Tell) -> tuple[Status, ...]:
        for status in statuses:
            tell(status)
        return statuses[-1:]

    monkeypatch.setattr(Post, "live", told)
    monkeypatch.setattr(Post, "sync", told)


def test_followers_say_each_change_once(shared: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    playing(
        monkeypatch,
        Status("s", "waiting"),
        Status("s", "syncing"),
        Status("s", "synced", at=1.0, received=2),
        Status("s", "synced", at=2.0, received=2),
        Status("s", "trouble", error=RemoteFull(remote="s"), received=2),
        Status("s", "synced", at=3.0, received=2),
    )
    lines = shared("sync", "--follow").out.splitlines()
    assert [line[0] for line in lines] == ["✓", "✗", "✓"]
    assert len(shared("sync", "Monday", "--follow", "--json").out.split("remote")) > 3


@pytest.mark.parametrize(
    ("status", "words", "code"),
    [
        (Status("s", "synced", at=1.0, lost=1), "had lost something", 0),
        (Status("s", "synced", at=1.0, withheld=1), "lists 1 frame that it does not hand out", 0),
        (Status("s", "synced", at=1.0, waiting=2), "2 frames follow facts", 0),
        (Status("s", "synced", at=1.0, is_doubled=True), "goes by a new key", 0),
        (Status("s", "trouble", error=RemoteBusy(remote="s")), "too busy", 7),
        (Status("s", "trouble", error=Amnesia(remote="s")), "lost what it had", 7),
    ],
)
def test_each_trouble_has_a_sentence(
    shared: Shell, monkeypatch: pytest.MonkeyPatch, status: Status, words: str, code: int
) -> None:
    playing(monkeypatch, status)
    assert words in " ".join(shared("sync", code=code).out.split())


@pytest.mark.parametrize("reason", sorted(FRAMES))
def test_each_frame_that_is_not_accepted_has_a_reason_in_both_languages(
    shared: Shell, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    playing(monkeypatch, Status("s", "synced", at=1.0, refused=(("a", reason), ("b", reason))))
    english = shared("sync", code=1).out
    dutch = shared("sync", "--lang", "nl", code=1).out
    assert f"! s: 2 × {FRAMES[reason]}." in english
    assert "! s: 2 × " in dutch
    assert english.splitlines()[-1] != dutch.splitlines()[-1]


def test_progress_is_for_people(shared: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    playing(monkeypatch, Status("s", "syncing", done=3, total=40), Status("s", "synced", at=1.0))
    assert shared("sync").err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert "s: syncing 3/40" in shared("sync").err
    assert shared("sync", "--json").err == ""


def test_a_store_that_cannot_do_much_says_what(
    monday: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Poor:
        async def prepare(self) -> None:
            return

        async def probe(self) -> Probe:
            return Probe(
                "kinto", "kinto 1", can_read=True, milliseconds=12, remarks=("plain-http",)
            )

        async def close(self) -> None:
            return

    monkeypatch.setattr("debate.sync.opening.open_store", lambda *_: Poor())
    out = monday("remote", "test", str(tmp_path), code=1).out
    for words in ("takes no frames from us", "use https", "takes 12 ms", "lists everything"):
        assert words in out
