"""
Tools that run here, and what a user does with them.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import asyncpg
import duckdb
import psycopg
import sqlalchemy
from psycopg.types import TypeInfo
from psycopg.types.enum import EnumInfo

from tests.clients.test_duckdb import extension

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROLE: Final = "pggate"
DATABASE: Final = "pggate_doctor"


def with_asyncpg(statement: str) -> Callable[[str, int], None]:
    async def drive(host: str, port: int) -> None:
        connection = await asyncpg.connect(host=host, port=port, user=ROLE, database=DATABASE)
        await connection.fetch(statement)
        await connection.close()

    return lambda host, port: asyncio.run(drive(host, port))


def with_psycopg(
    work: Callable[[psycopg.Connection[tuple[object, ...]]], object],
) -> Callable[[str, int], None]:
    def drive(host: str, port: int) -> None:
        with psycopg.connect(host=host, port=port, user=ROLE, dbname=DATABASE) as connection:
            work(connection)

    return drive


def with_sqlalchemy(work: Callable[[sqlalchemy.Inspector], object]) -> Callable[[str, int], None]:
    def drive(host: str, port: int) -> None:
        engine = sqlalchemy.create_engine(f"postgresql+psycopg://{ROLE}@{host}:{port}/{DATABASE}")
        work(sqlalchemy.inspect(engine))
        engine.dispose()

    return drive


def reflect(inspector: sqlalchemy.Inspector) -> None:
    sqlalchemy.MetaData().reflect(inspector.bind, views=True)  # type: ignore[arg-type]


def with_duckdb(*statements: str) -> Callable[[str, int], None]:
    def drive(host: str, port: int) -> None:
        with duckdb.connect(config={"allow_unsigned_extensions": "true"}) as connection:
            connection.execute(f"load '{extension('postgres_scanner')}'")
            connection.execute(
                f"attach 'host={host} port={port} user={ROLE} dbname={DATABASE}' as p (type postgres)"
            )
            for statement in statements:
                connection.execute(statement).fetchall()

    return drive


TOOLS: Final[Mapping[str, Mapping[str, Callable[[str, int], None]]]] = {
    "asyncpg": {
        "reads a table with an enum": with_asyncpg("select * from t"),
        "reads arrays of an enum": with_asyncpg("select array_agg(feeling) from t"),
    },
    "psycopg": {
        "TypeInfo.fetch": with_psycopg(lambda connection: TypeInfo.fetch(connection, "mood")),
        "EnumInfo.fetch": with_psycopg(lambda connection: EnumInfo.fetch(connection, "mood")),
    },
    "sqlalchemy": {
        "get_schema_names": with_sqlalchemy(lambda inspector: inspector.get_schema_names()),
        "get_table_names": with_sqlalchemy(lambda inspector: inspector.get_table_names()),
        "get_view_names": with_sqlalchemy(lambda inspector: inspector.get_view_names()),
        "get_materialized_view_names": with_sqlalchemy(
            lambda inspector: inspector.get_materialized_view_names()  # type: ignore[attr-defined]
        ),
        "get_columns": with_sqlalchemy(lambda inspector: inspector.get_columns("t")),
        "get_pk_constraint": with_sqlalchemy(lambda inspector: inspector.get_pk_constraint("t")),
        "get_unique_constraints": with_sqlalchemy(lambda inspector: inspector.get_unique_constraints("t")),
        "get_foreign_keys": with_sqlalchemy(lambda inspector: inspector.get_foreign_keys("orders", "sales")),
        "get_check_constraints": with_sqlalchemy(lambda inspector: inspector.get_check_constraints("t")),
        "get_indexes": with_sqlalchemy(lambda inspector: inspector.get_indexes("t")),
        "get_table_comment": with_sqlalchemy(lambda inspector: inspector.get_table_comment("t")),
        "get_view_definition": with_sqlalchemy(lambda inspector: inspector.get_view_definition("v")),
        "get_sequence_names": with_sqlalchemy(lambda inspector: inspector.get_sequence_names()),
        "get_enums": with_sqlalchemy(lambda inspector: inspector.get_enums()),  # type: ignore[attr-defined]
        "has_table": with_sqlalchemy(lambda inspector: inspector.has_table("t")),
        "reflect": with_sqlalchemy(reflect),
    },
    "duckdb": {
        "ATTACH": with_duckdb(),
        "SHOW ALL TABLES": with_duckdb("show all tables"),
        "reads a table": with_duckdb("select * from p.t", "select count(*) from p.sales.orders"),
    },
}

RECORDED: Final = {
    "asyncpg": f"What asyncpg {asyncpg.__version__} sends, recorded.",
    "psycopg": f"What psycopg {psycopg.__version__} sends, recorded.",
    "sqlalchemy": f"What SQLAlchemy {sqlalchemy.__version__} with psycopg sends, recorded.",
    "duckdb": f"What DuckDB {duckdb.__version__} sends for ATTACH (TYPE postgres), recorded.",
}
