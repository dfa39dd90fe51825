"""
Aliases of joins in parentheses.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect import joined_aliases
from tests.translate.rules import check

TEXTS = (
    ("select x from (a join b using (id)) as k(x, y)", "select x from (SELECT * FROM a join b using (id)) as k(x, y)"),
    ("select k.x from (a cross join b) k", "select k.x from (SELECT * FROM a cross join b) k"),
    ('select "K".x from c join (a join b on true) "K" on true',
     'select "K".x from c join (SELECT * FROM a join b on true) "K" on true'),
    ("select j.x from ((a join b using (id)) join c using (id)) j",
     "select j.x from (SELECT * FROM (a join b using (id)) join c using (id)) j"),
    ("select k.x from c, (a natural join b) k", "select k.x from c, (SELECT * FROM a natural join b) k"),
    # an alias that nobody reads, none at all, and what is no join
    ("select * from (a join b using (id)) k", None),
    ("select * from (a join b using (id)) where true", None),
    ("select * from (a join b using (id)) join c using (id)", None),
    ("select k.x from (select * from a join b using (id)) k", None),
    ("select f((select 1 from a join b on true)) k, k from c", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), TEXTS)
def test_queries(sql: str, expected: str | None) -> None:
    check(joined_aliases.queries, sql, expected)
