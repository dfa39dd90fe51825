from __future__ import annotations

import argparse
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from pggate.app import open_gateway
from pggate.commands.check import run
from pggate.config import Config, Lake
from pggate.datadir import DataDirectory
from tests.lake.tools import create
from tests.lake.tools import run as run_sql

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fix_gateway import Gateway


def lines(capsys: pytest.CaptureFixture[str], config: Config, *, lake: bool = False) -> tuple[int, list[str]]:
    code = run(config, argparse.Namespace(lake=lake))
    return code, capsys.readouterr().out.splitlines()


@pytest.mark.slow
def test_a_directory_that_nobody_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config(data_dir=tmp_path / "new")
    for _ in range(2):
        code, said = lines(capsys, config, lake=True)
        assert code == 0
        assert said[0] == "ok   configuration"
        assert said[2:] == ["ok   lake reachable and writable", "ok   database pggate undamaged"]


@pytest.mark.slow
def test_damage_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config(data_dir=tmp_path)
    with ExitStack() as stack:
        directory = DataDirectory(tmp_path)
        stack.callback(directory.release)
        database = open_gateway(config, directory, stack).databases.find("pggate")
        create(database.lake, "t", "a integer")
        run_sql(database.lake, "insert into t values (1)")
    for file in (tmp_path / "data").rglob("*.parquet"):
        file.unlink()
    code, said = lines(capsys, config, lake=True)
    assert code == 1
    assert said[-1].startswith("FAIL database pggate undamaged: ")


def test_a_directory_held_by_who_does_not_listen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    holder = DataDirectory(tmp_path)
    code, said = lines(capsys, Config(data_dir=tmp_path))
    holder.release()
    assert code == 1
    assert said[-1] == f"FAIL lake reachable and writable: {tmp_path} is in use by another process"


def test_a_directory_that_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    code, said = lines(capsys, Config(data_dir=tmp_path / "file"))
    assert code == 1
    assert said[-1].startswith("FAIL lake reachable and writable: ")


@pytest.mark.server
def test_a_storage_that_does_not_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lake = Lake(catalog="postgresql://nobody@127.0.0.1:1/nothing")
    code, said = lines(capsys, Config(data_dir=tmp_path, lake=lake))
    assert code == 1
    assert said[-1].startswith("FAIL lake reachable and writable: ")
    assert len(said) == 3


def test_a_running_server_is_asked(gateway: Gateway, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config(data_dir=gateway.data_dir)
    for _ in range(2):
        assert lines(capsys, config)[1][2:] == ["ok   lake, asked of the running server"]
    code, said = lines(capsys, config, lake=True)
    assert code == 1
    assert said[-1].startswith("FAIL damage: stop the server first")


def test_a_running_server_that_does_not_let_us_in(
    gateway: Gateway, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "wrong")
    code, said = lines(capsys, Config(data_dir=gateway.data_dir))
    assert code == 1
    assert said[-1].startswith("FAIL lake, asked of the running server: the server refuses the password")
