"""
Composite types that nobody has declared: which OID each has, and how its values look.
"""

from __future__ import annotations

import duckdb

from pggate.types.columns import ColumnEncoding, cells
from pggate.types.composites import ROW_TYPES, is_struct_type, row_type_oid
from pggate.types.duck import Shown, column_type
from pggate.types.ducktype import parse, spell
from pggate.types.enums import encoded_as
from pggate.types.table import INT4, RECORD, TEXT, PgField, PgType

COMPOSITES = Shown(structs_as_composites=True)


def of(duckdb_type: str, shown: Shown = COMPOSITES) -> PgType:
    return column_type(duckdb_type, shown).type


def test_a_struct_has_an_oid_of_its_own() -> None:
    found = of("STRUCT(a INTEGER, b VARCHAR)")
    assert found.oid == of('STRUCT("a" INTEGER, "b" VARCHAR)').oid
    assert found.oid == 0x677A5F96  # for good: clients and their programs know it
    others = {
        of(text).oid
        for text in (
            "STRUCT(a INTEGER, b INTEGER)",
            "STRUCT(a INTEGER, c VARCHAR)",
            "STRUCT(b VARCHAR, a INTEGER)",
            "STRUCT(a INTEGER)",
            "STRUCT(a INTEGER, b VARCHAR[])",
            "STRUCT(a STRUCT(a INTEGER, b VARCHAR))",
        )
    }
    assert len(others | {found.oid}) == 7
    assert found.fields == (PgField("a", INT4), PgField("b", TEXT))
    assert (found.array_oid, found.name) == (found.oid + 1, f"struct_{found.oid:x}")


def test_lists_of_structs_are_arrays_of_their_type() -> None:
    element = of("STRUCT(a INTEGER)")
    found = of("STRUCT(a INTEGER)[][]")
    assert (found.oid, found.element) == (element.array_oid, element)


def test_the_types_that_are_known_come_first() -> None:
    shape = spell(parse("STRUCT(a INTEGER)"))
    known = PgType("t", 0x50000000, 0x50000001, -1, "t", shape, fields=(PgField("a", INT4),))
    shown = Shown(composites=(known,))
    assert of("STRUCT(a INTEGER)", shown) is known
    assert of("STRUCT(a INTEGER)[]", shown).oid == known.array_oid
    assert of("STRUCT(a BIGINT)", shown).name == "json"
    row = of("STRUCT(STRUCT(a INTEGER))", shown)
    assert (row.oid, row.fields) == (RECORD.oid, (PgField("f1", known),))


def test_row_types_lie_apart() -> None:
    assert row_type_oid(16384) == ROW_TYPES.start
    assert row_type_oid(16385) == ROW_TYPES.start + 2
    assert not is_struct_type(of("INTEGER"))
    assert is_struct_type(of("STRUCT(a INTEGER)"))


def written(expression: str, format_: int = 0) -> list[bytes | None]:
    relation = duckdb.sql(f"SELECT {expression} AS x")
    column = relation.to_arrow_table().column(0).combine_chunks()
    text = str(relation.types[0])
    found: list[bytes | None] = cells(ColumnEncoding(encoded_as(of(text)), text, format_), column).to_pylist()
    return found


def test_values_of_both_formats() -> None:
    assert written("{'a': 1, 'b': 'x y'}") == [b'(1,"x y")']
    assert written("[{'a': 1}, NULL, {'a': NULL::INTEGER}]") == [b"{(1),NULL,()}"]
    assert written("{'a': {'b': 1}}") == [b'("(1)")']
    inner = of("STRUCT(b INTEGER)").oid
    assert written("{'a': {'b': 1}}", 1) == [
        bytes.fromhex(f"00000001 {inner:08x} 00000010 00000001 00000017 00000004 00000001")
    ]
    assert written("[{'b': 1}]", 1) == [
        bytes.fromhex(
            f"00000001 00000000 {inner:08x} 00000001 00000001 00000010 00000001 00000017 00000004 00000001"
        )
    ]
