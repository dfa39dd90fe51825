"""
What a file's columns are read as and made into for a topic that is there.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from pggate.commands.client import ClientError
from pggate.commands.fitting import csv_types, fitted, without_empty


def test_csv_columns_are_read_as_the_topic_has_them() -> None:
    columns = {
        "a": "INTEGER",
        "b": "DECIMAL(8,2)",
        "c": "VARCHAR",
        "d": "TIMESTAMP WITH TIME ZONE",
        "e": "UUID",
        "f": "INTEGER[]",
        "g": "BLOB",
        "h": "STRUCT(x INTEGER)",
    }
    assert csv_types(columns) == {
        "a": pa.int32(),
        "b": pa.decimal128(8, 2),
        "c": pa.string(),
        "d": pa.timestamp("us", "UTC"),
        "e": pa.string(),
    }


def test_nothing_is_no_uuid_and_no_document() -> None:
    batch = pa.record_batch({"a": ["", "x"], "b": ["", "{}"], "c": ["", "x"], "d": [1, 2]})
    columns = {"a": "UUID", "b": "JSON", "c": "VARCHAR", "d": "UUID"}
    assert without_empty(batch, columns).to_pydict() == {
        "a": [None, "x"],
        "b": [None, "{}"],
        "c": ["", "x"],
        "d": [1, 2],
    }


@pytest.mark.parametrize(
    ("array", "duckdb_type", "made"),
    [
        (pa.array([1, None], pa.int64()), "INTEGER", pa.array([1, None], pa.int32())),
        (pa.array([1.0, 2.0]), "SMALLINT", pa.array([1, 2], pa.int16())),
        (pa.array([1, 2], pa.int64()), "DOUBLE", pa.array([1.0, 2.0])),
        (pa.array([0.5]), "FLOAT", pa.array([0.5], pa.float32())),
        (pa.array([Decimal("1.500")]), "DECIMAL(4,2)", pa.array([Decimal("1.50")], pa.decimal128(4, 2))),
        (
            pa.array([dt.datetime(2026, 1, 1)], pa.timestamp("ns")),
            "TIMESTAMP",
            pa.array([dt.datetime(2026, 1, 1)], pa.timestamp("us")),
        ),
    ],
)
def test_values_become_what_the_topic_has(array: Any, duckdb_type: str, made: Any) -> None:
    (found,) = fitted(pa.record_batch({"a": array}), {"a": duckdb_type}).columns
    assert found.equals(made)
    assert found.type == made.type


@pytest.mark.parametrize(
    ("array", "duckdb_type"),
    [
        (pa.array([1], pa.int16()), "INTEGER"),
        (pa.array(["x"]), "INTEGER"),
        (pa.array([1]), "VARCHAR"),
        (pa.array([1]), "BOOLEAN"),
        (pa.array([dt.datetime(2026, 1, 1)]), "TIMESTAMP WITH TIME ZONE"),
        (pa.array([[1]]), "INTEGER[]"),
        (pa.array([1]), None),
    ],
)
def test_what_the_server_takes_or_refuses_is_left_to_it(array: Any, duckdb_type: str | None) -> None:
    columns = {} if duckdb_type is None else {"a": duckdb_type}
    assert fitted(pa.record_batch({"a": array}), columns).column(0).type == array.type


@pytest.mark.parametrize(
    ("array", "duckdb_type"),
    [
        (pa.array([3_000_000_000]), "INTEGER"),
        (pa.array([1.5]), "INTEGER"),
        (pa.array([Decimal("1.555")]), "DECIMAL(4,2)"),
        (pa.array([1], pa.timestamp("ns")), "TIMESTAMP"),
    ],
)
def test_a_value_that_is_none_of_the_topics_is_refused(array: Any, duckdb_type: str) -> None:
    with pytest.raises(ClientError, match=r'^column "a" is of type'):
        fitted(pa.record_batch({"a": array}), {"a": duckdb_type})
