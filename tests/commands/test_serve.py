from __future__ import annotations

import argparse
import logging
import os
import re
import signal
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import psycopg
import pyarrow as pa
import pytest

from pggate.commands.client import ClientError
from pggate.commands.serve import ready_line, run
from pggate.commands.token import new_token
from pggate.config import Address, Config, Tls
from pggate.datadir import PASSWORD, DataDirectory
from pggate.doors import Addresses
from pggate.keys import listener
from pggate.lake.ownership import KEY
from tests.processes import ProgramError, free_ports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway, NewGateway

ADDRESSES = Addresses("127.0.0.1:5432", "off", "127.0.0.1:8080", "127.0.0.1:50051", "off", "off")
LINE = "pggate ready pgwire=127.0.0.1:5432 https=off http=127.0.0.1:8080 flight=127.0.0.1:50051 flight_sql=off metrics=off"
SERVE = argparse.Namespace(print_config=False)


@pytest.mark.parametrize(
    ("auth", "kept", "tells"), [("scram", True, True), ("scram", False, False), ("trust", True, False)]
)
def test_the_ready_line(tmp_path: Path, auth: str, kept: bool, tells: bool) -> None:
    if kept:
        (tmp_path / PASSWORD).write_text("secret")
    line = ready_line(Config(data_dir=tmp_path, auth=auth), ADDRESSES)  # type: ignore[arg-type]
    assert line == LINE + (f" password in {tmp_path / PASSWORD}" if tells else "")


def test_the_configuration_is_printed_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(Config(data_dir=tmp_path / "new"), argparse.Namespace(print_config=True)) == 0
    assert f"data_dir: {tmp_path / 'new'}\n" in capsys.readouterr().out
    assert not (tmp_path / "new").exists()


@pytest.fixture
def logging_as_it_was() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("pggate")
    before = root.handlers[:], root.level, ours.level
    root.handlers[:] = []  # pytest's own would be closed
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    ours.setLevel(before[2])


@pytest.mark.server
@pytest.mark.usefixtures("logging_as_it_was")
def test_a_directory_in_use(tmp_path: Path) -> None:
    holder = DataDirectory(tmp_path)
    with pytest.raises(ClientError, match=f"{tmp_path} is in use by another process"):
        run(Config(data_dir=tmp_path), SERVE)
    holder.release()


@pytest.mark.server
@pytest.mark.usefixtures("logging_as_it_was")
def test_a_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ClientError, match=f"{tmp_path / 'file'}: File exists"):
        run(Config(data_dir=tmp_path / "file"), SERVE)


@pytest.mark.server
@pytest.mark.usefixtures("logging_as_it_was")
def test_a_certificate_that_is_not_there(tmp_path: Path) -> None:
    tls = Tls(certificate=tmp_path / "no.crt", key=tmp_path / "no.key")
    with pytest.raises(ClientError, match=rf"^{tmp_path / 'no.crt'}: No such file or directory$"):
        run(Config(data_dir=tmp_path / "data", tls=tls), SERVE)


def test_one_gateway_at_a_time_on_a_postgresql_catalog(new_gateway: NewGateway, postgres_url: str) -> None:
    config = {"lake": {"catalog": postgres_url}}
    first, second = new_gateway(config=config), new_gateway(config=config, start=False)
    with pytest.raises(
        ProgramError, match="pggate: the PostgreSQL catalog is in use by another gateway on 127"
    ):
        second.start()
    assert "Traceback" not in second.log()
    first.kill()
    first.start()
    assert first.terminate() == 0


def test_who_has_lost_the_catalog_stops(new_gateway: NewGateway, postgres_url: str) -> None:
    config = {"lake": {"catalog": postgres_url}}
    first = new_gateway(config=config)
    with psycopg.connect(postgres_url, autocommit=True) as thief:
        ended = (
            "select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and granted"
        )
        thief.execute(ended)
        thief.execute("select pg_advisory_lock(%s)", (KEY,))
        log = first.wait_for("^pggate: the PostgreSQL catalog is in use by another gateway")
        assert "Traceback" not in log.string
    assert "event=catalog_taken" in first.log()


def test_a_port_that_is_taken(gateway: Gateway, new_gateway: NewGateway) -> None:
    host, port = gateway.addresses["pgwire"]
    other = new_gateway("--listen", f"{host}:{port}", start=False)
    with pytest.raises(ProgramError, match=f"pggate: cannot listen on {host}:{port}: .*in use"):
        other.start()
    assert "Traceback" not in other.log()


