"""The page on the format of a journal tells the truth: its example is made again and compared."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib

from debate.store.lines import SEAL_LENGTH
from debate.trust.chain import check
from debate.trust.keys import verify
from tests.house.sources import ROOT
from tests.trust.journal_example import blocks, facts

PAGE = ROOT / "docs" / "lookup" / "journal-format.md"
BLOCK = re.compile(r"^```(?:text|json)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def raw(text: str) -> bytes:
    """Return the bytes of base64url, as the page explains it."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def shown() -> list[str]:
    """Return the blocks of the page."""
    return BLOCK.findall(PAGE.read_text("utf-8"))


def test_the_example_on_the_page_is_what_the_program_makes() -> None:
    assert shown() == blocks()


def test_the_example_can_be_checked_with_the_page_alone() -> None:
    _, session, first, first_id, second, proof, lines = shown()
    nonce, name = re.findall(r"\S+$", session, re.MULTILINE)
    second_id, signature = re.findall(r"\S+$", proof, re.MULTILINE)
    author = json.loads(first)["a"]
    founded = hashlib.blake2b(
        f"{author}.{nonce}".encode(), digest_size=16, person=b"debate-session1"
    )
    assert founded.hexdigest() == name
    for body, fact in ((first, first_id), (second, second_id)):
        value = json.loads(body)
        written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        hashed = hashlib.blake2b(written.encode(), digest_size=32, person=b"debate-event-v1")
        assert (written, hashed.digest()) == (body, raw(fact))
    assert verify(author, raw(second_id), raw(signature))
    for line in lines.encode().splitlines():
        assert json.loads(line)["c"] == f"{zlib.crc32(line[SEAL_LENGTH:]):08x}"


def test_the_facts_of_the_example_pass_the_check() -> None:
    assert check(facts(), session=facts()[0]["s"]).is_clean


def test_the_page_names_every_key_of_an_envelope() -> None:
    page = PAGE.read_text("utf-8")
    assert all(f"| `{name}` |" in page for fact in facts() for name in fact)
