"""
Literals that become dates, times, byte strings, arrays, numbers and booleans where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.untyped_literals import UntypedLiteral

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("select date '2020-01-01' = 'Jan 1 2020'", {("Jan 1 2020", "date")}),
        ("select * from (values (timestamp '2020-01-01'), ('2020-1-1')) v(x)", {("2020-1-1", "timestamp")}),
        ("select timestamptz '2020-01-01' < '2020-01-01 10:00'", {("2020-01-01 10:00", "timestamptz")}),
        ("select coalesce(null::interval, '1-2')", {("1-2", "interval")}),
        ("select time '10:00:00' < '10 PM'", {("10 PM", "time")}),
        (r"select null::bytea = '\x0102'", {(r"\x0102", "bytea")}),
        (
            "select [1] = '{1}', coalesce([[1]], '[1:1][1:1]={{2}}')",
            {("{1}", "INTEGER[]"), ("[1:1][1:1]={{2}}", "INTEGER[][]")},
        ),
        ("select [1] = '[1]', 'a' = '{1}'", set()),
        (
            "select {'a': 1} = '{}', map(['k'], [1]) = '{k=1}', coalesce([{'a': 1}], '[]')",
            {
                ("{}", 'STRUCT("a" INTEGER)'),
                ("{k=1}", "MAP(VARCHAR, INTEGER)"),
                ("[]", 'STRUCT("a" INTEGER)[]'),
            },
        ),
        ("select '{}'::struct(a int), cast('[]' as struct(a int)[])", set()),
        ("select 1 = '1.5', 1::smallint = ' 2'", {("1.5", "int4"), (" 2", "int2")}),
        ("select coalesce(1::bigint, 'a'), 1.5 = '1e3'", {("a", "int8"), ("1e3", "numeric")}),
        ("select 1::double = '0x10', true and 'yes'", {("0x10", "float8"), ("yes", "bool")}),
        ("select 1 = '-12', 1.5 = '2.50', 1::double = '3', true and 'f'", set()),
        (r"select null::bytea in ('a', '\x01\x02')", set()),
        (
            "select timestamp '2020-01-01' < '2020-01-01 10:00:00.5', interval '1 day' = '2 days', 'x' = 'y'",
            set(),
        ),
        (
            "select timestamp '0044-03-15 (BC) 00:00:00' = '0044-03-15 (BC) 00:00:00', date '2020-01-01' = null",
            set(),
        ),
    ],
)
def test_literals(binding: BinderCursor, sql: str, found: set[tuple[str, str]]) -> None:
    literals = binding.bind(sql).untyped_literals
    assert {(one.value, one.type_name) for one in literals} == found
    for one in literals:
        assert sql[one.location + 1 :].startswith(one.value)


def test_a_cast_that_is_tried(binding: BinderCursor) -> None:
    literals = binding.bind("select try_cast('x' as integer), cast('y' as integer)").untyped_literals
    assert {(one.value, one.is_tried) for one in literals} == {("x", True), ("y", False)}


def test_a_value() -> None:
    assert UntypedLiteral(1, "x", "date").type_name == "date"
