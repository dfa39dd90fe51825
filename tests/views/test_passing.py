"""
What passes as it is and what is merged make together what merging all makes.
"""

from __future__ import annotations

import random

import duckdb
import pytest

from pggate.views import passing
from pggate.views.passing import Parts, can_pass
from pggate.views.writing import merged_rows

GROUPS = (
    'SELECT k0, k1, CAST(sum("~n") AS BIGINT) AS "~n", sum(s0) AS s0 FROM "~state" GROUP BY k0, k1'
    ' HAVING sum("~n") <> 0'
)


def parts(keys: list[str], merged: str, until: int) -> Parts:
    return Parts("base", "delta", str(until), keys, merged)


def listed(values: list[tuple[object, ...]], columns: str) -> str:
    rows = ", ".join(
        str(tuple("null" if v is None else v for v in row)).replace("'null'", "null") for row in values
    )
    return f"SELECT * FROM (VALUES {rows}) r({columns})"


@pytest.mark.parametrize("seed", range(12))
def test_groups(seed: int) -> None:
    chance = random.Random(seed)
    connection = duckdb.connect()
    keys = [(a, b) for a in (None, 1, 2, 3, 4) for b in (None, "x", "y")]
    base = [(a, b, chance.randrange(1, 4), chance.randrange(9)) for a, b in chance.sample(keys, 10)]
    held = {(a, b): n for a, b, n, _ in base}
    delta: list[tuple[object, ...]] = [(8, 1, "x", 1, 1)]
    for seq in range(5, 9):
        for key in chance.sample(keys, chance.randrange(4)):
            n = chance.choice((1, 2, -held.get(key, 0)))
            delta += [(seq, *key, n, chance.randrange(9))] if n else []
    connection.execute(f'CREATE TABLE base AS {listed(base, """k0, k1, "~n", s0""")}')
    connection.execute(f'CREATE TABLE delta AS {listed(delta, """"~seq", k0, k1, "~n", s0""")}')
    for until in range(4, 9):
        of = parts(["k0", "k1"], GROUPS, until)
        expected = sorted(connection.execute(passing.merged(of)).fetchall(), key=str)
        assert sorted(connection.execute(passing.groups(of)).fetchall(), key=str) == expected


@pytest.mark.parametrize("seed", range(12))
def test_rows(seed: int) -> None:
    chance = random.Random(seed)
    connection = duckdb.connect()
    values = ["0.0::double", "'-0.0'::double", "'nan'::double", "1.5", "null"]
    spans = ["interval '1 month'", "interval '30 days'", "null"]
    rows = [f"{chance.choice(values)} AS c0, {chance.choice(spans)} AS c1" for _ in range(20)]
    connection.execute(
        "CREATE TABLE base AS " + " UNION ALL ".join(f'SELECT {row}, 1 AS "~n"' for row in rows[:12])
    )
    come = [f'SELECT {5 + n % 3} AS "~seq", {row}, 1 AS "~n"' for n, row in enumerate(rows[12:])]
    gone = [f'SELECT 8 AS "~seq", {row}, -1 AS "~n"' for row in chance.sample(rows, 5)]
    connection.execute("CREATE TABLE delta AS " + " UNION ALL ".join([*come, *gone]))
    for until in range(4, 9):
        of = parts(["c0", "c1"], merged_rows(["c0", "c1"]), until)
        # of equal values either is shown
        each_time = 'SELECT (c0 + 0.0)::varchar, epoch(c1), unnest(range("~n"::bigint)) * 0 FROM ({})'
        expected = connection.execute(each_time.format(passing.merged(of))).fetchall()
        found = connection.execute(each_time.format(passing.rows(of))).fetchall()
        assert sorted(found, key=str) == sorted(expected, key=str)


def test_which_groups_can_pass() -> None:
    assert can_pass(["BIGINT", "VARCHAR", "DECIMAL(12,2)", "TIMESTAMP WITH TIME ZONE"])
    assert not can_pass(["BIGINT", "DOUBLE"])
    assert not can_pass(["INTEGER[]"])
    assert not can_pass(["INTERVAL"])
    assert not can_pass([])
