"""Break-out groups that are organised together: begun at one store, and found there again.

Each group is a debate of its own, with a link of its own. What ties them together is one secret,
which stays with the organiser: their links follow from it, and no store or group learns of it.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from debate.domain.refusal import Refusal
from debate.errors import Unauthorised, UsageError
from debate.service.joining import join
from debate.service.post import Opener, Post, Tell, quiet
from debate.sync.opening import open_store
from debate.sync.remote import Address
from debate.trust.organiser import MOST_GROUPS, Organiser
from debate.trust.secret import Secret

if TYPE_CHECKING:
    from debate.domain.ids import SessionId
    from debate.service.new_debate import NewDebate
    from debate.service.workspace import Workspace
    from debate.store.profile import Profile
    from debate.sync.status import Status

GAP = 3
"""After so many places without a debate there are no more groups: one may have been left out."""


@dataclass(frozen=True, slots=True, repr=False)
class Gathering:
    """Groups that somebody organises."""

    organiser: Organiser
    address: Address
    title: str
    groups: int
    """How many were begun here; 0 for groups that were found by a link."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One group at a store."""

    number: int
    session: SessionId | None
    """None when several debates claim its place, so that none can be believed."""
    statuses: tuple[Status, ...]


class Gatherings:
    """What this person organises, in their profile."""

    def __init__(self, profile: Profile) -> None:
        """Look into a profile."""
        self._shelf = profile.organisers

    def keep(self, gathering: Gathering) -> None:
        """Remember it.

        Raises:
            NotSaved: the disk refused.
        """
        address = gathering.address
        self._shelf.put(
            gathering.organiser.name,
            {
                "secret": gathering.organiser.secret.hex(),
                "url": address.url,
                "user": address.user,
                "password": address.password.reveal() if address.password else None,
                "title": gathering.title,
                "groups": gathering.groups,
            },
        )

    def all(self) -> tuple[Gathering, ...]:
        """Return all of them, by title."""
        found = [_gathering(document) for _, document in self._shelf.items()]
        return tuple(sorted(found, key=lambda each: (each.title, each.organiser.name)))

    def called(self, title: str | None) -> Gathering:
        """Return the one with that title; the only one when None.

        Raises:
            UsageError: there is none such, or more than one.
        """
        every = self.all()
        if not every:
            raise UsageError(what="gathering", value=title or "", reason="no-gathering")
        found = [
            each for each in every if title is None or each.title.casefold() == title.casefold()
        ]
        if len(found) == 1:
            return found[0]
        known = tuple(dict.fromkeys(each.title for each in every))
        if title is None and found:
            raise UsageError(what="gathering", value="", reason="missing", candidates=known)
        raise UsageError.not_one(len(found), what="gathering", value=title or "", candidates=known)


async def organise(
    workspace: Workspace,
    gathering: Gathering,
    new: NewDebate,
    *,
    tell: Tell = quiet,
    opener: Opener = open_store,
) -> tuple[Placed, ...] | Refusal:
    """Begin a debate for each group, and send it to the store.

    The secret is kept first, so that no group is ever begun whose link could not be shown again.

    Args:
        workspace: The organiser's data folder.
        gathering: The secret, the store and how many groups.
        new: What every group debates; its title gets the number of the group.
        tell: Is told how sending goes.
        opener: Opens a store; another one in trials.

    Raises:
        StoreError: the disk refused; groups that were begun stay.
    """
    Gatherings(workspace.library.profile).keep(gathering)
    placed: list[Placed] = []
    for number in range(1, gathering.groups + 1):
        seat = workspace.begin(replace(new, title=f"{new.title} {number}"))
        if isinstance(seat, Refusal):
            return seat
        with closing(Post(workspace, seat, opener=opener)) as post:
            post.share(gathering.organiser.circle(number))
            post.add_remote(gathering.address)
            placed.append(Placed(number, seat.session.id, await post.sync(tell)))
    return tuple(placed)


async def find(
    workspace: Workspace,
    gathering: Gathering,
    *,
    tell: Tell = quiet,
    opener: Opener = open_store,
) -> tuple[Placed, ...]:
    """Fetch every group that an organiser's secret leads to, so that they can be compared.

    Groups are looked for one after the other, until three places in a row hold no debate. A store
    that knows accounts refuses us at a place that nobody made; that too is no debate.

    Raises:
        RemoteError: the store cannot be asked; what was fetched before stays.
        StoreError: the disk refused.
    """
    placed: list[Placed] = []
    refused: Unauthorised | None = None
    number = missed = 0
    while missed < GAP and number < MOST_GROUPS:
        number += 1
        circle = gathering.organiser.circle(number)
        try:
            arrived = await join(workspace, circle, gathering.address, tell=tell, opener=opener)
        except UsageError as error:
            if error.details.get("reason") != "several":
                missed += 1
                continue
            placed.append(Placed(number, None, ()))
        except Unauthorised as error:
            refused = error
            missed += 1
            continue
        else:
            placed.append(Placed(number, arrived.session, arrived.statuses))
        missed = 0
    if refused is not None and not placed:
        raise refused
    return tuple(placed)


def _gathering(document: dict[str, object]) -> Gathering:
    password = document["password"]
    return Gathering(
        organiser=Organiser(bytes.fromhex(str(document["secret"]))),
        address=Address(
            str(document["url"]),
            str(document["user"]) if document["user"] else None,
            Secret(str(password)) if password else None,
        ),
        title=str(document["title"]),
        groups=int(str(document["groups"])),
    )
