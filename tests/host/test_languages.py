"""In which language a guest is spoken to who has not chosen one."""

from __future__ import annotations

from pathlib import Path

from tests.host.ssh import fresh_key, served


async def test_whose_machine_names_no_language_is_spoken_to_as_the_host_is(tmp_path: Path) -> None:
    async with served(tmp_path, language="nl") as here:
        key = fresh_key()
        for sent, words in (({}, "Je zit in"), ({"LANG": "C.UTF-8"}, "Je zit in"),
                            ({"LANG": "en_GB.UTF-8"}, "You are in")):  # fmt: skip
            async with here.connect(client_keys=[key]) as connection:
                talk = await connection.run(env=sent, input=f"{here.host.plate.code}\nBob\nquit\n")
                assert words in talk.stdout, sent
