"""
pggate verify, of a lake at rest and of a running server.
"""

from __future__ import annotations

import argparse
import json
from contextlib import ExitStack
from typing import TYPE_CHECKING

import psycopg
import pytest

from pggate.commands.client import ClientError
from pggate.commands.verify import run
from pggate.composition import open_gateway
from pggate.config import Config
from pggate.datadir import DataDirectory
from pggate.errors import PgError
from tests.lake.tools import create
from tests.lake.tools import run as run_sql

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fix_gateway import NewGateway


def verified(config: Config, topic: str | None = None, *, as_json: bool = False) -> int:
    return run(config, argparse.Namespace(topic=topic, json=as_json))


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A lake at rest with a topic t of two rows."""
    config = Config(data_dir=tmp_path / "data")
    with ExitStack() as stack:
        directory = DataDirectory(config.data_dir)
        stack.callback(directory.release)
        lake = open_gateway(config, directory, stack).databases.find("pggate").lake
        create(lake, "t", "a integer")
        run_sql(lake, "insert into t values (1), (2)")
    return config


def segment(config: Config) -> Path:
    (file,) = (config.data_dir / "data").rglob("*.parquet")
    return file


@pytest.mark.slow
def test_a_sound_lake(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(config) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert first.strip() == f"pggate.public.t: 2 rows in 1 files of {segment(config).stat().st_size} bytes"
    assert last == "ok   pggate"


@pytest.mark.slow
def test_a_damaged_one(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    segment(config).unlink()
    assert verified(config, "t", as_json=True) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["sound"] is False
    assert found["databases"]["pggate"]["faults"][0].endswith("is missing")
    assert verified(config) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("FAIL pggate.public.t: file ")


@pytest.mark.slow
def test_what_is_not_there(config: Config, tmp_path: Path) -> None:
    with pytest.raises(PgError) as caught:
        verified(config, "nope")
    assert caught.value.code == "42P01"
    with pytest.raises(ClientError):
        verified(Config(data_dir=tmp_path / "none"))


@pytest.mark.server
def test_a_running_server_is_asked(new_gateway: NewGateway, capsys: pytest.CaptureFixture[str]) -> None:
    gateway = new_gateway("--https", "off", "--http", "off", "--flight", "off")
    with psycopg.connect(gateway.dsn(), autocommit=True) as client:
        client.execute("create schema s")
        client.execute('create table s."T" (a int)')
        client.execute('insert into s."T" values (1)')
    config = Config(data_dir=gateway.data_dir)
    assert verified(config, 's."T"') == verified(config) == 0
    assert "pggate.s.T: 1 rows in 1 files" in capsys.readouterr().out
    segment(config).write_bytes(b"PAR1")
    assert verified(config) == 1
