from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.views.compiled import Topic
from pggate.views.sources import Sources
from tests.views.conftest import COLUMNS

if TYPE_CHECKING:
    from tests.views.conftest import Duck


def sources(duck: Duck) -> Sources:
    return Sources(lambda table: table["table_name"] == "t", lambda table: ("a", "b"), duck.text)


@pytest.mark.parametrize(
    ("written", "text", "name", "columns"),
    [
        ("t", '"~delta" AS t', "t", ("a", "b")),
        ("l.public.t AS x", '"~delta" AS x', "x", ("a", "b")),
        ("t AS x(p)", '(SELECT a AS p, b AS b, "~seq" FROM "~delta") AS x', "x", ("p", "b")),
        ("(SELECT a FROM t)", '(SELECT t.a AS a, t."~seq" FROM "~delta" AS t) AS unnamed_subquery', "unnamed_subquery", ("a",)),
        ("(SELECT *, a + b FROM t WHERE a > 1 ORDER BY b) AS x(p)", '(SELECT t.a AS a, t.b AS b, (t.a + t.b) AS "(a + b)", t."~seq" FROM "~delta" AS t WHERE (t.a > 1)) AS x(p, b, "(a + b)", "~seq")', "x", ("p", "b", "(a + b)")),
        ("(SELECT a + 1 AS q, q * 2 AS w FROM t WHERE q > 1) AS x", '(SELECT (t.a + 1) AS q, ((t.a + 1) * 2) AS w, t."~seq" FROM "~delta" AS t WHERE ((t.a + 1) > 1)) AS x', "x", ("q", "w")),
        ("(WITH t AS (SELECT b FROM t) SELECT * FROM t) AS x", '(SELECT t.b AS b, t."~seq" FROM (SELECT t.b AS b, t."~seq" FROM "~delta" AS t) AS t) AS x', "x", ("b",)),
        ("(SELECT a FROM t UNION ALL SELECT b FROM t ORDER BY 1) AS x", '((SELECT t.a AS a, t."~seq" FROM "~delta" AS t) UNION ALL (SELECT t.b AS b, t."~seq" FROM "~delta" AS t)) AS x', "x", ("a",)),
    ],
)  # fmt: skip
def test_the_snapshot_is_handed_on(
    duck: Duck, written: str, text: str, name: str, columns: tuple[str, ...]
) -> None:
    ours = sources(duck)
    tree = duck.tree(f"SELECT * FROM {written}")
    source = ours.source(tree["node"]["from_table"], {})
    assert duck.text({**tree, "node": {**tree["node"], "from_table": source.node}}) == f"SELECT * FROM {text}"
    assert (source.scope.relation, source.scope.columns) == (name, columns)
    assert [topic.name for topic in ours.topics] == ["t"]


def test_a_topic_is_known_by_all_of_its_name(duck: Duck) -> None:
    assert duck.compiled("SELECT g FROM l.sales.t").source == (Topic("l", "sales", "t"),)


def test_queries_of_with_see_the_ones_before(duck: Duck) -> None:
    sql = "WITH c AS (SELECT g, v FROM t), d(x) AS (SELECT g FROM c), e AS (SELECT x FROM d) SELECT * FROM e"
    assert "c AS" not in duck.compiled(sql).partials
    assert duck.compiled(sql).keys == 1


def test_a_star_leaves_out_the_snapshot(duck: Duck) -> None:
    view = duck.compiled("SELECT * FROM (SELECT * FROM t) AS x")
    assert view.keys == len(COLUMNS)
    assert "~seq" not in view.read
