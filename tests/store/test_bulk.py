"""The garbage collector waits while much is read, and goes on afterwards whatever happened."""

from __future__ import annotations

import gc

import pytest

from debate.store import bulk


def test_the_collector_waits_and_goes_on() -> None:
    with bulk.reading():
        with bulk.reading():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_after_a_failure() -> None:
    with pytest.raises(OSError, match="disk"), bulk.reading():
        raise OSError("disk")
    assert gc.isenabled()


def test_a_collector_that_somebody_else_stopped_stays_so() -> None:
    gc.disable()
    try:
        with bulk.reading():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
