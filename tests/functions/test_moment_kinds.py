"""
Names of types.
"""

from __future__ import annotations

import pytest

from pggate.functions.moment_kinds import kind


@pytest.mark.parametrize(
    ("of_type", "name"),
    [("TIMESTAMP", "timestamp without time zone"), ("INTERVAL", "interval"), ("DATE", "date")],
)
def test_kinds(of_type: str, name: str) -> None:
    assert kind(of_type) == name
