from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.engine.batch_file import BatchFile
from pggate.errors import DiskFull, PgError

if TYPE_CHECKING:
    from pathlib import Path

BATCHES = [
    pa.record_batch({"a": pa.array([1, None, 3]), "s": pa.array(["x", None, ""])}),
    pa.record_batch({"a": pa.array([4], pa.int64()), "s": pa.array(["\0ä"])}),
]


def test_batches_are_read_at_any_place(tmp_path: Path) -> None:
    file = BatchFile(tmp_path)
    assert (len(file), file.size) == (0, 0)
    for batch in BATCHES:
        file.write(batch)
    assert len(file) == 2
    assert [file.read(1), file.read(0), file.read(1)] == [BATCHES[1], BATCHES[0], BATCHES[1]]
    file.write(BATCHES[0])
    assert file.read(2) == BATCHES[0]
    file.close()


def test_no_file_is_left_with_a_name(tmp_path: Path) -> None:
    file = BatchFile(tmp_path)
    file.write(BATCHES[0])
    assert file.size > 0
    assert list(tmp_path.iterdir()) == []
    file.close()


def test_a_missing_directory_is_an_error_of_the_server(tmp_path: Path) -> None:
    with pytest.raises(PgError) as caught:
        BatchFile(tmp_path / "none")
    assert caught.value.code == "58P01"


def test_a_full_disk_leaves_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, room = os.pwrite, 100

    def filling(descriptor: int, data: memoryview, offset: int) -> int:
        """As a file system does: what fits is written, and only the next call fails."""
        nonlocal room
        if not room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = real(descriptor, data[:room], offset)
        room -= written
        return written

    file = BatchFile(tmp_path)
    file.write(BATCHES[0])
    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", filling)
        with pytest.raises(DiskFull):
            file.write(BATCHES[1])
    file.write(BATCHES[1])
    assert [file.read(0), file.read(1)] == BATCHES
    file.close()
