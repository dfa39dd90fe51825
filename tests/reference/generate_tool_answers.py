"""
Rewrites pggate/doctor/tools/*.json from a running PostgreSQL 15:
``python -m tests.reference.generate_tool_answers DSN``.

Its superuser is called pggate there, as on the gateway, so that owners are alike.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import asyncpg
import psycopg
from psycopg.conninfo import conninfo_to_dict

from pggate.doctor import answers, examination, scripts

TARGET = Path(__file__).parents[2] / "pggate" / "doctor" / "tools"
ROLE = "pggate"


async def record(dsn: str) -> dict[str, str]:
    """
    What goes into each tool's file.
    """
    where = conninfo_to_dict(dsn)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(f"create role {ROLE} login superuser createdb createrole replication bypassrls")
        connection.execute(
            f"create database {examination.DATABASE} owner {ROLE} template template0 locale 'C'"
        )

    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(
            host=where["host"], port=where["port"], user=ROLE, database=examination.DATABASE
        )

    await examination.furnish(connect)
    texts = {}
    for tool in scripts.names():
        found = await examination.answered(connect, scripts.steps(tool))
        texts[tool] = answers.written(found)
    return texts


if __name__ == "__main__":
    for tool, text in asyncio.run(record(sys.argv[1])).items():
        (TARGET / f"{tool}.json").write_text(text)
