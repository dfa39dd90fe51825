"""
Results as Arrow; over the network: tests/flight/test_queries.py.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.session.arrow_query import schema_of
from pggate.session.statement.outcome import Column


@pytest.mark.parametrize(
    ("duckdb", "arrow"),
    [
        ("INTEGER", pa.int32()),
        ("DECIMAL(10,2)", pa.decimal128(10, 2)),
        ("INTEGER[]", pa.list_(pa.int32())),
        ("TIMESTAMP WITH TIME ZONE", pa.timestamp("us", "UTC")),
        ("INTERVAL", pa.string()),
        ("TIME WITH TIME ZONE", pa.string()),
    ],
)
def test_schemas(duckdb: str, arrow: pa.DataType) -> None:
    assert schema_of([Column("a", duckdb=duckdb)]).field("a").type == arrow
