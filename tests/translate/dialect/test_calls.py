"""
Calls by DuckDB's names and in its shapes.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect import calls
from pggate.translate.dialect.calls import (
    functions,
    keyword_calls,
    match_rows,
    normal_forms,
    separators,
    settings_as_set,
    untyped_arguments,
)
from tests.translate import rules

PAIRS = (
    (functions, "select every(a > 1) filter (where b) from t", "select system.main.bool_and(a > 1) filter (where b) from t"),
    (functions, "select every, s.every(1) from t", None),
    (functions, "create table every (a int)", None),
    (functions, "create table if not exists every (a int)", None),
    (functions, "insert into format (a) select 1 from (values (1)) as every (b)", None),
    (functions, "select format('%s', a) from t", "select \"~format\"('%s', a) from t"),
    (match_rows, "select (regexp_matches(b, 'x'))[1], regexp_matches(b, 'y') from t where regexp_matches(b, 'z')",
     "select (\"~regexp_matches_rows\"(b, 'x'))[1], \"~regexp_matches_rows\"(b, 'y') from t where regexp_matches(b, 'z')"),
    (match_rows, "select a from t where regexp_matches(b, 'x')", None),
    (normal_forms, "select normalize(b, nfd) from t", "select normalize(b, 'nfd') from t"),
    (normal_forms, "select normalize(b), nfc from t", None),
    (keyword_calls, "select position(b in a)", 'select "position"(b , a)'),
    (keyword_calls, "select substring(a for b)", 'select "substring"(a , 1, b)'),
    (keyword_calls, "select substring(a similar 'b' escape '#')", "select \"substring\"(a , 'b' , '#')"),
    (keyword_calls, "select overlay(a placing f(b, 1) from 2 for 3)", 'select "overlay"(a , f(b, 1) , 2 , 3)'),
    (keyword_calls, "select substring(a from 'b.')", "select \"substring\"(a , 'b.')"),
    (keyword_calls, "select substring(a, b)", 'select "substring"(a, b)'),
    (keyword_calls, "select substring(a from 2 for 1), substring(a, 2)", None),
    (settings_as_set, "select set_config('a.b', 'x', false), current_setting('a.b')",
     "select set_config('a.b', 'x', false), \"~pg\".\"~mirror\".current_setting('a.b')"),
    (settings_as_set, "select set_config('a.b', 'x', false), pg_catalog.current_setting('a.b'), x.current_setting(1)",
     "select set_config('a.b', 'x', false), \"~pg\".\"~mirror\".current_setting('a.b'), x.current_setting(1)"),
    (settings_as_set, "select set_config('current_setting', 'x', false)", None),
    (separators, "select string_agg(a, null order by a), string_agg(b, ',') from t",
     "select string_agg(a, '' order by a), string_agg(b, ',') from t"),
    (untyped_arguments, "select pg_typeof('a'), pg_typeof(a), f('a') from t",
     "select pg_typeof(NULL), pg_typeof(a), f('a') from t"),
    (untyped_arguments, "select collation for ('a'), collation for (a) from t",
     "select pg_collation_for (NULL), pg_collation_for (a) from t"),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_is_tried() -> None:
    assert rules.untried(calls, (rule for rule, _, _ in PAIRS)) == set()
