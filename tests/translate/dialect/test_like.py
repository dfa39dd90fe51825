r"""
LIKE with PostgreSQL's backslash.
"""

from __future__ import annotations

import duckdb
import pytest

from pggate.translate import tokens
from pggate.translate.tokens import Names
from tests.translate import duck

NAMES = Names(frozenset({"pggate"}), "pggate")
E = r" ESCAPE '\'"

TEXTS = (
    (r"select a like 'x\_' from t", rf"select a like 'x\_'{E} from t"),
    (r"select a not ilike E'x\\_' and b from t", rf"select a not ilike E'x\\_'{E} and b from t"),
    (r"select a like lower('x\_' || 'y') || '%' or b from t", rf"select a like lower('x\_' || 'y') || '%'{E} or b from t"),
    (r"select a like ('x\%'), b from t", rf"select a like ('x\%'){E}, b from t"),
    (r"select a like 'x\_'::text[1] from t", rf"select a like 'x\_'::text[1]{E} from t"),
    ("select a like $1 from t", f"select a like $1{E} from t"),
    ("select a like b.c from t", f"select a like b.c{E} from t"),
    ("select a like b || '%' from t", f"select a like b || '%'{E} from t"),
    ("select (a like $1::text) from t", f"select (a like $1::text{E}) from t"),
    (r"select case when a like '\a' then 1 end from t", rf"select case when a like '\a'{E} then 1 end from t"),
    # nothing that escapes
    ("select a like 'x_%' from t", None),
    ("select a ilike lower('x%') || 'y' from t", None),
    ("select a like 'x'::text from t", None),
    (r"select a like 'x\_' escape '#' from t", None),
    (r"select a like $1 escape '' from t", None),
    (r"select '\', a like 'x' from t", None),
    ("create table u (like t)", 'create table u ("~declared4" INTEGER)'),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), TEXTS)
def test_escapes(sql: str, expected: str | None) -> None:
    rewritten = tokens.apply(sql, NAMES)
    assert rewritten.text == (expected or sql)


MATCHES = (
    # text, pattern, as PostgreSQL 15 has it
    ("a_b", r"a\_b", True),
    ("axb", r"a\_b", False),
    ("50%", r"50\%", True),
    ("a\\b", r"a\\b", True),
    ("a\\b", r"a\b", False),
    ("ab", r"a\b", True),
)


@pytest.mark.parametrize(("text", "pattern", "matches"), MATCHES)
@pytest.mark.parametrize("operator", ["like", "ilike"])
def test_what_matches(text: str, pattern: str, operator: str, matches: bool) -> None:
    sql = tokens.apply(
        f"select '{text}' {operator} '{pattern}', not '{text}' not {operator} '{pattern}'", NAMES
    ).text
    assert duckdb.execute(sql).fetchone() == (matches, matches)
    assert duck.parses(sql)
