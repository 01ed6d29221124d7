"""Six words tell whether two people hold the same facts."""

from __future__ import annotations

from debate.trust.chain import check
from debate.trust.digest import WORDS, digest
from tests.trust.logs import KEYS, OTHER_SESSION, SESSION, log

ANN, BEN, _ = KEYS


def test_the_words_are_256_and_short() -> None:
    assert len(WORDS) == len(set(WORDS)) == 256
    assert {len(word) for word in WORDS} == {4}


def test_the_same_facts_give_the_same_words_in_any_order() -> None:
    documents = [*log(ANN, 2), *log(BEN, 1)]
    here, there = check(documents, session=SESSION), check(documents[::-1], session=SESSION)
    assert digest(SESSION, here.heads) == digest(
        SESSION, dict(sorted(there.heads.items(), reverse=True))
    )
    assert len(digest(SESSION, here.heads)) == 6


def test_one_fact_more_or_another_session_gives_other_words() -> None:
    less, more = (check(log(ANN, *commits), session=SESSION).heads for commits in ([1], [1, 1]))
    words = {digest(SESSION, less), digest(SESSION, more), digest(SESSION, {})}
    assert len({*words, digest(OTHER_SESSION, less)}) == 4


def test_the_words_are_what_they_always_were() -> None:
    assert " ".join(digest(SESSION, {})) == "doma rosa kira dora kifa kara"
