"""
Which views are bound anew.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from pggate.catalog.model import Column, Database, Relation
from pggate.catalog.rebinding import is_same, moved_names, names_any, unbound_views

COLUMNS = (Column(1, "a", "INTEGER", 23, -1),)
TOPIC = Relation(16386, "d", "public", "t", "r", COLUMNS)
VIEW = Relation(16387, "d", "public", "v", "v", COLUMNS, definition='SELECT * FROM "lake:d".public.t')


def of(*relations: Relation) -> dict[str, Database]:
    return {"d": Database(1, "d", 1, 1, {}, {(one.schema, one.name): one for one in relations})}


def test_what_queries_see() -> None:
    assert is_same(TOPIC, TOPIC)
    assert is_same(replace(TOPIC, comment="said"), TOPIC)
    assert not is_same(TOPIC, None)
    for change in ({"columns": ()}, {"declared_types": (("a", (1043, 8)),)}, {"definition": "select 1"}):
        assert not is_same(replace(TOPIC, **change), TOPIC)


def test_names_that_moved() -> None:
    assert moved_names(of(TOPIC, VIEW), of(TOPIC, VIEW)) == set()
    assert moved_names(of(TOPIC), of(TOPIC, VIEW)) == moved_names(of(TOPIC, VIEW), of(TOPIC)) == {"v"}
    assert moved_names(of(TOPIC), {}) == moved_names({}, of(TOPIC)) == {"t"}
    assert moved_names(of(replace(TOPIC, columns=())), of(TOPIC)) == {"t"}


def test_views_that_are_others() -> None:
    assert unbound_views([VIEW], of(VIEW)) == {}
    assert unbound_views([VIEW], {}) == unbound_views([replace(VIEW)], of(VIEW)) == {"d": {VIEW.oid}}


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("SELECT * FROM t", "t", True),
        ("SELECT * FROM T", "t", True),
        ("SELECT * FROM orders", "order", True),  # it seems to
        ('SELECT * FROM "a""b"', 'a"b', True),
        ("SELECT * FROM sales", "orders", False),
    ],
)
def test_names_in_queries(query: str, name: str, expected: bool) -> None:
    assert names_any(replace(VIEW, definition=query), [name]) is expected
