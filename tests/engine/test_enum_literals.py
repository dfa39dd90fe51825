"""
Literals beside values of an enumerated type.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.enum_literals import EnumLiteral, read_enum_literals

MOOD = "ENUM('b', 'a', '~enum:1:2:mood')"


def literals(sql: str) -> list[EnumLiteral]:
    with duckdb.connect() as connection:
        connection.execute(f"create table t (m {MOOD}, v varchar, plain enum('b', 'a'))")
        (answer,) = connection.execute("select json_serialize_plan($1::varchar)", [sql]).fetchall()
    (plan,) = json.loads(answer[0])["plans"]
    return list(read_enum_literals(plan, sql))


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select 'ä' from t where m > 'b'", [("'b'", "b", True)]),
        ("select m from t where m = 'b'", [("'b'", "b", False)]),
        ("select m from t where 'b' <> m", [("'b'", "b", False)]),
        ("select m from t where m in ('a', 'b')", [("'a'", "a", False), ("'b'", "b", False)]),
        ("select coalesce(m, 'a') from t", [("'a'", "a", True)]),
        ("select case when v = 'q' then m else 'b' end from t", [("'b'", "b", True)]),
        ("select m from t where m between 'b' and 'a'", [("'b'", "b", True), ("'a'", "a", True)]),
        ("select m from t where m::text > 'b'", []),
        ("select m from t where cast(m as text) = 'b'", []),
        ("select m from t where m = 'b'::text", []),
        ("select m || 'b' from t where v > 'b'", []),
        ("select plain from t where plain > 'b'", []),
    ],
)
def test_beside(sql: str, expected: list[tuple[str, str, bool]]) -> None:
    text = sql.encode()
    found = [
        (text[one.location : one.location + len(one.value) + 2].decode(), one.value, one.orders)
        for one in literals(sql)
    ]
    assert found == expected
    assert all(one.duckdb_type == MOOD and not one.assigned for one in literals(sql))


@pytest.mark.parametrize(
    "sql", ["insert into t(m) values ('x')", "update t set m = 'x'", "select 'x'::" + MOOD]
)
def test_assigned(sql: str) -> None:
    assert literals(sql) == [EnumLiteral(sql.index("'x'"), "x", MOOD, assigned=True)]


def test_a_cast_that_is_tried_assigns_nothing() -> None:
    assert literals(f"select try_cast('x' as {MOOD})") == []


def test_a_cast_that_is_written_makes_its_neighbour_a_label() -> None:
    sql = f"select max(x) from (values ('a'::{MOOD}), ('b')) v (x)"
    beside = [one for one in literals(sql) if not one.assigned]
    assert beside == [EnumLiteral(sql.index("('b')") + 1, "b", MOOD, orders=True)]
