from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.engine import batch_file
from pggate.engine.spool import Spool
from pggate.errors import ConfigurationLimitExceeded, DiskFull, PgError

if TYPE_CHECKING:
    from pathlib import Path

BATCHES = [
    pa.record_batch({"a": pa.array([1, None, 3]), "s": pa.array(["x", None, ""])}),
    pa.record_batch({"a": pa.array([4], pa.int64()), "s": pa.array(["\0ä"])}),
]


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it goes to the disk."""
    monkeypatch.setattr(batch_file, "KEPT_BYTES", 0)


def test_batches_come_back_in_order(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 1 << 20)
    for batch in BATCHES:
        spool.write(batch)
    assert [spool.read(), spool.read(), spool.read()] == [*BATCHES, None]
    spool.close()


def test_writing_goes_on_after_reading_has_begun(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 1 << 20)
    spool.write(BATCHES[0])
    assert spool.read() == BATCHES[0]
    assert spool.read() is None
    spool.write(BATCHES[1])
    assert spool.read() == BATCHES[1]
    spool.close()


def test_every_batch_brings_its_dictionary(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 1 << 20)
    batches = [
        pa.record_batch({"e": pa.DictionaryArray.from_arrays(pa.array([0, 1], pa.uint8()), words)})
        for words in (["a", "b"], ["c", "d"])
    ]
    for batch in batches:
        spool.write(batch)
    assert [spool.read(), spool.read()] == batches
    spool.close()


def test_duplicate_and_missing_columns(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 1 << 20)
    twice = pa.RecordBatch.from_arrays([pa.array([1]), pa.array(["x"])], ["a", "a"])
    spool.write(twice)
    back = spool.read()
    assert back is not None
    assert back.schema.names == ["a", "a"]
    assert back == twice
    spool.close()


def test_no_file_is_left_with_a_name(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 1 << 20)
    spool.write(BATCHES[0])
    assert spool.size > 0
    assert list(tmp_path.iterdir()) == []
    spool.close()


def test_a_full_spool_asks_to_be_read_first(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 10)
    spool.require_room()
    spool.write(BATCHES[0])
    with pytest.raises(ConfigurationLimitExceeded) as caught:
        spool.require_room()
    assert caught.value.hint
    assert spool.read() == BATCHES[0]
    spool.close()


def test_a_missing_directory_is_an_error_of_the_server(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "none", 1)
    with pytest.raises(PgError) as caught:
        spool.write(BATCHES[0])
    assert caught.value.code == "58P01"


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    spool = Spool(tmp_path, 1 << 20)
    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(DiskFull):
        spool.write(BATCHES[0])
    spool.close()


def test_a_short_write_is_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pwrite = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda fd, data, offset: pwrite(fd, data[:100], offset))
    spool = Spool(tmp_path, 1 << 20)
    spool.write(BATCHES[0])
    assert spool.read() == BATCHES[0]
    spool.close()
