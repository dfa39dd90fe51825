"""
Bounds in any order.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect import betweens
from tests.translate.rules import check

TEXTS = (
    ("select 5 between symmetric 10 and 1", 'select "~between_symmetric"(5 , 10 , 1)'),
    ("select a from t where a + 1 between symmetric f(b, c) and -1 and true",
     'select a from t where "~between_symmetric"(a + 1 , f(b, c) , -1) and true'),
    ("select a from t where a not between symmetric 1 and 2 order by 1",
     'select a from t where NOT "~between_symmetric"(a , 1 , 2) order by 1'),
    ("select (x between symmetric case when a and b then 1 end and 3)",
     'select ("~between_symmetric"(x , case when a and b then 1 end , 3))'),
    ("select a between 1 and 2", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), TEXTS)
def test_symmetric(sql: str, expected: str | None) -> None:
    check(betweens.symmetric, sql, expected)
