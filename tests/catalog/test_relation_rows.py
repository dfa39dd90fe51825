"""
Relations of all kinds, their columns and what is said of them.
"""

from __future__ import annotations

from pggate.catalog import relation_rows
from pggate.catalog.given import Given, TypeFacts
from pggate.catalog.model import Column, Database, Key, Relation, Schema
from pggate.catalog.relation_rows import Told
from pggate.catalog.tables import TABLES
from pggate.catalog.type_rows import Types
from pggate.lake.declared_composites import Attribute, CompositeType

COLUMNS = (
    Column(1, "a", "INTEGER", 23, -1, not_null=True, comment="first"),
    Column(2, "B b", "INTEGER[][]", 1007, -1, default="'{}'"),
)
KEYS = (
    Key(20, "t_pkey", "p", ("B b", "a")),
    Key(21, "t_fkey", "f", ("a",), 16387, ("a",)),
    Key(22, "t_check", "c", ("a",), shown="a > 0"),
)
KEYED = Relation(16386, "d", "public", "T", "r", COLUMNS, comment="said", keys=KEYS)
DATABASE = Database(1, "d", 1, 1, {"public": Schema(2200, "public")}, {("public", "T"): KEYED})
TYPES = Types(
    Given(
        {},
        {23: TypeFacts(4, True, "b", "N", "i", "p", 0), 1007: TypeFacts(-1, False, "b", "A", "i", "x", 0)},
        {},
    ),
    DATABASE,
)


def named(table: str, row: tuple[object, ...]) -> dict[str, object]:
    return dict(zip(TABLES[table].names, row, strict=True))


def test_a_topic() -> None:
    row = named(
        "relations", relation_rows.relation_row(DATABASE, KEYED, ["public", "s"], is_pointed_to=False)
    )
    assert (row["database"], row["oid"], row["schema_oid"], row["owner"]) == ("d", 16386, 2200, 10)
    assert (row["quoted"], row["quoted_schema"], row["same_name"]) == ('"T"', "public", ["public", "s"])
    assert (row["has_index"], row["has_triggers"], row["checks"]) == (True, True, 1)
    assert (row["attributes"], row["comment"], row["definition"]) == (2, "said", None)


def test_what_is_pointed_to_has_triggers() -> None:
    other = Relation(16387, "d", "public", "u", "r", COLUMNS)
    for is_pointed_to in (False, True):
        row = relation_rows.relation_row(DATABASE, other, ["public"], is_pointed_to=is_pointed_to)
        assert named("relations", row)["has_triggers"] is is_pointed_to


def test_an_index_is_a_relation() -> None:
    row = named("relations", relation_rows.index_row(DATABASE, KEYED, KEYS[0], ["public"]))
    assert (row["oid"], row["name"], row["kind"], row["attributes"]) == (20, "t_pkey", "i", 2)
    rows = [named("columns", row) for row in relation_rows.index_columns("d", KEYED, TYPES)]
    found = [(row["relation"], row["attnum"], row["name"], row["type"]) for row in rows]
    assert found == [(20, 1, "B b", 1007), (20, 2, "a", 23)]
    assert [row["not_null"] for row in rows] == [False, False]


def test_columns() -> None:
    rows = [named("columns", row) for row in relation_rows.column_rows(DATABASE, KEYED, TYPES)]
    first, second, *system = rows
    assert (first["typlen"], first["ndims"], first["not_null"], first["comment"]) == (4, 0, True, "first")
    assert (second["typcategory"], second["ndims"], second["default"]) == ("A", 2, "'{}'::integer[]")
    assert [row["attnum"] for row in system] == [-1, -2, -3, -4, -5, -6]
    view = Relation(16388, "d", "public", "v", "v", COLUMNS, definition="select 1")
    assert len(list(relation_rows.column_rows(DATABASE, view, TYPES))) == 2


def test_a_column_of_an_unknown_type() -> None:
    row = named("columns", relation_rows.column_row("d", 1, Told(1, "a", 99), TYPES))
    assert (row["typlen"], row["typcategory"], row["ndims"]) == (None, None, 0)


def test_a_composite_type_is_a_relation() -> None:
    pair = CompositeType(60, 61, "public", "pair", (Attribute("x", "INTEGER", 23),))
    row = named("relations", relation_rows.composite_row(DATABASE, pair, ["public"]))
    assert (row["oid"], row["kind"], row["attributes"]) == (60, "c", 1)
    (column,) = (named("columns", row) for row in relation_rows.field_columns("d", pair, TYPES))
    assert (column["relation"], column["attnum"], column["name"], column["type"]) == (60, 1, "x", 23)


def test_comments() -> None:
    assert list(relation_rows.description_rows("d", KEYED)) == [
        ("d", 16386, 1259, 0, "said"),
        ("d", 16386, 1259, 1, "first"),
    ]
