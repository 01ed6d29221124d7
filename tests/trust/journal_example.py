"""The worked example of `docs/lookup/journal-format.md`, made by the code that the program runs.

`python -m tests.trust.journal_example` prints its blocks, in the order of the page.
"""

from __future__ import annotations

from debate.domain.ids import DeviceKey
from debate.domain.session_id import session_id_of
from debate.store import lines
from debate.store.lines import Operation
from debate.trust.canonical import canonical
from debate.trust.envelope import Document, Item, body_of, extend
from debate.trust.keys import SigningKey

SEED = bytes(range(32))
NONCE = "q83vEjRWeJCrze8SNFZ4kA"
TIMES = ("1760000000000-0000", "1760000000000-0001")
CREATED = 1_760_000_000_000


def key() -> SigningKey:
    """Return the author's key."""
    return SigningKey(SEED)


def facts() -> list[Document]:
    """Return two facts of one commit."""
    founder = DeviceKey(key().public)
    items = [
        Item("participant.joined", {"name": "Zoë"}),
        Item("weight.set", {"argument": "state-actors/reach", "value": 7}),
    ]
    return extend(None, items, key(), session_id_of(founder, NONCE), TIMES)


def blocks() -> list[str]:
    """Return the blocks of the page: key, session, body, both facts, and the journal's lines."""
    first, second = facts()
    header = lines.header(1, CREATED)
    operations = [Operation("events", str(n), fact) for n, fact in enumerate((first, second), 1)]
    return [
        f"seed     {SEED.hex()}\npublic   {key().public}",
        f"nonce    {NONCE}\nsession  {first['s']}",
        canonical(body_of(first)).decode(),
        first["id"],
        canonical(body_of(second)).decode(),
        f"id   {second['id']}\nsig  {second['sig']}",
        (header + lines.encode(operations)[0]).decode().rstrip("\n"),
    ]


if __name__ == "__main__":
    print(*blocks(), sep="\n\n")
