r"""
Patterns of SIMILAR TO, as PostgreSQL 15 makes regular expressions of them.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.functions.similar_patterns import similar_expression

PATTERNS = (
    ("a_c%", "\\", "^(?:a.c.*)$"),
    ("(b|d).^$", "\\", r"^(?:(?:b|d)\.\^\$)$"),
    (r"[a\%_]\m", "\\", r"^(?:[a\%_]\m)$"),
    ('%#"o_a#"_', "#", "^(?:.*){1,1}?(o.a){1,1}(?:.)$"),
    ("a#_", "", "^(?:a#.)$"),
)


@pytest.mark.parametrize(("pattern", "escape", "expression"), PATTERNS)
def test_expressions(pattern: str, escape: str, expression: str) -> None:
    assert similar_expression(pattern, escape) == expression


@pytest.mark.parametrize(("pattern", "escape", "code"), [("a", "##", "22019"), ('#"#"#"', "#", "2200C")])
def test_wrong_escapes(pattern: str, escape: str, code: str) -> None:
    with pytest.raises(PgError) as caught:
        similar_expression(pattern, escape)
    assert caught.value.code == code
