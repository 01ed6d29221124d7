"""Where a debate is at a Kinto server, and how the place is made: accounts, bucket, collection.

A debate has two accounts whose passwords follow from its link: `s-…` may read and add, `r-…` may
read. Neither may change or remove anything, and neither is needed for anything else. An organiser's
own account, where the server asks for one, owns the bucket and can close it.
"""

from __future__ import annotations

import json

from debate.sync.http import Answer, Web
from debate.sync.remote import Place
from debate.trust.secret import Secret

MADE = frozenset({200, 201, 412})
"""There now, or there before."""
ONLY_NEW = {"If-None-Match": "*", "Content-Type": "application/json"}


def bucket_of(place: Place) -> str:
    """Return the path of a debate's bucket."""
    return f"buckets/d-{place.name}"


def collection_of(place: Place) -> str:
    """Return the path of the collection of frames."""
    return f"{bucket_of(place)}/collections/f"


def records_of(place: Place) -> str:
    """Return the path of the frames."""
    return f"{collection_of(place)}/records"


def account_of(place: Place) -> tuple[str, Secret]:
    """Return the account that this holder of a link uses, and its password."""
    if place.write_password is not None:
        return f"s-{place.name}", place.write_password
    return f"r-{place.name}", place.read_password


async def make(place: Place, nobody: Web, organiser: Web, owner: str | None) -> None:
    """Make whatever is missing of a place.

    Args:
        place: Of a holder of the link who may add frames.
        nobody: The server, asked without an account: anyone may make an account.
        organiser: The server, asked by who may make a bucket.
        owner: The organiser's account, which keeps the right to close the place; None at a store
            where anyone may make one.

    Raises:
        Unauthorised: this server makes places only for organisers, and we are none.
    """
    for kind, password in (("s", place.write_password), ("r", place.read_password)):
        if password is not None:
            await _put(nobody, f"accounts/{kind}-{place.name}", _account(password))
    writers, readers = f"account:s-{place.name}", f"account:r-{place.name}"
    owned = {"write": [f"account:{owner}"]} if owner else {"collection:create": [writers]}
    await _must_put(organiser, bucket_of(place), {"permissions": owned})
    rights = {"record:create": [writers], "read": [writers, readers]}
    await _must_put(organiser, collection_of(place), {"permissions": rights})


def _account(password: Secret) -> Secret:
    """Return the body that makes an account; a secret too, for it holds one."""
    return Secret(json.dumps({"data": {"password": password.reveal()}}))


async def _must_put(web: Web, path: str, document: object) -> None:
    answer = await _put(web, path, json.dumps(document).encode())
    if answer.status not in MADE:
        web.refuse(answer)


async def _put(web: Web, path: str, body: bytes | Secret) -> Answer:
    return await web.ask("PUT", path, headers=ONLY_NEW, body=body)
