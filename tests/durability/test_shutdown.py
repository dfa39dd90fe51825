"""
How the gateway ends: politely, with nothing lost; and how it refuses to start: in one line.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import psycopg
import pyarrow as pa
import pytest

from pggate.wire import backend, frontend
from tests.durability.tools import (
    Crew,
    Poster,
    Talk,
    metric,
    rows,
    session,
    token_for,
    until_killed,
    value,
)
from tests.ingest.streams import stream
from tests.processes import free_ports
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fix_gateway import Gateway, NewGateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

GRACE = 2
LONG = 25  # a grace that nothing here uses up
WHOLE = GRACE + 13  # seconds for everything: the grace, what comes after it, and a slow machine
SIGNALS = [signal.SIGTERM, signal.SIGINT]
LONG_AGGREGATE = "select sum(hash(i)) from range(100000000000) r(i)"
CONFIG = {"shutdown_grace_seconds": GRACE, "log": {"level": "warning"}}


@pytest.fixture
def gateway(new_gateway: NewGateway) -> Gateway:
    return new_gateway("--https", "off", config=CONFIG)


def end(gateway: Gateway, number: signal.Signals = signal.SIGTERM) -> float:
    """Send a signal and see it through; the seconds it took."""
    began = time.monotonic()
    os.kill(gateway.pid, number)
    assert gateway.terminate() == 0
    assert "Traceback" not in gateway.log()
    return time.monotonic() - began


@pytest.mark.parametrize("number", SIGNALS)
def test_an_idle_gateway_ends_at_once(new_gateway: NewGateway, number: signal.Signals) -> None:
    gateway = new_gateway("--https", "off", config=CONFIG | {"shutdown_grace_seconds": LONG})
    with session(gateway) as connection, until_killed():
        assert rows(connection, "select 1") == [(1,)]
        with (
            socket.create_connection(gateway.addresses["pgwire"]),
            socket.create_connection(gateway.addresses["http"]),
        ):
            assert end(gateway, number) < LONG / 2
            with pytest.raises(psycopg.errors.AdminShutdown):
                connection.execute("select 1")
    for address in gateway.addresses.values():
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(address)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_statement_that_ends_in_time_is_answered(new_gateway: NewGateway, number: signal.Signals) -> None:
    gateway = new_gateway("--https", "off", config=CONFIG | {"shutdown_grace_seconds": LONG})
    talk = Talk(gateway)
    with contextlib.closing(talk.client):
        talk.send(frontend.Query("select count(*) from range(500000000) r(i) where hash(i) = 8"))
        wait_until(lambda: cpu_used(gateway) > 0.5)
        end(gateway, number)
        said = talk.until(backend.ReadyForQuery)
        assert [m.cells() for m in said if isinstance(m, backend.DataRows)] == [((b"0",),)]
        (error,) = [m for m in talk.until(backend.ReadyForQuery) if isinstance(m, backend.ErrorResponse)]
        assert (error.severity, error.error.code) == ("FATAL", "57P01")


def cpu_used(gateway: Gateway) -> float:
    """Cores in use, over a moment."""
    before, began = metric(gateway, "process_cpu_seconds_total"), time.monotonic()
    time.sleep(0.1)
    return (metric(gateway, "process_cpu_seconds_total") - before) / (time.monotonic() - began)


def aggregates(talk: Talk) -> None:
    talk.send(frontend.Query(LONG_AGGREGATE))


def streams(talk: Talk) -> None:
    """A result whose client does not read."""
    talk.send(frontend.Query("select * from range(100000000000)"))


def writes(talk: Talk) -> None:
    talk.send(frontend.Query("insert into t select i from range(100000000000) r(i) where hash(i) = 0"))


def changes(talk: Talk) -> None:
    talk.send(frontend.Query("update t set a = (select max(hash(i)) % 10 from range(100000000000) r(i))"))


def waits(talk: Talk) -> None:
    """For a gate that another session holds, whose statement does not end."""
    talk.send(frontend.Query("delete from u"))


@pytest.mark.parametrize("busy", [aggregates, streams, writes, changes, waits])
def test_a_statement_that_does_not_end_is_canceled(gateway: Gateway, busy: Callable[[Talk], None]) -> None:
    with session(gateway) as connection:
        for name in "tu":
            connection.execute(f"create table {name} as select i::bigint as a from range(10) r(i)")
    holder, talk = Talk(gateway), Talk(gateway)
    with contextlib.closing(holder.client), contextlib.closing(talk.client):
        if busy is waits:
            holder.send(frontend.Query(f"begin; delete from u where a = 1; {LONG_AGGREGATE}"))
            wait_until(lambda: cpu_used(gateway) > 0.5)
        busy(talk)
        if busy is streams:
            assert isinstance(talk.client.receive(), backend.RowDescription)
        else:
            wait_until(lambda: cpu_used(gateway) > 0.5)
        took = end(gateway)
        assert GRACE <= took < WHOLE
        if busy is not streams:
            said = talk.until(backend.ReadyForQuery)
            codes = [m.error.code for m in said if isinstance(m, backend.ErrorResponse)]
            assert codes[0] == "57P01"
    gateway.start()
    with session(gateway) as connection:
        for name in "tu":
            assert rows(connection, f"select count(*), sum(a) from {name}") == [(10, 45)]


def test_appends_in_flight_are_acknowledged_or_refused_and_none_is_lost(gateway: Gateway) -> None:
    with session(gateway) as connection:
        connection.execute("create table t (a int)")
        token = token_for(connection, "public.t")
    acknowledged: set[int] = set()
    refused: set[int] = set()
    unknown: set[int] = set()
    enough = threading.Event()

    def post(first: int) -> None:
        with contextlib.closing(Poster(gateway, token)) as poster:
            for number in range(first, first + 100_000):
                body = stream(pa.record_batch({"a": pa.array([number], pa.int32())}))
                try:
                    answer = poster.post(body)
                except ConnectionRefusedError:
                    refused.add(number)
                    return
                except OSError:  # the connection ended with or before our request
                    unknown.add(number)
                    return
                if answer.status == 200:
                    acknowledged.add(number)
                else:
                    assert answer.status == 503, answer
                    refused.add(number)
                    return
                if len(acknowledged) >= 200:
                    enough.set()

    def insert(first: int) -> None:
        with until_killed(), session(gateway) as connection:
            for number in range(first, first + 100_000):
                unknown.add(number)
                try:
                    connection.execute(f"insert into t values ({number})")
                except psycopg.errors.AdminShutdown:
                    unknown.discard(number)
                    refused.add(number)
                    return
                unknown.discard(number)
                acknowledged.add(number)

    crew = Crew()
    for client in range(16):
        crew.start(post, client * 1_000_000)
    for client in range(16, 20):
        crew.start(insert, client * 1_000_000)
    assert enough.wait(60)
    assert end(gateway) < WHOLE
    crew.join()
    gateway.start()
    with session(gateway) as connection:
        found = [key for (key,) in rows(connection, "select a from t")]
    print(f"{len(acknowledged)} acknowledged, {len(refused)} refused, {len(unknown)} unknown")
    assert len(found) == len(set(found))
    assert acknowledged <= set(found)
    assert not set(found) & refused
    assert set(found) <= acknowledged | unknown
    assert len(acknowledged) >= 200


def test_an_append_that_waits_for_an_idle_transaction_is_committed(gateway: Gateway) -> None:
    """The transaction ends first, so that nobody waits for it."""
    with session(gateway) as connection:
        connection.execute("create table t as select 0 as a")
        token = token_for(connection, "public.t")
        connection.execute("begin")
        connection.execute("delete from t")
        crew, answers = Crew(), list[int]()
        body = stream(pa.record_batch({"a": pa.array([7], pa.int32())}))

        def post() -> None:
            with contextlib.closing(Poster(gateway, token)) as poster:
                answers.append(poster.post(body).status)

        crew.start(post)
        wait_until(lambda: metric(gateway, "pggate_append_waiting_bytes") > 0)
        assert end(gateway) < WHOLE
        crew.join()
        connection.close()
    gateway.start()
    with session(gateway) as connection:
        assert rows(connection, "select a from t order by a") == (
            [(0,), (7,)] if answers == [200] else [(0,)]
        )
        assert answers in ([200], [503])


def test_the_ready_line_and_a_second_start(new_gateway: NewGateway) -> None:
    """What the second start reads of the password is the verifier, not the file that was made for its owner."""
    gateway = new_gateway()
    host, port = gateway.addresses["pgwire"]
    (line,) = gateway.log().splitlines()
    assert line.startswith(f"pggate ready pgwire={host}:{port} https=127.0.0.1:")
    assert line.endswith(f"password in {gateway.data_dir / 'superuser.password'}")
    password = gateway.password
    with session(gateway) as connection:
        connection.execute("create table t as select 1 as a")
    (gateway.data_dir / "superuser.password").write_text("garbage")
    gateway.restart()
    with session(gateway, password=password) as connection:
        assert value(connection, "select a from t") == 1
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(gateway.dsn(password="garbage"))


# --- what stops the start


def refusal(tmp_path: Path, *flags: str, environ: dict[str, str] | None = None) -> str:
    """The one line with which `pggate serve` refuses to start."""
    command = [sys.executable, "-m", "pggate", "serve", *flags]
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PGGATE_")}
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=ours | (environ or {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("pggate: ")
    return line.removeprefix("pggate: ")


def all_free() -> list[str]:
    listeners = ("listen", "https", "http", "flight", "metrics")
    addresses = [f"127.0.0.1:{port}" for port in free_ports(len(listeners))]
    return [
        word for name, address in zip(listeners, addresses, strict=True) for word in (f"--{name}", address)
    ]


@pytest.mark.parametrize("listener", ["listen", "https", "http", "metrics"])
def test_a_taken_port(tmp_path: Path, listener: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        line = refusal(tmp_path, *all_free(), f"--{listener}", address)
        assert line == f"cannot listen on {address}: Address already in use"


def test_an_address_that_is_not_ours(tmp_path: Path) -> None:
    assert "cannot listen on 192.0.2.1:5432" in refusal(tmp_path, *all_free(), "--listen", "192.0.2.1:5432")


def test_a_data_directory_in_use(new_gateway: NewGateway, tmp_path: Path) -> None:
    gateway = new_gateway("--https", "off")
    line = refusal(tmp_path, *all_free(), "--data-dir", str(gateway.data_dir))
    assert line == f"{gateway.data_dir} is in use by another process, pid {gateway.pid}"
    with session(gateway) as connection:
        assert value(connection, "select 1") == 1
    gateway.kill()
    gateway.start()  # what a killed process held is free


def test_a_data_directory_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    line = refusal(tmp_path, *all_free(), "--data-dir", str(tmp_path / "file"))
    assert str(tmp_path / "file") in line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lisen: 127.0.0.1:1\n", "lisen"),
        ("lake:\n  s3:\n    endpiont: http://x\n", "lake.s3.endpiont"),
        ("listen: [1, 2\n", "config.yaml"),
        ("- 1\n", "config.yaml"),
        ("shutdown_grace_seconds: soon\n", "shutdown_grace_seconds"),
        ("limits:\n  gate_idle_seconds: soon\n", "limits.gate_idle_seconds"),
        ("\x00", "config.yaml"),
    ],
)
def test_a_configuration_that_cannot_be_read(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(text)
    assert said in refusal(tmp_path, *all_free(), "--config", str(file))


def test_a_configuration_that_is_not_there(tmp_path: Path) -> None:
    assert "nowhere.yaml" in refusal(tmp_path, "--config", str(tmp_path / "nowhere.yaml"))
    assert str(tmp_path) in refusal(tmp_path, "--config", str(tmp_path))
    (tmp_path / "config.yaml").write_bytes(b"\xff\xfe\xff")
    assert "config.yaml" in refusal(tmp_path, "--config", str(tmp_path / "config.yaml"))


def test_an_unknown_variable(tmp_path: Path) -> None:
    assert "PGGATE_LISEN" in refusal(tmp_path, environ={"PGGATE_LISEN": "x"})


def test_trust_beyond_loopback(tmp_path: Path) -> None:
    assert "trust" in refusal(tmp_path, *all_free(), "--listen", "0.0.0.0:5432", "--auth", "trust")


def test_storage_that_does_not_answer(tmp_path: Path) -> None:
    (port,) = free_ports(1)
    (tmp_path / "config.yaml").write_text(
        f"lake:\n  storage: s3://bucket/lake\n  s3:\n    endpoint: http://127.0.0.1:{port}\n"
        "    access_key: a\n    secret_key: secret-of-the-test\n    url_style: path\n"
    )
    line = refusal(tmp_path, *all_free(), "--config", str(tmp_path / "config.yaml"))
    assert "s3://bucket/lake" in line
    assert "secret-of-the-test" not in line


def test_storage_without_credentials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the configuration nor anywhere in the usual AWS chain."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    environ = {
        "PGGATE_LAKE_STORAGE": "s3://bucket/lake",
        "PGGATE_LAKE_S3_ENDPOINT": f"http://127.0.0.1:{free_ports(1)[0]}",
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "none"),
        "AWS_CONFIG_FILE": str(tmp_path / "none"),
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    line = refusal(tmp_path, *all_free(), environ=environ)
    assert line.startswith("storage s3://bucket/lake/ is not usable: ")
    assert line.endswith(": Unable to locate credentials")


def test_a_catalog_that_does_not_answer(tmp_path: Path) -> None:
    (port,) = free_ports(1)
    catalog = f"postgres://someone:secret-of-the-test@127.0.0.1:{port}/nothing"
    line = refusal(tmp_path, *all_free(), environ={"PGGATE_LAKE_CATALOG": catalog})
    assert str(port) in line
    assert "secret-of-the-test" not in line


def test_a_lake_whose_catalog_is_damaged(new_gateway: NewGateway, tmp_path: Path) -> None:
    gateway = new_gateway("--https", "off")
    assert gateway.terminate() == 0
    catalog = gateway.data_dir / "lakes" / "pggate.duckdb"
    catalog.write_bytes(b"no catalog" * 1000)
    assert "pggate" in refusal(tmp_path, *all_free(), "--data-dir", str(gateway.data_dir))
    catalog.unlink()
    line = refusal(tmp_path, *all_free(), "--data-dir", str(gateway.data_dir))
    assert 'the catalog of database "pggate" is missing' in line
