"""Stages have limits of time, also in the threads that tasks run in."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from flows.stages import TookTooLong, at_most


def wait_for_ever() -> None:
    """Do what a source does that never answers."""
    with at_most(0.1, "Finding the documents"):
        while True:
            Event().wait(0.01)


def test_a_stage_that_goes_on_is_ended_in_a_thread_and_says_which_it_was() -> None:
    told = "Finding the documents took more than .* and was ended"
    with ThreadPoolExecutor(1) as threads, pytest.raises(TookTooLong, match=told):
        threads.submit(wait_for_ever).result()


def test_what_times_out_within_a_stage_is_not_taken_for_its_limit() -> None:
    with pytest.raises(TimeoutError, match="no answer"), at_most(60, "Finding the documents"):
        raise TimeoutError("no answer")
