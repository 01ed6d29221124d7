"""What is to be done follows from what both sides hold, in every case there is."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from debate.domain.ids import SessionId
from debate.sync import plan
from debate.sync.remote import PROBE_REPLICA
from debate.trust.envelope import Document, Head, Item, extend
from debate.trust.keys import SigningKey
from tests.sync.frames import name_of

SESSION = SessionId("ab" * 16)
KEYS = [SigningKey(bytes([n]) * 32) for n in (1, 2)]
NAMES = st.builds(name_of, st.integers(0, 3), st.integers(1, 9))
SETS = st.frozensets(NAMES)


def log(key: SigningKey, sizes: list[int], head: Head | None = None) -> list[Document]:
    """Return the facts of commits of these sizes; each commit's last one is signed."""
    documents: list[Document] = []
    for size in sizes:
        items = [Item("weight.set", {"n": len(documents) + n}) for n in range(size)]
        documents += extend(head, items, key, SESSION, ["1760000000000-0000"] * size)
        head = Head(documents[-1]["n"], documents[-1]["id"])
    return documents


@given(SETS, SETS, SETS, SETS)
def test_a_round_makes_both_sides_equal(
    listed: frozenset[str], held: frozenset[str], there: frozenset[str], refused: frozenset[str]
) -> None:
    there &= held
    found = plan.plan_round(listed, held, there, refused=refused)
    assert set(found.put) == held - listed
    assert set(found.fetch) >= listed - held - refused
    assert held | set(found.fetch) | refused >= listed
    assert found.has_lost == bool(there - listed)


@given(SETS, SETS)
def test_nothing_is_done_twice(listed: frozenset[str], refused: frozenset[str]) -> None:
    found = plan.plan_round(listed, listed, listed, refused=refused)
    assert (found.fetch, found.put, found.has_lost) == ((), (), False)


def test_our_own_frames_go_first_and_each_authors_in_order() -> None:
    mine, theirs = [name_of(9, 1), name_of(9, 2)], [name_of(1, 1), name_of(1, 2)]
    found = plan.plan_round([], [*theirs, *mine], [], mine=mine)
    assert list(found.put) == [*mine, *theirs]


def test_what_is_no_frame_is_left_alone() -> None:
    odd = ["notes.txt", f"{PROBE_REPLICA}-00000001", name_of(1, 1).upper()]
    assert plan.plan_round([*odd, name_of(1, 1)], [], []).fetch == (name_of(1, 1),)


def test_what_a_store_forgot_makes_all_it_has_suspect() -> None:
    one, two = name_of(1, 1), name_of(1, 2)
    assert plan.plan_round([one], [one, two], [one, two]).fetch == (one,)


def test_names_go_in_portions() -> None:
    assert list(plan.pages("abcde", 2)) == ["ab", "cd", "e"]


@given(st.lists(st.integers(1, 5), max_size=6), st.lists(st.integers(1, 5), max_size=6), st.data())
def test_runs_hold_every_fact_once_and_end_where_somebody_signed(
    mine: list[int], theirs: list[int], data: st.DataObject
) -> None:
    documents = log(KEYS[0], mine) + log(KEYS[1], theirs)
    mixed = data.draw(st.permutations(documents))
    found = plan.runs(mixed, set())
    assert sorted(each["id"] for run in found for each in run) == sorted(
        each["id"] for each in documents
    )
    for run in found:
        assert "sig" in run[-1]
        assert len({each["a"] for each in run}) == 1
        for before, after in pairwise(run):
            assert (after["p"], after["n"]) == (before["id"], before["n"] + 1)


def test_what_frames_hold_is_not_sealed_again() -> None:
    documents = log(KEYS[0], [2, 2, 1])
    covered = {each["id"] for each in documents[:2]}
    assert plan.runs(documents, covered) == (tuple(documents[2:]),)


def test_facts_without_a_signature_wait() -> None:
    documents = log(KEYS[0], [2, 3])
    assert plan.runs(documents[:-1], set()) == (tuple(documents[:2]),)
    assert plan.runs(documents[:1], set()) == ()


def test_both_ways_of_a_log_that_forked_have_runs() -> None:
    stem = log(KEYS[0], [2])
    head = Head(2, stem[-1]["id"])
    ways = [log(KEYS[0], [size], head) for size in (1, 3)]
    found = plan.runs([*stem, *ways[0], *ways[1]], set())
    assert sorted(len(run) for run in found) in ([1, 5], [3, 3])
    assert sum(len(run) for run in found) == 6


def test_a_long_log_becomes_several_frames_between_commits() -> None:
    documents = log(KEYS[0], [150, 150, 150])
    assert [len(run) for run in plan.runs(documents, set())] == [300, 150]
    items = [Item("argument.added", {"claim": "x" * 40_000})]
    big: list[Document] = []
    for _ in range(3):
        head = Head(big[-1]["n"], big[-1]["id"]) if big else None
        big += extend(head, items, KEYS[0], SESSION, ["1760000000000-0000"])
    assert [len(run) for run in plan.runs(big, set())] == [2, 1]


def test_a_debate_cools() -> None:
    def wait(since: float, quiet: int = 0) -> float:
        return plan.wait(since_news=since, quiet=quiet, failures=0, retry_after=None)

    assert wait(0) == wait(59, 100) == 1
    assert [wait(60, quiet) for quiet in (0, 10, 20, 30, 500)] == [2, 5, 15, 30, 30]


def test_a_store_that_fails_is_left_alone_longer_and_longer() -> None:
    def wait(failures: int, retry_after: float | None = None) -> float:
        return plan.wait(since_news=0, quiet=0, failures=failures, retry_after=retry_after)

    assert [wait(n) for n in (1, 2, 3, 20)] == [2, 4, 8, 300]
    assert wait(1, 60) == 60
    assert wait(5, 1) == 32
    assert wait(1, 10_000) == 10_000


@given(st.floats(0, 300), st.floats(0, 1, exclude_max=True))
def test_questions_drift_by_a_fifth_at_most(seconds: float, chance: float) -> None:
    assert 0.8 * seconds - 1e-9 <= plan.spread(seconds, chance) <= 1.2 * seconds + 1e-9
