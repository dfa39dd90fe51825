from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.commands.client import ClientError, ask, server_addresses
from pggate.config import Address, Config
from pggate.datadir import DataDirectory
from tests.processes import free_ports

if TYPE_CHECKING:
    from pathlib import Path

    import asyncpg

    from tests.fix_gateway import Gateway


async def one(connection: asyncpg.Connection) -> int:
    found: int = await connection.fetchval("SELECT 1")
    return found


def test_it_finds_the_server_of_the_data_directory(gateway: Gateway) -> None:
    # The configured address is another one: what the server says itself counts.
    config = Config(data_dir=gateway.data_dir, listen=Address("192.0.2.1", 1))
    assert ask(config, one) == 1


def test_the_environment_goes_before_the_file(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "wrong")
    with pytest.raises(ClientError, match="refuses the password of pggate: set PGPASSWORD"):
        ask(Config(data_dir=gateway.data_dir), one)
    assert gateway.password is not None
    monkeypatch.setenv("PGPASSWORD", gateway.password)
    assert ask(Config(data_dir=gateway.data_dir), one) == 1


def test_what_the_server_says_is_one_line_with_the_hint(gateway: Gateway) -> None:
    config = Config(data_dir=gateway.data_dir)

    async def wrong(connection: asyncpg.Connection) -> None:
        await connection.execute("SELECT * FROM nowhere")

    async def hinted(connection: asyncpg.Connection) -> None:
        await connection.execute("SELECT pggate.create_token('a.b.c.d')")

    with pytest.raises(ClientError, match=r'^relation "nowhere" does not exist$'):
        ask(config, wrong)
    with pytest.raises(ClientError, match=r'^invalid topic name: "a.b.c.d" \(Write SCHEMA.TABLE.\)$'):
        ask(config, hinted)
    with pytest.raises(ClientError, match='database "nowhere" does not exist'):
        ask(config, one, "nowhere")


def test_no_server_and_nowhere_to_look(tmp_path: Path) -> None:
    with pytest.raises(ClientError, match=f"no server holds {tmp_path}: start one with pggate serve"):
        ask(Config(data_dir=tmp_path, listen=None), one)


def test_a_server_that_takes_no_postgresql_clients(tmp_path: Path) -> None:
    directory = DataDirectory(tmp_path)
    directory.announce({"pgwire": "off"})
    with pytest.raises(ClientError, match=f"the server that holds {tmp_path} takes no PostgreSQL clients"):
        ask(Config(data_dir=tmp_path), one)
    directory.release()


def test_what_the_server_says_of_its_listeners_goes_before_the_configuration(tmp_path: Path) -> None:
    config = Config(data_dir=tmp_path, https=None)
    assert server_addresses(config) == {"pgwire": config.listen, "https": None, "http": config.http}
    directory = DataDirectory(tmp_path)
    assert server_addresses(config)["http"] == config.http, "it has not said yet"
    directory.announce({"pgwire": "127.0.0.1:1", "https": "[::1]:2", "http": "off", "metrics": "off"})
    found = server_addresses(config)
    directory.release()
    assert found["pgwire"] == Address("127.0.0.1", 1)
    assert (found["https"], found["http"]) == (Address("::1", 2), None)


@pytest.mark.server
@pytest.mark.parametrize("announced", [True, False])
def test_nobody_answers(tmp_path: Path, announced: bool) -> None:
    (port,) = free_ports(1)
    directory = DataDirectory(tmp_path)
    if announced:
        directory.announce({"pgwire": f"[::1]:{port}"})
    where = rf"\[::1\]:{port}" if announced else f"127.0.0.1:{port}"
    with pytest.raises(ClientError, match=f"cannot connect to {where}"):
        ask(Config(data_dir=tmp_path, listen=Address("127.0.0.1", port)), one)
    directory.release()
