from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.trees import nodes
from pggate.views.relations import relation, subquery

if TYPE_CHECKING:
    from tests.views.conftest import Duck


def test_what_stands_in_from(duck: Duck) -> None:
    query = {**nodes.select(nodes.star())["node"], "from_table": relation("~delta", "t")}
    whole = {**nodes.select(nodes.star())["node"], "from_table": subquery("x", query)}
    text = duck.text({"node": whole, "named_param_map": []})
    assert text == 'SELECT * FROM (SELECT * FROM "~delta" AS t) AS x'
