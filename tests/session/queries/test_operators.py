"""
Statements whose operators are worded by the types of their operands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.binder import Binder
from pggate.session.queries.operators import reworded
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.binding import BinderCursor


@pytest.fixture(scope="module")
def binder() -> Iterator[BinderCursor]:
    opened = Binder.open()
    opened.apply(['CREATE TABLE t (j JSON, "K" JSON, l INTEGER[], n INTEGER)', "CREATE TABLE s (n INTEGER)"])
    cursor = opened.cursor()
    yield cursor
    cursor.close()
    opened.close()


@pytest.mark.parametrize(
    ("sql", "kind", "expected"),
    [
        ("select j - 'a' from t", Kind.SELECT,
         "SELECT \"~jsonb_delete\"(\"~jsonb\"(j), 'a') AS \"?column?\" FROM t"),
        ("create view v as select l || 1 as x from t", Kind.CREATE_VIEW,
         "create view v as SELECT list_append(l, 1) AS x FROM t"),
        ("insert into t (l) select n || l from t", Kind.INSERT,
         'insert into t (l) SELECT list_prepend(n, l) AS "?column?" FROM t'),
        ("update t set j = j || '{}', n = n - 1 where \"K\" @> j", Kind.UPDATE,
         ("UPDATE t SET \"j\" = \"~jsonb_concat\"(\"~jsonb\"(j), \"~jsonb\"('{}')), \"n\" = (n - 1) "
          'WHERE "~jsonb_contains"("~jsonb"("K"), "~jsonb"(j))')),
        ("update t as x set j = x.j - 'a' from s where s.n = x.n", Kind.UPDATE,
         "UPDATE t as x SET \"j\" = \"~jsonb_delete\"(\"~jsonb\"(x.j), 'a') FROM s WHERE (s.n = x.n)"),
        ("delete from t using s where j @> '{}' and s.n = t.n", Kind.DELETE,
         "DELETE FROM t USING s WHERE (\"~jsonb_contains\"(\"~jsonb\"(j), \"~jsonb\"('{}')) AND (s.n = t.n))"),
        ("select n - 1 from t", Kind.SELECT, None),
        ("select n from t", Kind.SELECT, None),
        ("update t set n = n - 1", Kind.UPDATE, None),
        ("update t set j = default where j @> '{}'", Kind.UPDATE, None),
        ("update t set j = j - 'a' returning n", Kind.UPDATE, None),
        ("show server_version", Kind.SHOW, None),
    ],
)  # fmt: skip
def test_reworded(binder: BinderCursor, sql: str, kind: Kind, expected: str | None) -> None:
    assert reworded(binder, sql, kind) == expected
