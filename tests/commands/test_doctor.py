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
from tests.reference.examine_tools import AGAIN, examined, kept

if TYPE_CHECKING:
    from tests.fix_gateway import Gateway

pytestmark = [pytest.mark.server, pytest.mark.slow]


@pytest.fixture(scope="module")
def findings(gateway: Gateway) -> dict[str, list[str]]:
    return examined(gateway.data_dir)


@pytest.mark.parametrize("tool", scripts.names())
def test_tools(findings: dict[str, list[str]], tool: str) -> None:
    """What is answered otherwise than by PostgreSQL is known, and in docs/clients.md."""
    assert findings[tool] == kept()[tool], AGAIN


def test_a_line_for_each_tool(gateway: Gateway, capsys: pytest.CaptureFixture[str]) -> None:
    answer = doctor.run(Config(data_dir=gateway.data_dir), argparse.Namespace(tools=["pg8000", "psycopg2"]))
    assert (answer, capsys.readouterr().out) == (0, "ok   pg8000: 2 of 2\nok   psycopg2: 2 of 2\n")
    with psycopg.connect(gateway.dsn()) as connection:
        databases = [name for (name,) in connection.execute("select datname from pg_database")]
    assert examination.DATABASE not in databases


def test_an_unknown_tool(gateway: Gateway) -> None:
    with pytest.raises(ClientError, match="there is no tool abacus; there are adbc, "):
        doctor.run(Config(data_dir=gateway.data_dir), argparse.Namespace(tools=["abacus"]))
