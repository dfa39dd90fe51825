from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from pggate.views.compiled import Topic
from pggate.views.compiling import compile_view
from tests.views.conftest import columns_of, is_topic

if TYPE_CHECKING:
    from tests.views.conftest import Duck


def test_a_view_of_rows(duck: Duck) -> None:
    view = duck.compiled("SELECT id, upper(g) AS u FROM public.t WHERE v > 3 ORDER BY b LIMIT 2")
    assert (view.kind, view.source, view.keys, view.states) == ("rows", (Topic("", "public", "t"),), 3, 0)
    assert view.partials == (
        'SELECT "~seq", t.id AS c0, upper(t.g) AS c1, t.b AS c2, 1::BIGINT AS "~n" '
        'FROM "~delta" AS t WHERE (t.v > 3)'
    )
    assert view.negated == 'SELECT "~seq", c0, c1, c2, -"~n" AS "~n" FROM "~partials"'
    assert view.merged == (
        'SELECT c0, c1, c2, CAST(sum("~n") AS BIGINT) AS "~n" FROM "~state" GROUP BY c0, c1, c2, '
        "replace(CAST(c0 AS VARCHAR), '-0.0', '0.0'), replace(CAST(c1 AS VARCHAR), '-0.0', '0.0'), "
        "replace(CAST(c2 AS VARCHAR), '-0.0', '0.0')"
        ' HAVING sum("~n") <> 0'
    )
    assert view.read == (
        'SELECT "~final".c0 AS id, "~final".c1 AS u FROM (SELECT c0, c1, c2 FROM "~merged" WHERE "~n" = 1 '
        'UNION ALL SELECT c0, c1, c2 FROM (SELECT c0, c1, c2, unnest(range("~n")) FROM "~merged" '
        'WHERE "~n" > 1)) AS "~final" ORDER BY "~final".c2 LIMIT 2'
    )


def test_a_view_of_groups(duck: Duck) -> None:
    view = duck.compiled(
        "SELECT g, sum(v) / count(*) AS mean FROM t GROUP BY 1 HAVING count(*) > 1 ORDER BY mean"
    )
    assert (view.kind, view.keys, view.states, view.is_invertible) == ("groups", 1, 2, True)
    assert view.partials == (
        'SELECT "~seq", t.g AS k0, count(*) AS "~n", sum(t.v) AS s0, count(t.v) AS s1 '
        'FROM "~delta" AS t GROUP BY 1, 2'
    )
    assert view.merged == (
        'SELECT k0, CAST(coalesce(sum("~n"), 0) AS BIGINT) AS "~n", sum(s0) AS s0, '
        'CAST(coalesce(sum(s1), 0) AS BIGINT) AS s1 FROM "~state" GROUP BY k0 HAVING sum("~n") <> 0'
    )
    assert view.negated == 'SELECT "~seq", k0, -"~n" AS "~n", -s0 AS s0, -s1 AS s1 FROM "~partials"'
    assert view.read == (
        'SELECT ("~final".f0 / "~final".f1) AS mean FROM (SELECT k0, CASE WHEN s1 <> 0 THEN s0 END AS f0, '
        '"~n" AS f1 FROM "~merged") AS "~final" WHERE ("~final".f1 > 1) ORDER BY mean'
    ).replace("SELECT (", 'SELECT "~final".k0 AS g, (', 1)


def test_different_rows_are_groups(duck: Duck) -> None:
    view = duck.compiled("SELECT DISTINCT g, v FROM t")
    assert (view.kind, view.keys, view.states) == ("groups", 2, 0)
    assert "DISTINCT" not in view.read
    assert "SELECT DISTINCT" in duck.compiled("SELECT DISTINCT t0 < now() FROM t").read


def test_places_are_of_the_text_if_there_is_one(duck: Duck) -> None:
    text = "SELECT 'ä', random() FROM t"
    for given, position in ((text, 13), ("", 14)):
        with pytest.raises(FeatureNotSupported) as raised:
            compile_view(duck.tree(text), is_topic, duck.text, columns_of, given)
        assert raised.value.position == position


def test_the_tree_stays_what_it_was(duck: Duck) -> None:
    text = "WITH c AS (SELECT * FROM t) SELECT g, sum(v) AS s FROM c AS x GROUP BY g ORDER BY s"
    tree = duck.tree(text)
    compile_view(tree, is_topic, duck.text, columns_of, text)
    assert tree == duck.tree(text)
