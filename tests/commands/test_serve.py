from __future__ import annotations

import argparse
import logging
from typing import TYPE_CHECKING

import psycopg
import pytest

from pggate.app import Addresses
from pggate.commands.client import ClientError
from pggate.commands.serve import ready_line, run
from pggate.config import Config, Tls
from pggate.datadir import PASSWORD, DataDirectory
from tests.processes import ProgramError, free_ports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fix_gateway import Gateway, NewGateway

ADDRESSES = Addresses("127.0.0.1:5432", "off", "127.0.0.1:8080", "off")
LINE = "pggate ready pgwire=127.0.0.1:5432 https=off http=127.0.0.1:8080 metrics=off"
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
    with pytest.raises(ClientError, match="No such file or directory"):
        run(Config(data_dir=tmp_path / "data", tls=tls), SERVE)


def test_a_port_that_is_taken(gateway: Gateway, new_gateway: NewGateway) -> None:
    host, port = gateway.addresses["pgwire"]
    other = new_gateway("--listen", f"{host}:{port}", start=False)
    with pytest.raises(ProgramError, match=f"pggate: cannot listen on {host}:{port}: .*in use"):
        other.start()
    assert "Traceback" not in other.log()


def test_from_ready_to_the_end(new_gateway: NewGateway) -> None:
    gateway = new_gateway("--https", "off", "--metrics", "off")
    assert set(gateway.addresses) == {"pgwire", "http"}
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


def test_no_port_is_needed_twice(new_gateway: NewGateway) -> None:
    (port,) = free_ports(1)
    gateway = new_gateway("--listen", f"127.0.0.1:{port}")
    gateway.kill()
    gateway.start()
    assert gateway.addresses["pgwire"] == ("127.0.0.1", port)
