"""
Nested lists whose inner lists differ in length, which no array of PostgreSQL's can hold: 2202E with a hint by every
door, nothing written, and json where the session asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import asyncpg
import psycopg
import pytest

from tests.clients.test_asyncpg import with_connection
from tests.clients.test_psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]

JSON = 114
HINT = "Cast the column to JSON to read lists of different lengths."
SETUP = (
    "create table r (id int, m int[][], t text[][], v varchar(3)[][], ts timestamp(0)[][])",
    "set pggate.nested_lists = 'json'",  # else no such lists are written
    "insert into r values (1, [[1, 2], [3, 4]], [['a']], null, null), (2, [[1], [2, 3]], [['b'], []], [['c'], ['d', 'e']], null)",
    "insert into r values (3, null, null, null, null), (4, [[1], null], null, null, [['2024-01-01 01:02:03'], []])",
    "reset pggate.nested_lists",
)


@pytest.fixture
def connection(pggate: Server) -> Iterator[Connection]:
    with psycopg.connect(pggate.dsn, autocommit=True) as connection:
        for statement in SETUP:
            connection.execute(sql(statement))
        yield connection


def refused(caught: pytest.ExceptionInfo[psycopg.Error]) -> tuple[str | None, str | None]:
    return caught.value.sqlstate, caught.value.diag.message_hint


@pytest.mark.parametrize("row", [2, 4], ids=["of other lengths", "null"])
@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_by_the_extended_protocol(connection: Connection, row: int, *, binary: bool) -> None:
    with pytest.raises(psycopg.errors.ArraySubscriptError) as caught:
        connection.execute("select m from r where id = %s", [row], binary=binary)
    assert refused(caught) == ("2202E", HINT)
    whole = connection.execute("select m from r where id in (1, 3) order by id", binary=binary)
    assert whole.fetchall() == [([[1, 2], [3, 4]],), (None,)]


def test_by_the_simple_protocol(connection: Connection) -> None:
    with psycopg.ClientCursor(connection) as cursor:
        with pytest.raises(psycopg.errors.ArraySubscriptError) as caught:
            cursor.execute("select m from r order by id")
        assert refused(caught) == ("2202E", HINT)
        assert cursor.execute("select m from r where id = 1").fetchall() == [([[1, 2], [3, 4]],)]


@pytest.mark.parametrize("what", ["r (m)", "(select m from r)"])
@pytest.mark.parametrize("options", ["", "(format csv)", "(format binary)"])
def test_by_copy(connection: Connection, what: str, options: str) -> None:
    with connection.cursor() as cursor:
        with (
            pytest.raises(psycopg.errors.ArraySubscriptError) as caught,
            cursor.copy(sql(f"copy {what} to stdout {options}")) as copy,
        ):
            list(copy)
        assert refused(caught) == ("2202E", HINT)
        with cursor.copy(sql(f"copy (select id, m from r where id = 1) to stdout {options}")) as copy:
            assert list(copy)


def test_by_a_cursor_when_the_row_comes(connection: Connection) -> None:
    with connection.transaction():
        connection.execute("declare c cursor for select id, m from r order by id")
        assert connection.execute("fetch 1 from c").fetchall() == [(1, [[1, 2], [3, 4]])]
        with pytest.raises(psycopg.errors.ArraySubscriptError), connection.transaction():
            connection.execute("fetch 1 from c")
        assert connection.execute("select 1").fetchone() == (1,)


def test_by_a_row_limit_when_the_row_comes(pggate: Server) -> None:
    async def body(connection: Any) -> None:
        for statement in SETUP:
            await connection.execute(statement)
        async with connection.transaction():
            cursor = await connection.cursor("select id, m from r order by id")
            assert [tuple(row) for row in await cursor.fetch(1)] == [(1, [[1, 2], [3, 4]])]
            with pytest.raises(asyncpg.ArraySubscriptError) as caught:
                async with connection.transaction():
                    await cursor.fetch(1)
            assert caught.value.hint == HINT
            assert await connection.fetchval("select 1") == 1

    with_connection(pggate, body)


@pytest.mark.parametrize(
    "statement",
    [
        "insert into r (id, m) values (9, [[1], [2, 3]]) returning m",
        "insert into r (id, m) select 9, [[1], [2, 3]] returning id, m",
        "update r set id = 9 where id = 2 returning m",
        "delete from r where id < 3 returning m",
        "with i as (insert into r (id, m) values (9, [[1], [2, 3]]) returning m) select * from i",
        "merge into r using (select 2 as k) s on r.id = s.k when matched then update set id = 9 returning m",
    ],
)
def test_what_cannot_be_returned_is_not_written(connection: Connection, statement: str) -> None:
    with pytest.raises(psycopg.Error):
        connection.execute(sql(statement))
    with pytest.raises(psycopg.Error):
        psycopg.ClientCursor(connection).execute(sql(statement))
    assert connection.execute("select id from r order by id").fetchall() == [(1,), (2,), (3,), (4,)]


@pytest.mark.parametrize(
    "statement",
    [
        "insert into r (id, m) values (9, [[1], [2, 3]])",
        "insert into r (id, m) select 9, array_agg(x) from (values (array[1]), (array[2, 3])) v (x)",
        "update r set m = [[1], [2, 3]] where id = 1",
        "insert into r (id, m) values (9, '{null}')",
    ],
)
def test_what_cannot_be_read_is_not_written(connection: Connection, statement: str) -> None:
    with pytest.raises(psycopg.errors.ArraySubscriptError) as caught:
        connection.execute(sql(statement))
    assert refused(caught) == (
        "2202E",
        "Declare the column as JSON to keep lists of different lengths, or of NULLs.",
    )
    whole = connection.execute("select id, m from r where id in (1, 9)").fetchall()
    assert whole == [(1, [[1, 2], [3, 4]])]


@pytest.mark.parametrize("value", [[[1], [2, 3]], "{{1},{2,3}}"], ids=["binary", "text"])
def test_no_parameter_is_one(connection: Connection, value: object) -> None:
    with pytest.raises(psycopg.errors.InvalidTextRepresentation):
        connection.execute("insert into r (m) values (%s::int[][])", [value])


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_as_json_by_a_cast(connection: Connection, *, binary: bool) -> None:
    found = connection.execute("select m::json from r where id = 2", binary=binary)
    assert found.fetchall() == [([[1], [2, 3]],)]


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_as_json_by_the_setting(connection: Connection, *, binary: bool) -> None:
    connection.execute("set pggate.nested_lists = 'json'")
    cursor = connection.execute("select m, t, v, ts, [m] from r order by id", binary=binary)
    assert [column.type_code for column in cursor.description or ()] == [JSON] * 5
    moment = [["2024-01-01T01:02:03"], []]
    assert cursor.fetchall() == [
        ([[1, 2], [3, 4]], [["a"]], None, None, [[[1, 2], [3, 4]]]),
        ([[1], [2, 3]], [["b"], []], [["c"], ["d", "e"]], None, [[[1], [2, 3]]]),
        (None, None, None, None, [None]),
        ([[1], None], None, None, moment, [[[1], None]]),
    ]
    with connection.cursor().copy("copy (select m from r where id = 2) to stdout") as copy:
        assert b"".join(copy) == b"[[1],[2,3]]\n"
    connection.execute("reset pggate.nested_lists")
    cursor = connection.execute("select m from r where id = 1", binary=binary)
    assert cursor.fetchone() == ([[1, 2], [3, 4]],)


def test_as_json_before_rows_come(pggate: Server) -> None:
    async def body(connection: Any) -> None:
        for statement in SETUP:
            await connection.execute(statement)
        await connection.execute("set pggate.nested_lists = 'json'")
        prepared = await connection.prepare("select m, t, v, array_agg(m) over () from r where id = $1")
        assert [column.type.name for column in prepared.get_attributes()] == ["json"] * 4
        assert await prepared.fetchval(2) == "[[1],[2,3]]"

    with_connection(pggate, body)
