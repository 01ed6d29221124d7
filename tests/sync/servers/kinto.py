"""Kinto set up exactly as the operator's guide tells: its settings and its trigger come from there."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.sync.servers.postgres import Postgres, run
from tests.sync.servers.process import ROOT, Process, free_port, scratch

DEPLOY = ROOT / "deploy"
SETTINGS = DEPLOY / "kinto.ini"
TRIGGER = DEPLOY / "serialize.sql"
QUICK = """
import bcrypt, functools, sys
bcrypt.gensalt = functools.partial(bcrypt.gensalt, rounds=4)
from kinto.__main__ import main
sys.exit(main())
"""
ORGANISER = ("organiser", "a-password-of-the-organiser")
"""The account that may bring debates to the store."""


@dataclass
class Kinto:
    """A running Kinto and, behind it, its database."""

    process: Process
    database: Postgres | None = None

    @property
    def url(self) -> str:
        """The address that a person would add."""
        return f"http://127.0.0.1:{self.process.port}/v1"

    @property
    def organiser_url(self) -> str:
        """The same with the organiser's name and password in it."""
        return self.url.replace("//", "//{}:{}@".format(*ORGANISER))

    def restart(self) -> None:
        """Start it again after it was killed."""
        self.process.start()


def program(*words: str) -> tuple[str, ...]:
    """Return a command line of Kinto's own program, in which a password takes no third of a second."""
    return (sys.executable, "-c", QUICK, *words, "--ini", str(SETTINGS))


def environment_for(database: Postgres) -> dict[str, str]:
    """Return what the operator puts into the service's environment."""
    return {
        "KINTO_STORAGE_URL": database.url,
        "KINTO_CACHE_URL": database.url,
        "KINTO_PERMISSION_URL": database.url,
        "KINTO_USERID_HMAC_SECRET": "ab" * 32,
        "KINTO_BUCKET_CREATE_PRINCIPALS": f"account:admin account:{ORGANISER[0]}",
    }


def migrate(database: Postgres, *, has_trigger: bool = True) -> None:
    """Make the tables and the trigger."""
    _run(database, "migrate")
    if has_trigger:
        database.run_file(TRIGGER)


def add_organiser(database: Postgres) -> None:
    """Make the account that may bring debates."""
    _run(database, "create-user", "-u", ORGANISER[0], "-p", ORGANISER[1])


def _run(database: Postgres, *words: str) -> None:
    command, *rest = program(*words)
    run(Path(command), *rest, cwd=ROOT, env={**os.environ, **environment_for(database)})


def process_for(database: Postgres, folder: Path) -> Process:
    """Return one more application server over a database, not yet started."""
    port = free_port()
    return Process(
        command=program("start", "--port", str(port)),
        port=port,
        log=folder / f"kinto-{port}.log",
        environment=environment_for(database),
    )


@contextlib.contextmanager
def kinto(database: Postgres, *, has_trigger: bool = True) -> Iterator[Kinto]:
    """Give Kinto over a fresh database."""
    migrate(database, has_trigger=has_trigger)
    with scratch("kinto") as folder:
        process = process_for(database, folder)
        with ThreadPoolExecutor(1) as beside:
            account = beside.submit(add_organiser, database)
            process.start()
            account.result()
        try:
            yield Kinto(process, database)
        finally:
            process.kill()
