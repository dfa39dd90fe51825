"""
What a query shows inside of something else.
"""

from __future__ import annotations

import pytest

from pggate.translate.characters import shown_values
from pggate.translate.trees import probes
from tests.translate import duck

WITHIN = (
    ("concat(b, 'x', c)", "b c"),
    ("b || c", ""),
    ("octet_length(b)", "b"),
    ("length(b)", ""),
    ("b like c", "b"),
    ("concat(b || c)", "b||c"),
    ("to_json([b, coalesce(c, 'x')])", "b c"),
    ("to_json(struct_pack(f := b, g := case when a = 1 then c end))", "b c"),
    ('"~json_agg_of"(array_agg(distinct b order by b))', "b b"),
    ('"~json_object_agg_of"(array_agg(struct_pack(k := b::varchar, v := c)))', "(b) b c"),
    ('"~json_object_agg_of"(array_agg(struct_pack(k := b::varchar::varchar, v := c)))', "(b) cast c"),
    ("json_build_object(b::varchar, to_json(c))", "(b) b c"),
    ("b::blob", "b"),
    ("b::varchar", "(b)"),
    ("array[b]::varchar", "b"),
    ('concat("~char_padded"(b::varchar))', "(b) b"),
    ("coalesce(b, c)::varchar", ""),
)  # fmt: skip


def name(shown: shown_values.Shown) -> str:
    node = shown.node
    found = node["column_names"][-1] if node["class"] == "COLUMN_REF" else node["class"].lower()
    found = "b||c" if node.get("function_name") == "||" else found
    return f"({found})" if shown.in_parts else str(found)


@pytest.mark.parametrize(("item", "expected"), WITHIN)
def test_within_expressions(item: str, expected: str) -> None:
    scopes = probes.scopes(duck.tree(f"select {item} from t"), shown_values.shows)
    found = [name(one) for scope in scopes for node in scope.found for one in shown_values.shown_by(node)]
    assert sorted(found) == sorted(expected.split())


ITEMS = (
    ("select b, coalesce(b, c) from t", "b c"),
    ("select t, b from t", "(t)"),
    ("select x.b, x from t as x", "(x)"),
    ("select row(b), [c], greatest(b, c) from t", "b c b c"),
    ("select [b] from t union all select [c] from t", "b c"),
    ("select [b] from t union select [c] from t", ""),
)


@pytest.mark.parametrize(("sql", "expected"), ITEMS)
def test_items(sql: str, expected: str) -> None:
    found = [name(one) for _, one in shown_values.shown_items(duck.tree(sql)["node"])]
    assert found == expected.split()