def test_an_ipv6_address_can_be_read_back(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--listen", "[::1]:0", "--http", "[::1]:0", "--https", "off", "--metrics", "off")
    (ready,) = [line for line in gateway.log().splitlines() if line.startswith("pggate ready")]
    for name, host, port in re.findall(r"(pgwire|http)=(\S+):(\d+)", ready):
        assert listener(f"{host}:{port}") == Address("::1", gateway.addresses[name][1])
    with psycopg.connect(gateway.dsn()) as connection:
        connection.execute("create table t (a int)")
    config = Config(data_dir=gateway.data_dir, http=listener(f"[::1]:{gateway.addresses['http'][1]}"))
    assert new_token(config, "public.t")


def test_from_ready_to_the_end(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--https", "off", "--metrics", "off")
    assert set(gateway.addresses) == {"pgwire", "http", "flight", "flight_sql"}
    assert f"password in {gateway.data_dir / PASSWORD}" in gateway.log()
    with psycopg.connect(gateway.dsn()) as connection:
        connection.execute("alter role pggate password 'another'")
    assert gateway.password is None, "the file would only mislead"
    assert gateway.terminate() == 0
    gateway.start()
    with psycopg.connect(gateway.dsn(password="another")) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
    assert gateway.log().count("password in") == 1
    assert "Traceback" not in gateway.log()


def listening(pid: int) -> int:
    """On how many TCP sockets a process accepts (proc(5): 0A is LISTEN)."""
    held = set()
    for one in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            held.add(str(one.readlink()))
    rows = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]
    ]
    return sum(row[3] == "0A" and f"socket:[{row[9]}]" in held for row in rows)


def test_every_listener_can_be_off(new_gateway: NewGateway) -> None:
    flags = ("--listen", "--https", "--http", "--flight", "--flight-sql", "--metrics")
    gateway = new_gateway(*chain.from_iterable((flag, "off") for flag in flags))
    assert (
        "pggate ready pgwire=off https=off http=off flight=off flight_sql=off metrics=off password in"
        in gateway.log()
    )
    assert listening(gateway.pid) == 0
    os.kill(gateway.pid, signal.SIGINT)
    assert gateway.terminate() == 0
    assert "Traceback" not in gateway.log()


def test_a_gateway_that_only_takes_posts(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--listen", "off", "--https", "off", "--flight", "off", "--flight-sql", "off")
    assert re.search(
        r"^pggate ready pgwire=off https=off http=\S+ flight=off flight_sql=off metrics=\S+ ", gateway.log()
    )
    assert listening(gateway.pid) == 2
    answer = httpx.get(f"{gateway.metrics_url}/readyz", trust_env=False)
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})
    headers = {"Content-Type": "application/vnd.apache.arrow.stream"}
    answer = httpx.post(f"{gateway.http_url}/ingest/{'0' * 64}", headers=headers, trust_env=False)
    assert (answer.status_code, answer.json()) == (401, {"error": "unknown token"})


def test_no_path_of_ours_reaches_a_client(new_gateway: NewGateway) -> None:
    gateway = new_gateway()
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("create table t (a int)")
        connection.execute("insert into t values (1)")
        token = new_token(Config(data_dir=gateway.data_dir), "public.t")
        (segment,) = (gateway.data_dir / "data").rglob("*.parquet")
        segment.unlink()
        segment.parent.rmdir()
        segment.parent.write_text("no directory")
        said = []
        for statement in ("insert into t values (2)", "delete from t where a = 1", "select * from t"):
            with pytest.raises(psycopg.Error) as caught:
                connection.execute(statement)
            said.append(str(caught.value))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, pa.schema([("a", pa.int32())])) as writer:
        writer.write_batch(pa.record_batch({"a": pa.array([3], pa.int32())}))
    headers = {"Content-Type": "application/vnd.apache.arrow.stream"}
    url = f"{gateway.http_url}/ingest/{token}"
    answer = httpx.post(url, content=sink.getvalue().to_pybytes(), headers=headers, trust_env=False)
    assert answer.status_code == 503
    for sentence in (*said, answer.text):
        assert ".parquet" in sentence
        assert str(gateway.data_dir) not in sentence
    gateway.wait_for(f"event=file_failed action=write path={gateway.data_dir}/data/pggate/public/t/")


def test_no_port_is_needed_twice(new_gateway: NewGateway) -> None:
    (port,) = free_ports(1)
    gateway = new_gateway("--listen", f"127.0.0.1:{port}")
    gateway.kill()
    gateway.start()
    assert gateway.addresses["pgwire"] == ("127.0.0.1", port)
