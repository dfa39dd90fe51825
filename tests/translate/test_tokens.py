"""
The token rules together: what holds of all of them.
"""

from __future__ import annotations

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.translate.syntax import lexer, quoting
from pggate.translate.syntax.lexer import Kind
from pggate.translate.tokens import Names, apply
from tests.translate import duck

NAMES = Names(frozenset({"pggate"}), "pggate")

PAIRS = (
    # PostgreSQL's, DuckDB's; None: untouched
    ("select a into x from t", "CREATE TABLE x AS select a  from t"),
    ("select a into temp table x from t", "CREATE TEMP TABLE x AS select a  from t"),
    ("select a into unlogged s.x", "CREATE TABLE s.x AS select a "),
    ("with w as (select 1 a) select a into x from w", "CREATE TABLE x AS with w as (select 1 a) select a  from w"),
    ("insert into t select 1", None),
    ("with w as (select 1) insert into t select 1", None),
    # several rules at once
    ("SELECT PG_CATALOG.now() INTO main.x FROM t AT WHERE b COLLATE \"C\" SIMILAR TO 'x_' FOR UPDATE",
     "CREATE TABLE public.x AS SELECT now()  FROM t \"at\" WHERE b  ~ '^(?:x.)$' "),
    ("create global temp table main.t (a text collate \"C\" default B'1') using heap",
     "create temp table public.t (a text  default bitstring('1', 1)) "),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), PAIRS)
def test_pairs(pg: str, expected: str | None) -> None:
    rewritten = apply(pg, NAMES)
    assert rewritten.text == (pg if expected is None else expected)
    assert rewritten.changed is (expected is not None)
    assert duck.parses(rewritten.text)


def test_notices_come_in_the_order_of_the_rules() -> None:
    sql = "create table t (a int) tablespace x as select 1 for update"
    messages = [notice.message for notice in apply(sql, NAMES).notices]
    assert messages == ["FOR UPDATE is ignored", "TABLESPACE is ignored"]
    assert apply("select 'for update'", NAMES).notices == ()


UNTOUCHED = (
    "select carrier, count(*), round(avg(dep_delay), 2) from flights group by 1 order by 2 desc limit 3",
    "insert into t values (1, 'x', null), (2, 'y', now())",
    "from t select a, list_transform(d, lambda x: x + 1) qualify row_number() over () = 1",
    "select * exclude (a) from s.t asof join u using (c)",
    "select {'a': 1}, map {'b': 2}, [1, 2]",
)


@pytest.mark.parametrize("sql", UNTOUCHED)
def test_an_ordinary_text_comes_back_untouched(sql: str) -> None:
    assert apply(sql, NAMES).text is sql


def test_an_ordinary_text_costs_next_to_nothing() -> None:
    sql = UNTOUCHED[0]
    seconds = min(timeit.repeat(lambda: apply(sql, NAMES), number=100, repeat=5)) / 100
    assert seconds < 0.0001


AROUND = (
    "select pg_catalog.f({}) from pg_catalog.pg_class at where main.t.a similar to 'x' and b = {} for update",
    "create table main.t (a int default {}) with (fillfactor=70)",
    'select {} into temp x from information_schema.tables where y = {} collate "C"',
)


@given(st.sampled_from(AROUND), st.text(), st.sampled_from(["'", '"', "$", "E"]))
def test_rules_never_touch_the_inside_of_literals(around: str, value: str, style: str) -> None:
    value = value.replace("{", "(").replace("}", ")")
    literal = {
        "'": quoting.literal(value),
        '"': quoting.quote(value or "x"),
        "$": f"$q${value.replace('$', '')}$q$",
        "E": "E" + quoting.literal(value.replace("\\", "\\\\")),
    }[style]
    rewritten = apply(around.format(literal, literal), NAMES)
    expected = around.count("{}")
    kinds = {Kind.STRING, Kind.QUOTED}
    kept = [token.text for token in lexer.tokens(rewritten.text) if token.kind in kinds]
    assert kept.count(literal) >= expected
