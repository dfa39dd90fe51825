"""
A column as cells: which encoder each type takes.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from pggate.types import table
from pggate.types.columns import ColumnEncoding, cells, column_encoding, is_document


@pytest.mark.parametrize(
    ("duckdb_type", "array", "format_", "written"),
    [
        ("BIGINT", pa.array([1, None]), 0, [b"1", None]),
        ("BIGINT", pa.array([1, None]), 1, [b"\0\0\0\0\0\0\0\1", None]),
        ("INTEGER[]", pa.array([[1, None], []], pa.list_(pa.int32())), 0, [b"{1,NULL}", b"{}"]),
        ("STRUCT(a BIGINT)", pa.array([{"a": 1}, None]), 1, [b'{"a":1}', None]),
        ("STRUCT(a BIGINT)[]", pa.array([[{"a": 1}]]), 0, [b'[{"a":1}]']),
        ("BIT", pa.array([b"\x06\xc2"]), 0, [b"10"]),
    ],
)
def test_cells(duckdb_type: str, array: Any, format_: int, written: list[bytes | None]) -> None:
    assert cells(column_encoding(duckdb_type, format_), array).to_pylist() == written


def test_the_shown_type_decides_the_width() -> None:
    assert cells(ColumnEncoding(table.OID, "BIGINT", 1), pa.array([1])).to_pylist() == [b"\0\0\0\1"]


@pytest.mark.parametrize(
    ("duckdb_type", "is_one"),
    [("STRUCT(a INTEGER)", True), ("MAP(VARCHAR, INTEGER)[]", True), ("VARCHAR[]", False), ("JSON", False)],
)
def test_documents(duckdb_type: str, is_one: bool) -> None:
    assert is_document(column_encoding(duckdb_type)) is is_one
