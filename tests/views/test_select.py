from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from pggate.views.expressions import sql
from pggate.views.select import Select, is_item, ordered, understood
from pggate.views.sources import Sources
from tests.views.conftest import columns_of, is_topic

if TYPE_CHECKING:
    from tests.views.conftest import Duck


def select(duck: Duck, text: str) -> Select:
    return understood(duck.tree(text)["node"], Sources(is_topic, columns_of, duck.text))


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("SELECT g FROM t", None),
        ("SELECT count(*) FROM t", []),
        ("SELECT 1 FROM t HAVING true", []),
        ("SELECT g FROM t ORDER BY count(*)", []),
        ("SELECT count(*) FROM t GROUP BY ()", []),
        ("SELECT g AS x, v + 1 FROM t GROUP BY x, 2", ["t.g", "(t.v + 1)"]),
        ("SELECT v AS g FROM t GROUP BY g", ["t.g"]),  # a column comes first
        ("SELECT g, lower(g), count(*), 1 + sum(v) FROM t GROUP BY ALL", ["t.g", "lower(t.g)"]),
        ("SELECT g FROM t GROUP BY GROUPING SETS ((g))", ["t.g"]),
    ],
)
def test_keys_of_groups(duck: Duck, text: str, groups: list[str] | None) -> None:
    found = select(duck, text).groups
    assert groups == (None if found is None else [sql(each, duck.text) for each in found])


def test_a_key_that_is_not_there(duck: Duck) -> None:
    with pytest.raises(FeatureNotSupported):
        select(duck, "SELECT g FROM t GROUP BY 2")


def test_conditions_that_the_time_changes_are_apart(duck: Duck) -> None:
    found = select(duck, "SELECT g FROM t WHERE v > 1 AND t0 > now() AND o")
    assert [sql(each, duck.text) for each in found.where] == ["(t.v > 1)", "t.o"]
    assert [sql(each, duck.text) for each in found.timed] == ["(t.t0 > now())"]


def test_orders_are_by_items_or_expressions(duck: Duck) -> None:
    found = select(duck, "SELECT DISTINCT g AS x, v FROM t ORDER BY x, 2 DESC, lower(x), t.v LIMIT 3")
    assert found.is_distinct
    texts: list[str] = []
    ordered(found.modifiers, lambda each: texts.append(sql(each, duck.text)) or each, found.names)
    assert texts == ["lower(t.g)", "t.v"]


def test_names_of_items(duck: Duck) -> None:
    found = select(duck, "SELECT g, t.v, v + 1, count AS n FROM (SELECT g, v, v AS count FROM t) AS t")
    assert found.names == ("g", "v", "(v + 1)", "n")
    order = duck.tree("SELECT N")["node"]["select_list"][0]
    assert is_item(order, found.names)
    assert not is_item(duck.tree("SELECT t.n")["node"]["select_list"][0], found.names)
