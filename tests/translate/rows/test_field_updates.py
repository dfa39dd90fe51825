"""
Fields as what an UPDATE assigns.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.translate.tokens import Names, apply
from pggate.translate.types.composite_names import CompositeNames
from pggate.types import table
from pggate.types.composites import struct_fields
from pggate.types.table import PgField, PgType

ADDR = PgType("addr", 70, 71, -1, "addr", "", fields=(PgField("a", table.INT4), PgField("b", table.TEXT)))
ROW = PgType(
    "p",
    72,
    73,
    -1,
    "p",
    'STRUCT("id" INTEGER, "home" STRUCT("a" INTEGER, "b" VARCHAR))',
    fields=(PgField("id", table.INT4), PgField("home", ADDR)),
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
    ],
)
def test_refused(sql: str, sqlstate: str, message: str) -> None:
    with pytest.raises(PgError) as raised:
        apply(sql, NAMES)
    assert (raised.value.code, raised.value.message) == (sqlstate, message)
