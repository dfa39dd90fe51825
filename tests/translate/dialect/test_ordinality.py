"""
The numbers of the rows that functions return.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect import ordinality
from tests.translate.rules import alone

NUMBERED = "(SELECT generate_series, row_number() OVER () AS ordinality FROM generate_series(1, 3) )"

TEXTS = (
    ("select * from generate_series(1, 3) with ordinality", f"select * from {NUMBERED} AS generate_series"),
    ("select * from generate_series(1, 3) with ordinality t(a, n)", f"select * from {NUMBERED} t(a, n)"),
    ("select * from generate_series(1, 3) with ordinality as t", f"select * from {NUMBERED} as t"),
    ("select * from generate_series(1, 3) with ordinality where true",
     f"select * from {NUMBERED} AS generate_series where true"),
    ("select * from string_to_table(a) with ordinality s",
     "select * from (SELECT string_to_table, row_number() OVER () AS ordinality FROM string_to_table(a) ) s"),
    # nothing to be numbered
    ("select * from generate_series(1, 3) t", None),
    ("select * from unnest(x) with ordinality", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), TEXTS)
def test_numbered(sql: str, expected: str | None) -> None:
    assert alone(ordinality.numbered, sql).text == (expected or sql)
