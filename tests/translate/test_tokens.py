"""
The table of token rules: each rule's pairs, and what holds of all of them.
"""

from __future__ import annotations

import timeit
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import FeatureNotSupported
from pggate.translate import lexer
from pggate.translate.lexer import Kind
from pggate.translate.tokens import RULES, Names, apply
from tests.translate import duck

NAMES = Names(frozenset({"pggate"}), "pggate")

PAIRS = (
    # pg = ... / duck = ...; None: untouched
    # operator_calls
    ("select a OPERATOR(pg_catalog.~) 'x' from t", "select a  ~  'x' from t"),
    ("select 1 operator(+) 2", "select 1  +  2"),
    # collations
    ("select 'a' collate \"C\", b collate pg_catalog.\"default\" from t", "select 'a' , b  from t"),
    ("select 'a' collate pg_catalog.default", "select 'a' "),
    ('create table t (a text collate "POSIX" not null)', "create table t (a text  not null)"),
    ("select cast('a' as text collate \"C\")", "select cast('a' as text )"),
    ("select 'a' collate nocase", None),
    # aliases_at
    ("select at.x from t at", 'select "at".x from t "at"'),
    ("select 1 as at", 'select 1 as "at"'),
    ("select c at time zone 'utc' from t", None),
    ("select * from t at (version => 3)", None),
    # row_locks
    ("select * from t for update", "select * from t "),
    ("select * from t for no key update of a, b nowait", "select * from t "),
    ("select * from (select 1 for share) x", "select * from (select 1 ) x"),
    ("select * from t for key share skip locked", "select * from t "),
    ("select substring('abc' for 2)", None),
    # empty_select_lists
    ("select exists(select from t)", "select exists(select 1 from t)"),
    ("select 1 where not exists (select where false)", "select 1 where not exists (select 1 where false)"),
    # samples
    ("select * from t tablesample bernoulli (10)", "select * from t tablesample bernoulli (10 PERCENT)"),
    ("select * from t tablesample system (0.5) repeatable (1)",
     "select * from t tablesample system (0.5 PERCENT) repeatable (1)"),
    ("select * from t tablesample reservoir (10)", None),
    # unicode_escapes
    (r"select U&'d\0061t''s' as U&" + r'"d\0061ta"', "select 'dat''s' as \"data\""),
    ("select U&'d!0061' uescape '!'", "select 'da'"),
    # bit_strings
    ("select B'101', x'1f', b''", "select CAST('101' AS BIT), CAST('00011111' AS BIT), CAST('' AS BIT)"),
    # continued_strings
    ("select 'a'\n  'b'", "select 'ab'"),
    ("select E'a\\n'\n'b'", "select E'a\\nb'"),
    # array_literals
    ("select '{1,2}'::int[]", "select ARRAY['1', '2']::int[]"),
    ("select cast('{}' as \"char\"[])", 'select cast(ARRAY[] as "char"[])'),
    ("select '{a,\"b c\",NULL}'::character varying(3)[]",
     "select ARRAY['a', 'b c', NULL]::character varying(3)[]"),
    ("select '{2020-01-01}'::timestamp(3) without time zone[]",
     "select ARRAY['2020-01-01']::timestamp(3) without time zone[]"),
    ("select 'x' = any('{a,b}')", "select 'x' = any(ARRAY['a', 'b'])"),
    ("select '{\"a\": [1]}'::json", None),
    ("select '{1'::int[]", None),
    # json_paths
    ("select j #> '{a,0}', j #>> '{b c}' from t", "select j -> '$.\"a\"[0]', j ->> '$.\"b c\"' from t"),
    # similar_to
    ("select a similar to 'x%' from t", "select a ~ '^(?:x.*)$' from t"),
    ("select a not similar to '(a|b)_[.]' from t", "select a !~ '^(?:(?:a|b).[.])$' from t"),
    ("select a similar to $1", "select a ~ similar_to_escape($1)"),
    ("select a similar to 'x!%' escape '!'", "select a ~ similar_to_escape('x!%', '!')"),
    ("select a similar to t.b and true from t", "select a ~ similar_to_escape(t.b) and true from t"),
    ("select a similar to (b || c) from t", "select a ~ similar_to_escape(( b || c )) from t"),
    # orders_using
    ("select a from t order by a using >, b using <", "select a from t order by a DESC, b ASC"),
    ("select * from t join u using (a)", None),
    # select_into
    ("select a into x from t", "CREATE TABLE x AS select a  from t"),
    ("select a into temp table x from t", "CREATE TEMP TABLE x AS select a  from t"),
    ("select a into unlogged s.x", "CREATE TABLE s.x AS select a "),
    ("with w as (select 1 a) select a into x from w", "CREATE TABLE x AS with w as (select 1 a) select a  from w"),
    ("insert into t select 1", None),
    ("with w as (select 1) insert into t select 1", None),
    # own_functions
    ("select regexp_full_match('a', 'b')", "select system.main.regexp_full_match('a', 'b')"),
    # interval_precisions
    ("select interval(3) '1 s'", "select interval '1 s'"),
    ("select interval '1' second(3)", "select interval '1' second"),
    ("select interval (3) day", None),
    # storage_clauses
    ("create table t (a int) with (fillfactor = 70, autovacuum_enabled) tablespace x", "create table t (a int)  "),
    ("create table t (a int) using heap", "create table t (a int) "),
    ("create table t (a int) without oids", "create table t (a int) "),
    ("create table t using heap as select 1 as b", "create table t  as select 1 as b"),
    ("create table t (a int) with (format = 'x')", None),
    ("create table t as with x as (select 1) select * from x join y using (a)", None),
    # view_options
    ("create view v with (security_barrier = true) as select 1", "create view v  as select 1"),
    ("create view v as with x as (select 1) select * from x", None),
    # global_temporary
    ("create global temporary table t (a int)", "create temporary table t (a int)"),
    # truncate_options
    ("truncate only t restart identity cascade", "truncate only t"),
    ("truncate restart", None),
    # schema_owner
    ("create schema s authorization u", "create schema s "),
    ("create schema if not exists authorization u", "create schema if not exists u"),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), PAIRS)
