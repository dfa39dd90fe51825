"""
Texts of joins, written out: they mean the same with more columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.views.compiling import compile_view
from pggate.views.written import written_out
from tests.views.conftest import columns_of, is_topic

if TYPE_CHECKING:
    from tests.views.conftest import Duck

FROM = "FROM (SELECT id, v FROM t) AS a"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            f"SELECT v {FROM} NATURAL JOIN (SELECT b, id FROM u) AS c",
            f"SELECT a.v {FROM} INNER JOIN (SELECT b, id FROM u) AS c USING (id)",
        ),
        (
            f"SELECT v, b + 1 AS n {FROM} NATURAL JOIN (SELECT b FROM u) AS c WHERE id > V ORDER BY n, b",
            f"SELECT a.v, (c.b + 1) AS n {FROM} , (SELECT b FROM u) AS c WHERE (a.id > a.v) ORDER BY n, c.b",
        ),
        (
            f"SELECT id, sum(b) AS s {FROM} JOIN (SELECT b, id FROM u) AS c USING (id) GROUP BY id",
            f"SELECT a.id, sum(c.b) AS s {FROM} INNER JOIN (SELECT b, id FROM u) AS c USING (id) GROUP BY a.id",
        ),
        (
            f"SELECT q.b FROM (SELECT * {FROM} JOIN (SELECT b, id FROM u) AS c USING (id)) AS q",
            f"SELECT q.b FROM (SELECT a.id, a.v, c.b {FROM} INNER JOIN (SELECT b, id FROM u) AS c USING (id)) AS q",
        ),
        ("SELECT g FROM t WHERE v > 1", "SELECT g FROM t WHERE (v > 1)"),
    ],
)
def test_what_is_left_to_the_columns(duck: Duck, text: str, written: str) -> None:
    tree = duck.tree(text)
    compiled = compile_view(tree, is_topic, duck.text, columns_of, text)
    assert duck.text(written_out(duck.tree(text), compiled.written)) == written
    assert duck.compiled(written).partials == compiled.partials
