"""
What * stands for over joins by columns; PostgreSQL's order of them is in the transcript `joined_columns`.
"""

from __future__ import annotations

import pytest

from pggate.errors import AmbiguousColumn, DuplicateColumn
from pggate.translate.rows import joined_columns
from pggate.translate.syntax import lexer
from tests.translate import duck

KNOWN = {("a",): ("x", "id", "Y"), ("b",): ("z", "id"), ("c",): ("id", "x"), ("o",): ("k",)}
PAIRS = (
    ("select * from a join b using (id)", 'SELECT id, a.x, a."Y", b.z FROM a INNER JOIN b USING (id)'),
    ("select b.*, *, 1 as n from a right join b using (id)",
     'SELECT b.*, id, a.x, a."Y", b.z, 1 AS n FROM a RIGHT JOIN b USING (id)'),
    ("select * from a natural join c", 'SELECT x, id, a."Y" FROM a INNER JOIN c USING (x, id)'),
    ("select * from a join b using (id) join c using (x)",
     'SELECT x, a.id, a."Y", b.z, c.id FROM a INNER JOIN b USING (id) INNER JOIN c USING (x)'),
    ("select * from c, a full join b using (id)",
     'SELECT c.id, c.x, COALESCE(a.id, b.id) AS id, a.x, a."Y", b.z FROM c , a FULL JOIN b USING (id)'),
    ("select * from a t(p, id) right join b using (id), c",
     'SELECT b.id, t.p, t."Y", b.z, c.id, c.x FROM a AS t(p, id) RIGHT JOIN b USING (id) , c'),
    ("select * from a natural join o", 'SELECT a.x, a.id, a."Y", o.k FROM a , o'),
    ("select x from a natural left join o", "SELECT x FROM a LEFT JOIN o ON (CAST('t' AS BOOLEAN))"),
    ("select * from (select * from a natural join b) s join c using (id)",
     ('SELECT id, s.x, s."Y", s.z, c.x FROM (SELECT id, a.x, a."Y", b.z FROM a INNER JOIN b USING (id)) AS s'
      " INNER JOIN c USING (id)")),
    ("with w as (select * from a natural join b) select * from w join c using (id)",
     ('WITH w AS (SELECT id, a.x, a."Y", b.z FROM a INNER JOIN b USING (id))'
      'SELECT id, w.x, w."Y", w.z, c.x FROM w INNER JOIN c USING (id)')),
    ("select * from f(1) as g join b using (id)", "SELECT id, g.* EXCLUDE (id), b.z FROM f(1) AS g INNER JOIN b USING (id)"),
    # left to DuckDB
    ("select * from a join b on a.id = b.id", None),
    ("select x from a join b using (id)", None),
    ("select * exclude (x) from a join b using (id)", None),
    ("select * from a semi join b using (id)", None),
    ("select * from f(1) g natural join b", None),
    ("select * from (f(1) f cross join g(1) g) join b using (id)", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    joined_columns.edit(tree, KNOWN.get)
    same = duck.text(duck.tree(sql))
    assert duck.text(tree) == (same if expected is None else expected.replace('"Y"', "Y"))


@pytest.mark.parametrize(
    ("sql", "error", "message"),
    [
        ("select * from a join b using (id, id)", DuplicateColumn, "appears more than once in USING clause"),
        ("select * from a join b on true join c using (id)", AmbiguousColumn, "more than once in left table"),
        ("select * from c natural join (a cross join b)", AmbiguousColumn, "more than once in right table"),
    ],
)
def test_names_that_are_not_clear(sql: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        joined_columns.edit(duck.tree(sql), KNOWN.get)


@pytest.mark.parametrize(
    ("sql", "stands_free"),
    [
        ("select * from a join b using (id)", True),
        ("select 1, * from a join b using (id)", True),
        ("select distinct on (x) * from a join b using (id)", True),
        ("select x from a natural join b", True),
        ("select a.* from a join b using (id)", False),
        ("select x, count(*) from a join b using (id) group by x", False),
        ("select * from a join b on true", False),
        ("select * from a, b", False),
    ],
)
def test_stands_free(sql: str, *, stands_free: bool) -> None:
    assert joined_columns.stands_free(lexer.tokens(sql)) is stands_free
