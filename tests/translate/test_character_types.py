"""
Casts to character types.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidParameterValue
from pggate.translate import character_types, tree
from pggate.translate.character_types import Shown, casts, names
from pggate.translate.tree import Need
from tests.translate import duck, rules

PAIRS = (
    (casts, "select b::varchar(3) from t", 'select b::"~char_varchar"(3) from t'),
    (casts, "select cast(b as character varying ( 3 )) from t", 'select cast(b as "~char_varchar"(3)) from t'),
    (casts, "select 1 from t where b::char = 'a'", "select 1 from t where b::\"~char_bpchar\"(1) = 'a'"),
    (casts, "select b::varchar, b::name from t", 'select b::"~char_varchar", b::"~char_name" from t'),
    (casts, "select 'a'::\"char\"", "select 'a'::\"~char_char\""),
    (casts, "select char 'abc', varchar(2) 'abc'",
     "select CAST('abc' AS \"~char_bpchar\"), CAST('abc' AS \"~char_varchar\"(2))"),
    (casts, "select n'abc'", "select CAST('abc' AS \"~char_bpchar\")"),
    (casts, "create table u (c) as select b::varchar(3) from t",
     'create table u (c) as select b::"~char_varchar"(3) from t'),
    (casts, "create table u (c varchar(3) default 'a'::varchar(3))", None),
    (casts, "select 1::oid, $1::oid, '1'::bit varying(5), '1'::bit(3), '1'::varbit",
     "select 1::\"~char_oid\", $1::oid, '1'::\"~char_varbit\"(5), '1'::bit(3), '1'::varbit"),
    (casts, "select 1 from t where a = 1::oid", None),
    (names, "select pg_client_encoding(), f(pg_client_encoding())",
     'select CAST(pg_client_encoding() AS "~char_name") AS pg_client_encoding, f(pg_client_encoding())'),
    (casts, "create view v as select b::varchar(3) from t", None),
    # who is not told of it does not mind
    (casts, "select 1 from t where b::varchar = 'a'", None),
    (casts, "select b::varchar(3)[] from t", None),
    (casts, "select name, 'varchar(3)' from t as name", None),
    (casts, "update t set b = 'abc'::varchar(2)", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("select 'a'::varchar(0)", "length for type varchar must be at least 1"),
        ("select 'a'::char(10485761)", "length for type char cannot exceed 10485760"),
    ],
)
def test_no_lengths(sql: str, message: str) -> None:
    with pytest.raises(InvalidParameterValue) as caught:
        rules.alone(casts, sql)
    assert caught.value.message == message


def edited(sql: str) -> dict[str, object]:
    text = rules.alone(casts, sql).text
    assert Need.CHARACTERS in tree.needs(text)
    found = duck.tree(text)
    character_types.edit(found)
    return found


EDITS = (
    ("select b::varchar(2) || 'x' from t", '"~char_varchar"(CAST(b AS VARCHAR), 2)'),
    ("select b::char(2) from t", '"~char_padded"(CAST(b AS VARCHAR), 2)'),
    ("select b::char(2) = 'a' from t", '"~char_bpchar"(CAST(b AS VARCHAR), 2)'),
    ("select octet_length(b::char(2)) from t", '"~char_padded"(CAST(b AS VARCHAR), 2)'),
    ("select case when a = 1 then b::char(2) end from t", '"~char_padded"(CAST(b AS VARCHAR), 2)'),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "call"), EDITS)
def test_calls(sql: str, call: str) -> None:
    assert call in duck.text(edited(sql))


def test_groups_stay_what_the_items_are() -> None:
    found = edited("select b::char(2) as x, count(*) from t group by b::char(2) order by b::char(2)")
    assert duck.text(found).count('"~char_padded"(CAST(b AS VARCHAR), 2)') == 3


COLUMNS = (
    ("select b::varchar(2), a, 'x'::name from t", [Shown("varchar", 2), None, Shown("name", None)]),
    ("select b::char(2) from t union all select 'x'", [Shown("bpchar", 2)]),
    ("select coalesce(b::char(2), b::varchar(3)) from t", [None]),
    ("select case when a = 1 then b::varchar(2) else 'x' end from t", [Shown("varchar", 2)]),
    ("select *, b::varchar(2) from t", []),
)


@pytest.mark.parametrize(("sql", "columns"), COLUMNS)
def test_columns(sql: str, columns: list[Shown | None]) -> None:
    assert list(character_types.of_columns(edited(sql))) == columns


def test_every_rule_is_tried() -> None:
    assert rules.untried(character_types, (rule for rule, _, _ in PAIRS)) == set()
