"""
Whatever a live view cannot hold is refused: the SQLSTATE, what it is called, where it stands, and a hint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from pggate.views.refusals import HINTS, in_characters, place, refusal

if TYPE_CHECKING:
    from tests.views.conftest import Duck

# A query with ‸ in front of what is refused, and what it is called.
REFUSED = [
    ("SELECT 1", "a query without a topic"),
    ("SELECT * FROM ‸pool", "a relation that is no topic (pool)"),
    ("SELECT t.id FROM t LEFT JOIN ‸u USING (id)", "a join (LEFT JOIN)"),
    ("SELECT t.id FROM t FULL JOIN ‸u ON t.id = u.id", "a join (FULL JOIN)"),
    ("SELECT id FROM t SEMI JOIN ‸u USING (id)", "a join (SEMI JOIN)"),
    ("SELECT id FROM t ANTI JOIN ‸u USING (id)", "a join (ANTI JOIN)"),
    ("SELECT t.id FROM t ASOF JOIN ‸u ON t.id >= u.id", "a join (ASOF JOIN)"),
    ("SELECT t.id FROM t POSITIONAL JOIN ‸u", "a join (POSITIONAL JOIN)"),
    ("SELECT t.id FROM t, u, t a, u b, ‸t c", "a join of more than four tables"),
    ("SELECT a.id FROM t a JOIN l.s.u ON a.id = u.id JOIN ‸u USING (id)", "tables of one name (u)"),
    ("SELECT t.id FROM t JOIN u ON t.id = u.id AND ‸t.t0 > now()", "the current time here"),
    ("SELECT t.id FROM t JOIN u ON ‸sum(t.v) = u.id", "an aggregate here (sum())"),
    ("SELECT t.id FROM t, LATERAL (SELECT u.id FROM u WHERE ‸t.v = u.v) AS q", "an unknown column (t.v)"),
    ("SELECT x.id FROM (SELECT ‸* FROM t, u) AS x", "columns of one name"),
    ("SELECT count(‸u) FROM t, u", "a whole row (u)"),
    ("SELECT ‸x.* FROM t, u", "an unknown column (x.*)"),
    ("SELECT g, x FROM t, ‸unnest(l) AS q(x)", "a function in FROM"),
    ("SELECT * FROM ‸range(3)", "a function in FROM"),
    ("SELECT * FROM (VALUES (‸1))", "VALUES"),
    ("SELECT * FROM ‸t TABLESAMPLE 10%", "TABLESAMPLE"),
    ("SELECT ‸g FROM t UNION SELECT g FROM t", "UNION"),
    ("SELECT ‸g FROM t INTERSECT SELECT g FROM t", "INTERSECT"),
    ("SELECT ‸g FROM t EXCEPT ALL SELECT g FROM t", "EXCEPT"),
    ("SELECT ‸g FROM t UNION ALL BY NAME SELECT g FROM t", "UNION ALL BY NAME"),
    (
        "WITH RECURSIVE r AS (SELECT ‸id FROM t UNION ALL SELECT id + 1 FROM r) SELECT * FROM r",
        "WITH RECURSIVE",
    ),
    ("WITH c AS (SELECT g FROM t) SELECT g FROM c UNION ALL SELECT g FROM ‸c", "a query used twice (c)"),
    ("SELECT n FROM (SELECT count(*) AS n FROM t GROUP BY ‸g) AS x", "GROUP BY in a sub-query"),
    ("SELECT n FROM (SELECT ‸count(*) AS n FROM t) AS x", "GROUP BY in a sub-query (count_star())"),
    ("SELECT count(*) FROM (SELECT DISTINCT ‸g FROM t) AS x", "DISTINCT in a sub-query"),
    ("SELECT count(*) FROM (SELECT g FROM t LIMIT ‸3) AS x", "LIMIT in a sub-query"),
    ("SELECT v FROM (SELECT v FROM t QUALIFY ‸row_number() OVER () = 1) AS x", "QUALIFY"),
    ("SELECT g, sum(v) FROM t GROUP BY ROLLUP (‸g)", "GROUPING SETS"),
    ("SELECT g, sum(v) FROM t GROUP BY CUBE (‸g, o)", "GROUPING SETS"),
    ("SELECT g, sum(v) FROM t GROUP BY GROUPING SETS ((‸g), (o))", "GROUPING SETS"),
    ("SELECT g, v FROM t QUALIFY ‸row_number() OVER (PARTITION BY g) = 1", "QUALIFY"),
    ("SELECT DISTINCT ON (‸g) g, v FROM t", "DISTINCT ON"),
    ("SELECT g FROM t LIMIT ‸10%", "LIMIT in percent"),
    ("SELECT g FROM t LIMIT (‸1 + 2)", "LIMIT that is no number"),
    ("SELECT g FROM t LIMIT ‸(SELECT 3)", "a sub-query in an expression"),
    ("SELECT 'ä', g, ‸row_number() OVER (ORDER BY v) FROM t", "a window function"),
    ("SELECT ‸sum(sum(v)) OVER () FROM t GROUP BY g", "a window function"),
    ("SELECT g FROM t WHERE ‸id IN (SELECT id FROM u)", "a sub-query in an expression"),
    ("SELECT g FROM t WHERE ‸EXISTS (SELECT 1 FROM u)", "a sub-query in an expression"),
    ("SELECT g, ‸(SELECT 1) FROM t", "a sub-query in an expression"),
    ("SELECT g FROM t WHERE v > $1", "a parameter"),
    ("SELECT ‸COLUMNS('g') FROM t", "COLUMNS()"),
    ("SELECT ‸t FROM t", "a whole row (t)"),
    ("SELECT count(‸x) FROM t AS x", "a whole row (x)"),
    ("SELECT ‸x.* FROM t", "an unknown column (x.*)"),
    ("SELECT ‸* FROM (SELECT g, g FROM t) AS x", "columns of one name"),
    ("SELECT g, ‸ctid FROM t", "an unknown column (ctid)"),
    ("SELECT g, ‸#1 FROM t", "an unknown column"),
    ("SELECT g, ‸GROUPING(g) FROM t GROUP BY g", "GROUPING()"),
    ("SELECT ‸v, count(*) FROM t GROUP BY g", "a column that is not grouped (v)"),
    ("SELECT ‸unnest(l), count(*) FROM t GROUP BY ALL", "unnest() with GROUP BY"),
    ("SELECT DISTINCT ‸unnest(l) FROM t", "unnest() with GROUP BY"),
    ("SELECT ‸current_user FROM t", "a function of the session (current_user)"),
    ("SELECT ‸current_setting('threads') FROM t", "a function of the session (current_setting())"),
    ("SELECT g FROM t WHERE v > ‸getvariable('v')", "a function of the session (getvariable())"),
    ("SELECT ‸random(), g FROM t", "a volatile function (random())"),
    ("SELECT g, count(*) FILTER (WHERE ‸random() < 0.5) FROM t GROUP BY g", "a volatile function (random())"),
    ("SELECT ‸gen_random_uuid() FROM t", "a volatile function (gen_random_uuid())"),
    ("SELECT ‸nextval('s') FROM t", "a volatile function (nextval())"),
    ("SELECT ‸clock_timestamp() FROM t", "a volatile function (clock_timestamp())"),
    ("SELECT g, count(*) FROM t WHERE ‸t0 > now() GROUP BY g", "the current time here"),
    ("SELECT count(*) FROM t WHERE ‸t0 > now()", "the current time here"),
    ("SELECT sum(‸age(t0)) FROM t", "the current time here"),
    ("SELECT count(*) FILTER (WHERE ‸t0 < now()) FROM t", "the current time here"),
    ("SELECT ‸t0 < now(), count(*) FROM t GROUP BY 1", "the current time here"),
    ("SELECT x FROM (SELECT ‸now() AS x FROM t) AS q", "the current time here"),
    ("SELECT DISTINCT ‸now() FROM t", "the current time here"),
    ("SELECT list_filter(l, lambda ‸z: t0 < now()) FROM t", "the current time in a lambda"),
    ("SELECT sum(‸sum(v)) FROM t", "an aggregate below an aggregate (sum())"),
    ("SELECT g FROM t WHERE ‸sum(v) > 1", "an aggregate here (sum())"),
    ("SELECT g FROM t GROUP BY g, ‸sum(v)", "an aggregate here (sum())"),
    ("SELECT ‸sum(v ORDER BY v) FROM t", "an ordered aggregate (sum())"),
    ("SELECT ‸product(DISTINCT v) FROM t", "DISTINCT in an aggregate (product())"),
    ("SELECT ‸stddev(DISTINCT v) FROM t", "DISTINCT in an aggregate (stddev())"),
    ("SELECT ‸min(v, 3) FROM t", "an aggregate with such arguments (min())"),
    ("SELECT ‸mad(v) FROM t", "an aggregate that needs every value (mad())"),
    ("SELECT ‸quantile_cont(v, id) FROM t", "an aggregate with such arguments (quantile_cont())"),
    ("SELECT ‸mode(v) FROM t", "an aggregate that depends on order (mode())"),
    ("SELECT ‸histogram(v) FROM t", "an aggregate that needs every value (histogram())"),
    ("SELECT ‸string_agg(g, ',') FROM t", "an aggregate that depends on order (string_agg())"),
    ("SELECT ‸array_agg(v ORDER BY v) FROM t", "an aggregate that depends on order (array_agg())"),
    ("SELECT ‸list(v) FROM t", "an aggregate that depends on order (list())"),
    ("SELECT ‸first(v) FROM t", "an aggregate that depends on order (first())"),
    ("SELECT ‸last(v) FROM t", "an aggregate that depends on order (last())"),
    ("SELECT ‸sem(f) FROM t", "an aggregate of an unknown kind (sem())"),
    ("SELECT ‸geomean(f) FROM t", "an aggregate of an unknown kind (geomean())"),
]


@pytest.mark.parametrize(("marked", "construct"), REFUSED)
def test_a_refusal_says_what_and_where_and_what_to_do(duck: Duck, marked: str, construct: str) -> None:
    before, _, after = marked.partition("‸")
    with pytest.raises(FeatureNotSupported) as raised:
        duck.compiled(before + after if after else marked)
    error = raised.value
    assert error.code == "0A000"
    assert error.message == f"a live view cannot be kept up to date with {construct}"
    assert error.hint
    if after:
        assert error.position == len(before) + 1


def test_a_place_is_told_in_characters() -> None:
    assert in_characters(7, "'äß日'x") == 4
    assert in_characters(None, "x") is None
    assert place([{"query_location": 18446744073709551615, "child": {"query_location": 3}}]) == 4


def test_every_hint_is_of_one_line() -> None:
    assert all(hint and "\n" not in hint for hint in HINTS.values())
    assert refusal("a join").position is None
