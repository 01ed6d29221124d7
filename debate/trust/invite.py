"""What lets somebody in: a link to click or scan, and a code to say aloud.

    debate://join#<remote>/<26 characters><check>         take part
    debate://read#<remote>/<26 + 52 characters><check>    read along
    7K3F9-QXW2M-0                                         the code; the remote is said beside it

All of the secret stands after the `#`, which no program sends to a server. A code has 50 bits; it
is stretched by Argon2id with the remote for salt, about a second of work for each guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from debate.errors import UsageError
from debate.trust import crockford
from debate.trust.canonical import from_text, to_text
from debate.trust.circle import SECRET_LENGTH, Circle
from debate.trust.keys import PUBLIC_LENGTH

JOIN, READ = "debate://join#", "debate://read#"
USUAL = "kinto+https://"
"""The scheme that a link leaves out."""
USUAL_PATH = "/v1"
CODE_LENGTH = 10
"""Characters of a spoken code, beside its check."""
_SALT_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link says."""

    remote: str
    """The URL of the store."""
    circle: Circle


def link_of(circle: Circle, remote: str) -> str:
    """Return the link to a debate at a remote: to take part, or to read along."""
    if circle.join_secret is None:
        raw = circle.read_secret + from_text(circle.admission, PUBLIC_LENGTH)
        return f"{READ}{short_url(remote)}/{crockford.spell(raw)}"
    return f"{JOIN}{short_url(remote)}/{crockford.spell(circle.join_secret)}"


def read_link(text: str) -> Invitation:
    """Return what a link says.

    Raises:
        UsageError: `no-link`, when it is none; `misspelt`, when a character is wrong or missing.
    """
    text = text.strip()
    for head in (JOIN, READ):
        if text.casefold().startswith(head):
            remote, slash, code = text[len(head) :].rpartition("/")
            if not remote or not slash:
                raise UsageError(what="link", value="", reason="no-link")
            return Invitation(long_url(remote), _circle(code, is_read=head == READ))
    raise UsageError(what="link", value="", reason="no-link")


def _circle(code: str, *, is_read: bool) -> Circle:
    if not is_read:
        return Circle.of(crockford.unspell(code, SECRET_LENGTH))
    raw = crockford.unspell(code, SECRET_LENGTH + PUBLIC_LENGTH)
    return Circle(raw[:SECRET_LENGTH], to_text(raw[SECRET_LENGTH:]))


def is_link(text: str) -> bool:
    """Whether text is meant as a link, sound or not."""
    return "://" in text


def fresh_code() -> str:
    """Draw a code at random, in groups that are easy to say."""
    from debate.trust import sodium

    values = sodium.random_bytes(CODE_LENGTH)
    text = "".join(crockford.ALPHABET[value % 32] for value in values)
    return grouped(text + crockford.check_character(text))


def grouped(code: str) -> str:
    """Return a code as it is shown: groups of five and a hyphen between them."""
    return "-".join(code[start : start + 5] for start in range(0, len(code), 5))


def circle_of_code(code: str, remote: str) -> Circle:
    """Return the circle of a spoken code; it takes about a second.

    Args:
        code: As people type it.
        remote: The URL of the store, which is the salt.

    Raises:
        UsageError: `misspelt`.
    """
    from debate.trust import sodium

    clean = crockford.unchecked(code)
    if len(clean) != CODE_LENGTH:
        raise UsageError(what="link", value="", reason="misspelt")
    salt = blake2b(
        short_url(remote).encode(), digest_size=_SALT_LENGTH, person=b"debate-code-1"
    ).digest()
    return Circle.of(sodium.stretch(clean.encode(), salt, SECRET_LENGTH))


def short_url(remote: str) -> str:
    """Return a remote's URL as a link writes it: a bare host where the rest is as usual."""
    url = remote.rstrip("/")
    if url.startswith(USUAL) and url.endswith(USUAL_PATH):
        host = url[len(USUAL) : -len(USUAL_PATH)]
        if "/" not in host:
            return host
    return url


def long_url(remote: str) -> str:
    """Return the URL of what a link writes."""
    return remote if "://" in remote else f"{USUAL}{remote}{USUAL_PATH}"
