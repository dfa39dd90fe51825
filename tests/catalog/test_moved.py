"""
Which objects of a database are others than before.
"""

from __future__ import annotations

from dataclasses import replace

from pggate.catalog.model import Column, Database, Relation, Schema
from pggate.catalog.moved import differs, moved, moved_relations, moved_schemas
from pggate.types.enums import EnumType

COLUMNS = (Column(1, "a", "INTEGER", 23, -1),)
A = Relation(16386, "d", "public", "a", "r", COLUMNS)
B = Relation(16387, "d", "public", "b", "r", COLUMNS)
MOOD = EnumType(50, 51, "public", "mood", ("sad",))


def database(*relations: Relation, schemas: tuple[Schema, ...] = ()) -> Database:
    found = {(one.schema, one.name): one for one in relations}
    return Database(1, "d", 1, 1, {one.name: one for one in schemas}, found)


def test_a_relation() -> None:
    assert not differs(A, A)
    assert not differs(replace(A), A)
    assert differs(A, None)
    for change in ({"name": "c"}, {"comment": "said"}, {"columns": ()}, {"version": 2}):
        assert differs(replace(A, **change), A)


def test_relations() -> None:
    renamed = replace(A, name="c")
    assert moved_relations(database(A, B), database(A, B)) == set()
    assert moved_relations(database(renamed), database(A, B)) == {A.oid, B.oid}
    assert moved_relations(database(A, B), database()) == {A.oid, B.oid}


def test_schemas() -> None:
    first, second = Schema(1, "s"), Schema(2, "s")
    assert moved_schemas(database(schemas=(first,)), database(schemas=(first,))) == set()
    assert moved_schemas(database(schemas=(second,)), database(schemas=(first,))) == {"s"}


def test_types() -> None:
    enums = {50: MOOD}
    assert moved(enums, enums, ()) == moved({50: replace(MOOD)}, enums, ()) == set()
    assert moved({}, enums, ()) == moved({50: replace(MOOD, name="other")}, enums, ()) == {50}
    assert moved(enums, enums, {"public"}) == {50}  # its schema has another OID
