"""
How each tool is made to do something as its users do: a function of a server's host and port.
"""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import adbc_driver_postgresql.dbapi
import asyncpg
import duckdb
import pg8000.native
import psycopg
import psycopg2
import sqlalchemy
from pgcli.pgexecute import PGExecute
from pgspecial.main import PGSpecial

from tests.clients import java, node, odbc
from tests.clients.test_duckdb import extension

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fix_gateway import Login

    Drive: TypeAlias = Callable[[str, int], None]
    Work: TypeAlias = Callable[[Any], object]

ROLE: Final = "pggate"
DATABASE: Final = "pggate_doctor"


def login(host: str, port: int) -> Login:
    return {"host": host, "port": port, "user": ROLE, "password": None, "database": DATABASE}


def with_asyncpg(statement: str) -> Drive:
    async def drive(host: str, port: int) -> None:
        connection = await asyncpg.connect(**login(host, port))
        await connection.fetch(statement)
        await connection.close()

    return lambda host, port: asyncio.run(drive(host, port))


def with_psycopg(work: Callable[[psycopg.Connection[tuple[object, ...]]], object]) -> Drive:
    def drive(host: str, port: int) -> None:
        with psycopg.connect(host=host, port=port, user=ROLE, dbname=DATABASE) as connection:
            work(connection)

    return drive


def with_psycopg2(work: Work) -> Drive:
    def drive(host: str, port: int) -> None:
        with closing(psycopg2.connect(host=host, port=port, user=ROLE, dbname=DATABASE)) as connection:
            work(connection)

    return drive


def with_pg8000(work: Work) -> Drive:
    def drive(host: str, port: int) -> None:
        with closing(pg8000.native.Connection(**login(host, port))) as connection:
            work(connection)

    return drive


def with_sqlalchemy(work: Callable[[sqlalchemy.Inspector], object]) -> Drive:
    def drive(host: str, port: int) -> None:
        engine = sqlalchemy.create_engine(f"postgresql+psycopg://{ROLE}@{host}:{port}/{DATABASE}")
        work(sqlalchemy.inspect(engine))
        engine.dispose()

    return drive


def reflect(inspector: sqlalchemy.Inspector) -> None:
    sqlalchemy.MetaData().reflect(inspector.bind, views=True)  # type: ignore[arg-type]


def with_duckdb(*statements: str) -> Drive:
    def drive(host: str, port: int) -> None:
        with duckdb.connect(config={"allow_unsigned_extensions": "true"}) as connection:
            connection.execute(f"load '{extension('postgres_scanner')}'")
            connection.execute(
                f"attach 'host={host} port={port} user={ROLE} dbname={DATABASE}' as p (type postgres)"
            )
            for statement in statements:
                connection.execute(statement).fetchall()

    return drive


def with_pgcli(work: Callable[[PGExecute], object]) -> Drive:
    def drive(host: str, port: int) -> None:
        executor = PGExecute(DATABASE, ROLE, "", host, str(port), None)
        work(executor)
        executor.conn.close()

    return drive


def typed(command: str) -> Drive:
    """A backslash command of pgcli."""
    return with_pgcli(lambda executor: list(executor.run(command, PGSpecial())))


def complete(executor: PGExecute) -> None:
    """What pgcli looks up to complete words, in its order."""
    lookups = (
        executor.search_path,
        executor.schemata,
        executor.tables,
        executor.views,
        executor.table_columns,
        executor.view_columns,
        executor.foreignkeys,
        executor.functions,
        executor.datatypes,
        executor.databases,
    )
    for look_up in lookups:
        list(look_up())


def with_odbc(work: Work, **options: object) -> Drive:
    def drive(host: str, port: int) -> None:
        with closing(odbc.connect(login(host, port), **options)) as connection:
            work(connection.cursor())

    return drive


def with_adbc(work: Work) -> Drive:
    def drive(host: str, port: int) -> None:
        with adbc_driver_postgresql.dbapi.connect(
            f"postgresql://{ROLE}@{host}:{port}/{DATABASE}"
        ) as connection:
            work(connection)

    return drive


def objects(depth: str) -> Work:
    """A depth of adbc_get_objects, in the user's schemas."""
    return lambda connection: connection.adbc_get_objects(
        depth=depth, catalog_filter=DATABASE, db_schema_filter="sales"
    ).read_all()


def statistics(connection: Any) -> None:
    connection.adbc_get_statistics(db_schema_filter="public", approximate=True).read_all()


def read_t(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select * from t order by id")
        cursor.fetch_arrow_table()


def of_jdbc(method: str) -> Drive:
    """A method of DatabaseMetaData."""

    def drive(host: str, port: int) -> None:
        url = f"jdbc:postgresql://{host}:{port}/{DATABASE}"
        java.said(_metadata(), ["JdbcMetadata", url, method], {"PGUSER": ROLE, "PGPASSWORD": ""})

    return drive


@cache
def _metadata() -> str:
    return java.compiled("JdbcMetadata", Path(tempfile.mkdtemp(prefix="pggate-classes-")))


def with_node(case: str) -> Drive:
    """A case of tests/clients/NodePostgres.js."""

    def drive(host: str, port: int) -> None:
        environ = {"PGHOST": host, "PGPORT": str(port), "PGUSER": ROLE, "PGDATABASE": DATABASE}
        node.said("NodePostgres", case, environ=environ)

    return drive


def node_version() -> str:
    return node.said("NodePostgres", "version", environ={})[0]
