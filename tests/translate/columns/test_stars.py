"""
What a view's * becomes; that it shows the same columns ever after is in the transcript `dependencies`.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from pggate.translate.columns.stars import expand, has_star


@pytest.mark.parametrize(
    ("sql", "columns", "expected"),
    [
        ("select * from t", ["a", "b"], "SELECT a, b FROM t"),
        ("select t.*, 1 as x from t", ["a", "b", "x"], "SELECT t.a, t.b, 1 AS x FROM t"),
        ("select 1 as x, t.* from t", ["x", "a", "b"], "SELECT 1 AS x, t.a, t.b FROM t"),
        ("select * from t, u", ["a", "a"], "SELECT * FROM t , u"),
        ("select t.*, u.* from t, u", ["a", "b"], None),
        ("select * exclude (a) from t", ["b"], None),
        ("select a from t", ["a"], None),
        ("select a from t union select * from u", ["a"], None),
    ],
)
def test_expand(sql: str, columns: list[str], expected: str | None) -> None:
    connection = duckdb.connect()
    ((serialised,),) = connection.execute("select json_serialize_sql($1)", [sql]).fetchall()
    whole = json.loads(serialised)
    (tree,) = whole["statements"]
    assert has_star(tree) == (expected is not None)
    if expected is None:
        return
    expand(tree, columns)
    ((text,),) = connection.execute("select json_deserialize_sql($1)", [json.dumps(whole)]).fetchall()
    assert " ".join(text.replace("(t , u)", "t , u").split()) == expected
