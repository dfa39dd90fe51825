from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from pggate.errors import FeatureNotSupported
from pggate.views.veto import verify_kept, verify_query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.views.compiled import Compiled
    from tests.views.conftest import Duck

MACROS = (
    "CREATE MACRO rnd(x) AS random() + x",
    "CREATE MACRO total(x) AS sum(x)",
    "CREATE MACRO later(x) AS x < now()",
    "CREATE MACRO ranked(x) AS rank() OVER (ORDER BY x)",
    "CREATE MACRO most() AS (SELECT max(id) FROM u)",
    "CREATE MACRO others(x) AS x IN (SELECT id FROM u)",
    "CREATE MACRO checked(x) AS CASE WHEN x > 0 THEN x ELSE error('no') END",
    "CREATE MACRO since(x) AS age(x)",
    "CREATE MACRO hidden(x) AS CASE WHEN random() < 0 THEN x ELSE 1 END",
    "CREATE MACRO half(x) AS CASE WHEN random() < 0.5 THEN x ELSE 1 END",
)


def plans(duck: Duck, sql: str) -> Sequence[Any]:
    ((answer,),) = duck.rows("SELECT json_serialize_plan($1::VARCHAR)", [sql])
    found = json.loads(answer)
    assert not found["error"], found
    return found["plans"]  # type: ignore[no-any-return]


def stability(duck: Duck, name: str) -> str | None:
    ((found,),) = duck.rows("SELECT max(stability) FROM duckdb_functions() WHERE function_name = $1", [name])
    return None if found is None else str(found)


def verify(duck: Duck, sql: str) -> Compiled:
    view = duck.compiled(sql)
    verify_query(view, plans(duck, sql))
    duck.run(
        *(
            f'CREATE OR REPLACE TEMP TABLE "{name}" AS SELECT *, 1::BIGINT AS "~seq" FROM t LIMIT 0'
            for name in view.relations
        ),
        f'CREATE OR REPLACE TEMP TABLE "~state" AS SELECT * EXCLUDE ("~seq") FROM ({view.partials}) LIMIT 0',
        f'CREATE OR REPLACE TEMP TABLE "~merged" AS {view.merged}',
    )
    verify_kept(plans(duck, view.partials), plans(duck, view.read), lambda name: stability(duck, name))
    return view


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM t WHERE t0 < now() AND v IN (1, 2)",
        "SELECT g, checked(v) AS c, l[1], unnest(l), hidden(v) FROM t ORDER BY id LIMIT 3",
        "SELECT DISTINCT g, CAST(v AS VARCHAR) || 'x' FROM t",
        "SELECT g, sum(v), avg(f), count(*), count_if(o), max_by(g, v), variance(f), mean(r) FROM t GROUP BY g",
        "SELECT bool_and(o), bit_xor(v), product(f), any_value(g), stddev_pop(d), sum(o) FROM t",
        "SELECT list_sum(l), list_aggregate(l, 'max') FROM t",
        "SELECT count(DISTINCT g), sum(DISTINCT v), count(DISTINCT v > 1) FROM t",
        "SELECT g FROM t UNION ALL SELECT upper(g) FROM t",
        "SELECT t.g, u.v FROM t, u",
        "SELECT t.g, sum(b.v) FROM t JOIN u ON t.id = u.id OR t.v = u.v JOIN t AS b ON b.id = u.id GROUP BY t.g",
        "WITH c AS (SELECT date_trunc('day', t0) AS d FROM t) SELECT d, count(*) FROM c GROUP BY d HAVING later(d)",
    ],
)
def test_what_is_as_it_looks(duck: Duck, sql: str) -> None:
    duck.run(*MACROS)
    verify(duck, sql)


@pytest.mark.parametrize(
    ("sql", "construct"),
    [
        ("SELECT rnd(v) FROM t", "a volatile function (random())"),
        ("SELECT g FROM t GROUP BY g HAVING rnd(count(*)) > 1", "a volatile function (random())"),
        ("SELECT half(v) FROM t", "a volatile function (random())"),
        ("SELECT total(v) FROM t", "an aggregate of an unknown kind (sum())"),
        ("SELECT v, total(v) FROM t GROUP BY v", "an aggregate of an unknown kind"),
        ("SELECT g FROM t WHERE later(t0)", "the current time here (now())"),
        ("SELECT since(t0) FROM t", "the current time here (age())"),
        ("SELECT ranked(v) FROM t", "what the plan does (WINDOW)"),
        ("SELECT others(v) FROM t", "what the plan does"),
        ("SELECT most() FROM t", "what the plan does (CROSS_PRODUCT)"),
        ("SELECT t.v, most() FROM t, u", "what the plan does (CROSS_PRODUCT)"),
        ("SELECT others(t.v) FROM t JOIN u USING (id)", "what the plan does (COMPARISON_JOIN)"),
        ("SELECT t.v FROM t JOIN u ON rnd(t.id) = u.id", "a volatile function (random())"),
        ("SELECT t.v FROM t JOIN u ON later(t.t0)", "the current time here (now())"),
        ("SELECT avg(v) FROM t", "an aggregate of such values (avg(integer))"),
        ("SELECT count(DISTINCT f) FROM t", "an aggregate of such values (count(double))"),
        ("SELECT count(DISTINCT i) FROM t", "an aggregate of such values (count(interval))"),
        ("SELECT avg(i) FROM t", "an aggregate of such values (avg(interval))"),
        ("SELECT sum(CAST(v AS BIGNUM)) FROM t", "an aggregate of such values (sum(bignum))"),
    ],
)
def test_what_is_not_as_it_looks(duck: Duck, sql: str, construct: str) -> None:
    duck.run(*MACROS)
    with pytest.raises(FeatureNotSupported) as raised:
        verify(duck, sql)
    assert construct in raised.value.message
    assert raised.value.hint


def test_a_function_that_nobody_knows(duck: Duck) -> None:
    with pytest.raises(FeatureNotSupported):
        verify_kept(plans(duck, "SELECT upper(g) FROM t"), [], lambda name: None)
