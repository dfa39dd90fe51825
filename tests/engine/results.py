"""
What the tests of results are made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pggate.engine.result import Result

NUMBERS = "SELECT i FROM range(1, {}) t(i)"


def count(result: Result) -> int:
    return sum(batch.num_rows for batch in result.batches())
