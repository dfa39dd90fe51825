"""
Writes what tools send while they connect and browse: ``python -m tests.reference.record_tools [TOOL ...]``.

Each tool is driven (`driven_tools`) against a PostgreSQL 15 of its own that logs every statement, over the relations
of pggate/doctor/schema.sql.  What has no rows is left out, and so is what has been sent before; what the file says of
a statement's rows is kept.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import asyncpg
import psycopg

from pggate.doctor import answers, examination
from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import split
from tests.fix_postgres import temporary_server
from tests.reference import driven_tools
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.fix_postgres import PostgresServer

    Sent: TypeAlias = tuple[str, list[str | None]]

TARGET = Path(__file__).parents[2] / "pggate" / "doctor" / "tools"
SETTINGS = {
    "log_destination": "jsonlog",
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "log",
}
SENT = re.compile(r"(?:statement|execute [^:]*): (.*)", re.DOTALL)
PARAMETER = re.compile(r"\$\d+ = (?:'((?:[^']|'')*)'|NULL)")
ROLE = "pggate"
REMARK = re.compile(
    r"^((?:-- (?:columns only|rows with|in any order): .*\n)+)(?:-- \$.*\n)*((?:.|\n)*?;)$", re.MULTILINE
)


def record(tool: str) -> str:
    """
    What goes into a tool's file.
    """
    with temporary_server(SETTINGS) as server:
        with ready(server) as connection:
            connection.execute(f"create role {ROLE} login superuser")
            connection.execute(
                f"create database {examination.DATABASE} owner {ROLE} template template0 locale 'C'"
            )
            (directory,) = connection.execute("show data_directory").fetchone() or ("",)
        oids = asyncio.run(furnished(server))
        with psycopg.connect(server.dsn(), autocommit=True) as connection:
            connection.execute("alter system set log_statement = 'all'")
            connection.execute("select pg_reload_conf()")
        log = Path(directory) / "log" / "log.json"
        texts = []
        for number, (title, drive) in enumerate(driven_tools.TOOLS[tool].items()):
            before = log.stat().st_size
            drive(server.host, server.port)
            wait_for_log(server, log, f"after {tool} {number}")
            with log.open("rb") as file:
                file.seek(before)
                texts.append((title, list(sent(file.read().decode()))))
    file = TARGET / f"{tool}.sql"
    remarks = {text: remark for remark, text in REMARK.findall(file.read_text())} if file.exists() else {}
    return f"-- What {driven_tools.RECORDED[tool]()}, recorded.\n\n" + "".join(written(texts, oids, remarks))


def ready(server: PostgresServer) -> psycopg.Connection[tuple[str]]:
    """A connection to a server that has just begun to start."""
    for _ in range(100):
        with contextlib.suppress(psycopg.OperationalError):
            return psycopg.connect(server.dsn(), autocommit=True)
        time.sleep(0.1)
    raise TimeoutError("the server does not start")


def wait_for_log(server: PostgresServer, log: Path, mark: str) -> None:
    """Until all that has been sent is written: the collector is a process of its own."""
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        connection.execute(f"select '{mark}'")
    wait_until(lambda: f"select '{mark}'" in log.read_text())


async def furnished(server: PostgresServer) -> dict[str, int]:
    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(
            host=server.host, port=server.port, user=ROLE, database=examination.DATABASE
        )

    await examination.furnish(connect)
    connection = await connect()
    try:
        return dict(await connection.fetch(answers.OIDS))
    finally:
        await connection.close()


def sent(log: str) -> Iterator[Sent]:
    """The statements of a log with their parameters."""
    for line in log.splitlines():
        entry: dict[str, Any] = json.loads(line)
        found = SENT.fullmatch(entry.get("message", ""))
        if found is None or entry.get("user") != ROLE:
            continue
        detail = entry.get("detail", "")
        parameters = [
            None if value[0] is None and value.group().endswith("NULL") else value[1].replace("''", "'")
            for value in PARAMETER.finditer(detail)
        ]
        for statement in split(found[1]):
            if statement.kind in {Kind.SELECT, Kind.SHOW}:
                yield statement.text.strip(), parameters


def written(
    texts: list[tuple[str, list[Sent]]], oids: Mapping[str, int], remarks: Mapping[str, str]
) -> Iterator[str]:
    known: set[tuple[str, ...]] = set()
    for title, statements in texts:
        head = f"--> {title}\n"
        for text, parameters in statements:
            named = [by_name(one or "", oids) for one in parameters]
            statement = by_name(text, oids)
            if (statement, *named) in known:
                continue
            known.add((statement, *named))
            yield head
            head = ""
            yield remarks.get(f"{statement};", "")
            yield "".join(f"-- ${number} = {value}\n" for number, value in enumerate(named, start=1))
            yield f"{statement};\n\n"


def by_name(text: str, oids: Mapping[str, int]) -> str:
    for name, oid in oids.items():
        text = re.sub(rf"\b{oid}\b", f"OID_OF_{name.upper()}", text)
    return text


if __name__ == "__main__":
    for tool in sys.argv[1:] or driven_tools.TOOLS:
        (TARGET / f"{tool}.sql").write_text(record(tool))
