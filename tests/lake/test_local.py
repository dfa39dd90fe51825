"""
Objects in a directory: what put promises, and what a refused one leaves behind.
"""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest

from pggate.errors import DiskFull, IoError, PgError
from pggate.lake import files
from pggate.lake.local import LocalStorage


@pytest.fixture
def storage(tmp_path: Path) -> LocalStorage:
    return LocalStorage(tmp_path / "data")


@pytest.mark.parametrize("data", [b"", b"x", b"\0\xff" * 500_000])
def test_what_is_put_is_there(storage: LocalStorage, data: bytes) -> None:
    stored = storage.put("public/t/a.parquet", data)
    assert stored.uri == f"{storage.root}public/t/a.parquet"
    assert (stored.size, stored.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert storage.get("public/t/a.parquet") == data
    assert storage.exists("public/t/a.parquet")


def test_an_object_is_never_written_twice(storage: LocalStorage) -> None:
    storage.put("a", b"first")
    with pytest.raises(IoError, match="File exists"):
        storage.put("a", b"second")
    assert storage.get("a") == b"first"


def test_file_and_every_new_directory_are_synced(
    storage: LocalStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def record(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        real(descriptor)

    if not Path("/proc/self/fd").exists():
        pytest.skip("no /proc: the paths of descriptors cannot be told here")
    monkeypatch.setattr(os, "fsync", record)
    storage.put("public/t/a", b"x")
    base = str(storage.directory)
    assert synced == [
        str(storage.directory.parent),
        base,
        f"{base}/public",
        f"{base}/public/t/a",
        f"{base}/public/t",
    ]
    synced.clear()
    storage.put("public/t/b", b"x")
    assert synced == [f"{base}/public/t/b", f"{base}/public/t"]


@pytest.mark.parametrize(("number", "error"), [(28, DiskFull), (122, DiskFull), (5, IoError)])
def test_a_refused_write_leaves_nothing(
    storage: LocalStorage,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    number: int,
    error: type[PgError],
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    storage.put("first", b"x")
    monkeypatch.setattr(files, "sync_descriptor", refuse)
    with pytest.raises(error, match=r'^could not write file "a": ') as refused:
        storage.put("public/t/a", b"x")
    assert str(storage.directory) not in str(refused.value), "clients are told"
    told = [str(getattr(record, "fields", {}).get("path")) for record in caplog.records]
    assert str(storage.directory / "public" / "t" / "a") in told, "the operator is, too"
    assert not storage.exists("public/t/a")


def test_delete_and_delete_all(storage: LocalStorage) -> None:
    storage.put("public/t/a", b"x")
    storage.delete("public/t/a")
    storage.delete("public/t/a")
    assert not storage.exists("public/t/a")
    storage.put("public/t/b", b"x")
    storage.delete_all()
    storage.delete_all()
    assert not storage.directory.exists()
    storage.put("public/t/c", b"x")  # the directories come back


def test_a_missing_object_is_an_error(storage: LocalStorage) -> None:
    with pytest.raises(IoError, match="No such file"):
        storage.get("nope")


def test_sync_and_check(storage: LocalStorage) -> None:
    storage.sync()
    storage.check()
    assert list(storage.directory.iterdir()) == []


def test_under_is_one_level_deeper(storage: LocalStorage) -> None:
    storage.under("sales/").put("a", b"x")
    assert storage.get("sales/a") == b"x"
    assert storage.under("sales/").root == f"{storage.root}sales/"


def test_new_files_are_not_executable(storage: LocalStorage) -> None:
    storage.put("a", b"x")
    assert not (storage.directory / "a").stat().st_mode & stat.S_IXUSR
