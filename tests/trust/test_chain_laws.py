"""Laws of a check: no order, no loss, no forgery, and what is proven stays proven."""

from __future__ import annotations

import random
from functools import partial
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from debate.trust.canonical import fact_id
from debate.trust.chain import check
from debate.trust.envelope import Document, body_of
from debate.trust.recheck import recheck
from debate.trust.verdict import Verdict
from tests.trust.logs import KEYS, SESSION, bare, head_of, ids, log

ANN, BEN, _ = KEYS

judged = partial(check, session=SESSION)


def everything(verdict: Verdict) -> list[Any]:
    """Return every document that a verdict speaks of as come, not as proven."""
    return [
        *verdict.unsigned,
        *verdict.bad_ids,
        *verdict.bad_signatures,
        *verdict.wrong_session,
        *verdict.malformed,
    ]


@st.composite
def arrivals(draw: st.DrawFn) -> list[Any]:
    """Draw what a bad network and a bad neighbour could make of some logs."""
    pool: list[Any] = [1, {"a": 1}]
    for key in KEYS:
        commits = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
        documents = log(key, *commits)
        cut = draw(st.integers(0, len(documents)))
        head = head_of(documents[:cut]) if cut else None
        pool += [
            *documents,
            *log(key, *draw(st.lists(st.integers(1, 2), max_size=2)), head=head, note="b"),
        ]
    drawn = draw(st.lists(st.sampled_from(pool), max_size=25))
    spoils = st.sampled_from(["keep", "bare", "sig", "data", "number"])
    return [_spoilt(document, draw(spoils)) for document in drawn]


def _spoilt(document: object, spoil: str) -> object:
    if not isinstance(document, dict) or "id" not in document or spoil == "keep":
        return document
    if spoil == "bare":
        return bare(document)
    changes: dict[str, dict[str, object]] = {
        "sig": {"sig": "A" * 86},
        "data": {"d": {}},
        "number": {"n": document["n"] + 1},
    }
    return {**document, **changes[spoil]}


@given(arrivals(), st.randoms(use_true_random=False))
def test_the_outcome_does_not_depend_on_the_order(
    documents: list[Any], shuffler: random.Random
) -> None:
    shuffled = [*documents, *documents[:3]]
    shuffler.shuffle(shuffled)
    assert judged(shuffled) == judged(documents)


@given(arrivals())
def test_no_document_is_lost(documents: list[Any]) -> None:
    verdict = judged(documents)
    proven = set(ids(verdict.good))
    odd = everything(verdict)
    for document in documents:
        is_good = type(document) is dict and document.get("id") in proven
        assert is_good or document in odd


@given(arrivals())
def test_every_good_fact_has_its_own_content_once(documents: list[Any]) -> None:
    good = judged(documents).good
    assert all(fact_id(body_of(fact)) == fact["id"] for fact in good)
    assert len(set(ids(good))) == len(good)


@given(arrivals(), st.integers(0, 25))
def test_more_documents_never_unprove_a_fact(documents: list[Any], cut: int) -> None:
    before = set(ids(judged(documents[:cut]).good))
    assert before <= set(ids(judged(documents).good))


@settings(max_examples=50)
@given(arrivals())
def test_checking_ones_own_journal_comes_to_the_same(documents: list[Any]) -> None:
    assert recheck(documents, session=SESSION) == check(documents, session=SESSION)


@given(st.permutations([*log(ANN, 2, 1), *log(BEN, 1, 2)]))
def test_a_journal_in_any_order_of_authors_is_clean(documents: list[Document]) -> None:
    verdict = recheck(documents, session=SESSION)
    assert verdict.is_clean
    assert sorted(ids(verdict.good)) == sorted(ids(documents))
