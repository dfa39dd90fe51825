"""
Which composite types there are: row types of relations, and those that were declared.
"""

from __future__ import annotations

from types import MappingProxyType

from pggate.catalog.model import Column, Database, Relation, Schema
from pggate.lake.declared import Declared
from pggate.lake.declared_composites import Attribute, CompositeType
from pggate.session.cursors.composites import Composites
from pggate.types.composites import row_type_oid
from pggate.types.table import INT4, TEXT, VARCHAR, PgField

ADDR = CompositeType(70, 71, "public", "addr", (Attribute("a", "INTEGER", 23),))
OUTER = CompositeType(72, 73, "s", "outer one", (Attribute("x", "STRUCT(a INTEGER)[]", 71),))


def relation(oid: int, name: str, *columns: Column) -> Relation:
    return Relation(oid, "db", "public", name, "r", columns)


T = relation(16385, "t", Column(1, "id", "INTEGER", 23, -1), Column(2, "v", "VARCHAR", 1043, 7))
P = relation(16386, "date", Column(1, "home", "STRUCT(a INTEGER)", 70, -1))
DATABASE = Database(
    1,
    "db",
    1,
    1,
    MappingProxyType({"public": Schema(2, "public")}),
    MappingProxyType({("public", "t"): T, ("public", "date"): P}),
    Declared(composites=MappingProxyType({70: ADDR, 72: OUTER})),
)
KNOWN = Composites(DATABASE, ("public",))


def test_row_types() -> None:
    found = KNOWN.find(("t",))
    assert found is not None
    assert (found.oid, found.array_oid) == (row_type_oid(16385), row_type_oid(16385) + 1)
    assert found.duckdb == 'STRUCT("id" INTEGER, "v" VARCHAR)'
    assert found.fields == (PgField("id", INT4), PgField("v", VARCHAR, 7))
    assert KNOWN.by_oid(found.oid) is found
    array = KNOWN.by_oid(found.array_oid)
    assert array is not None
    assert array.element is found
    assert KNOWN.row_types([("main", "t"), ("public", "nope")]) == (found,)


def test_a_builtin_type_comes_before_a_relation() -> None:
    assert KNOWN.find(("date",)) is None
    found = KNOWN.find(("public", "date"))
    assert found is not None
    assert found.fields[0].type == KNOWN.by_oid(70)
    assert KNOWN.names.words == {"t", "addr", "outer one"}


def test_declared_types() -> None:
    addr, outer = KNOWN.declared
    assert (KNOWN.find(("addr",)), KNOWN.by_oid(70)) == (addr, addr)
    assert (KNOWN.find(("outer one",)), KNOWN.find(("s", "outer one"))) == (None, outer)
    assert (outer.sql, outer.fields[0].type.element) == ('"outer one"', addr)
    assert KNOWN.find_declared(("addr",)) == ADDR
    assert KNOWN.of_struct("STRUCT(a INTEGER)") == addr
    array = KNOWN.of_struct("STRUCT(a INTEGER)[]")
    assert array is not None
    assert (array.oid, KNOWN.of_struct("STRUCT(a BIGINT)"), KNOWN.of_struct("INTEGER")) == (71, None, None)
    assert KNOWN.find_relation(("t",)) is T
    assert KNOWN.all_declared == (ADDR, OUTER)
    assert (KNOWN.by_oid(1), KNOWN.by_oid(row_type_oid(99999)), KNOWN.find(("nope",))) == (None, None, None)


def test_what_the_transaction_declares() -> None:
    place = CompositeType(80, 81, "public", "place", (Attribute("b", "VARCHAR", 25),))
    own = Composites(DATABASE, ("public",), {80: place, 70: None})
    found = own.find(("place",))
    assert found is not None
    assert found.fields == (PgField("b", TEXT),)
    assert own.find(("addr",)) is None


def test_nothing() -> None:
    assert not Composites(None, ()).names.words
