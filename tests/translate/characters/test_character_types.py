"""
Casts to character types.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidParameterValue
from pggate.translate.characters import character_types
from pggate.translate.characters.character_types import casts, names
from tests.translate import rules

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
    (casts, "select 1::oid, $1::oid", 'select 1::"~char_oid", $1::oid'),
    (casts, "select '1'::bit varying(5), '1'::varbit", "select '1'::\"~char_varbit\"(5), '1'::\"~char_varbit\""),
    (casts, "select '1'::bit(3), '1'::bit, bit '1', x::bit(3)[]",
     "select '1'::\"~char_bit\"(3), '1'::\"~char_bit\"(1), CAST('1' AS \"~char_bit\"), x::\"~char_bit\"(3)[]"),
    (casts, "select 1 from t where a = 1::oid", None),
    (names, "select pg_client_encoding(), f(pg_client_encoding())",
     'select CAST(pg_client_encoding() AS "~char_name") AS pg_client_encoding, f(pg_client_encoding())'),
    (casts, "create view v as select b::varchar(3), b::bpchar, n'a', b::char(3)[] from t",
     'create view v as select b::"~char_varchar"(3), b::bpchar, n\'a\', b::char(3)[] from t'),
    # who is not told of it does not mind
    (casts, "select 1 from t where b::varchar = 'a'", None),
    (casts, "select b::varchar(3)[] from t", 'select b::"~char_varchar"(3)[] from t'),
    (casts, "select 1 from t where b = '[]'::varchar[]", None),
    (casts, "select name, 'varchar(3)' from t as name", None),
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


def test_every_rule_is_tried() -> None:
    assert rules.untried(character_types, (rule for rule, _, _ in PAIRS)) == set()


@pytest.mark.parametrize("lock", ["for update", "for no key update"])
def test_a_lock_is_no_change(lock: str) -> None:
    assert rules.alone(casts, f"select b::varchar(3) from t {lock}").text == (
        f'select b::"~char_varchar"(3) from t {lock}'
    )
