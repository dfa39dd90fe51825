"""
Objects in a directory: what put promises, and how the operating system's refusals are told.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

import pytest

from pggate.errors import DiskFull, IoError, PgError
from pggate.lake import objects
from pggate.lake.objects import LocalStorage, path_name, segment_key


@pytest.fixture
def storage(tmp_path: Path) -> LocalStorage:
    return LocalStorage(tmp_path / "data")


@pytest.mark.parametrize("data", [b"", b"x", b"\0\xff" * 500_000])
def test_what_is_put_is_there(storage: LocalStorage, data: bytes) -> None:
    stored = storage.put("public/t/a.parquet", data)
    assert stored.uri == f"{storage.root}public/t/a.parquet"
    assert (stored.size, stored.md5) == (len(data), hashlib.md5(data).hexdigest())
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
    monkeypatch.setattr(objects, "sync_descriptor", refuse)
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


def test_check_tells_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(IoError, match=r"storage .*/file/deeper/ is not usable: could not write"):
        LocalStorage(tmp_path / "file" / "deeper").check()


def test_under_is_one_level_deeper(storage: LocalStorage) -> None:
    storage.under("sales/").put("a", b"x")
    assert storage.get("sales/a") == b"x"
    assert storage.under("sales/").root == f"{storage.root}sales/"


def test_new_files_are_not_executable(storage: LocalStorage) -> None:
    storage.put("a", b"x")
    assert not (storage.directory / "a").stat().st_mode & stat.S_IXUSR


def test_segment_keys_sort_by_time_and_are_uuids_of_version_7() -> None:
    low, high = b"\0" * 10, b"\xff" * 10
    keys = [segment_key(time, random) for time in (0, 1, 1_700_000_000_000) for random in (low, high)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert keys[0] == "00000000-0000-7000-8000-000000000000.parquet"
    assert keys[-1] == "018bcfe5-6800-7fff-bfff-ffffffffffff.parquet"
    shape = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.parquet\Z")
    assert all(shape.match(key) for key in keys)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("my_data__stream", "my_data__stream"),
        ("a-1", "a-1"),
        ("Sales", "~53ales"),
        ("../x", "~2E~2E~2Fx"),
        ("a=b", "a~3Db"),
        ("é", "~C3~A9"),
        ("~", "~7E"),
    ],
)
def test_a_database_name_is_one_safe_file_name(name: str, path: str) -> None:
    assert path_name(name) == path
