"""
Literals with a type, found in the text.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect import typed_literals
from pggate.translate.writing import insert

CASTS = (
    ("select 'a'::bytea", [("'a'", "bytea")]),
    ("select cast('a' as int[]), CAST(E'b' AS \"date\")", [("'a'", "int[]"), ("E'b'", "date")]),
    ("select '1'::double precision, '2'::character varying(3)[]",
     [("'1'", "double precision"), ("'2'", "character varying[]")]),
    ("select '1'::timestamp(3) with time zone, '2'::time without time zone, '3'::timestamp, '4'::timestamptz",
     [("'1'", "timestamp with time zone"), ("'2'", "time without time zone"), ("'3'", "timestamp"),
      ("'4'", "timestamptz")]),
    ("select '{{1}}'::int[][], '{}'::int array", [("'{{1}}'", "int[]"), ("'{}'", "int[]")]),
    ("select date '2024-02-29', timestamp with time zone '2024-01-01', bytea '\\x00'",
     [("'2024-02-29'", "date"), ("'2024-01-01'", "timestamp with time zone"), ("'\\x00'", "bytea")]),
    ("select 'a'::pg_catalog.bytea", [("'a'", "bytea")]),
    ("select $$a$$::bytea", [("$$a$$", "bytea")]),
    # no casts of a literal
    ("select a::bytea, 'x' as bytea, ('x')::date, b'1'::bit, t.date 'x'", []),
    ("select 'x' '::bytea'", []),
    ("select '::bytea'", []),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), CASTS)
def test_casts(sql: str, expected: list[tuple[str, str]]) -> None:
    assert [(literal.text, name) for literal, name, *_ in typed_literals.casts(sql)] == expected


NUMBER_CASTS = (
    ("select -7.1e-5::float8, (-1.5)::real, cast(+2.5 as double precision)",
     [("7.1e-5", "float8"), ("1.5", "real"), ("2.5", "double precision")]),
    ("select f(1.5)::real, 0x1f::float8, 1::real, 1.5 as real, (a - 1.5)::real", []),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), NUMBER_CASTS)
def test_number_casts(sql: str, expected: list[tuple[str, str]]) -> None:
    assert [(literal.text, name) for literal, name, *_ in typed_literals.number_casts(sql)] == expected


def test_tried() -> None:
    found = typed_literals.casts("select try_cast('a' as int), cast('b' as int), 'c'::int")
    assert [cast.is_tried for cast in found] == [True, False, False]


def test_dimensions() -> None:
    sql = "select '{}'::int, '{}'::int[][3], cast('{}' as numeric(5,2) array[4])"
    found = [cast.dimensions for cast in typed_literals.casts(sql)]
    assert [None if span is None else sql[slice(*span)] for span in found] == [None, "[][3]", "array[4]"]


INSERTS = (
    ("insert into t values ('a', 1, 'b'), ('c', f('x', 'y'), 'd')",
     [("'a'", 0), ("'b'", 2), ("'c'", 0), ("'d'", 2)]),
    ("insert into t (x, y) values (1, '{}') on conflict do nothing", [("'{}'", 1)]),
    ("insert into t values ('a'::date, array['b', 'c'], 'd' || 'e', -'1', 'z')", [("'z'", 4)]),
    ("insert into t values (('a'), [1, 'b'], 'c')", [("'c'", 2)]),
    ("insert into t values (-1.5, +.5, 1e-3, 2 - 1.5, 3)", [("1.5", 0), (".5", 1), ("1e-3", 2)]),
    ("insert into t values (array[1.5, -2e3, 4, 'x', f(1.5)], [[.5]], 7.5)", [("1.5", 0), ("2e3", 0), (".5", 1), ("7.5", 2)]),
    ("insert into t select 'a'", []),
    ("insert into t by name values ('a')", []),
    ("insert into t default values", []),
    ("insert into t values (b'1', x'2', 'c')", [("'c'", 2)]),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), INSERTS)
def test_inserted(sql: str, expected: list[tuple[str, int]]) -> None:
    found = typed_literals.inserted(sql, insert.parse(sql))
    assert [(literal.text, column) for literal, column in found] == expected


UPDATES = (
    ("update t set a = '{}', \"B\" = 'x' where c = 'y'", "t", [("'{}'", "a"), ("'x'", "B")]),
    ("update only s.t as u set a = 1, b = '2' from v where u.a = v.a", "s.t", [("'2'", "b")]),
    ("update t set a = -1.5, b = 2.5 where c = 3.5", "t", [("1.5", "a"), ("2.5", "b")]),
    ("update t set a = 'x' || 'y', b = f('z'), c = (select 'q'), d = '1'::int", "t", []),
    ("update t set (a, b) = ('x', 'y')", "t", []),
    ("select 1", "", []),
)


@pytest.mark.parametrize(("sql", "target", "expected"), UPDATES)
def test_assigned(sql: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert typed_literals.updated_table(sql) == target
    assert [(literal.text, column) for literal, column in typed_literals.assigned(sql)] == expected
