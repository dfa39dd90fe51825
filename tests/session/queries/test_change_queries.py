"""
UPDATE and DELETE as queries, and back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.binder import Binder
from pggate.session.queries.change_queries import editable, query, written
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.binding import BinderCursor


@pytest.fixture(scope="module")
def binder() -> Iterator[BinderCursor]:
    opened = Binder.open()
    cursor = opened.cursor()
    yield cursor
    cursor.close()
    opened.close()


@pytest.mark.parametrize(
    ("sql", "kind", "asked", "again"),
    [
        ("update t set a = 1, b = a + 2 where c", Kind.UPDATE,
         "SELECT 1, a + 2, c FROM t", 'UPDATE t SET "a" = 1, "b" = (a + 2) WHERE c'),
        ("update t as x set a = s.b from s", Kind.UPDATE,
         "SELECT s.b FROM s, t as x", 'UPDATE t as x SET "a" = s.b FROM s'),
        ("delete from t using s where a = b", Kind.DELETE,
         "SELECT a = b FROM s, t", "DELETE FROM t USING s WHERE (a = b)"),
        ("with c as (select 1 as n) update t set a = c.n from c, (s join r on s.k = r.k) where a > c.n", Kind.UPDATE,
         "with c as (select 1 as n) SELECT c.n, a > c.n FROM c, (s join r on s.k = r.k), t",
         ('WITH c AS (SELECT 1 AS n) UPDATE t SET "a" = c.n FROM c , s INNER JOIN r ON ((s.k = r.k)) '
          "WHERE (a > c.n)")),
        ("delete from t", Kind.DELETE, "SELECT 1 FROM t", "DELETE FROM t"),
    ],
)  # fmt: skip
def test_there_and_back(binder: BinderCursor, sql: str, kind: Kind, asked: str, again: str) -> None:
    change = editable(sql, kind)
    assert change is not None
    assert query(change).strip() == asked
    assert written(binder, change, binder.tree(asked)) == again


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("select 1", Kind.SELECT),
        ("update t set a = default", Kind.UPDATE),
        ("update t set (a, b) = (select 1, 2)", Kind.UPDATE),
        ("delete from t returning a", Kind.DELETE),
    ],
)
def test_what_is_left_alone(sql: str, kind: Kind) -> None:
    assert editable(sql, kind) is None
