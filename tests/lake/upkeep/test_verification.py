"""
What is wrong with a file is found by reading it, and nothing is found where nothing is wrong.
"""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pggate.errors import QueryCanceled
from pggate.lake.upkeep.compaction import compact
from pggate.lake.upkeep.small_files import Merge
from pggate.lake.upkeep.verification import Findings, Verified, rows_of, verify
from tests.lake.tools import batch, create, integers, rows, run
from tests.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.lake.lake import Lake
    from pggate.lake.writer import Writer
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


@pytest.fixture
def lake(keeping_lake: Lake) -> Lake:
    return keeping_lake


@pytest.fixture
def appended(lake: Lake, writer: Writer) -> Path:
    """A topic of one segment, with a receipt; the segment."""
    topic = create(lake, "t", "k integer")
    receipt = writer.submit(topic, [batch(k=integers(*range(1000)))]).result(LONG)
    return Path(receipt.segments[0].uri)


def faults(lake: Lake) -> list[str]:
    """What is said of the one file there is."""
    return [fault.partition(".parquet ")[2] for fault in verify(lake).faults]


def test_a_busy_lake_is_sound(lake: Lake, writer: Writer) -> None:
    topic = create(lake, "t", "k integer, v varchar")
    for n in range(3):
        writer.submit(topic, [batch(k=integers(n, n + 10))]).result(LONG)
    run(lake, "insert into t select i, 'x' from range(1000) r(i)", "delete from t where k = 5")
    assert verify(lake).faults == []
    with contextlib.closing(lake.engine.cursor()) as cursor:
        compact(lake, cursor, Merge(topic.table_id, 0, 1 << 20, 1 << 20))
    run(lake, "create table gone (k integer)", "insert into gone values (1)", "drop table gone")
    ((count,),) = rows(lake, "select count(*) from t")
    found = verify(lake)
    assert (found.faults, found.orphans) == ([], [])
    (known,) = found.topics.values()
    assert (known.rows, known.files) == (
        count,
        3,
    )  # the merged one, one with deleted rows, and which those are
    assert verify(lake, ("public", "nope")) == Findings()


def test_what_is_missing(lake: Lake, appended: Path) -> None:
    appended.unlink()
    assert faults(lake) == ["is missing"]
    assert verify(lake, ("public", "t")).topics == {
        "public.t": Verified(1, 1000, verify(lake).topics["public.t"].bytes)
    }


def cut(data: bytes) -> bytes:
    return data[:-10]


def flipped(data: bytes) -> bytes:
    """A bit of the first page is another."""
    return data[:200] + bytes([data[200] ^ 1]) + data[201:]


def other_rows(data: bytes) -> bytes:
    """A sound file with one row less."""
    written = io.BytesIO()
    pq.write_table(pq.read_table(pa.BufferReader(data)).slice(1), written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (cut, ["has ", "is not what was written", "is damaged"]),
        (flipped, ["is not what was written"]),
        (
            other_rows,
            ["has ", "is not what was written", "has 999 rows by its footer", "has 999 rows by its pages"],
        ),
    ],
)
def test_what_is_not_as_it_was(
    lake: Lake, appended: Path, damage: Callable[[bytes], bytes], found: list[str]
) -> None:
    appended.write_bytes(damage(appended.read_bytes()))
    said = faults(lake)
    assert all(any(fault.startswith(start) for fault in said) for start in found), said


def test_a_damaged_delete_file_and_doubled_ones(s3_lake: Lake) -> None:
    create(s3_lake, "t", "k integer")
    run(s3_lake, "insert into t select range from range(10)", "delete from t where k = 1")
    files = f"{s3_lake.metadata}.ducklake_delete_file"
    run(s3_lake, f"insert into {files} select * replace (99 as delete_file_id) from {files}")
    (fault,) = verify(s3_lake).faults
    assert "2 live delete files" in fault
    run(s3_lake, f"delete from {files} where delete_file_id = 99")
    run(s3_lake, f"update {files} set delete_count = 2")
    assert faults(s3_lake)[0].startswith("has 1 rows by its footer, the catalog says 2")


def test_orphans_are_told_and_no_fault(
    lake: Lake, storage: WatchedStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(lake, "t", "k integer")
    storage.put("public/t/left.parquet", b"left")
    monkeypatch.setattr("pggate.lake.upkeep.verification.find_orphans", lambda *_: ["public/t/left.parquet"])
    found = verify(lake)
    assert (found.faults, found.orphans) == ([], ["public/t/left.parquet"])
    assert verify(lake, ("public", "t")).orphans == []


def test_it_can_be_interrupted(lake: Lake, appended: Path) -> None:
    with pytest.raises(QueryCanceled):
        verify(lake, None, lambda: True)


def test_on_s3_too(s3_lake: Lake) -> None:
    create(s3_lake, "t", "k integer")
    run(s3_lake, "insert into t select range from range(10)")
    assert verify(s3_lake).faults == []
    ((path,),) = rows(s3_lake, f"select path from {s3_lake.metadata}.ducklake_data_file")
    s3_lake.storage.delete(f"public/t/{path}")
    assert faults(s3_lake) == ["is missing"]


def test_rows_are_counted_by_reading_them() -> None:
    written = io.BytesIO()
    pq.write_table(pa.table({"a": [1, 2, 3]}), written)
    assert rows_of(written.getvalue()) == (3, 3)
    with pytest.raises(pa.ArrowException):
        rows_of(b"PAR1")
