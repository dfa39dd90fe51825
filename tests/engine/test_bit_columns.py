"""
Which bit strings are bit(n), and which are bit varying.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.engine.bit_columns import BIT, UNTYPED, VARYING, Bits, bit_columns

LITERAL = "bitstring('101', 3)"
CAST = "bitstring(\"left\"('101', 2), 2)"
VARBIT = "cast(\"left\"('101', 9) as bit)"


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (f"select {LITERAL}, {CAST}, {VARBIT}", (BIT, BIT._replace(length=2), VARYING)),
        (f"select {LITERAL} & {LITERAL}, ~{VARBIT}, bit_and({CAST})", (BIT, BIT, BIT)),
        (f"select x from (values ({CAST}), ({CAST})) v(x)", (BIT._replace(length=2),)),
        (f"select x from (values ({CAST}), ({LITERAL})) v(x)", (BIT,)),
        (f"select x from (values ({LITERAL}), ({VARBIT})) v(x)", (BIT,)),
        (f"select x from (values ({VARBIT}), ({LITERAL})) v(x)", (VARYING,)),
        (f"select case when true then {LITERAL} else '1' end, coalesce(null, {CAST})", (BIT, BIT)),
        (f"select {LITERAL} union all select {VARBIT}", (BIT,)),
        (f"select [{LITERAL}], array_agg({CAST})", (BIT, BIT)),
        (
            f"with c as materialized (select {CAST} as x) select x, max(x) over () from c",
            (BIT._replace(length=2), BIT),
        ),
        ("select null::bit", (UNTYPED,)),
        (
            f"select list_transform([b], lambda x: {CAST}), list_transform([b], lambda x: cast(x as bit)) from t",
            (BIT._replace(length=2), VARYING),
        ),
        (
            f"select ([{CAST}])[1], unnest([{CAST}]), list_transform(['1'], lambda x: {CAST})[1]",
            (BIT, BIT, BIT._replace(length=2)),
        ),
        ("select b from t", (VARYING,)),
        ("select 1, 'a'", ()),
    ],
)
def test_columns(sql: str, expected: tuple[Bits, ...]) -> None:
    with duckdb.connect() as connection:
        connection.execute("create table t (b bit)")
        (written,) = connection.execute("select json_serialize_plan($1)", [sql]).fetchall()[0]
    assert bit_columns(json.loads(written)["plans"][0]) == expected
