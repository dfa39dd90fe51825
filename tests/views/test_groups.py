from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.views.conftest import View

if TYPE_CHECKING:
    from tests.views.conftest import Duck


@pytest.mark.parametrize(
    ("text", "partials", "read"),
    [
        ("SELECT upper(g) || 'x', count(*) FROM t GROUP BY upper(g)", "upper(t.g) AS k0", "(\"~final\".k0 || 'x')"),
        ("SELECT t.g, sum(v) FROM t GROUP BY g", "t.g AS k0", 'SELECT "~final".k0 AS g'),
        ("SELECT g FROM t GROUP BY g HAVING max(t0) < now()", "max(t.t0) AS s0", 'WHERE ("~final".f0 < now())'),
        ("SELECT g FROM t WHERE dt < now() AND o GROUP BY g, dt", "WHERE t.o", 'WHERE ("~final".k1 < now())'),
        ("SELECT sum(v) AS s FROM t HAVING s > 1 ORDER BY s + 1", "sum(t.v) AS s0", 'ORDER BY ("~final".f0 + 1)'),
        ("SELECT g AS k1, sum(v) AS k0 FROM t GROUP BY g ORDER BY k0", "t.g AS k0", "ORDER BY k0"),
        ("SELECT 'x' AS x FROM t GROUP BY 1", "'x' AS k0", "SELECT 'x' AS x"),
        ("SELECT y.a FROM t GROUP BY y.a", "t.y.a AS k0", 'SELECT "~final".k0 AS a'),
        ("SELECT DISTINCT g FROM t WHERE t0 < now()", "t.g AS k0, t.t0 AS k1", "SELECT DISTINCT"),
        ("SELECT DISTINCT g, count(*) FROM t GROUP BY g, v", "t.g AS k0, t.v AS k1", "SELECT DISTINCT"),
    ],
)  # fmt: skip
def test_keys_and_aggregates_are_columns(duck: Duck, text: str, partials: str, read: str) -> None:
    view = duck.compiled(text)
    assert view.kind == "groups"
    assert partials in view.partials
    assert read in view.read


def test_a_global_aggregate_has_its_row(duck: Duck) -> None:
    view = View(duck, duck.compiled("SELECT count(*) AS n, sum(v) AS s, max(g) AS m FROM t"))
    assert duck.rows(view.read) == [(0, None, None)]
    view.compact()
    assert duck.rows(view.read) == [(0, None, None)]


def test_a_group_without_rows_is_none(duck: Duck) -> None:
    view = View(duck, duck.compiled("SELECT g, sum(v) AS s FROM t GROUP BY g"))
    duck.run("INSERT INTO t (id, g, v) VALUES (1, 'a', 5), (2, NULL, 6), (3, NULL, 7), (4, 'c', NULL)")
    duck.delta("FROM t")
    view.append()
    duck.delta("FROM t WHERE id < 3")
    view.append(is_deletion=True)
    assert sorted(duck.rows(view.read), key=str) == [("c", None), (None, 7)]
