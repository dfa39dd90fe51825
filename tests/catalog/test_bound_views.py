"""
A view's columns, by binding its query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.catalog.bound_views import bound_view
from pggate.catalog.model import Column, Relation
from pggate.errors import UndefinedTable

if TYPE_CHECKING:
    from tests.catalog.conftest import World

VARCHAR = 1043


def test_its_columns_are_what_their_origins_declare(world: World) -> None:
    world.run("create table {lake}.public.t (a varchar, n int)")
    world.mirror.refresh()
    declared = (Column(1, "a", "VARCHAR", VARCHAR, 9), Column(2, "n", "INTEGER", 23, -1))
    topic = Relation(1, "pggate", "public", "t", "r", declared, declared_types=(("a", (VARCHAR, 9)),))
    query = 'select n, a, upper(a) as u from "lake:pggate".public.t'
    view = Relation(2, "pggate", "public", "v", "v", (), definition=query)
    cursor = world.binder.cursor()
    try:
        found = bound_view(cursor, view, {("lake:pggate", "public", "t"): topic})
        lost = bound_view(cursor, Relation(2, "pggate", "public", "v", "v", (), definition="from gone"), {})
    finally:
        cursor.close()
    assert [(c.name, c.attnum, c.typmod) for c in found.columns] == [("n", 1, -1), ("a", 2, 9), ("u", 3, -1)]
    assert found.declared_types[0] == ("a", (VARCHAR, 9))
    assert found.problem is None
    assert lost.columns == ()
    assert isinstance(lost.problem, UndefinedTable)
