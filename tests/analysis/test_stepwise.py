"""The doubts about groups come out the same in steps as at once."""

from __future__ import annotations

import pytest

from debate.analysis.groups import find_groups
from debate.analysis.opinions import Opinions
from debate.analysis.robustness import SHUFFLES, SUBSAMPLES, shuffle_p, stability
from debate.analysis.stepwise import doubts, finished
from tests.analysis.tables import camps


@pytest.mark.parametrize("opinions", [camps(13, 9), camps(12, 6, pull=0.1, seed=5)])
def test_the_doubts_are_those_of_the_tests_at_once(opinions: Opinions) -> None:
    groups = find_groups(opinions)
    found = finished(doubts(opinions, groups))
    assert found.chance == shuffle_p(opinions, groups, SHUFFLES)
    assert found.stability == stability(opinions, groups, SUBSAMPLES)


def test_every_repetition_says_how_far_the_work_is() -> None:
    opinions = camps(12, 5)
    done = list(doubts(opinions, find_groups(opinions)))
    assert len(done) == SHUFFLES + SUBSAMPLES
    assert done == sorted(done)
    assert done[-1] == 1.0
