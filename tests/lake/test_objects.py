"""
What every kind of storage promises: that it was tried, and a place for each database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import IoError
from pggate.lake.local import LocalStorage
from pggate.lake.objects import check_object, path_name

if TYPE_CHECKING:
    from pathlib import Path


class Forgetful(LocalStorage):
    """A place that answers with something else than what was put there."""

    def get(self, path: str) -> bytes:
        return super().get(path)[::-1]


def test_check_tells_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(IoError, match=r"storage .*/file/deeper/ is not usable: could not write"):
        LocalStorage(tmp_path / "file" / "deeper").check()


def test_check_reads_what_it_has_written(tmp_path: Path) -> None:
    check_object(LocalStorage(tmp_path))
    with pytest.raises(IoError, match="does not return what was written"):
        check_object(Forgetful(tmp_path))
    assert list(tmp_path.iterdir()) == []


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
