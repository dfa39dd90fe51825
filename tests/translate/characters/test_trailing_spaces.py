from __future__ import annotations

import pytest

from pggate.translate.characters.trailing_spaces import trimmed


@pytest.mark.parametrize(
    ("pg", "duck"),
    [
        ("c = 'a  '", "c = 'a'"),
        ("'a  ' <= t.\"c\"", "'a' <= t.\"c\""),
        ("c in ('a ', 'b', 'c ')", "c in ('a', 'b', 'c')"),
        ("c not between 'a ' and 'b '", "c not between 'a' and 'b'"),
        ("c = '   '", "c = ''"),
        ("c = 'a ' and v = 'a '", "c = 'a' and v = 'a '"),
        ("c = 'a '::text", "c = 'a '::text"),
        ("c = 'a ' || 'b '", "c = 'a ' || 'b '"),
        ("c || 'a ' = 'a '", "c || 'a ' = 'a '"),
        ("v in ('a ') and c", "v in ('a ') and c"),
    ],
)
def test_rules(pg: str, duck: str) -> None:
    assert trimmed(pg, {"c"}).text == duck
