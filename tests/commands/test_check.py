from __future__ import annotations

import argparse
from contextlib import ExitStack
from typing import TYPE_CHECKING

import psycopg
import pytest

from pggate.commands.check import run
from pggate.composition import open_gateway
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


def opened(config: Config, *statements: str) -> None:
    """A lake with a topic t."""
    with ExitStack() as stack:
        directory = DataDirectory(config.data_dir)
        stack.callback(directory.release)
        lake = open_gateway(config, directory, stack).databases.find("pggate").lake
        create(lake, "t", "a integer")
        run_sql(lake, *statements)


@pytest.mark.parametrize("is_there", [False, True])
def test_where_there_is_no_lake_none_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], is_there: bool
) -> None:
    config = Config(data_dir=tmp_path / "a" / "new")
    if is_there:
        config.data_dir.mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    code, said = lines(capsys, config, lake=True)
    assert (code, said[3:]) == (0, [f"ok   no lake in {config.data_dir} yet: pggate serve would make one"])
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.server
def test_where_there_is_no_lake_its_catalog_is_reached_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], postgres_url: str
) -> None:
    config = Config(data_dir=tmp_path / "new", lake=Lake(catalog=postgres_url))
    code, said = lines(capsys, config)
    assert (code, said[3:]) == (0, [f"ok   no lake in {config.data_dir} yet: pggate serve would make one"])
    assert not config.data_dir.exists()
    with psycopg.connect(postgres_url) as connection:
        schemas = "select count(*) from pg_namespace where nspname like 'pggate%'"
        assert connection.execute(schemas).fetchone() == (0,)
    away = Config(data_dir=tmp_path / "new", lake=Lake(catalog="postgresql://nobody@127.0.0.1:1/nothing"))
    code, said = lines(capsys, away)
    assert code == 1
    assert said[-1].startswith("FAIL lake reachable and writable: ")


def test_a_directory_that_nobody_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config(data_dir=tmp_path / "new")
    opened(config)
    for _ in range(2):
        code, said = lines(capsys, config, lake=True)
        assert code == 0
        assert said[0] == "ok   configuration"
        assert said[3:] == ["ok   lake reachable and writable", "ok   database pggate undamaged"]


@pytest.mark.slow
def test_damage_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config(data_dir=tmp_path)
    opened(config, "insert into t values (1)")
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
    assert len(said) == 4


def test_a_running_server_is_asked(gateway: Gateway, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config(data_dir=gateway.data_dir)
    for _ in range(2):
        assert lines(capsys, config)[1][3:] == ["ok   lake, asked of the running server"]
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("create database other")
        connection.execute("create table t (a int)")
        connection.execute("insert into t values (1)")
    code, said = lines(capsys, config, lake=True)
    assert (code, said[4:]) == (0, ["ok   database other undamaged", "ok   database pggate undamaged"])
    for file in (gateway.data_dir / "data").rglob("*.parquet"):
        file.unlink()
    code, said = lines(capsys, config, lake=True)
    assert code == 1
    assert said[-1].startswith("FAIL database pggate undamaged: public.t: file public/t/")
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("drop table t")


def test_a_running_server_that_does_not_let_us_in(
    gateway: Gateway, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "wrong")
    code, said = lines(capsys, Config(data_dir=gateway.data_dir))
    assert code == 1
    assert said[-1].startswith("FAIL lake, asked of the running server: the server refuses the password")
