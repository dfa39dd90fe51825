from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import psycopg
import pytest

from pggate.commands.client import ClientError
from pggate.commands.door import Door, door_of
from pggate.commands.ingest import run
from pggate.config import Address, Config, Tls
from pggate.datadir import DataDirectory
from tests.processes import free_ports

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fix_gateway import NewGateway

HTTP, HTTPS = Address("127.0.0.1", 1), Address("127.0.0.1", 2)


@pytest.mark.parametrize(
    ("http", "https", "door"),
    [
        (HTTP, HTTPS, "http://127.0.0.1:1"),
        (HTTP, None, "http://127.0.0.1:1"),
        (None, HTTPS, "https://127.0.0.1:2"),
    ],
)
@pytest.mark.parametrize("announced", [False, True])
def test_http_first(
    tmp_path: Path, http: Address | None, https: Address | None, door: str, announced: bool
) -> None:
    config = Config(data_dir=tmp_path, http=http, https=https)
    if announced:
        directory = DataDirectory(tmp_path)
        directory.announce({"http": str(http or "off"), "https": str(https or "off")})
        config = Config(data_dir=tmp_path)
    assert str(door_of(config)) == door
    if announced:
        directory.release()


def test_a_server_that_takes_no_rows(tmp_path: Path) -> None:
    with pytest.raises(ClientError, match="the server takes no rows, its http and https listeners are off"):
        door_of(Config(data_dir=tmp_path, http=None, https=None))


def test_a_certificate_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "server.crt").write_text("no certificate")
    tls = Tls(certificate=tmp_path / "server.crt", key=tmp_path / "server.key")
    with pytest.raises(ClientError, match=f"^{tmp_path / 'server.crt'}: cannot be read: "):
        door_of(Config(data_dir=tmp_path, http=None, tls=tls))


@pytest.mark.server
def test_nobody_opens() -> None:
    (port,) = free_ports(1)
    with pytest.raises(ClientError, match=rf"^cannot send to http://127.0.0.1:{port}: .*refused"):
        Door(Address("127.0.0.1", port)).knock()


def test_rows_go_by_https_where_there_is_no_http(new_gateway: NewGateway, tmp_path: Path) -> None:
    gateway = new_gateway("--listen", "0.0.0.0:0", "--https", "0.0.0.0:0", "--http", "off")
    file = tmp_path / "a.csv"
    file.write_text("a\n1\n2\n")
    config = Config(data_dir=gateway.data_dir)
    assert str(door_of(config)) == f"https://0.0.0.0:{gateway.addresses['https'][1]}"
    assert run(config, argparse.Namespace(files=[file], topic="public.t", create=True)) == 0
    with psycopg.connect(gateway.dsn()) as connection:
        assert connection.execute("select sum(a) from t").fetchone() == (3,)


def test_another_certificate_than_the_servers_is_not_trusted(new_gateway: NewGateway) -> None:
    gateway, other = new_gateway("--http", "off"), new_gateway("--http", "off")
    wrong = Tls(certificate=other.data_dir / "tls" / "server.crt", key=other.data_dir / "tls" / "server.key")
    door = door_of(Config(data_dir=gateway.data_dir, tls=wrong))
    with pytest.raises(ClientError, match=r"^cannot send to https://.*CERTIFICATE_VERIFY_FAILED"):
        door.knock()
    door_of(Config(data_dir=gateway.data_dir)).knock()
