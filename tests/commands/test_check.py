from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import duckdb
import psycopg
import pytest

from pggate import __version__, datadir
from pggate.commands import check
from pggate.commands.check import run
from pggate.composition import open_gateway
from pggate.config import Config, Lake
from pggate.datadir import DataDirectory
from pggate.types import rows
from tests.lake.tools import create
from tests.lake.tools import run as run_sql
from tests.processes import Program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fix_gateway import Gateway, NewGateway


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


@pytest.mark.slow
def test_a_directory_that_nobody_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config(data_dir=tmp_path / "new")
    opened(config)
    for _ in range(2):
        code, said = lines(capsys, config, lake=True)
        assert code == 0
        assert said[:3] == [
            "ok   configuration",
            f"ok   pggate {__version__}, DuckDB and extensions {duckdb.__version__}",
            f"ok   rows are encoded by {'the compiled kernel' if rows.IS_COMPILED else check.UNCOMPILED}",
        ]
        assert said[3:] == ["ok   lake reachable and writable", "ok   database pggate undamaged"]


def test_versions_that_do_not_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise RuntimeError("pggate needs duckdb 1.5.5, not 1.4.0")

    monkeypatch.setattr(check, "require_versions", refuse)
    code, said = lines(capsys, Config(data_dir=tmp_path))
    assert code == 1
    assert said[1].startswith(f"FAIL pggate {__version__}, DuckDB and extensions ")
    assert said[1].endswith(": pggate needs duckdb 1.5.5, not 1.4.0")


@pytest.mark.slow
def test_damage_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config(data_dir=tmp_path)
    opened(config, "insert into t values (1)")
    for file in (tmp_path / "data").rglob("*.parquet"):
        file.unlink()
    code, said = lines(capsys, config, lake=True)
    assert code == 1
    assert said[-1].startswith("FAIL database pggate undamaged: ")


def test_a_directory_held_by_who_does_not_listen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datadir, "LOCK_SECONDS", 0.05)
    holder = DataDirectory(tmp_path)
    code, said = lines(capsys, Config(data_dir=tmp_path))
    holder.release()
    assert code == 1
    assert said[-1].startswith(f"FAIL lake reachable and writable: {tmp_path} is in use by another process")


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


def test_several_checks_at_once(gateway: Gateway) -> None:
    command = [sys.executable, "-m", "pggate", "check", "--data-dir", str(gateway.data_dir)]
    checks = [Program(command, cwd=gateway.directory, env=dict(os.environ)) for _ in range(3)]
    try:
        assert [(check.wait(), check.log().splitlines()[3:]) for check in checks] == [
            (0, ["ok   lake, asked of the running server"])
        ] * 3
    finally:
        for check in checks:
            check.stop()
    assert topics(gateway) == []


def test_what_a_killed_check_has_left(
    gateway: Gateway, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(data_dir=gateway.data_dir)
    left = ["~pggate check", "~pggate check 0123456789abcdef"]
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        for name in (*left, "mine"):
            connection.execute(f'create table "{name}" (x int)')
    assert lines(capsys, config)[0] == 0
    assert topics(gateway) == ["mine", *left]  # so young they may be in use
    monkeypatch.setattr(check, "ABANDONED_SECONDS", 0)
    assert lines(capsys, config)[0] == 0
    assert topics(gateway) == ["mine"]
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("drop table mine")


def topics(gateway: Gateway) -> list[str]:
    with psycopg.connect(gateway.dsn()) as connection:
        return [name for (name,) in connection.execute("select name from pggate.topics order by name")]


def test_a_running_server_whose_lake_cannot_be_written(
    new_gateway: NewGateway, capsys: pytest.CaptureFixture[str]
) -> None:
    gateway = new_gateway("--https", "off", "--http", "off", "--metrics", "off")
    config = Config(data_dir=gateway.data_dir)
    storage = gateway.data_dir / "data"
    storage.rename(gateway.data_dir / "away")
    storage.write_text("no directory")
    code, said = lines(capsys, config)
    assert code == 1
    assert said[-1].startswith("FAIL lake, asked of the running server: ")
    assert len(said) == 4
    storage.unlink()
    (gateway.data_dir / "away").rename(storage)
    assert lines(capsys, config)[0] == 0
    assert topics(gateway) == []


def test_a_running_server_that_does_not_let_us_in(
    gateway: Gateway, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "wrong")
    code, said = lines(capsys, Config(data_dir=gateway.data_dir))
    assert code == 1
    assert said[-1].startswith("FAIL lake, asked of the running server: the server refuses the password")
