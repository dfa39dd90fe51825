"""
Waiting in tests: for something that must come about, never for a time to pass.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 60.0  # seconds; no test waits as long unless something is wrong


def wait_until(fact: Callable[[], bool], patience: float = LONG) -> float:
    """
    Wait for a fact.

    Returns:
        How many seconds it took.

    Raises:
        AssertionError: It was not so within the seconds of patience.

    """
    began = time.monotonic()
    while not fact():
        assert time.monotonic() - began < patience, f"not so within {patience} s"
        time.sleep(0.002)
    return time.monotonic() - began
