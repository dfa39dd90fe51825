"""
Bulk ingest of Flight SQL's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from adbc_driver_manager import OperationalError

from tests.flight.adbc import rows, run
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adbc_driver_flightsql import dbapi

MANY = pa.table({"k": pa.array(range(50_000), pa.int64()), "v": [f"v{i}" for i in range(50_000)]})


def test_bulk_ingest(adbc: dbapi.Connection) -> None:
    with adbc.cursor() as cursor:
        assert cursor.adbc_ingest("big", MANY, mode="create") == 50_000
        assert rows(adbc, "select count(*), max(v) from big") == [(50_000, "v9999")]
        with pytest.raises(OperationalError, match='relation "big" already exists'):
            cursor.adbc_ingest("big", MANY, mode="create")
        cursor.adbc_ingest("big", MANY.slice(0, 10), mode="append")
        assert rows(adbc, "select count(*) from big") == [(50_010,)]
        cursor.adbc_ingest("big", MANY.slice(0, 7), mode="replace")
        assert rows(adbc, "select count(*) from big") == [(7,)]
        with pytest.raises(OperationalError, match='relation "nope" does not exist'):
            cursor.adbc_ingest("nope", MANY, mode="append")
        for _ in range(2):
            cursor.adbc_ingest("both", MANY.slice(0, 5), mode="create_append")
    assert rows(adbc, "select count(*) from both") == [(10,)]


def test_what_cannot_be_ingested_leaves_what_was_there(adbc: dbapi.Connection) -> None:
    good, bad = pa.table({"v": ["a"]}), pa.table({"v": ["a\0b"]})
    with adbc.cursor() as cursor:
        cursor.adbc_ingest("kept", good, mode="create")
        for mode in ("replace", "append"):
            with pytest.raises(OperationalError):
                cursor.adbc_ingest("kept", bad, mode=mode)
        with pytest.raises(OperationalError):
            cursor.adbc_ingest("new", bad, mode="create")
    assert rows(adbc, "select * from kept") == [("a",)]
    assert rows(adbc, "select relname from pg_class where relname like 'new%' or relname like 'kept%'") == [
        ("kept",)
    ]


@pytest.mark.parametrize(("mode", "said"), [("create", "Unknown"), ("create_append", "Unavailable")])
def test_a_table_that_another_makes_meanwhile(adbc: dbapi.Connection, mode: str, said: str) -> None:
    """Where it may be there already, sending the rows again helps, and the status says so."""
    one = pa.record_batch({"k": [1]})

    def batches() -> Iterator[pa.RecordBatch]:
        yield one
        wait_until(lambda: rows(adbc, "select 1 from pg_class where relname like 'both~%'") != [])
        rows(adbc, "create table both (k bigint)")
        yield one

    with adbc.cursor() as cursor:
        reader = pa.RecordBatchReader.from_batches(one.schema, batches())
        with pytest.raises(OperationalError, match="already exists") as caught:
            cursor.adbc_ingest("both", reader, mode=mode)  # type: ignore[arg-type]
        assert f"Detail: {said}" in str(caught.value) or f"({said}" in str(caught.value)
        if mode == "create_append":
            assert cursor.adbc_ingest("both", pa.table({"k": [1]}), mode="create_append") == 1
            assert rows(adbc, "select k from both") == [(1,)]
    run(adbc, "drop table both")
