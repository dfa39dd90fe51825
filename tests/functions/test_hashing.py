"""
PostgreSQL's hashes of texts, as PostgreSQL 15 has them.
"""

from __future__ import annotations

import pytest

from pggate.functions.hashing import hashtext, hashtextextended

HASHES = (
    ("", -1477818771, -6939563903564495251, -4810440664776543913),
    ("abc", -785388649, -6747756470228489321, -6886224685807247485),
    ("migrations", 331260518, 4637455633556087398, -4362319422993784536),
    ("hello world, this is a long text", -766995688, -3736280686797483240, 7024147642707493112),
)


@pytest.mark.parametrize(("text", "hashed", "extended", "seeded"), HASHES)
def test_hashes(text: str, hashed: int, extended: int, seeded: int) -> None:
    assert hashtext(text) == hashed
    assert hashtextextended(text, 0) == extended
    assert hashtextextended(text, -42) == seeded
