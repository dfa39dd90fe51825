"""
pggate doctor, on a running gateway.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import psycopg
import pytest

from pggate.commands import doctor
from pggate.commands.client import ClientError
from pggate.config import Config
from pggate.doctor import examination, scripts

if TYPE_CHECKING:
    from tests.fix_gateway import Gateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

OTHERWISE = {"duckdb": 1, "psql": 18, "psycopg": 1, "sqlalchemy": 3}
"""How many steps of a tool are answered otherwise than by PostgreSQL; none of a tool that is not here."""


@pytest.mark.parametrize("tool", scripts.names())
def test_tools(gateway: Gateway, capsys: pytest.CaptureFixture[str], tool: str) -> None:
    config = Config(data_dir=gateway.data_dir)
    answer = doctor.run(config, argparse.Namespace(tools=[tool]))
    *faults, summary = capsys.readouterr().out.splitlines()
    steps, wrong = len(scripts.steps(tool)), OTHERWISE.get(tool, 0)
    assert len(faults) == wrong, "\n".join(faults)
    assert summary == f"{'FAIL' if wrong else 'ok  '} {tool}: {steps - wrong} of {steps}"
    assert answer == bool(wrong)
    with psycopg.connect(gateway.dsn()) as connection:
        databases = [name for (name,) in connection.execute("select datname from pg_database")]
    assert examination.DATABASE not in databases


def test_an_unknown_tool(gateway: Gateway) -> None:
    with pytest.raises(ClientError, match="there is no tool abacus; there are asyncpg, "):
        doctor.run(Config(data_dir=gateway.data_dir), argparse.Namespace(tools=["abacus"]))
