"""nginx as the operator's files set it up: one question a second, and nothing else within reach."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest

from debate.errors import TooLarge
from debate.sync.adapters.kinto import KintoStore
from debate.sync.remote import Created, Place, Same
from tests.sync.frames import frame, name_of
from tests.sync.real.conftest import Opened
from tests.sync.real.writers import organiser_of
from tests.sync.servers.kinto import ORGANISER, Kinto
from tests.sync.servers.nginx import program, settings_in
from tests.sync.servers.process import scratch


async def test_frames_travel_through_it(
    fronted_server: Kinto, place: Place, opened: Opened
) -> None:
    store = opened(KintoStore(organiser_of(fronted_server.url), place))
    await store.prepare()
    assert await store.put(name_of(1, 1), frame(1, 1)) == Created()
    assert await store.put(name_of(1, 1), frame(1, 1)) == Same()
    assert dict(await store.get([name_of(1, 1)])) == {name_of(1, 1): frame(1, 1)}


async def test_many_who_ask_at_once_are_one_question_for_kinto(
    fronted_server: Kinto, place: Place, opened: Opened
) -> None:
    stores = [opened(KintoStore(organiser_of(fronted_server.url), place)) for _ in range(12)]
    await stores[0].prepare()
    await stores[0].put(name_of(1, 1), frame(1, 1))
    await asyncio.sleep(1.1)
    found = await asyncio.gather(*(store.changes() for store in stores))
    assert {changes.frames for changes in found} == {((name_of(1, 1), frame(1, 1)),)}
    log = (fronted_server.process.log.parent / "access.log").read_text("utf-8").splitlines()
    states = [line.split()[-1] for line in log[-12:]]
    asked = states.count("MISS") + states.count("EXPIRED")
    assert 1 <= asked <= 2, "twice at most, where the second between two questions passes meanwhile"
    assert not any(place.name in line for line in log)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", f"accounts/{ORGANISER[0]}"),
        ("POST", "accounts"),
        ("POST", "batch"),
        ("GET", "buckets"),
        ("POST", "accounts/s-" + "0" * 32),
    ],
)
async def test_nothing_else_is_reachable(fronted_server: Kinto, method: str, path: str) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.request(
            method,
            f"{fronted_server.url}/{path}",
            json={"data": {"id": ORGANISER[0], "password": "guessed"}},
            headers={"If-None-Match": "*"},
        )
    assert answer.status_code in {403, 404}
    assert "$2b$" not in answer.text


async def test_a_frame_beyond_the_limit_is_refused_in_words(
    fronted_server: Kinto, place: Place, opened: Opened
) -> None:
    store = opened(KintoStore(organiser_of(fronted_server.url), place))
    await store.prepare()
    with pytest.raises(TooLarge):
        await store.put(name_of(1, 1), frame(1, 1, bytes(300_000)))


def test_the_files_are_sound_with_a_certificate() -> None:
    command, openssl = program(), shutil.which("openssl")
    if command is None or openssl is None:
        pytest.skip(
            "nginx and openssl are not both installed here: apt install nginx-light openssl"
        )
    with scratch("nginx") as folder:
        make = [
            openssl,
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
        ]
        make += ["-nodes", "-subj", "/CN=localhost", "-days", "2"]
        make += ["-keyout", f"{folder}/privkey.pem", "-out", f"{folder}/fullchain.pem"]
        subprocess.run(make, check=True, capture_output=True, cwd=folder)
        main = settings_in(Path(folder), 8443, 8888, certificate=True)
        told = subprocess.run(
            [command, "-t", "-c", str(main), "-e", f"{folder}/error.log"],
            check=False,
            capture_output=True,
            text=True,
        )
    assert told.returncode == 0, told.stderr
