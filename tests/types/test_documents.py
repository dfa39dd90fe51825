"""
Structures as JSON: to_json of PostgreSQL 15.18 (TimeZone Europe/Berlin) for the leaves.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.types import documents
from pggate.types.duck import travels_as
from pggate.types.ducktype import parse

ZONE = ZoneInfo("Europe/Berlin")


@cache
def engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def written(expression: str, parameters: list[Any] | None = None) -> list[str | None]:
    query = f"select {expression} as x"
    duckdb_type = str(engine().execute(f"select typeof(x) from ({query})", parameters).fetchall()[0][0])
    carrier = travels_as(duckdb_type)
    if carrier:
        query = f"select x::{carrier} as x from ({query})"
    # Between two other rows: an export is rarely one whole array.
    query = f"(select null as x) union all ({query}) union all (select null)"
    array = engine().execute(query, parameters).to_arrow_reader().read_next_batch().column(0)
    cells = documents.cells(parse(duckdb_type), array[1:2], ZONE).to_pylist()
    return [None if cell is None else cell.decode() for cell in cells]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("true", "true"),
        ("9223372036854775807", "9223372036854775807"),
        ("-0.0::double", "-0"),
        ("1e20::double", "1e+20"),
        ("'nan'::double", '"NaN"'),
        ("'-inf'::float", '"-Infinity"'),
        ("1.50::decimal(4, 2)", "1.50"),
        ("'12345678901234567890123456789'::hugeint", "12345678901234567890123456789"),
        ("chr(1) || 'a\"\\/é' || chr(127)", '"\\u0001a\\"\\\\/é\x7f"'),
        ("timestamptz '2020-01-01 00:00:00+00'", '"2020-01-01T01:00:00+01:00"'),
        ("timestamptz '1850-01-01 00:00:00+00'", '"1850-01-01T00:53:28+00:53:28"'),
        ("timestamptz '2020-01-01 00:00:00-05'", '"2020-01-01T06:00:00+01:00"'),
        ("timestamp '0044-03-15 (BC) 12:00:00.5'", '"0044-03-15T12:00:00.5 BC"'),
        ("timestamp 'infinity'", '"infinity"'),
        ("date '-infinity'", '"-infinity"'),
        ("time '24:00:00'", '"24:00:00"'),
        ("interval '1 day 2 hours'", '"1 day 02:00:00"'),
        ("'12:00:00+01'::timetz", '"12:00:00+01"'),
        ("'\\x00\\xff'::blob", '"\\\\x00ff"'),
        ("'{\"b\":  1}'::json", '{"b":  1}'),
        ("'a'::enum('a', 'b')", '"a"'),
        ("null::integer", "null"),
        ("null::json", "null"),
        ("[1, null]", "[1,null]"),
        ("[[1], [], null]", "[[1],[],null]"),
        ("{'x': {'y': [true]}}", '{"x":{"y":[true]}}'),
        ("map {'k': 1, 'l\"': null}", '{"k":1,"l\\"":null}'),
        ("map {1: 'x'}", '{"1":"x"}'),
        ("map {{'a': 1}: 2}", '{"{\\"a\\":1}":2}'),
        ("map {}::map(varchar, integer)", "{}"),
        ("union_value(n := 1)::union(n integer, s varchar)", '{"n":1}'),
        ("'t'::union(n integer, s varchar)", '{"s":"t"}'),
        ("null::union(n integer, s varchar)", "null"),
    ],
)
def test_leaves_and_nests(expression: str, text: str) -> None:
    assert written(f"{{'a b': {expression}}}") == [f'{{"a b":{text}}}']
    if not text.startswith("null"):
        assert written(f"[{{'q\"': {expression}}}]") == [f'[{{"q\\"":{text}}}]']


def test_fields_without_names() -> None:
    assert written("row(1, 'x')") == ['{"f1":1,"f2":"x"}']


@pytest.mark.parametrize("type_", ["struct(a integer)", "map(varchar, integer)", "struct(a integer)[]"])
def test_null_stays_null(type_: str) -> None:
    assert written(f"null::{type_}") == [None]


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_any_text_is_valid_json(text: str) -> None:
    (document,) = written("{'a': $1}", [text])
    assert document is not None
    assert json.loads(document) == {"a": text}
