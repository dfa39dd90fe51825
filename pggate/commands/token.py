"""
pggate token: create, list, limit and revoke ingest tokens.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.table import Column, Table

from pggate.commands.client import ClientError, ask

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    import asyncpg

    from pggate.config import Config

LIST = """
    SELECT token_id, prefix, catalog, schema, name, created_at, revoked_at
    FROM pggate.tokens
    ORDER BY revoked_at IS NOT NULL, created_at
"""

REVOKE = "SELECT pggate.revoke_token($1::bigint)"
LIMIT = "SELECT pggate.limit_token($1::bigint, $2, $3::bigint)"

PIPE_WIDTH: Final = 10_000
"""Columns of what is no terminal: more than a line of the table takes, so that nothing is folded."""

NEWEST = """
    SELECT max(token_id)
    FROM pggate.tokens
    WHERE prefix <> '' AND starts_with($1, prefix) AND revoked_at IS NULL
"""


def create(config: Config, options: argparse.Namespace) -> int:
    """Print a new token: the only time that it is seen."""
    print(new_token(config, options.topic))
    return 0


def new_token(config: Config, topic: str) -> str:
    """A token for `[DATABASE.]SCHEMA.TABLE`."""
    found = ask(config, lambda c: c.fetchval("SELECT pggate.create_token($1)", topic))
    return str(found)


@contextmanager
def lent_token(config: Config, topic: str) -> Iterator[str]:
    """A token that is revoked afterwards, whatever happened."""
    secret = new_token(config, topic)
    number = ask(config, lambda connection: connection.fetchval(NEWEST, secret))
    try:
        yield secret
    except BaseException:
        with suppress(ClientError):  # what went wrong first is what the user has to hear
            _take_back(config, number)
        raise
    _take_back(config, number)


def _take_back(config: Config, number: int) -> None:
    ask(config, lambda connection: connection.fetchval(REVOKE, number))


def show(config: Config, options: argparse.Namespace) -> int:
    """List the tokens that work by their first characters; with --all the revoked ones after them."""
    table = Table("id", "token", Column("topic", overflow="fold"), "created")
    if options.all:
        table.add_column("revoked")
    for row in ask(config, lambda c: c.fetch(LIST)):
        if row["revoked_at"] and not options.all:
            continue
        topic = ".".join((row["catalog"], row["schema"], row["name"])) if row["name"] else "(dropped)"
        revoked = f"{row['revoked_at']:%Y-%m-%d %H:%M}" if row["revoked_at"] else ""
        created = f"{row['created_at']:%Y-%m-%d %H:%M}"
        cells = (str(row["token_id"]), f"{row['prefix']}…", topic, created, revoked)
        table.add_row(*cells[: len(table.columns)])
    _print(table)
    return 0


def _print(table: Table) -> None:
    """A terminal folds what is too long for it; a pipe or a file has room for everything."""
    console = Console()
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    console.print(table)


def revoke(config: Config, options: argparse.Namespace) -> int:
    """Make a token useless from the next request on."""
    ask(config, lambda connection: _call(connection, REVOKE, options.token))
    print("revoked")
    return 0


def limit(config: Config, options: argparse.Namespace) -> int:
    """Let a token bring so many requests, rows or bytes a second, from its next request on."""
    ask(config, lambda connection: _call(connection, LIMIT, options.token, options.what, options.per_second))
    print("limited")
    return 0


async def _call(connection: asyncpg.Connection, query: str, token: str, *arguments: object) -> None:
    await connection.fetchval(query, await _number(connection, token.rstrip("…")), *arguments)


async def _number(connection: asyncpg.Connection, wanted: str) -> int:
    """The id of a token that is told by it, or by its first characters."""
    rows = await connection.fetch(LIST)
    found = [
        r for r in rows if wanted == str(r["token_id"]) or (r["prefix"] and wanted.startswith(r["prefix"]))
    ]
    if len(found) != 1:
        raise ClientError(
            f"{'no token' if not found else 'more than one token'} matches {wanted[:6]}: use its id"
        )
    return int(found[0]["token_id"])
