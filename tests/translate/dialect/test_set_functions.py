"""
The alias of a function in FROM as the name of its column.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidParameterValue
from pggate.translate import tokens
from pggate.translate.tokens import Names
from tests.translate import duck

NAMES = Names(frozenset({"pggate"}), "pggate")

TEXTS = (
    ("select s from generate_series(1, 3) s", "select s from generate_series(1, 3) s(s)"),
    ("select s.s from generate_series(1, 3) as s where s > 1",
     "select s.s from generate_series(1, 3) as s(s) where s > 1"),
    ('select "S" from unnest(array[1, 2]) "S"', 'select "S" from unnest(array[1, 2]) "S"("S")'),
    ("select a, s from x, lateral unnest(x.d) as s", "select a, s from x, lateral unnest(x.d) as s(s)"),
    ("select a from x join generate_series(1, 2) n on n = a", "select a from x join generate_series(1, 2) n(n) on n = a"),
    ("select (select max(s) from generate_series(0, (1 + 2)) s), 1",
     "select (select max(s) from generate_series(0, (1 + 2)) s(s)), 1"),
    ("select s from x, pg_catalog.generate_series(0, 2) s, y",
     "select s from x, generate_series(0, 2) s(s), y"),
    # settled already, or something else
    ("select n from generate_series(1, 3) s(n)", None),
    ("select generate_series from generate_series(1, 3)", None),
    ("select generate_series from generate_series(1, 3) as s", None),
    ("select a, generate_series from t", None),
    ("select a from t where a is distinct from b", None),
    ("select 1 from generate_series(1, 3) where true", None),
    ("select 1 from generate_series(1, 3) cross join t", None),
    ("select range from range(3) r", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), TEXTS)
def test_aliases(sql: str, expected: str | None) -> None:
    rewritten = tokens.apply(sql, NAMES)
    assert rewritten.text == (expected or sql)
    assert duck.parses(rewritten.text)


SEVERAL = "(SELECT unnest(a) AS unnest, unnest( b) AS unnest)"
NUMBERED = (
    '(SELECT unnest("~1") AS unnest, unnest("~2") AS unnest, '
    'unnest(range(1, greatest(cardinality("~1"), cardinality("~2")) + 1)) AS ordinality FROM (SELECT a AS "~1", b AS "~2"))'
)

SEVERAL_ARRAYS = (
    ("select * from unnest(a, b)", f"select * from {SEVERAL} AS unnest"),
    ("select * from unnest(a, b) as t(x, y)", f"select * from {SEVERAL} as t(x, y)"),
    ("select * from unnest(a, b) with ordinality", f"select * from {NUMBERED} AS unnest"),
    ("select * from unnest(a, b) with ordinality t", f"select * from {NUMBERED} t"),
    # one that a function in FROM would have no plan for
    ("select x from unnest($1::int[]) x", "select x from (SELECT unnest($1::int[]) AS unnest) x(x)"),
    ("select * from unnest(a || $1)", "select * from (SELECT unnest(a || $1) AS unnest) AS unnest"),
    ("select * from unnest($1) with ordinality t(x, n)",
     ('select * from (SELECT unnest("~1") AS unnest, unnest(range(1, greatest(cardinality("~1")) + 1)) AS ordinality '
     'FROM (SELECT $1 AS "~1")) t(x, n)')),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), SEVERAL_ARRAYS)
def test_several_arrays(sql: str, expected: str) -> None:
    assert tokens.apply(sql, NAMES).text == expected
    assert duck.parses(expected)


ITEMS = (
    ("select generate_series(1, 3)", "select unnest(generate_series(1, 3)) AS generate_series"),
    ("select a, generate_series(1, 3) s from t", "select a, unnest(generate_series(1, 3)) s from t"),
    ("select distinct pg_catalog.generate_series(1, f(2)) as n", "select distinct unnest(generate_series(1, f(2))) as n"),
    ("select generate_series(1, 2) + 1", "select unnest(generate_series(1, 2)) + 1"),
    ("select 'a' || generate_series(1, 2)", "select 'a' || unnest(generate_series(1, 2))"),
    ("insert into t select generate_series(1, 3), 'x'",
     "insert into t select unnest(generate_series(1, 3)) AS generate_series, 'x'"),
    ("select array(select generate_series(1, 3) limit 2)",
     "select array(select unnest(generate_series(1, 3)) AS generate_series limit 2)"),
    ("select 1 union all select generate_series(2, 3) order by 1",
     "select 1 union all select unnest(generate_series(2, 3)) AS generate_series order by 1"),
    # not an item of its own
    ("select n from generate_series(1, 3) s(n), generate_series(1, 3) u(m)", None),
    ("select unnest(generate_series(1, 3))", None),
    ("select 1 from t where 1 in (generate_series(1, 3))", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), ITEMS)
def test_items(sql: str, expected: str | None) -> None:
    rewritten = tokens.apply(sql, NAMES)
    assert rewritten.text == (expected or sql)
    assert duck.parses(rewritten.text)


def test_a_step_of_zero() -> None:
    with pytest.raises(InvalidParameterValue, match="step size cannot equal zero"):
        tokens.apply("select generate_series(1, 3, 0)", NAMES)
