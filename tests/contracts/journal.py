"""What every journal promises, whatever it is kept on.

An adapter is done when a test class of its own, derived from `JournalContract` with a fixture
`another` that opens one more handle on the same journal, passes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from debate.domain.journal import Journal
from debate.errors import UsageError

Another = Callable[[], Journal]

NOT_PLAIN = [
    {"a": {1, 2}},
    {"a": (1, 2)},
    {"a": float("nan")},
    {"a": float("inf")},
    {"a": b"bytes"},
    {1: "a number for a key"},
    {"a": "\ud800"},
    {"a": object()},
]


def nested(levels: int) -> dict[str, object]:
    document: dict[str, object] = {}
    for _ in range(levels - 1):
        document = {"a": document}
    return document


class JournalContract:
    """Derive from this and supply the fixture `another`."""

    @pytest.fixture
    def journal(self, another: Another) -> Journal:
        return another()

    def test_a_new_journal_is_empty(self, journal: Journal) -> None:
        assert journal.position == 0
        assert list(journal.read()) == []
        assert not journal.damage

    def test_documents_come_back_in_the_order_they_were_added(self, journal: Journal) -> None:
        journal.append([{"n": 1}, {"n": 2}])
        journal.append([{"n": 3}])
        assert list(journal.read()) == [{"n": 1}, {"n": 2}, {"n": 3}]
        assert journal.position == 3

    def test_reading_after_a_position_gives_only_what_came_later(self, journal: Journal) -> None:
        journal.append([{"n": n} for n in range(1, 6)])
        assert list(journal.read(3)) == [{"n": 4}, {"n": 5}]
        assert list(journal.read(5)) == []

    def test_adding_nothing_changes_nothing(self, journal: Journal) -> None:
        journal.append([])
        assert journal.position == 0

    def test_text_of_every_script_and_control_characters_survive(self, journal: Journal) -> None:
        document = {"t": 'ĳ “é” 日本 \U0001f600 \n\r\t\x00\u2028 \\ "', "n": [0, -1.5, None, True]}
        journal.append([document])
        assert list(journal.read()) == [document]

    def test_a_document_is_as_it_was_when_added(self, journal: Journal) -> None:
        document = {"a": [1]}
        journal.append([document])
        document["a"].append(2)
        assert list(journal.read()) == [{"a": [1]}]

    @pytest.mark.parametrize("document", NOT_PLAIN)
    def test_what_is_not_plain_json_is_refused_with_everything_beside_it(
        self, journal: Journal, document: dict[str, object]
    ) -> None:
        with pytest.raises(UsageError):
            journal.append([{"n": 1}, document])
        assert journal.position == 0
        journal.append([{"n": 1}])
        assert list(journal.read()) == [{"n": 1}]

    def test_nesting_has_a_limit_that_every_reader_can_take(self, journal: Journal) -> None:
        journal.append([nested(90)])
        for levels in (150, 1_000):
            with pytest.raises(UsageError):
                journal.append([nested(levels)])
        with pytest.raises(UsageError):
            journal.append([nested(100_000)])
        assert list(journal.read()) == [nested(90)]

    def test_another_handle_sees_what_was_added_when_it_refreshes(self, another: Another) -> None:
        ours, theirs = another(), another()
        theirs.append([{"n": 1}])
        assert ours.position == 0
        assert ours.refresh()
        assert list(ours.read()) == [{"n": 1}]
        assert not ours.refresh()

    def test_a_handle_opened_later_knows_everything(self, another: Another) -> None:
        another().append([{"n": 1}])
        assert list(another().read()) == [{"n": 1}]

    def test_a_transaction_begins_up_to_date(self, another: Another) -> None:
        ours, theirs = another(), another()
        theirs.append([{"n": 1}])
        with ours.transaction():
            assert ours.position == 1
            ours.append([{"n": 2}])
        theirs.refresh()
        assert list(theirs.read()) == [{"n": 1}, {"n": 2}]

    def test_transactions_nest(self, journal: Journal) -> None:
        with journal.transaction(), journal.transaction():
            journal.append([{"n": 1}])
        journal.append([{"n": 2}])
        assert journal.position == 2

    def test_reading_and_adding_in_a_transaction_are_one_act(self, another: Another) -> None:
        def count_up(handle: Journal) -> None:
            for _ in range(20):
                with handle.transaction():
                    known = handle.read()
                    handle.append([{"n": known[-1]["n"] + 1 if known else 1}])

        threads = [threading.Thread(target=count_up, args=(another(),)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [document["n"] for document in another().read()] == list(range(1, 61))

    def test_the_epoch_stays_while_nothing_is_taken_back(self, another: Another) -> None:
        ours, theirs = another(), another()
        epoch = ours.epoch
        theirs.append([{"n": 1}])
        ours.refresh()
        ours.append([{"n": 2}])
        assert ours.epoch == epoch

    def test_a_barrier_may_be_asked_for_at_any_time(self, journal: Journal) -> None:
        journal.barrier()
        journal.append([{"n": 1}])
        journal.barrier()
        assert journal.position == 1

    def test_closing_twice_is_harmless(self, journal: Journal) -> None:
        journal.close()
        journal.close()
