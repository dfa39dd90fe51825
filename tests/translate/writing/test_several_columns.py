"""
SET (a, b) = (SELECT ...); what PostgreSQL answers is in the transcript `several_columns`.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.translate.writing.several_columns import each_column, field, may_assign_parts, rows_given

GIVEN = '(SELECT "~given1"."~{}" FROM (select x, y from s) AS "~given1"("~1", "~2"))'


def test_each_column() -> None:
    sql = 'update t set (a, "B") = (select x, y from s), c = 1 where d'
    a, b = GIVEN.format(1), GIVEN.format(2)
    assert each_column(sql).text == f'update t set a = {a}, "B" = {b}, c = 1 where d'


AS_THEY_ARE = [
    "update t set a = 1",
    "update t set (a, b) = (1, 2), (c, d) = row(3, 4)",
    "update t set (a) = row(1)",
    "update t set a = 1 where (b, c) = (select x, y from s)",
    "insert into t values (1) on conflict (id) do update set n = 1 where (t.a, t.b) = (1, 2)",
    "update t set a = 1 from s where d in (1) and (e, f) = (select 1, 2)",
]


@pytest.mark.parametrize("sql", AS_THEY_ARE)
def test_as_they_are(sql: str) -> None:
    assert not each_column(sql).changed


def test_places_within_the_query() -> None:
    sql = "update t set (a, b) = (select x, nope from s)"
    made = each_column(sql)
    assert made.position(made.text.rindex("nope")) == sql.index("nope")


WRONG = [
    ("update t set (a, b) = (select x from s)", "42601", 23),
    ("update t set (a, b) = (1, 2, 3)", "42601", 23),
    ("update t set (a, b) = row(1)", "42601", 26),
    ("update t set (a) = (1)", "0A000", 21),
    ("update t set (a, b) = 1", "0A000", 23),
]


@pytest.mark.parametrize(("sql", "code", "position"), WRONG)
def test_wrong(sql: str, code: str, position: int) -> None:
    with pytest.raises(PgError) as raised:
        each_column(sql)
    assert (raised.value.code, raised.value.position) == (code, position)


@pytest.mark.parametrize(
    "sql", ["update t set (a, b) = (select * from s)", "update t set (a, b) = (select s.* from s)"]
)
def test_stars_are_not_counted(sql: str) -> None:
    assert each_column(sql).changed


def test_rows_given() -> None:
    values = {"a": GIVEN.format(1), "b": f"CAST({GIVEN.format(2)} AS TEXT)", "c": "1"}
    assert rows_given(values) == {
        '"~given1"': '(SELECT "~given1" FROM (select x, y from s) AS "~given1"("~1", "~2"))'
    }
    assert field(values["a"]) == '"~given1"."~1"'
    assert field(values["b"]) == 'CAST("~given1"."~2" AS TEXT)'
    assert field(values["c"]) is None


def test_may_assign_parts() -> None:
    assert may_assign_parts("update t set (a, b) = (1, 2)")
    assert may_assign_parts("update t set a[1] = 1")
    assert not may_assign_parts("update t set a = 1 where b = 2")
