"""
What the columns of views are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.catalog import view_columns
from pggate.catalog.metadata import column

if TYPE_CHECKING:
    from tests.catalog.conftest import World


def test_types_by_what_they_are_made_of(world: World) -> None:
    cursor = world.binder.cursor()
    cursor.execute("create temp table t (v varchar, n decimal(8,2))")
    query = (
        'select "left"(v, 2::uinteger) as cut, CAST(v AS VARCHAR) as text, sum(n) as total, n, '
        "list_value(n * 2) as numbers, count(*) as c from t group by v, n"
    )
    columns = tuple(column(at, c.name, c.duckdb_type) for at, c in enumerate(cursor.columns(query), 1))
    texts = view_columns.texts(cursor, query)
    assert texts == {1}
    found = view_columns.declared_types(columns, cursor.bind(query), texts, lambda *_: None)
    assert found == ((1043, 6), None, (1700, -1), None, (1231, -1), None)
    cursor.close()
