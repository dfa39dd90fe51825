"""
The words of a text that may be names.
"""

from __future__ import annotations

import pytest

from pggate.session.analysis.named import identifiers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("select Relname from pg_class", {"select", "relname", "from", "pg_class"}),
        ('select "A b"."C""c" -- remark', {"select", "a b", 'c"c'}),
        ("select 't'::mood, E'it\\'s t', $1 /* t */", {"select", "mood"}),
        ('select U&"d\\0061t"', {"select", "dat"}),
    ],
)
def test_identifiers(text: str, found: set[str]) -> None:
    assert identifiers(text) == found
