"""
int2vector and oidvector: subscripts from 0, text without braces.
"""

from __future__ import annotations

import pytest

from pggate.translate.arrays import vectors
from tests.translate import duck

EDITED = (
    # PostgreSQL's, DuckDB's
    ("select indkey[0], i.indkey[n] from i", "SELECT indkey[1], i.indkey[(n + 1)] FROM i"),
    ('select "INDKEY"[-1], (indkey)[$1] from i', "SELECT INDKEY[0], indkey[($1 + 1)] FROM i"),
    ("select indkey[:1], indkey[0:n], indkey[0:], indkey[:] from i",
     "SELECT indkey[:2], indkey[1:(n + 1)], indkey[1:], indkey[:] FROM i"),
    ("select indkey[null], proargtypes[indkey[0]] from i", "SELECT indkey[NULL], proargtypes[(indkey[1] + 1)] FROM i"),
    ("select conkey[1] as c, d[0], indkey[0] as i from i", "SELECT conkey[1] AS c, d[0], indkey[1] AS i FROM i"),
    ("select 1 from i where (select indkey[0] from j) = 1 order by indkey[n]",
     "SELECT 1 FROM i WHERE ((SELECT indkey[1] FROM j) = 1) ORDER BY indkey[(n + 1)]"),
    ("select indkey::text as k, cast(indoption as varchar(10)) || '' from i",
     "SELECT CAST(array_to_string(indkey, ' ') AS VARCHAR) AS k, (CAST(array_to_string(indoption, ' ') AS VARCHAR) || '') FROM i"),
    ("select generate_subscripts(indkey, 1) as n, generate_subscripts(d, 1) from i",
     "SELECT (generate_subscripts(indkey, 1) - 1) AS n, generate_subscripts(d, 1) FROM i"),
    ("select indkey, indkey::int[], array_to_string(indkey, ','), 'indkey[0]' from i",
     "SELECT indkey, CAST(indkey AS INTEGER[]), array_to_string(indkey, ','), 'indkey[0]' FROM i"),
    ("select a = any(indkey) from i", "SELECT (a = ANY(SELECT unnest(indkey))) FROM i"),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), EDITED)
def test_edits(pg: str, expected: str) -> None:
    tree = duck.tree(pg)
    vectors.edit(tree)
    assert duck.text(tree) == expected
    assert duck.parses(expected)


def test_the_values_are_postgresqls() -> None:
    tree = duck.tree(
        "select indkey[0], indkey[1:], indkey[2], indkey::text, generate_subscripts(indkey, 1)"
        " from (values ([3, 5])) i(indkey)"
    )
    vectors.edit(tree)
    rows = duck.connection().execute(duck.text(tree)).fetchall()
    assert rows == [(3, [5], None, "3 5", 0), (3, [5], None, "3 5", 1)]
