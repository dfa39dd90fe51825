"""
PostgreSQL's name of a cast's type: every expectation was read from PostgreSQL 15.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax import lexer
from pggate.translate.trees import nodes
from pggate.translate.types.cast_types import token_at, type_name
from tests.translate import duck

TYPES = (
    # name, casts
    ("text", ["'x'::text", "cast('ä' as text)", "text 'x'", "cast(cast('ä' as char) as text)", "true::text", "cast('as' as text)"]),
    ("varchar", ["'x'::varchar", "'x'::varchar(20)", "'ä'::character varying(3)", "cast(cast(1 as int) as varchar)",
                 "'x'::national character varying(3)"]),
    ("bpchar", ["'x'::char", "'x'::char(3)", "'ä'::bpchar", "'x'::national char", "'x'::character(3)"]),
    ("char", ["'x'::\"char\""]),
    ("name", ["'x'::name"]),
    ("bool", ["'t'::bool", "bool 't'", "cast('f' as boolean)", "null::bool"]),
    ("int2", ["'1'::smallint"]),
    ("int4", ["1::int", "'[1]'::int[]", "$1::int"]),
    ("int8", ["1::int8", "1::bigint"]),
    ("oid", ["1::oid", "oid '1'", "'ä'::oid"]),
    ("numeric", ["1::numeric(10,2)", "null::numeric(4,1)[]", "1::decimal"]),
    ("float4", ["'1'::real"]),
    ("float8", ["'1'::float8", "'1'::double precision"]),
    ("date", ["date '2020-01-01'", "'2020-01-01'::date"]),
    ("time", ["'10:00'::time"]),
    ("timetz", ["'10:00'::time with time zone"]),
    ("timestamp", ["timestamp '2020-01-01'"]),
    ("timestamptz", ["'2020-01-01'::timestamp with time zone", "null::timestamptz"]),
    ("interval", ["interval '1 day'"]),
    ("uuid", ["null::uuid"]),
    ("json", ["'{}'::json"]),
    ("mytype", ["'x'::MyType"]),
)  # fmt: skip


@pytest.mark.parametrize(("cast", "name"), [(one, name) for name, casts in TYPES for one in casts])
def test_types(cast: str, name: str) -> None:
    sql = f"select {cast}"
    (item,) = duck.tree(sql)["node"]["select_list"]
    assert type_name(item, sql) == name


def test_without_its_text_a_cast_is_to_text() -> None:
    (item,) = duck.tree("select 'x'::varchar(3)")["node"]["select_list"]
    assert type_name(item, "") == "text"
    assert type_name(item, "select 'x'::varchar(3)") == "varchar"


def test_of_several_casts_each_has_its_own_words() -> None:
    sql = "select 'ä'::varchar, cast('::' as char(3)), /* ß */ text 'x', 'y'::bpchar"
    items = duck.tree(sql)["node"]["select_list"]
    assert [type_name(item, sql) for item in items] == ["varchar", "bpchar", "text", "bpchar"]


def test_places_are_bytes() -> None:
    sql = "select 'ä', b"
    assert token_at(lexer.tokens(sql), sql, 7) == 1
    assert token_at(lexer.tokens(sql), sql, 13) == 3
    assert token_at(lexer.tokens(sql), sql, 8) is None
    assert token_at(lexer.tokens(sql), sql, nodes.NOWHERE) is None
