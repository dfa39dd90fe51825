"""
Places of tokens.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax.scan import Scan
from pggate.translate.syntax.spans import span


@pytest.mark.parametrize(
    ("first", "stop", "text", "place"),
    [(0, 2, "select a", 0), (1, 2, "a", 7), (1, 1, "", 7), (4, 4, "", 16)],
)
def test_span(first: int, stop: int, text: str, place: int) -> None:
    scan = Scan("select a from t ")
    found = span(scan, first, stop)
    assert (scan.sql[slice(*found)], found.start) == (text, place)
