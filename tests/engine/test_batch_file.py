from __future__ import annotations

import errno
import os
from pathlib import Path

import pyarrow as pa
import pytest

from pggate.engine import batch_file
from pggate.engine.batch_file import KEPT_BYTES, BatchFile
from pggate.errors import DiskFull, PgError

BATCHES = [
    pa.record_batch({"a": pa.array([1, None, 3]), "s": pa.array(["x", None, ""])}),
    pa.record_batch({"a": pa.array([4], pa.int64()), "s": pa.array(["\0ä"])}),
]


@pytest.fixture
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it goes to the disk."""
    monkeypatch.setattr(batch_file, "KEPT_BYTES", 0)


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.parametrize("kept", [0, 1000, KEPT_BYTES])
def test_batches_are_read_at_any_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    monkeypatch.setattr(batch_file, "KEPT_BYTES", kept)
    file = BatchFile(tmp_path)
    assert (len(file), file.size) == (0, 0)
    for batch in BATCHES:
        file.write(batch)
    assert len(file) == 2
    assert [file.read(1), file.read(0), file.read(1)] == [BATCHES[1], BATCHES[0], BATCHES[1]]
    file.write(BATCHES[0])
    assert file.read(2) == BATCHES[0]
    file.close()


def test_few_rows_need_no_file(tmp_path: Path) -> None:
    before = descriptors()
    file = BatchFile(tmp_path)
    file.write(BATCHES[0])
    assert descriptors() == before
    many = pa.record_batch({"a": range(KEPT_BYTES)})
    file.write(many)
    assert descriptors() == before + 1
    assert [file.read(0), file.read(1)] == [BATCHES[0], many]
    file.close()
    assert descriptors() == before


@pytest.mark.usefixtures("nothing_is_kept")
def test_no_file_is_left_with_a_name(tmp_path: Path) -> None:
    file = BatchFile(tmp_path)
    file.write(BATCHES[0])
    assert file.size > 0
    assert list(tmp_path.iterdir()) == []
    file.close()


@pytest.mark.usefixtures("nothing_is_kept")
def test_a_missing_directory_is_an_error_of_the_server(tmp_path: Path) -> None:
    file = BatchFile(tmp_path / "none")
    with pytest.raises(PgError) as caught:
        file.write(BATCHES[0])
    assert caught.value.code == "58P01"


def test_a_full_disk_leaves_what_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = descriptors()
    file = BatchFile(tmp_path)
    file.write(BATCHES[0])
    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(DiskFull):
        file.write(pa.record_batch({"a": range(KEPT_BYTES)}))
    assert descriptors() == before
    assert (len(file), file.read(0)) == (1, BATCHES[0])
    file.close()


@pytest.mark.usefixtures("nothing_is_kept")
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
