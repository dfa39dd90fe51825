"""
Files that outlast a power failure: what is made durable with them, and how a refusal is told.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pggate.errors import DiskFull, IoError
from pggate.lake import files


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The directories that were fsynced."""
    told: list[Path] = []
    monkeypatch.setattr(files, "sync_directory", told.append)
    return told


def test_every_new_directory_is_made_durable_in_its_parent(tmp_path: Path, synced: list[Path]) -> None:
    files.make_directories(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]
    files.make_directories(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]


def test_a_file_is_durable_in_its_directory(tmp_path: Path, synced: list[Path]) -> None:
    files.write_durably(tmp_path / "a", b"x" * 100_000)
    assert (tmp_path / "a").read_bytes() == b"x" * 100_000
    assert synced == [tmp_path]


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    files.write_durably(tmp_path / "a", b"first")
    with pytest.raises(FileExistsError):
        files.write_durably(tmp_path / "a", b"second")
    assert (tmp_path / "a").read_bytes() == b"first"


def test_what_cannot_be_made_durable_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(files, "sync_descriptor", refuse)
    with pytest.raises(OSError, match="Input/output error"):
        files.write_durably(tmp_path / "a", b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "error", "code"),
    [
        (errno.ENOSPC, DiskFull, "53100"),
        (errno.EDQUOT, DiskFull, "53100"),
        (errno.EACCES, IoError, "58030"),
    ],
)
def test_a_refusal_names_the_file_and_not_its_place(
    caplog: pytest.LogCaptureFixture, number: int, error: type[IoError | DiskFull], code: str
) -> None:
    path = Path("/a/place/of/ours/NAME")
    with pytest.raises(error) as caught, files.os_errors("write", path):
        raise OSError(number, os.strerror(number))
    assert caught.value.code == code
    assert caught.value.message == f'could not write file "NAME": {os.strerror(number)}'
    assert [vars(record)["fields"]["path"] for record in caplog.records] == [path]


def test_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert files.is_there(tmp_path)
    assert files.is_there(tmp_path / "link")
    assert not files.is_there(tmp_path / "nope")
    assert not files.is_there(tmp_path / "link" / "deeper")
    assert not files.is_there(tmp_path / ("x" * 300))  # longer than a file's name can be


def test_all_that_lies_in_a_file_system_is_synced(tmp_path: Path) -> None:
    files.sync_file_system(tmp_path)
    with pytest.raises(OSError, match="No such file"):
        files.sync_file_system(tmp_path / "nope")
