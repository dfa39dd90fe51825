from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import stat
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from pggate import datadir
from pggate.datadir import LOCK, PASSWORD, DataDirectory, DirectoryInUseError, kept_password, running_server
from tests.processes import Program

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from pggate.datadir import DataDirectory
DataDirectory(Path(sys.argv[1])).announce({"pgwire": "127.0.0.1:5439"})
print("held", flush=True)
import signal
signal.pause()
"""


class Held(DataDirectory):
    """
    Released by `closing`.
    """

    def close(self) -> None:
        self.release()


def test_it_is_made_and_taken_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datadir, "LOCK_SECONDS", 0.05)
    path = tmp_path / "a" / "b"
    first = DataDirectory(path)
    with pytest.raises(
        DirectoryInUseError, match=f"^{path} is in use by another process, pid {os.getpid()}$"
    ):
        DataDirectory(path)
    first.release()
    DataDirectory(path).release()


@pytest.mark.parametrize("older", [None, 0o755])
def test_it_is_its_owners_alone(tmp_path: Path, older: int | None) -> None:
    path = tmp_path / "data"
    if older is not None:
        path.mkdir()
        path.chmod(older)
    directory = DataDirectory(path)
    (path / "new").write_text("")
    (tmp_path / "elsewhere").mkdir()
    directory.release()
    assert mode(path) == 0o700
    assert (mode(path / LOCK), mode(path / "new")) == (0o600, 0o600)
    assert mode(tmp_path / "elsewhere") == 0o700, "where DuckDB spills to"
    path.chmod(0o755)
    DataDirectory(path).release()
    assert mode(path) == 0o700, "made by an older version"


@pytest.mark.parametrize(("shared", "content"), [(0o1777, None), (0o755, "a file of somebody's")])
def test_what_is_not_ours_alone_keeps_its_mode(tmp_path: Path, shared: int, content: str | None) -> None:
    if content is not None:
        (tmp_path / "file").write_text(content)
    tmp_path.chmod(shared)
    DataDirectory(tmp_path).release()
    assert mode(tmp_path) == shared


def test_a_tool_that_looks_is_not_in_the_way(tmp_path: Path) -> None:
    with (tmp_path / LOCK).open("w") as looking:
        fcntl.flock(looking, fcntl.LOCK_SH)
        threading.Timer(0.1, fcntl.flock, (looking, fcntl.LOCK_UN)).start()
        DataDirectory(tmp_path).release()


def test_a_holder_that_says_nothing_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datadir, "LOCK_SECONDS", 0.05)
    with (tmp_path / LOCK).open("w") as holder:
        fcntl.flock(holder, fcntl.LOCK_EX)
        with pytest.raises(DirectoryInUseError, match=r"is in use by another process$"):
            DataDirectory(tmp_path)
        assert running_server(tmp_path) is None


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileExistsError):
        DataDirectory(tmp_path / "file")


def test_where_the_server_is(tmp_path: Path) -> None:
    assert running_server(tmp_path / "nowhere") is None
    assert running_server(tmp_path) is None
    directory = DataDirectory(tmp_path)
    assert running_server(tmp_path) is None, "it has not said yet"
    for pgwire in ("127.0.0.1:15432", "[::1]:5432", "off"):
        listeners = {"pgwire": pgwire, "http": "off"}
        directory.announce(listeners)
        assert running_server(tmp_path) == listeners
    directory.release()
    assert running_server(tmp_path) is None


def test_what_a_dead_server_said_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text('{"pid": 1, "listeners": {"pgwire": "127.0.0.1:5432"}}')
    assert running_server(tmp_path) is None


@pytest.mark.server
def test_the_lock_lasts_as_long_as_the_process(tmp_path: Path) -> None:
    holder = Program([sys.executable, "-c", HOLD, str(tmp_path)], cwd=tmp_path)
    try:
        holder.wait_for("^held", 30)
        assert running_server(tmp_path) == {"pgwire": "127.0.0.1:5439"}
        with pytest.raises(DirectoryInUseError, match=f"pid {holder.pid}$"):
            DataDirectory(tmp_path)
        holder.send(signal.SIGKILL)
        holder.wait()
        assert running_server(tmp_path) is None
        DataDirectory(tmp_path).release()
    finally:
        holder.stop()


@pytest.mark.parametrize("older", [None, 0o644])
def test_the_first_password_is_its_owners_alone(tmp_path: Path, older: int | None) -> None:
    file = tmp_path / PASSWORD
    if older is not None:
        file.write_text("a much older and much longer password than the new one will be")
        file.chmod(older)
    with contextlib.closing(Held(tmp_path)) as directory:
        password = directory.first_password()
        assert len(password) >= 32
        assert file.read_text() == password
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert directory.first_password() != password
        for _ in range(2):
            directory.forget_password()
            assert not file.exists()


@pytest.mark.parametrize(
    ("kept", "environ", "password"),
    [
        ("from file\n", {}, "from file"),
        ("from file", {"PGPASSWORD": "from environment"}, "from environment"),
        ("from file", {"PGPASSWORD": ""}, ""),
        (None, {"PGPASSWORD": "from environment"}, "from environment"),
        (None, {}, None),
    ],
)
def test_the_password_that_the_tools_find(
    tmp_path: Path, kept: str | None, environ: dict[str, str], password: str | None
) -> None:
    if kept is not None:
        (tmp_path / PASSWORD).write_text(kept)
    assert kept_password(tmp_path, environ) == password
