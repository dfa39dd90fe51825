"""
pgjdbc's DatabaseMetaData, whole: every method, over the schema that `pggate doctor` asks about.  `JdbcMetadata.java`
calls them; what PostgreSQL lets it print is what is right.
"""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import asyncpg
import pytest

from pggate.doctor import examination
from tests.clients import java

if TYPE_CHECKING:
    from tests.clients.conftest import Server
    from tests.fix_gateway import Login
    from tests.fix_postgres import PostgresDatabase

pytestmark = [pytest.mark.server, pytest.mark.slow]

OTHERS = {
    "getDatabaseMinorVersion": "the version is pggate's own",
    "getSQLKeywords": "the engine's words are keywords, too",
    "getSchemas": "pggate is one, pg_toast is none",
    "getTypeInfo": "types that only PostgreSQL has, and their order",
}
"""Methods whose answers are not compared, and why."""


def told(classes: str, login: Login) -> dict[str, list[str]]:
    """What each call prints."""

    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(**login)

    asyncio.run(examination.furnish(connect))
    url = f"jdbc:postgresql://{login['host']}:{login['port']}/{login['database']}"
    environ = {"PGUSER": login["user"], "PGPASSWORD": login["password"] or ""}
    calls: dict[str, list[str]] = {}
    for line in java.said(classes, ["JdbcMetadata", url], environ):
        if line.startswith("--> "):
            calls[line] = lines = []
        else:
            lines.append(
                re.sub(rf"\b{login['user']}\b", "OWNER", line.replace(login["database"], "DATABASE"))
            )
    return calls


def test_as_with_postgresql(
    tmp_path_factory: pytest.TempPathFactory, postgres_database: PostgresDatabase, pggate: Server
) -> None:
    try:
        classes = java.compiled("JdbcMetadata", tmp_path_factory.mktemp("classes"))
    except java.Unavailable as reason:
        pytest.skip(str(reason))
    peer: Login = {
        "host": postgres_database.server.host,
        "port": postgres_database.server.port,
        "user": "postgres",
        "password": None,
        "database": postgres_database.name,
    }
    with ThreadPoolExecutor(2) as both:
        right, ours = both.map(lambda login: told(classes, login), (peer, pggate.login))
    assert list(ours) == list(right)
    different = {call.removeprefix("--> ").partition("(")[0] for call in right if ours[call] != right[call]}
    assert sorted(different) == sorted(OTHERS)
