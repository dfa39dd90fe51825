"""
A command as a client of the running server: SQL by asyncpg, rows by HTTP.
"""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any

import asyncpg

from pggate.datadir import PASSWORD, kept_password, running_server
from pggate.keys import listener

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from pggate.config import Address, Config

ROLE = "pggate"
CONNECT_SECONDS = 10.0


class ClientError(Exception):
    """
    The command cannot be tried; the message is one line that says what to do.

    Args:
        sqlstate: What the server calls it, where the server has said it.

    """

    def __init__(self, message: str, sqlstate: str | None = None) -> None:
        super().__init__(message)
        self.sqlstate = sqlstate


def ask(
    config: Config, question: Callable[[asyncpg.Connection], Awaitable[Any]], database: str = ROLE
) -> Any:
    """
    Connect as the superuser to the server that holds the data directory, and ask.

    Raises:
        ClientError: No server runs there, or it does not let us in, or it refuses the question.

    """
    return asyncio.run(_ask(config, question, database))


async def _ask(
    config: Config, question: Callable[[asyncpg.Connection], Awaitable[Any]], database: str
) -> Any:
    connection = await connect(config, database)
    try:
        return await question(connection)
    except asyncpg.PostgresError as error:
        raise ClientError(_in_a_line(error), error.sqlstate) from None
    finally:
        await connection.close()


def _in_a_line(error: asyncpg.PostgresError) -> str:
    hint = f" ({error.hint})" if getattr(error, "hint", None) else ""
    return f"{error.args[0]}{hint}"  # str() would add detail and hint as lines


async def connect(config: Config, database: str = ROLE) -> asyncpg.Connection:
    """
    Connect as the superuser to the server that holds the data directory.

    Raises:
        ClientError: No server runs there, or it does not let us in.

    """
    address = _postgres(config)
    password = kept_password(config.data_dir, os.environ)
    try:
        return await asyncpg.connect(
            host=address.host,
            port=address.port,
            user=ROLE,
            database=database,
            password=password,
            ssl=False,
            timeout=CONNECT_SECONDS,
        )
    except asyncpg.InvalidPasswordError:
        raise ClientError(
            f"the server refuses the password of {ROLE}: set PGPASSWORD,"
            f" or restore {config.data_dir / PASSWORD}"
        ) from None
    except (OSError, asyncpg.PostgresError, TimeoutError) as error:
        raise ClientError(f"cannot connect to {address}: {error}") from None


def server_addresses(config: Config) -> dict[str, Address | None]:
    """
    Where the server says that its listeners are; else where the configuration says.  None is one that is off.
    """
    said = running_server(config.data_dir)
    if said is None:
        return {"pgwire": config.listen, "https": config.https, "http": config.http}
    return {name: listener(address) for name, address in said.items()}


def _postgres(config: Config) -> Address:
    address = server_addresses(config)["pgwire"]
    if address is not None:
        return address
    if running_server(config.data_dir) is None:
        raise ClientError(f"no server holds {config.data_dir}: start one with pggate serve")
    raise ClientError(
        f"the server that holds {config.data_dir} takes no PostgreSQL clients: its listener is off"
    )
