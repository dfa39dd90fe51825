"""
Parameters that come as Arrow.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pyarrow as pa

from pggate.flight.parameters import oids, rows, schema_of

BATCH = pa.record_batch(
    {
        "1": pa.array([1, None], pa.int32()),
        "2": pa.array([0.5, None], pa.float64()),
        "3": pa.array(["x", None], pa.string()),
        "4": pa.array([b"\x01", None], pa.binary()),
        "5": pa.array([dt.date(2024, 1, 2), None], pa.date32()),
        "6": pa.array([dt.datetime(2024, 1, 2, 3, 4, 5), None], pa.timestamp("us")),
        "7": pa.array([Decimal("1.50"), None], pa.decimal128(10, 2)),
        "8": pa.array([True, None], pa.bool_()),
        "9": pa.array([[1, None], None], pa.list_(pa.int64())),
        "10": pa.nulls(2),
    }
)


def test_types() -> None:
    assert oids(BATCH.schema) == (23, 701, 0, 17, 1082, 1114, 1700, 16, 1016, 0)
    assert schema_of((23, 25, 1700)).types == [pa.int32(), pa.string(), pa.string()]


def test_values_are_postgresqls_texts() -> None:
    first, second = rows(BATCH)
    assert first == (
        *(b"1", b"0.5", b"x", b"\\x01", b"2024-01-02", b"2024-01-02 03:04:05", b"1.50", b"t", b"{1,NULL}"),
        None,
    )
    assert second == (None,) * 10


def test_rows_without_parameters() -> None:
    assert list(rows(pa.RecordBatch.from_pylist([{}, {}]))) in ([(), ()], [])
