"""
Fields as what an UPDATE assigns.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.translate.rows.field_updates import refuse_inserted
from pggate.translate.syntax import lexer
from pggate.translate.tokens import Names, apply
from pggate.translate.types.composite_names import CompositeNames
from pggate.types import table
from pggate.types.composites import struct_fields
from pggate.types.table import PgField, PgType

ADDR = PgType(
    "addr",
    70,
    71,
    -1,
    "addr",
    'STRUCT("a" INTEGER, "b" VARCHAR)',
    fields=(PgField("a", table.INT4), PgField("b", table.TEXT)),
)
DEEP = PgType(
    "deep",
    74,
    75,
    -1,
    "deep",
    'STRUCT("x" STRUCT("a" INTEGER, "b" VARCHAR), "k" INTEGER)',
    fields=(PgField("x", ADDR), PgField("k", table.INT4)),
)
ROW = PgType(
    "p",
    72,
    73,
    -1,
    "p",
    f'STRUCT("id" INTEGER, "home" {ADDR.duckdb}, "deep" {DEEP.duckdb})',
    fields=(PgField("id", table.INT4), PgField("home", ADDR), PgField("deep", DEEP)),
)
TYPES = {("p",): ROW, ("s", "p"): ROW}
NAMES = Names(composites=CompositeNames(frozenset({"p"}), TYPES.get, struct_fields=struct_fields))
STRUCT = 'STRUCT("a" INTEGER, "b" VARCHAR)'


@pytest.mark.parametrize(
    ("pg", "duck"),
    [
        (
            "update p set home.a = 1 where id = 2",
            f'update p set "home" = CAST(struct_pack("a" := 1, "b" := ("p"."home")."b") AS {STRUCT}) where id = 2',
        ),
        (
            "update only s.p as x set id = 3, home.b = 'q', home.a = id + (1), id = 4",
            (
                'update only s.p as x set id = 3, "home" = CAST(struct_pack("b" := \'q\', "a" := id + (1))'
                f" AS {STRUCT}), id = 4"
            ),
        ),
        (
            "update p set deep.x.a = 1",
            (
                'update p set "deep" = CAST(struct_pack("x" := CAST(struct_pack("a" := 1,'
                f' "b" := (("p"."deep")."x")."b") AS {STRUCT}), "k" := ("p"."deep")."k") AS {DEEP.duckdb})'
            ),
        ),
        (
            (
                "with w as (select 1) merge into p as x using w on true when matched and w.a then update set home.a = 1"
                " when matched then update set home.b = 'q', id = 2"
            ),
            (
                "with w as (select 1) merge into p as x using w on true when matched and w.a then update set"
                f' "home" = CAST(struct_pack("a" := 1, "b" := ("x"."home")."b") AS {STRUCT})'
                " when matched then update set"
                f' "home" = CAST(struct_pack("b" := \'q\', "a" := ("x"."home")."a") AS {STRUCT}), id = 2'
            ),
        ),
        ("update p set id = x.a from x", "update p set id = x.a from x"),
        ("update q set home.a = 1", "update q set home.a = 1"),
    ],
)
def test_assignments(pg: str, duck: str) -> None:
    assert apply(pg, NAMES).text == duck


@pytest.mark.parametrize(
    ("sql", "sqlstate", "message"),
    [
        (
            "update p set home.nope = 1",
            "42703",
            'cannot assign to field "nope" of column "home" because there is no such column in data type addr',
        ),
        (
            "update p set deep.k.z = 1",
            "42804",
            'cannot assign to field "z" of column "k" because its type integer is not a composite type',
        ),
        (
            "update p set deep.x.a = 1, deep.x.b = 'q'",
            "0A000",
            'fields of a field of column "deep" are not assigned side by side',
        ),
        ("update p set nope.a = 1", "42703", 'column "nope" of relation "p" does not exist'),
        (
            "update p set id.a = 1",
            "42804",
            'cannot assign to field "a" of column "id" because its type integer is not a composite type',
        ),
        (
            "update p set home.a = 1, id = 2, home.b = 'x'",
            "0A000",
            'fields of column "home" are not assigned side by side',
        ),
        (
            "insert into p (id, home.a) values (1, 2)",
            "0A000",
            'a field of column "home" cannot be inserted by itself',
        ),
        *(
            (sql, "0A000", 'an element of column "tags" cannot be inserted by itself')
            for sql in (
                "insert into p (id, tags[1]) values (1, 2)",
                "insert into public.p as x (tags['a'], id) select 1, 2",
                "with x as (select 1) insert into \"p\" (id, tags [2:3]) values (1, '{}')",
                "with i as (insert into q values (1.5)), x as (insert into p(tags[1]) select 1) select 1",
                "merge into p using q on true when not matched then insert (id, tags[1]) values (1, 2)",
            )
        ),
    ],
)
def test_refused(sql: str, sqlstate: str, message: str) -> None:
    with pytest.raises(PgError) as raised:
        apply(sql, NAMES)
    assert (raised.value.code, raised.value.message) == (sqlstate, message)


@pytest.mark.parametrize(
    "sql",
    [
        "insert into p values (1.5, (2.5))",
        "insert into p (select a.b, c[1] from a)",
        "insert into p (id) values (array[1, 2])",
        "insert into p (id, home) select x.a[1], x.b from x",
        "merge into p using q on true when not matched then insert values (q.a, q.b[1])",
    ],
)
def test_whole_columns_are_inserted(sql: str) -> None:
    assert list(refuse_inserted(lexer.tokens(sql))) == []