def test_pairs(pg: str, expected: str | None) -> None:
    rewritten = apply(pg, NAMES)
    assert rewritten.text == (pg if expected is None else expected)
    assert rewritten.changed is (expected is not None)
    if "'{1'" not in pg:
        assert duck.parses(rewritten.text)


NOTICES = (
    ("select 1 for update", ["FOR UPDATE is ignored"]),
    ("select 1 for no key update", ["FOR NO KEY UPDATE is ignored"]),
    (
        "create table t (a int) with (fillfactor=70) tablespace x",
        ["WITH is ignored", "TABLESPACE is ignored"],
    ),
    ("create view v with (security_barrier) as select 1", ["the options of the view are ignored"]),
    ("select 'for update'", []),
)


@pytest.mark.parametrize(("sql", "messages"), NOTICES)
def test_notices(sql: str, messages: list[str]) -> None:
    assert [notice.message for notice in apply(sql, NAMES).notices] == messages


# on_commit
@pytest.mark.parametrize("action", ["drop", "delete rows"])
def test_a_table_that_ends_with_its_transaction_is_refused(action: str) -> None:
    with pytest.raises(FeatureNotSupported):
        apply(f"create temp table t on commit {action} as select 1", NAMES)
    kept = "create temp table t (a int) on commit preserve rows"
    assert apply(kept, NAMES).text is kept


def test_a_pattern_of_similar_to_that_is_no_operand_is_refused() -> None:
    with pytest.raises(FeatureNotSupported):
        apply("select a similar to -1", NAMES)


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


def test_every_rule_has_a_pair() -> None:
    tried = {rule.find.__name__ for rule in RULES}
    names = {line.strip("# ;") for line in _comments()}
    assert tried <= names


def _comments() -> list[str]:
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip().startswith("# ")]


AROUND = (
    "select pg_catalog.f({}) from pg_catalog.pg_class at where main.t.a similar to 'x' and b = {} for update",
    "create table main.t (a int default {}) with (fillfactor=70)",
    'select {} into temp x from information_schema.tables where y = {} collate "C"',
)


@given(st.sampled_from(AROUND), st.text(), st.sampled_from(["'", '"', "$", "E"]))
def test_rules_never_touch_the_inside_of_literals(around: str, value: str, style: str) -> None:
    value = value.replace("{", "(").replace("}", ")")
    literal = {
        "'": lexer.literal(value),
        '"': lexer.quote(value or "x"),
        "$": f"$q${value.replace('$', '')}$q$",
        "E": "E" + lexer.literal(value.replace("\\", "\\\\")),
    }[style]
    rewritten = apply(around.format(literal, literal), NAMES)
    expected = around.count("{}")
    kinds = {Kind.STRING, Kind.QUOTED}
    kept = [token.text for token in lexer.tokens(rewritten.text) if token.kind in kinds]
    assert kept.count(literal) >= expected
