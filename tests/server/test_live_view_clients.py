"""
Live views as psql and psycopg have them: by the simple and the extended protocol, as text and in binary.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway

pytestmark = pytest.mark.server


@pytest.fixture
def client(gateway: Gateway) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with psycopg.connect(gateway.dsn(), autocommit=True) as client:
        client.execute("drop table if exists clients_t cascade")
        client.execute("create table clients_t (g text, v int, at timestamptz)")
        client.execute("insert into clients_t values ('a', 1, '2024-01-01 00:00:30+00')")
        yield client
        client.execute("drop table clients_t cascade")


@pytest.mark.parametrize("binary", [False, True])
def test_by_psycopg(client: psycopg.Connection[tuple[object, ...]], binary: bool) -> None:
    client.execute(
        "create materialized view clients_m as select g, count(*) from clients_t with"
        " (window_type='tumbling', window_size='1 minute', timestamp_column='at')"
    )
    client.execute("create streaming view clients_s as select g, v from clients_t")
    client.execute("insert into clients_t values (%s, %s, '2024-01-01 00:00:40+00')", ["a", 2])
    with client.cursor(binary=binary) as cursor:
        plan = cursor.execute("explain materialized view clients_m", prepare=True).fetchall()
        assert [column.name for column in cursor.description or ()] == ["QUERY PLAN"]
        assert plan[1] == ("  Kind: groups",)
        counted = cursor.execute("select g, count from clients_m where window_end > window_start").fetchall()
        assert counted == [("a", 2)]
        status = cursor.execute(
            "select kind, topics, lag_snapshots, lag_seconds, rows_in, late_rows, note from pggate.view_status"
            " where name = %s",
            ["clients_m"],
        ).fetchone()
        assert status == ("groups", ["public.clients_t"], 0, 0.0, 1, 0, None)
    with pytest.raises(psycopg.errors.FeatureNotSupported) as raised:
        client.execute("create streaming view clients_x as select sum(v) from clients_t")
    assert raised.value.diag.statement_position == "43"


def test_by_psql(gateway: Gateway, client: psycopg.Connection[tuple[object, ...]]) -> None:
    client.execute("create materialized view clients_m as select g from clients_t where v > 9")

    def psql(*commands: str) -> str:
        options = [word for command in commands for word in ("-c", command)]
        done = subprocess.run(
            ["psql", gateway.dsn(), "-XAtq", *options], capture_output=True, text=True, check=True
        )
        return done.stdout

    assert "No row of its topic passes WHERE." in psql("explain materialized view clients_m")
    assert psql("set pggate.show_live_views_as = 'table'", "\\dt clients_m").startswith(
        "public|clients_m|table"
    )
    assert psql("\\dm clients_m").startswith("public|clients_m|materialized view")
