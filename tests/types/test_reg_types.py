"""
regclass and its kin, as PostgreSQL 15 sends them.
"""

from __future__ import annotations

import duckdb
import pytest

from pggate.types.columns import ColumnEncoding
from pggate.types.duck import column_type
from pggate.types.ducktype import parse
from pggate.types.oids import PG_TYPE
from pggate.types.reg_types import REG_TYPES, REGTYPE, reg_type
from pggate.types.rows import encode

VALUE = "{'~regtype': 23::uinteger, 'name': 'integer'}"


def test_they_are_postgresqls() -> None:
    rows = {row.typname: row for row in PG_TYPE}
    for one in REG_TYPES:
        row = rows[one.name]
        assert (one.oid, one.array_oid, one.typlen) == (row.oid, row.typarray, row.typlen)


@pytest.mark.parametrize(
    ("duckdb_type", "name"),
    [
        ('STRUCT("~regclass" UINTEGER, "name" VARCHAR)', "regclass"),
        ('STRUCT("~regtype" UINTEGER, "name" VARCHAR)', "regtype"),
        ('STRUCT(regtype UINTEGER, "name" VARCHAR)', None),
        ("STRUCT(UINTEGER, VARCHAR)", None),
        ("VARCHAR", None),
    ],
)
def test_the_first_field_tells(duckdb_type: str, name: str | None) -> None:
    found = reg_type(parse(duckdb_type))
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("sql", "text", "binary"),
    [
        (VALUE, b"integer", bytes.fromhex("00000017")),
        (
            f"[{VALUE}]",
            b"{integer}",
            bytes.fromhex("00000001000000000000089e00000001000000010000000400000017"),
        ),
        (f"nullif({VALUE}, {VALUE})", None, None),
    ],
)
def test_values(sql: str, text: bytes | None, binary: bytes | None) -> None:
    result = duckdb.sql(f"select {sql} as x")
    batch = result.to_arrow_table().to_batches()[0]
    duckdb_type = str(result.types[0])
    for format_, expected in ((0, text), (1, binary)):
        column = ColumnEncoding(column_type(duckdb_type).type, duckdb_type, format_)
        cell = (-1).to_bytes(4, signed=True) if expected is None else len(expected).to_bytes(4) + expected
        assert bytes(encode(batch, [column]).data).endswith(cell)


def test_the_name_of_a_type_in_the_catalog() -> None:
    batch = duckdb.sql("select unnest(['smallint', null]) as x").to_arrow_table().to_batches()[0]
    text, binary = (encode(batch, [ColumnEncoding(REGTYPE, "VARCHAR", format_)]) for format_ in (0, 1))
    null = b"\xff\xff\xff\xff"
    assert bytes(text.data).endswith(null)
    assert b"\x00\x00\x00\x08smallint" in bytes(text.data)
    assert b"\x00\x00\x00\x04\x00\x00\x00\x15" in bytes(binary.data)
