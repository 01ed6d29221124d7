"""Times go up, whatever the wall clock does and whatever is seen."""

from __future__ import annotations

import re
import threading
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from debate.service.clock import COUNTER_LIMIT, Clock
from debate.trust.ahead import AHEAD_LIMIT

walls = st.integers(0, 10**13 - 1)


@given(st.lists(walls, min_size=1, max_size=50))
def test_times_go_up_when_the_wall_clock_jumps_about(readings: list[int]) -> None:
    clock = Clock(wall=iter(readings).__next__)
    times = [clock.now() for _ in readings]
    assert all(earlier < later for earlier, later in pairwise(times))
    assert all(re.fullmatch(r"\d{13}-\d{4}", time) for time in times)


def test_a_time_shows_the_wall_clock_while_it_runs_well() -> None:
    clock = Clock(wall=iter([1_760_000_000_000, 1_760_000_000_000, 1_760_000_000_001]).__next__)
    assert [clock.now(), clock.now(), clock.now()] == [
        "1760000000000-0000",
        "1760000000000-0001",
        "1760000000001-0000",
    ]


@given(walls, st.integers(-AHEAD_LIMIT, AHEAD_LIMIT))
def test_what_follows_a_seen_time_is_later(wall: int, ahead: int) -> None:
    clock = Clock(wall=lambda: wall)
    seen = f"{min(max(wall + ahead, 0), 10**13 - 2):013d}-0007"
    clock.see(seen)
    assert clock.now() > seen


def test_a_clock_of_another_that_runs_days_ahead_is_not_followed() -> None:
    clock = Clock(wall=lambda: 1_760_000_000_000)
    clock.see(f"{1_760_000_000_000 + AHEAD_LIMIT + 1}-0000")
    assert clock.now() == "1760000000000-0000"


def test_of_several_times_the_latest_that_can_be_is_followed() -> None:
    clock = Clock(wall=lambda: 1_760_000_000_000)
    wrong = f"{1_760_000_000_000 + AHEAD_LIMIT + 1}-0000"
    clock.see("1760000000500-0001", wrong, "1760000000900-0003", "1760000000100-0000")
    assert clock.now() == "1760000000900-0004"
    clock.see()
    assert clock.now() == "1760000000900-0005"


def test_a_full_counter_borrows_from_the_next_millisecond() -> None:
    clock = Clock(wall=lambda: 1)
    times = [clock.now() for _ in range(COUNTER_LIMIT + 1)]
    assert times[-2:] == ["0000000000001-9999", "0000000000002-0000"]


def test_two_threads_never_get_the_same_time() -> None:
    clock = Clock(wall=lambda: 5)
    times: list[str] = []

    def take() -> None:
        times.extend([clock.now() for _ in range(500)])

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(times)) == 2000
