"""
Composite types in the drivers: rows of tables, as both servers have them, and STRUCTs, as the gateway alone has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.types.composite import CompositeInfo, register_composite

from tests.clients.test_asyncpg import with_connection
from tests.clients.test_psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]

SETUP = (
    "create table city (id int, name text)",
    "insert into city values (1, 'Genoa, old'), (2, null)",
)


@pytest.fixture
def connection(server: Server) -> Iterator[Connection]:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        for statement in SETUP:
            connection.execute(sql(statement))
        yield connection


@pytest.fixture
def structs(pggate: Server) -> Iterator[Connection]:
    with psycopg.connect(pggate.dsn, autocommit=True) as connection:
        connection.execute("set pggate.struct_as = 'composite'")
        yield connection


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_psycopg_knows_rows_of_a_table(connection: Connection, *, binary: bool) -> None:
    info = CompositeInfo.fetch(connection, "city")
    assert info is not None
    assert (info.field_names, info.field_types) == (("id", "name"), (23, 25))
    register_composite(info, connection)
    city = info.python_type
    assert city is not None
    cursor = connection.execute("select c, array[c] from city c order by id", binary=binary)
    assert cursor.fetchall() == [
        (city(1, "Genoa, old"), [city(1, "Genoa, old")]),
        (city(2, None), [city(2, None)]),
    ]
    assert cursor.description is not None
    assert [column.type_code for column in cursor.description] == [info.oid, info.array_oid]


@pytest.mark.parametrize("mark", ["%s", "%b", "%t"])
def test_psycopg_sends_rows(connection: Connection, mark: str) -> None:
    info = CompositeInfo.fetch(connection, "city")
    assert info is not None
    register_composite(info, connection)
    assert info.python_type is not None
    found = connection.execute(
        sql(f"select ({mark}::city).name, {mark}::city"),
        [info.python_type(3, 'a "b", c'), info.python_type(4, None)],
    ).fetchone()
    assert found == ('a "b", c', info.python_type(4, None))


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_psycopg_knows_structs(structs: Connection, *, binary: bool) -> None:
    cursor = structs.execute("select {'a': 1, 'b': [{'c': 'x y'}, null]} as s", binary=binary)
    assert cursor.description is not None
    oid = cursor.description[0].type_code
    found = structs.execute("select typname from pg_type where oid = %s", [oid]).fetchone()
    assert found is not None
    info = CompositeInfo.fetch(structs, found[0])
    assert info is not None
    assert info.oid == oid
    inner = structs.execute(
        "select e.typname from pg_type a join pg_type e on e.oid = a.typelem where a.oid = %s",
        [info.field_types[1]],
    ).fetchone()
    assert inner is not None
    for name in (inner[0], found[0]):
        known = CompositeInfo.fetch(structs, name)
        assert known is not None
        register_composite(known, structs)
    (value,) = (
        structs.execute("select {'a': 1, 'b': [{'c': 'x y'}, null]} as s", binary=binary).fetchone() or ()
    )
    assert (value.a, value.b[0].c, value.b[1]) == (1, "x y", None)


def test_a_struct_parameter(structs: Connection) -> None:
    structs.execute("create table p (s struct(a integer, b varchar))")
    cursor = structs.execute("select s from p")
    assert cursor.description is not None
    oid = cursor.description[0].type_code
    (name,) = structs.execute("select typname from pg_type where oid = %s", [oid]).fetchone() or ()
    info = CompositeInfo.fetch(structs, name)
    assert info is not None
    register_composite(info, structs)
    assert info.python_type is not None
    for mark in ("%s", "%b", "%t"):
        structs.execute(sql(f"insert into p values ({mark})"), [info.python_type(1, "x y")])
    assert structs.execute("select s from p").fetchall() == [(info.python_type(1, "x y"),)] * 3


def test_asyncpg_reads_rows_of_a_table(server: Server) -> None:
    async def body(connection: Any) -> None:
        for statement in SETUP:
            await connection.execute(statement)
        found = await connection.fetch("select c, array_agg(c) over () as every from city c order by id")
        assert [(row["c"]["id"], row["c"]["name"]) for row in found] == [(1, "Genoa, old"), (2, None)]
        assert sorted(each["id"] for each in found[0]["every"]) == [1, 2]
        value = await connection.fetchval("select $1::city", (7, "x"))
        assert (value["id"], value["name"]) == (7, "x")
        assert await connection.fetchval("select ($1::city[])[2].name", [(7, "x"), (8, "y")]) == "y"

    with_connection(server, body)


def test_asyncpg_reads_structs(pggate: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("set pggate.struct_as = 'composite'")
        async with connection.transaction():
            value = await connection.fetchval("select {'a': 1, 'b': [{'c': 'x y'}, null]} as s")
            assert (value["a"], value["b"][0]["c"], value["b"][1]) == (1, "x y", None)
            value = await connection.fetchval("select {'d': {'e': date '2024-01-01'}} as s")
            assert value["d"]["e"].isoformat() == "2024-01-01"
        await connection.execute("create table p (s struct(a integer, b varchar))")
        await connection.execute("insert into p values ($1)", (5, "q"))
        assert await connection.fetchval("select s from p") == (5, "q")

    with_connection(pggate, body)
