"""What is missing: proven by a chain or a facilitator, and told when anybody else says so."""

from __future__ import annotations

from debate.domain import commands as c
from debate.i18n.catalog import translator
from debate.service.examination import examine
from debate.service.examination_words import complaints, hearsay
from tests.assembly import NAMES, Assembly

EN = translator("en")


def attested(by: int, ahead: int = 3) -> Assembly:
    """Return a room in which somebody says to have seen more of the third person than is here."""
    room = Assembly(4)
    device = room.seats[2].device
    held = room.debate.state.heads[device]
    room.do(by, c.AttestHeads(heads=((device, held + ahead),)))
    return room


def test_a_facilitators_word_that_somebody_had_said_more_is_proof() -> None:
    found = examine(attested(0).session)
    (missing,) = found.missing
    assert (missing.author, missing.witness, missing.is_proven) == (NAMES[2], NAMES[0], True)
    assert (missing.first, missing.last) == (2, 4)
    assert not found.holds
    assert f"Missing of {NAMES[2]}: 2–4. {NAMES[0]} had seen them." in complaints(found, EN)[0]


def test_anybody_elses_word_is_told_and_breaks_nothing() -> None:
    found = examine(attested(1).session)
    assert found.holds
    assert complaints(found, EN) == []
    assert f"{NAMES[1]} had seen them." in hearsay(found, EN)[0]


def test_what_was_seen_and_is_here_is_not_missing() -> None:
    assert examine(attested(1, ahead=0).session).missing == ()
