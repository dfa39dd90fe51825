"""
Literals: what stands between PostgreSQL's quotes, and what DuckDB has to be given for it.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidTextRepresentation, PgError
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.dialect import literals
from pggate.translate.dialect.literals import (
    array_literals,
    bit_strings,
    continued_strings,
    crowded_quotes,
    interval_precisions,
    unicode_escapes,
)
from tests.translate import duck, rules

CROWD = 10_000

PAIRS = (
    # rule, PostgreSQL's, DuckDB's; None: untouched
    (unicode_escapes, r"select U&'d\0061t''s' as U&" + r'"d\0061ta"', "select 'dat''s' as \"data\""),
    (unicode_escapes, "select U&'d!0061' uescape '!', u&'!'", "select 'da', '!'"),
    (unicode_escapes, r"select U&'\D83D\DE00', U&'\\0061'", "select '😀', '\\0061'"),
    (unicode_escapes, r'select 1 as U&"a\0022b"', 'select 1 as "a""b"'),
    (unicode_escapes, r"select '\0061'", None),
    (bit_strings, "select B'101', x'1f', b''", "select bitstring('101', 3), bitstring('00011111', 8), CAST('' AS BIT)"),
    (bit_strings, "select 'b', \"x'1\" from t", None),
    (continued_strings, "select 'a'\n  'b'\n'c'", "select 'abc'"),
    (continued_strings, "select E'a\\n'\n'b'", "select E'a\\nb'"),
    (continued_strings, "select 'a'''\n'''b'", "select 'a''''b'"),
    (crowded_quotes, "select '" + "''" * CROWD + "' as a", f"select replace('{chr(1) * CROWD}', '{chr(1)}', '''') as a"),
    (crowded_quotes, "select json '" + "''" * CROWD + "'", None),
    (crowded_quotes, "select '" + "''" * 100 + "', ''''", None),
    (array_literals, "select '{1,2}'::int[]", "select ARRAY['1', '2']::int[]"),
    (array_literals, "select 1 where cast('{}' as \"char\"[]) is null",
     'select 1 where cast(ARRAY[] as "char"[]) is null'),
    (array_literals, "select '{a,\"b c\",NULL}'::double precision[]",
     "select ARRAY['a', 'b c', NULL]::double precision[]"),
    (array_literals, "select '{{1,2},{3,4}}'::int[][]", "select ARRAY[ARRAY['1', '2'], ARRAY['3', '4']]::int[][]"),
    (array_literals, "select $${it's,\"NULL\"}$$::text[]", "select ARRAY['it''s', 'NULL']::text[]"),
    (array_literals, "select 'x' = any('{a,b}'), 'x' <> all ('{}')", "select 'x' IN ('a', 'b'), 'x' <> all (ARRAY[])"),
    (array_literals, "select a != all('{{1,NULL}}'), a < any('{1}')", "select a NOT IN ('1', NULL), a < any(ARRAY['1'])"),
    (array_literals, "select '{\"a\": [1]}'::json, '{1}'::int, f('{a}')", None),
    (interval_precisions, "select interval(3) '1 s'", "select interval '1 s'"),
    (interval_precisions, "select interval '1' second(3)", "select interval '1' second"),
    (interval_precisions, "select interval (3) day, second(c) from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_an_array_of_a_type_with_a_precision() -> None:
    of_type = "timestamp(3) without time zone[]"  # which another rule rounds
    found = rules.alone(array_literals, f"select '{{2020-01-01}}'::{of_type}")
    assert found.text == f"select ARRAY['2020-01-01']::{of_type}"


def test_every_rule_is_tried() -> None:
    assert rules.untried(literals, (rule for rule, _, _ in PAIRS)) == set()


REFUSED_LATER = (
    # what stays as it is, for the engine to refuse
    (array_literals, "select '{1'::int[]"),
)


@pytest.mark.parametrize(("rule", "sql"), REFUSED_LATER)
def test_what_no_rule_can_read_is_left_alone(rule: rules.Rule, sql: str) -> None:
    rules.check(rule, sql, None, parses="#>" not in sql)


ERRORS = (
    (bit_strings, "select B'12'", InvalidTextRepresentation, '"2" is not a valid binary digit'),
    (bit_strings, "select X'fg'", InvalidTextRepresentation, '"g" is not a valid hexadecimal digit'),
    (unicode_escapes, r"select U&'\D83D'", SqlSyntaxError, "invalid Unicode surrogate pair"),
    (unicode_escapes, r"select U&'\+110000'", SqlSyntaxError, "invalid Unicode escape value"),
    (unicode_escapes, r"select U&'\0000'", SqlSyntaxError, "invalid Unicode escape value"),
    (unicode_escapes, "select U&'a' uescape ''", SqlSyntaxError, "invalid Unicode escape character"),
    (unicode_escapes, "select U&'a' uescape 'f'", SqlSyntaxError, "invalid Unicode escape character"),
)


@pytest.mark.parametrize(("rule", "sql", "error", "message"), ERRORS)
def test_errors(rule: rules.Rule, sql: str, error: type[PgError], message: str) -> None:
    with pytest.raises(error) as raised:
        rules.alone(rule, sql)
    assert raised.value.message == message


VALUES = (
    # PostgreSQL's expression, its value by DuckDB
    (array_literals, """'{1,NULL,3}'::int[]""", [1, None, 3]),
    (array_literals, """'c' = any('{a,"b,c",c}')""", True),
    (bit_strings, "X'1f'::text || B'01'::text", "0001111101"),
)


@pytest.mark.parametrize(("rule", "expression", "value"), VALUES)
def test_values(rule: rules.Rule, expression: str, value: object) -> None:
    row = duck.connection().execute(rules.alone(rule, f"select {expression}").text).fetchone()
    assert row == (value,)
