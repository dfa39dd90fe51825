"""
The types and relations that follow from what there is.
"""

from __future__ import annotations

from pggate.catalog.derived_rows import derived_rows, row_types
from pggate.catalog.model import Column, Database, Key, Relation, Schema
from pggate.catalog.tables import TABLES

PUBLIC = Schema(2200, "public")
COLUMNS = (Column(1, "a", "INTEGER", 23, -1), Column(2, "b", "VARCHAR", 1043, 24))
KEYED = Relation(
    16386, "d", "public", "t", "r", COLUMNS,
    keys=(Key(20, "t_pkey", "p", ("b", "a")), Key(21, "t_fkey", "f", ("a",), 16387, ("a",))),
)  # fmt: skip
OTHER = Relation(16387, "d", "public", "u", "r", COLUMNS)
DATABASE = Database(1, "d", 1, 1, {"public": PUBLIC}, {("public", "t"): KEYED, ("public", "u"): OTHER})


def named(table: str, row: tuple[object, ...]) -> dict[str, object]:
    return dict(zip(TABLES[table].names, row, strict=True))


def test_a_row_type_and_its_arrays() -> None:
    of_rows, of_arrays = (named("own_types", row) for row in row_types(DATABASE, KEYED))
    assert (of_rows["typname"], of_rows["typtype"], of_rows["typrelid"]) == ("t", "c", 16386)
    assert of_rows["typarray"] == of_arrays["oid"] == 0x50000000 + 2 * 2 + 1
    assert (of_arrays["typname"], of_arrays["typelem"]) == ("_t", of_rows["oid"])
    assert (of_arrays["base"], of_arrays["spelled"], of_arrays["brackets"]) == (of_rows["oid"], "t", "[]")


def test_what_keys_make() -> None:
    rows = derived_rows(DATABASE)
    (index,) = (named("derived_relations", row) for row in rows["derived_relations"])
    assert (index["oid"], index["name"], index["kind"], index["attributes"]) == (20, "t_pkey", "i", 2)
    assert [row[2:] for row in rows["derived_columns"]] == [(1, "b", 1043, 24), (2, "a", 23, -1)]
    assert rows["keyed_relations"] == [("d", 16386, True, True), ("d", 16387, False, True)]
    _, foreign = (named("key_names", row) for row in rows["key_names"])
    assert (foreign["columns"], foreign["other"], foreign["other_columns"]) == (["a"], 16387, ["a"])


def test_a_sequence_has_no_row_type() -> None:
    sequence = Relation(30, "d", "public", "s", "S", ())
    assert list(row_types(DATABASE, sequence)) == []
