"""
Functions that return one value, in FROM.
"""

from __future__ import annotations

import psycopg
import pytest

from pggate.translate.dialect import scalar_sources
from tests.translate.rules import alone, check

TEXTS = (
    ("select * from lower('A')", "select * from (SELECT lower('A') AS lower) AS lower"),
    ("select s from upper($1) as s", "select s from (SELECT upper($1) AS s) as s"),
    ("select s[2] from string_to_array('a,b', ',') s", "select s[2] from (SELECT string_to_array('a,b', ',') AS s) s"),
    ('select "S".x from lower(\'A\') "S" (x) where true', 'select "S".x from (SELECT lower(\'A\')) "S" (x) where true'),
    ("select x from t, lower(t.a) x", "select x from t, (SELECT lower(t.a) AS x) x"),
    ("select 1 from t join abs(-1) n on n = t.a", "select 1 from t join (SELECT abs(-1) AS n) n on n = t.a"),
    ("select 1 from t cross join lateral length(a) where true",
     "select 1 from t cross join lateral (SELECT length(a) AS length) AS length where true"),
    ("select (select v from version() v)", "select (select v from (SELECT version() AS v) v)"),
    ("select * from round(2.5) with ordinality r",
     "select * from (SELECT round(2.5) AS r, CAST(1 AS BIGINT) AS ordinality)  r"),
    # what returns rows, and FROM that begins no list
    ("select * from generate_series(1, 3) g(n)", None),
    ("select * from regexp_split_to_table('a b', ' ')", None),
    ("select 1 from t where a is distinct from lower(b)", None),
    ("select 1 from t where lower(a) = 'x'", None),
    ("select 1 from (select lower(a) from t) s", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), TEXTS)
def test_tables(sql: str, expected: str | None) -> None:
    check(scalar_sources.tables, sql, expected)


def test_from_in_a_call_begins_no_list() -> None:
    for sql in (
        "select substring(a from length(b)) from t",
        "select extract(year from to_timestamp(a)) from t",
    ):
        assert not alone(scalar_sources.tables, sql).changed


@pytest.mark.server
def test_they_return_one_value(postgres_dsn: str) -> None:
    """Each of them in PostgreSQL 15, whatever its arguments are."""
    asked = "select proname, bool_or(proretset or prokind <> 'f' or coalesce(proargmodes::text ~ '[otb]', false)) from pg_proc where proname = any(%s) group by 1"
    with psycopg.connect(postgres_dsn) as connection:
        found = dict(connection.execute(asked, (list(scalar_sources.SCALARS),)).fetchall())
    assert found == dict.fromkeys(scalar_sources.SCALARS, False)
