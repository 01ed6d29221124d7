"""nginx in front of Kinto, by the operator's own files, where it is installed."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.sync.servers.kinto import DEPLOY, Kinto
from tests.sync.servers.process import NOBODY, Process, free_port, is_root, scratch

FRAME = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
worker_processes 1;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/debate.conf;
}}
"""


def program() -> str | None:
    """Return where nginx is, if it is installed."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def changed(text: str, changes: dict[str, str]) -> str:
    """Return an operator's file with the lines changed that he is told to change."""
    for line, instead in changes.items():
        assert line in text, f"the guide speaks of a line that is not there: {line}"
        text = text.replace(line, instead)
    return text


def settings_in(folder: Path, port: int, kinto_port: int, *, certificate: bool = False) -> Path:
    """Write the settings into a folder and return the main file.

    Args:
        folder: Where everything goes.
        port: Where nginx listens.
        kinto_port: Where Kinto does.
        certificate: Whether the folder has one; plain HTTP otherwise.
    """
    changes = {
        "/var/cache/nginx/debate": str(folder / "cache"),
        "/var/log/nginx/debate.log": str(folder / "access.log"),
        "/etc/nginx/debate/": f"{folder}/",
        "server 127.0.0.1:8888;": f"server 127.0.0.1:{kinto_port};",
        "listen 443 ssl;": f"listen 127.0.0.1:{port}{' ssl' if certificate else ''};",
    }
    if not certificate:
        changes |= {"ssl_certificate ": "# ", "ssl_certificate_key ": "# "}
    text = (DEPLOY / "nginx" / "debate.conf").read_text("utf-8")
    (folder / "debate.conf").write_text(changed(text, changes), encoding="utf-8")
    shutil.copy(DEPLOY / "nginx" / "locations.conf", folder)
    main = folder / "nginx.conf"
    main.write_text(FRAME.format(folder=folder), encoding="utf-8")
    if is_root():
        for path in (folder, *folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)
    return main


@contextlib.contextmanager
def nginx(command: str, behind: Kinto) -> Iterator[Kinto]:
    """Give Kinto as seen through nginx.

    Args:
        command: Where the program is.
        behind: The Kinto that answers.
    """
    with scratch("nginx") as folder:
        port = free_port()
        main = settings_in(folder, port, behind.process.port)
        process = Process(
            command=(command, "-c", str(main), "-e", str(folder / "error.log")),
            port=port,
            log=folder / "console.log",
            is_lowered=True,
        )
        process.start()
        try:
            yield Kinto(process, behind.database)
        finally:
            process.stop()
