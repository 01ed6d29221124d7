"""Apache with mod_dav, where it is installed: in the foreground, on a high port, as nobody."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.sync.servers.process import NOBODY, Process, free_port, is_root, scratch
from tests.sync.servers.webdav import WEBDAV_USER, WebDavServer

MODULES = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules")
WANTED = ("mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_basic", "dav",
          "dav_fs", "unixd")  # fmt: skip
SETTINGS = """
ServerRoot "{folder}"
Listen 127.0.0.1:{port}
ServerName 127.0.0.1
PidFile "{folder}/apache.pid"
ErrorLog "{folder}/apache.log"
{modules}
DavLockDB "{folder}/locks"
DocumentRoot "{folder}/files"
KeepAlive On
MaxKeepAliveRequests 0
<Directory "{folder}/files">
    Dav On
    AuthType Basic
    AuthName debates
    AuthUserFile "{folder}/people"
    Require valid-user
</Directory>
"""


def program() -> str | None:
    """Return where Apache is, if it is installed."""
    return shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin") or shutil.which(
        "httpd", path=f"{os.environ.get('PATH', '')}:/usr/sbin"
    )


def modules() -> str:
    """Return the lines that load what is not built in."""
    folder = next(Path(each) for each in MODULES if Path(each).is_dir())
    found = ((name, folder / f"mod_{name}.so") for name in WANTED)
    return "\n".join(f"LoadModule {name}_module {path}" for name, path in found if path.is_file())


@contextlib.contextmanager
def apache(command: str) -> Iterator[WebDavServer]:
    """Give a running server over an empty folder.

    Args:
        command: Where the program is.
    """
    with scratch("apache") as folder:
        port, files = free_port(), folder / "files"
        files.mkdir()
        name, password = WEBDAV_USER
        digest = base64.b64encode(hashlib.sha1(password.encode()).digest()).decode("ascii")
        (folder / "people").write_text(f"{name}:{{SHA}}{digest}\n", encoding="ascii")
        settings = folder / "apache.conf"
        settings.write_text(
            SETTINGS.format(folder=folder, port=port, modules=modules()), encoding="utf-8"
        )
        if is_root():
            os.chown(files, NOBODY, NOBODY)
        process = Process(
            command=(command, "-f", str(settings), "-DFOREGROUND"),
            port=port,
            log=folder / "console.log",
            is_lowered=True,
        )
        process.start()
        try:
            yield WebDavServer(f"http://127.0.0.1:{port}/debates", files, process)
        finally:
            process.stop()
