from __future__ import annotations

from dataclasses import replace

from pggate.types import table
from pggate.types.duck import column_type
from pggate.types.enums import EnumType, cast_column, encoded_as, labels_of, marked_type

MOOD = EnumType(1073741900, 1073741901, "public", "mood", ("sad", "it's ok"))


def test_duckdbs_type_names_the_type() -> None:
    assert MOOD.duckdb == "ENUM('sad', 'it''s ok', '~enum:1073741900:1073741901:mood')"


def test_a_column_of_the_type_has_its_oids() -> None:
    shown = column_type(MOOD.duckdb)
    assert (shown.type.oid, shown.type.name, shown.type.typlen, shown.typmod) == (1073741900, "mood", 4, -1)
    array = column_type(f"{MOOD.duckdb}[]").type
    assert (array.oid, array.name, array.sql) == (1073741901, "_mood", "mood[]")


def test_an_enum_of_duckdbs_own_is_text() -> None:
    assert column_type("ENUM('a', 'b')").type is table.TEXT
    assert marked_type("a") is None


def test_what_functions_give_that_have_nothing_to_say() -> None:
    assert column_type("ENUM('', '~enum:2278:0:void')").type is table.VOID


def test_a_name_with_capitals_is_shown_in_quotes() -> None:
    found = marked_type('~enum:1:2:The "Mood"')
    assert found is not None
    assert found.sql == '"The ""Mood"""'


def test_lists_are_cast_item_by_item() -> None:
    assert cast_column("c", "ENUM('a')") == "CAST(c AS ENUM('a'))"
    assert cast_column("c", "ENUM('a')[]") == """list_transform(c, lambda "~x": CAST("~x" AS ENUM('a')))"""


def test_labels_are_written_as_texts() -> None:
    assert encoded_as(column_type(MOOD.duckdb).type) is table.TEXT
    array = encoded_as(column_type(f"{MOOD.duckdb}[]").type)
    assert (array.name, array.element and array.element.oid) == ("_text", MOOD.oid)
    assert encoded_as(table.INT4) is table.INT4


def test_labels() -> None:
    enum = EnumType(0x40000001, 0x40000002, "public", "mood", ("sad", "it's"))
    marked = marked_type(enum.mark)
    assert marked is not None
    made = replace(marked, duckdb=enum.duckdb)
    assert labels_of(made) == labels_of(table.array_of(made)) == ("sad", "it's")
    assert labels_of(table.TEXT) == ()
