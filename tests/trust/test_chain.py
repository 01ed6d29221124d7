"""A check finds what is proven, missing, doubled or false, whatever the order of arrival."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.trust.ahead import AHEAD_LIMIT
from debate.trust.chain import check
from debate.trust.envelope import Document, Head, is_signed
from debate.trust.recheck import recheck
from debate.trust.verdict import Fork, Gap, Verdict
from tests.trust.logs import (
    KEYS,
    OTHER_SESSION,
    SESSION,
    TIME,
    bare,
    head_of,
    ids,
    log,
    resigned,
)

ANN, BEN, CAT = KEYS


judged = partial(check, session=SESSION)


# What is in order ----------------------------------------------------------------------------


@given(st.permutations([*log(ANN, 1, 3), *log(BEN, 2), *log(CAT, 1, 1)]))
def test_whole_logs_are_good_in_any_order(documents: list[Document]) -> None:
    verdict = judged(documents)
    assert verdict.is_clean
    assert list(verdict.good) == [*log(ANN, 1, 3), *log(BEN, 2), *log(CAT, 1, 1)]
    assert verdict.heads == {
        ANN.public: head_of(log(ANN, 1, 3)),
        BEN.public: head_of(log(BEN, 2)),
        CAT.public: head_of(log(CAT, 1, 1)),
    }


def test_nothing_at_all_is_in_order() -> None:
    assert judged([]).is_clean
    assert recheck([], session=SESSION) == Verdict()


def test_repeated_documents_are_free() -> None:
    documents = log(ANN, 2, 2)
    assert judged(documents * 3) == judged(documents)


def test_a_log_goes_on_from_its_head() -> None:
    first = log(ANN, 2)
    more = log(ANN, 2, head=head_of(first))
    verdict = judged(more, heads={ANN.public: head_of(first)})
    assert verdict.is_clean
    assert ids(verdict.good) == ids(more)
    assert verdict.heads == {ANN.public: head_of(more)}


def test_facts_already_held_are_neither_new_nor_remarkable() -> None:
    first = log(ANN, 1, 2)
    more = log(ANN, 1, head=head_of(first))
    known = frozenset(ids(first))
    verdict = judged([*first, *more], heads={ANN.public: head_of(first)}, known=known)
    assert verdict.is_clean
    assert ids(verdict.good) == ids(more)


def test_one_signature_of_each_author_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [*log(ANN, 1, 1, 1, 1), *log(BEN, 1, 1)]
    tried: list[str] = []

    def counted(document: Document) -> bool:
        tried.append(document["id"])
        return is_signed(document)

    monkeypatch.setattr("debate.trust.sieve.is_signed", counted)
    monkeypatch.setattr("debate.trust.recheck.is_signed", counted)
    assert judged(documents).is_clean
    assert sorted(tried) == sorted([documents[3]["id"], documents[5]["id"]])
    tried.clear()
    assert recheck(documents, session=SESSION).is_clean
    assert sorted(tried) == sorted([documents[3]["id"], documents[5]["id"]])


# What is missing -----------------------------------------------------------------------------


def test_a_gap_names_what_is_missing_and_keeps_what_follows() -> None:
    documents = log(ANN, 1, 1, 1, 1, 1)
    verdict = judged([documents[0], documents[4]])
    assert verdict.gaps == (Gap(ANN.public, 2, 4, documents[3]["id"]),)
    assert ids(verdict.good) == ids([documents[0], documents[4]])
    assert verdict.heads == {ANN.public: head_of(documents[:1])}
    assert not verdict.is_clean


def test_a_gap_at_the_start_begins_at_one() -> None:
    documents = log(ANN, 1, 1, 1)
    assert judged(documents[2:]).gaps == (Gap(ANN.public, 1, 2, documents[1]["id"]),)


def test_a_gap_that_is_filled_proves_unsigned_facts_in_it() -> None:
    documents = log(ANN, 1, 3)
    late = documents[1:3]
    held = [documents[0], documents[3]]
    alone = judged(late, heads={ANN.public: head_of(documents[:1])})
    assert ids(alone.unsigned) == ids(late)
    together = judged(
        [*held, *late], heads={ANN.public: head_of(documents[:1])}, known=frozenset(ids(held))
    )
    assert together.is_clean
    assert ids(together.good) == ids(late)
    assert together.heads == {ANN.public: head_of(documents)}


def test_facts_without_a_signature_behind_them_wait() -> None:
    documents = log(ANN, 1, 2)
    verdict = judged(documents[:2])
    assert ids(verdict.good) == ids(documents[:1])
    assert verdict.unsigned == (documents[1],)
    assert judged(documents).is_clean


# What is doubled -----------------------------------------------------------------------------


def test_a_fork_keeps_both_ways() -> None:
    stem = log(ANN, 1)
    one, two = (log(ANN, 1, 1, head=head_of(stem), note=note) for note in "xy")
    verdict = judged([*stem, *one, *two])
    assert verdict.forks == (Fork(ANN.public, 2, tuple(sorted([one[0]["id"], two[0]["id"]]))),)
    assert sorted(ids(verdict.good)) == sorted(ids([*stem, *one, *two]))
    assert verdict.gaps == ()
    assert verdict.heads[ANN.public] in {head_of(one), head_of(two)}


def test_two_beginnings_are_a_fork() -> None:
    verdict = judged([*log(ANN, 1, note="x"), *log(ANN, 1, note="y")])
    assert [fork.number for fork in verdict.forks] == [1]


def test_a_fork_of_a_fork_is_told_at_both_numbers() -> None:
    stem = log(ANN, 1)
    one, two = (log(ANN, 1, head=head_of(stem), note=note) for note in "xy")
    three, four = (log(ANN, 1, head=head_of(one), note=note) for note in "vw")
    five = log(ANN, 1, head=head_of(two), note="z")
    verdict = judged([*stem, *one, *two, *three, *four, *five])
    assert [fork.number for fork in verdict.forks] == [2, 3]


def test_a_second_way_from_before_the_head_is_a_fork() -> None:
    held = log(ANN, 1, 1, 1)
    other = log(ANN, 1, 1, head=head_of(held[:1]), note="other")
    heads = {ANN.public: head_of(held)}
    verdict = judged(other, heads=heads, known=frozenset(ids(held)))
    assert verdict.forks == (Fork(ANN.public, 2, (other[0]["id"],)),)
    assert ids(verdict.good) == ids(other)
    assert verdict.heads == heads
    assert verdict.gaps == ()


def test_another_fact_with_the_number_of_the_head_is_a_fork() -> None:
    held = log(ANN, 1, 1)
    other = log(ANN, 1, head=head_of(held[:1]), note="other")
    verdict = judged(other, heads={ANN.public: head_of(held)}, known=frozenset(ids(held)))
    both = tuple(sorted([held[1]["id"], other[0]["id"]]))
    assert verdict.forks == (Fork(ANN.public, 2, both),)


def test_a_number_that_does_not_follow_is_told() -> None:
    first = log(ANN, 1)
    jump = log(ANN, 1, head=Head(6, first[0]["id"]))
    verdict = judged([*first, *jump])
    assert verdict.misnumbered == tuple(jump)
    assert ids(verdict.good) == ids([*first, *jump])
    assert verdict.heads == {ANN.public: head_of(first)}
    assert judged(jump, heads={ANN.public: head_of(first)}).misnumbered == tuple(jump)


def test_a_fact_cannot_follow_or_prove_another_authors() -> None:
    anns = [bare(document) for document in log(ANN, 1)]
    bens = log(BEN, 1, head=head_of(anns))
    verdict = judged([*anns, *bens])
    assert verdict.misnumbered == tuple(bens)
    assert verdict.unsigned == tuple(anns)
    assert ids(verdict.good) == ids(bens)


# What is false -------------------------------------------------------------------------------


def test_content_that_was_changed_is_told() -> None:
    good, changed = log(ANN, 1, 1)
    changed = {**changed, "d": {"text": "forged"}}
    verdict = judged([good, changed])
    assert verdict.bad_ids == (changed,)
    assert ids(verdict.good) == [good["id"]]


def test_content_without_canonical_form_is_told() -> None:
    (document,) = log(ANN, 1)
    document = {**document, "d": {"weight": 0.5}}
    assert judged([document]).bad_ids == (document,)


def test_a_fact_in_anothers_name_is_not_proven() -> None:
    (document,) = log(ANN, 1)
    forged = resigned(document, BEN, d={"text": "forged"})
    verdict = judged([forged])
    assert verdict.bad_signatures == (forged,)
    assert verdict.good == verdict.unsigned == ()


def test_a_false_signature_falls_back_on_an_older_true_one() -> None:
    documents = log(ANN, 1, 1, 1)
    false = {**documents[2], "sig": documents[1]["sig"]}
    verdict = judged([*documents[:2], false])
    assert ids(verdict.good) == ids(documents[:2])
    assert verdict.bad_signatures == (false,)


@pytest.mark.parametrize("signature", ["", "not base64url", "A" * 86, "A" * 87])
def test_a_signature_that_is_none_is_false(signature: str) -> None:
    (document,) = log(ANN, 1)
    false = {**document, "sig": signature}
    assert judged([false]).bad_signatures == (false,)


def test_of_two_copies_the_truly_signed_one_is_kept() -> None:
    first, second = log(ANN, 1, 1)
    false = {**first, "sig": second["sig"]}
    for documents in ([false, first], [first, false], [false, bare(first), first]):
        verdict = judged(documents)
        assert verdict.good == (first,)
        assert verdict.bad_signatures == (false,)
        assert judged([*documents, second]).good == (first, second)


def test_a_falsely_signed_copy_beside_a_bare_one_leaves_the_bare_one_waiting() -> None:
    first, second = log(ANN, 1, 1)
    false = {**first, "sig": second["sig"]}
    verdict = judged([false, bare(first)])
    assert (verdict.unsigned, verdict.bad_signatures) == ((bare(first),), (false,))
    covered = judged([false, {**first, "sig": "x"}, second])
    assert covered.good == (bare(first), second)
    assert len(covered.bad_signatures) == 2


def test_another_sessions_facts_are_told() -> None:
    (document,) = log(ANN, 1)
    foreign = resigned(document, ANN, s=OTHER_SESSION)
    verdict = judged([document, foreign])
    assert verdict.wrong_session == (foreign,)
    assert verdict.good == (document,)


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"n": 0},
        {"n": True},
        {"n": 2**53},
        {"n": "1"},
        {"n": 2},
        {"p": "x" * 43},
        {"v": 0},
        {"d": []},
        {"a": "short"},
        {"id": None},
        {"s": "F" * 32},
        {"t": "1760000000000"},
        {"t": "1760000000000-0000\n"},
        {"k": "Note made"},
        {"k": "k" * 65},
        {"sig": None},
    ],
    ids=str,
)
def test_what_is_no_envelope_is_told(change: dict[str, Any]) -> None:
    (document,) = log(ANN, 1)
    assert judged([{**document, **change}]).malformed == ({**document, **change},)


@pytest.mark.parametrize("thing", [None, 1, "text", [], {}, {1: 2}])
def test_what_is_no_document_at_all_is_told(thing: object) -> None:
    assert judged([thing]).malformed == (thing,)


def test_a_thing_that_cannot_be_written_is_told_too() -> None:
    thing = {"d": {1, 2}}
    assert judged([thing, thing]).malformed == (thing,)


def test_a_time_more_than_a_day_ahead_is_told_and_kept() -> None:
    documents = log(ANN, 1)
    assert judged(documents, now=TIME - AHEAD_LIMIT).is_clean
    early = judged(documents, now=TIME - AHEAD_LIMIT - 1)
    assert early.ahead == early.good == tuple(documents)


def test_a_journal_that_goes_on_from_heads_is_clean() -> None:
    first, other = log(ANN, 2), log(BEN, 1)
    more = log(ANN, 1, head=head_of(first))
    heads = {ANN.public: head_of(first), BEN.public: head_of(other)}
    verdict = recheck(more, heads, session=SESSION)
    assert verdict.good == tuple(more)
    assert verdict.heads == {**heads, ANN.public: head_of(more)}


def test_a_journal_whose_text_was_changed_by_hand_is_told() -> None:
    documents = log(ANN, 1, 1)
    documents[0] = {**documents[0], "d": {"text": "never said"}}
    verdict = recheck(documents, session=SESSION)
    assert verdict.bad_ids == (documents[0],)
    assert [gap.last for gap in verdict.gaps] == [1]
