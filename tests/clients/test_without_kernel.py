"""
A gateway whose compiled kernel could not be built says so, and answers the same.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from pggate.commands.check import UNCOMPILED
from tests.clients.conftest import fresh_database

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = pytest.mark.server

HIDING = """
import sys

class Hidden:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "pggate.types._kernel":
            raise ModuleNotFoundError(name=name)

sys.meta_path.insert(0, Hidden)
"""

QUERY = """
    select i::int a, i * 1000000007::bigint b, i / 7.0::double c, (i * 12.5)::decimal(18, 2) d, i % 3 = 0 e,
        'ä' || chr(9) || i f, case when i % 2 = 0 then '"' || i || '\\N' end g, date '2020-01-01' + i::int h,
        timestamp '2020-01-01' + interval (i) hour j, timestamptz '2020-07-01 12:00Z' k, [i, null] l,
        {'x': i} m, 'ab'::blob n, uuid '00000000-0000-0000-0000-000000000001' p
    from range(3000) r(i) order by i
"""
COLUMNS = "a, b, c, d, e, f, g, h, j, k, l, n, p"
"""What can be copied in again."""

COPIES = ["", "(format csv, header)", "(format binary)"]


@pytest.fixture
def hiding(tmp_path: Path) -> dict[str, str]:
    """The environment of a Python that finds no kernel."""
    directory = tmp_path / "hiding"
    directory.mkdir()
    (directory / "sitecustomize.py").write_text(HIDING)
    return {"PYTHONPATH": str(directory)}


def answers(gateway: Gateway) -> list[Any]:
    """What a gateway makes of rows in every way."""
    found: list[Any] = []
    with (
        fresh_database(gateway) as server,
        psycopg.connect(server.dsn, autocommit=True) as connection,
    ):
        connection.execute(f"create table t as {QUERY}")
        found += [
            connection.execute("select *, interval (a) day o from t order by a", binary=binary).fetchall()
            for binary in (False, True)
        ]
        for options in COPIES:
            connection.execute(f"create table u as select {COLUMNS} from t limit 0")
            with connection.cursor().copy(
                f"copy (select {COLUMNS} from t order by a) to stdout {options}"
            ) as copy:
                data = b"".join(copy)
            with connection.cursor().copy(f"copy u from stdin {options}") as copy:
                copy.write(data)
            found += [data, connection.execute("select * from u order by a").fetchall()]
            connection.execute("drop table u")
        with (
            pytest.raises(psycopg.errors.InvalidTextRepresentation) as raised,
            connection.cursor().copy("copy t (a) from stdin") as copy,
        ):
            copy.write("1\nx\n")
        found.append(raised.value.diag.context)
    return found


def test_it_answers_the_same(new_gateway: NewGateway, gateway: Gateway, hiding: dict[str, str]) -> None:
    without = new_gateway("--https", "off", environ=hiding)
    assert without.log().count("event=rows_uncompiled") == 1
    assert "rows_uncompiled" not in gateway.log()
    assert answers(without) == answers(gateway)


@pytest.mark.parametrize("hidden", [False, True])
def test_a_check_reports_it(tmp_path: Path, hiding: dict[str, str], *, hidden: bool) -> None:
    environ = os.environ | (hiding if hidden else {})
    said = subprocess.run(
        [sys.executable, "-m", "pggate", "check", "--data-dir", str(tmp_path / "none")],
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    encoder = UNCOMPILED if hidden else "the compiled kernel"
    assert f"ok   rows are encoded by {encoder}" in said.stdout.splitlines()
