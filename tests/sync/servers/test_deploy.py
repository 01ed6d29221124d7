"""The operator's files name each other rightly, and the guide tells of all of them."""

from __future__ import annotations

import configparser
import re

import yaml

from tests.sync.servers.kinto import DEPLOY, SETTINGS

GUIDE = (DEPLOY / "README.md").read_text("utf-8")


def test_the_guide_tells_of_every_file() -> None:
    names = {path.name for path in DEPLOY.rglob("*") if path.is_file()} - {"README.md"}
    assert {name for name in names if name not in GUIDE} == set()


def test_the_containers_mount_and_copy_files_that_are_there() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    mounted = [
        volume.partition(":")[0]
        for service in services.values()
        for volume in service.get("volumes", ())
        if volume.startswith("./")
    ]
    copied = re.findall(r"^COPY (\S+) ", (DEPLOY / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert mounted
    assert copied
    assert [name for name in (*mounted, *copied) if not (DEPLOY / name).exists()] == []


def test_secrets_come_from_the_environment_and_the_guide_names_each() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(SETTINGS, encoding="utf-8")
    told = set(parser["app:main"])
    given = set(re.findall(r"^ {7}(KINTO_[A-Z_]+)=", GUIDE, re.MULTILINE))
    composed = set(re.findall(r"KINTO_[A-Z_]+(?=: )", (DEPLOY / "compose.yaml").read_text("utf-8")))
    assert given == composed
    secret = {name.lower().replace("kinto_", "kinto.", 1) for name in given}
    assert secret & told == {"kinto.bucket_create_principals"}
