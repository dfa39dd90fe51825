"""
Spellings: PostgreSQL's, and DuckDB's for the same.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.translate.dialect import spellings
from pggate.translate.dialect.spellings import (
    aliases_at,
    collations,
    comments_on_live_views,
    empty_select_lists,
    into_clause,
    operator_calls,
    orders_using,
    own_functions,
    row_locks,
    samples,
    similar_to,
)
from pggate.translate.syntax import lexer
from tests.translate import rules

PAIRS = (
    # rule, PostgreSQL's, DuckDB's; None: untouched
    (operator_calls, "select a OPERATOR(pg_catalog.~) 'x' from t", "select a  ~  'x' from t"),
    (operator_calls, "select 1 operator(+) 2", "select 1  +  2"),
    (operator_calls, "select 'operator(+)', operator from t", None),
    (collations, "select 'a' collate \"C\", b collate pg_catalog.\"default\" from t", "select 'a' , b  from t"),
    (collations, "select 'a' collate pg_catalog.default", "select 'a' "),
    (collations, 'create table t (a text collate "POSIX" not null)', "create table t (a text  not null)"),
    (collations, "select cast('a' as text collate \"C\")", "select cast('a' as text )"),
    (collations, "select 'a' collate nocase", None),
    (collations, 'select a collate "c", b collate "de_DE" from t', None),
    (aliases_at, "select at.x from t at", 'select "at".x from t "at"'),
    (aliases_at, "select 1 as at", 'select 1 as "at"'),
    (aliases_at, "select c at time zone 'utc', \"at\", ' at ' from t", None),
    (aliases_at, "select * from t at (version => 3)", None),
    (comments_on_live_views, "comment on materialized view v is 'x'", "comment on view v is 'x'"),
    (comments_on_live_views, "comment on view v is 'materialized view'", None),
    (row_locks, "select * from t for update", "select * from t "),
    (row_locks, "select * from t for no key update of a, b nowait", "select * from t "),
    (row_locks, "select * from (select 1 for share) x", "select * from (select 1 ) x"),
    (row_locks, "select * from t for key share skip locked", "select * from t "),
    (row_locks, 'select * from t for update of s.a, "B c" skip locked limit 1', "select * from t  limit 1"),
    (row_locks, "select * from t for update of t for share", "select * from t  "),
    (row_locks, "select substring('abc' for 2), 'for update'", None),
    (empty_select_lists, "select exists(select from t)", "select exists(select 1 from t)"),
    (empty_select_lists, "select 1 where not exists (select where false)",
     "select 1 where not exists (select 1 where false)"),
    (empty_select_lists, "select exists (select)", "select exists (select 1)"),
    (empty_select_lists, "select exists (select null from t)", None),
    (samples, "select * from t tablesample bernoulli (10)", "select * from t tablesample bernoulli (10 PERCENT)"),
    (samples, "select * from t tablesample system (0.5) repeatable (1)",
     "select * from t tablesample system (0.5 PERCENT) repeatable (1)"),
    (samples, "select * from t tablesample reservoir (10)", None),
    (similar_to, "select a similar to 'x%' from t", "select a ~ '^(?:x.*)$' from t"),
    (similar_to, "select a similar to 'it''s' from t", "select a ~ '^(?:it''s)$' from t"),
    (similar_to, "select a not similar to '(a|b)_[.]' from t", "select a !~ '^(?:(?:a|b).[.])$' from t"),
    (similar_to, "select a similar to $1", "select a ~ similar_to_escape($1)"),
    (similar_to, "select a similar to null", "select a ~ similar_to_escape(null)"),
    (similar_to, "select a similar to 'x!%' escape '!'", "select a ~ similar_to_escape('x!%', '!')"),
    (similar_to, "select a similar to t.b and true from t", "select a ~ similar_to_escape(t.b) and true from t"),
    (similar_to, 'select a similar to "S"."p q"', 'select a ~ similar_to_escape("S"."p q")'),
    (similar_to, "select a similar to (b || c) from t", "select a ~ similar_to_escape(( b || c )) from t"),
    (similar_to, "select a similar to f(g(b), 1) or c", "select a ~ similar_to_escape(f ( g ( b ) , 1 )) or c"),
    (orders_using, "select a from t order by a using >, b using <", "select a from t order by a DESC, b ASC"),
    (orders_using, "select * from t join u using (a)", None),
    (own_functions, "select regexp_full_match('a', 'b')", "select system.main.regexp_full_match('a', 'b')"),
    (own_functions, "select s.regexp_full_match('a'), regexp_full_match from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_is_tried() -> None:
    assert rules.untried(spellings, (rule for rule, _, _ in PAIRS)) == set()


@pytest.mark.parametrize(
    ("sql", "messages"),
    [
        ("select 1 for update", ["FOR UPDATE is ignored"]),
        ("select 1 for no key update for share", ["FOR NO KEY UPDATE is ignored", "FOR SHARE is ignored"]),
    ],
)
def test_who_locks_rows_is_told(sql: str, messages: list[str]) -> None:
    assert [notice.message for notice in rules.alone(row_locks, sql).notices] == messages


@pytest.mark.parametrize("sql", ["select a similar to -1", "select a similar to"])
def test_a_pattern_of_similar_to_that_is_no_operand_is_refused(sql: str) -> None:
    with pytest.raises(FeatureNotSupported) as refused:
        rules.alone(similar_to, sql)
    assert refused.value.hint


INTO = (
    # text                                              the clause, its target, temporary
    ("select a into x from t", ("into x", "x", False)),
    ('select a into temp table s."X y"', ('into temp table s."X y"', 's."X y"', True)),
    ("select a into unlogged x", ("into unlogged x", "x", False)),
    ("with w as (select 1) select a into local temporary x from w", ("into local temporary x", "x", True)),
    ("select 'into x'", None),
    ("select a from (select b into x from t)", None),
    ("insert into t select 1", None),
    ("with w as (select 1) insert into t select 1", None),
    ("select a into", None),
    ("", None),
)


@pytest.mark.parametrize(("sql", "expected"), INTO)
def test_into_clause(sql: str, expected: tuple[str, str, bool] | None) -> None:
    into = into_clause(lexer.tokens(sql))
    assert (into and (sql[into.start : into.stop], into.target, into.temporary)) == expected
