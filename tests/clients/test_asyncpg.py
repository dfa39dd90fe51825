"""
asyncpg: everything prepared and binary, parameters without casts, portals with a row limit, pools.
"""

from __future__ import annotations

import asyncio
import json
import ssl
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from tests.clients import values
from tests.clients.conftest import LONG_QUERY, WAIT_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server


@asynccontextmanager
async def connected(server: Server, **options: Any) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(**server.login, **options)
    try:
        yield connection
    finally:
        await connection.close()


def run(body: Awaitable[None]) -> None:
    """Bounded: asyncpg waits for ever for an answer that does not come."""

    async def bounded() -> None:
        async with asyncio.timeout(WAIT_SECONDS):
            await body

    asyncio.run(bounded())


def with_connection(server: Server, body: Callable[[Any], Coroutine[Any, Any, None]]) -> None:
    async def connect_and_run() -> None:
        async with connected(server) as connection:
            await body(connection)

    run(connect_and_run())


def test_connect_with_scram_and_tls(pggate: Server) -> None:
    async def body() -> None:
        unverified = ssl.create_default_context()
        unverified.check_hostname = False
        unverified.verify_mode = ssl.CERT_NONE
        for option in ("require", unverified):
            async with connected(pggate, ssl=option) as connection:
                assert connection.get_server_version()[:2] == (15, 0)
                assert connection.get_settings().server_encoding == "UTF8"
                assert await connection.fetchval("select 1") == 1
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(**{**pggate.login, "password": "wrong"})

    run(body())


def test_every_type(server: Server) -> None:
    """asyncpg has JSON as text."""

    async def body(connection: Any) -> None:
        await connection.execute(values.CREATE)
        marks = ", ".join(f"${n}" for n in range(1, values.WIDTH + 1))
        insert = await connection.prepare(f"insert into samples values ({marks})")
        sent = values.converted(values.ROWS, json.dumps, values.is_json)
        for row in sent:
            await insert.fetch(*row)
            assert insert.get_statusmsg() == "INSERT 0 1"
        declared = ["int4", *(name_of(sample) for sample in values.COLUMNS)]
        # a parameter of a varchar[] column is a text[]
        taken = declared if server.is_postgres else [name.replace("varchar[]", "text[]") for name in declared]
        assert [parameter.name for parameter in insert.get_parameters()] == taken
        select = await connection.prepare(values.SELECT)
        assert [attribute.type.name for attribute in select.get_attributes()] == declared
        assert values.differences(await select.fetch(), sent) == []

    with_connection(server, body)


def name_of(sample: values.Sample) -> str:
    """asyncpg names types as pg_type does."""
    base = sample.type.removesuffix("[]").partition("(")[0]
    names = {
        "boolean": "bool",
        "smallint": "int2",
        "integer": "int4",
        "bigint": "int8",
        "real": "float4",
        "double precision": "float8",
    }
    return names.get(base, base) + ("[]" if sample.type.endswith("[]") else "")


def test_parameters_without_casts(server: Server) -> None:
    """Each is sent in the binary form of the type that the server infers."""

    async def body(connection: Any) -> None:
        await connection.execute("create table t (id bigint, name text, price numeric(10,2), day date)")
        await connection.execute(
            "insert into t values ($1, $2, $3, $4), (2, 'b', 2.5, '2024-03-01')", 1, "a", None, None
        )
        fetch = connection.fetch
        assert await fetch("select name from t where id = $1", 1) == [("a",)]
        assert await fetch("select id from t where name like $1 and id < $2", "a%", 2**40) == [(1,)]
        assert await fetch("select id from t where id = any($1)", [2, 3]) == [(2,)]
        assert await fetch("select id from t where id in ($1, $2) order by id", 1, 2) == [(1,), (2,)]
        assert await fetch("select id from t where id between $1 and $2", 2, 9) == [(2,)]
        assert await fetch("select id from t where ($1::text is null or name = $1) order by id", None) == [
            (1,),
            (2,),
        ]
        assert await fetch("select id from t order by id limit $1 offset $2", 1, 1) == [(2,)]
        assert await fetch("select id + $1, name || $2 from t where id = 1", 1, "!") == [(2, "a!")]
        assert await fetch("select coalesce(name, $1), $2 from t where id = 2", "none", "text") == [
            ("b", "text")
        ]
        assert await connection.execute("update t set price = $1, day = $2 where id = $3", 9, None, 2) == (
            "UPDATE 1"
        )
        assert await connection.execute("delete from t where day is null and price > $1", 8) == "DELETE 1"

    with_connection(server, body)


def test_wrong_parameter(server: Server) -> None:
    async def body(connection: Any) -> None:
        with pytest.raises(asyncpg.DataError, match="cannot be interpreted as an integer"):
            await connection.fetch("select 1 where 1 = $1", "x")
        with pytest.raises(asyncpg.InterfaceError, match="the server expects 1 argument"):
            await connection.fetch("select 1 where 1 = $1")

    with_connection(server, body)


def test_executemany(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("create table t (a int, b text, c float8)")
        sent = [(n, f"row {n}", n / 4) for n in range(300)]
        await connection.executemany("insert into t values ($1, $2, $3)", sent)
        assert await connection.fetch("select * from t order by a") == sent
        await connection.executemany("update t set b = $2 where a = $1", [(1, "x"), (2, "y")])
        assert await connection.fetch("select b from t where a in (1, 2) order by a") == [("x",), ("y",)]

    with_connection(server, body)


def test_executemany_is_atomic(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("create table t (a int not null)")
        with pytest.raises(asyncpg.NotNullViolationError):
            await connection.executemany("insert into t values ($1)", [(1,), (None,), (3,)])
        assert await connection.fetch("select * from t") == []

    with_connection(server, body)


def test_transactions(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("create table t (a int)")
        async with connection.transaction():
            await connection.execute("insert into t values (1)")
            assert connection.is_in_transaction()
        with pytest.raises(ZeroDivisionError):
            async with connection.transaction():
                await connection.execute("insert into t values (2)")
                raise ZeroDivisionError
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            assert await connection.fetch("select a from t") == [(1,)]
            with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
                await connection.execute("insert into t values (3)")
                raise AssertionError
        assert await connection.fetch("select a from t") == [(1,)]

    with_connection(server, body)


def test_nested_transactions(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("create table t (a int)")
        async with connection.transaction():
            async with connection.transaction():
                await connection.execute("insert into t values (1)")
            with pytest.raises(asyncpg.UndefinedTableError):
                async with connection.transaction():
                    await connection.execute("select * from nowhere")
            await connection.execute("insert into t values (2)")
        assert await connection.fetch("select a from t order by a") == [(1,), (2,)]

    with_connection(server, body)


def test_a_failed_transaction(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("create table t (a int)")
        transaction = connection.transaction()
        await transaction.start()
        await connection.execute("insert into t values (1)")
        with pytest.raises(asyncpg.UndefinedTableError) as caught:
            await connection.fetch("select * from nowhere where a = $1", 1)
        assert (caught.value.sqlstate, caught.value.severity, caught.value.position) == (
            "42P01",
            "ERROR",
            "15",
        )
        with pytest.raises(asyncpg.InFailedSQLTransactionError):
            await connection.fetch("select 1")
        await transaction.rollback()
        assert await connection.fetch("select a from t") == []

    with_connection(server, body)


def test_a_cursor_fetches_by_portions(server: Server) -> None:
    """Execute with a row limit: the portal is suspended and goes on, also while other statements run."""

    async def body(connection: Any) -> None:
        await connection.execute("create table t as select n from generate_series(1, 1000) as s(n)")
        async with connection.transaction():
            cursor = await connection.cursor("select n from t where n > $1 order by n", 10)
            assert await cursor.fetch(3) == [(11,), (12,), (13,)]
            assert await connection.fetchval("select count(*) from t") == 1000
            assert await cursor.fetchrow() == (14,)
            assert await connection.execute("insert into t values (0)") == "INSERT 0 1"
            assert await cursor.fetch(1) == [(15,)]
            assert len(await cursor.fetch(5000)) == 985
            assert await cursor.fetchrow() is None
        async with connection.transaction():
            found = [row["n"] async for row in connection.cursor("select n from t order by n", prefetch=7)]
        assert found == list(range(1001))

    with_connection(server, body)


def test_two_cursors_at_once(server: Server) -> None:
    async def body(connection: Any) -> None:
        async with connection.transaction():
            one = await connection.cursor("select n from generate_series(1, 100) as s(n)")
            two = await connection.cursor("select -n from generate_series(1, 100) as s(n)")
            for start in range(1, 100, 10):
                assert await one.fetch(10) == [(n,) for n in range(start, start + 10)]
                assert await two.fetch(10) == [(-n,) for n in range(start, start + 10)]

    with_connection(server, body)


def test_a_prepared_statement_is_described(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("create table t (a int, b numeric(10,2)[], c timestamptz)")
        statement = await connection.prepare(
            "select a, b as list, c, count(*) from t where a > $1 group by 1, 2, 3"
        )
        assert [(p.name, p.kind) for p in statement.get_parameters()] == [("int4", "scalar")]
        assert [(a.name, a.type.name, a.type.kind) for a in statement.get_attributes()] == [
            ("a", "int4", "scalar"),
            ("list", "numeric[]", "array"),
            ("c", "timestamptz", "scalar"),
            ("count", "int8", "scalar"),
        ]
        insert = await connection.prepare("insert into t (c) values ($1)")
        assert insert.get_attributes() == ()
        assert [p.name for p in insert.get_parameters()] == ["timestamptz"]

    with_connection(server, body)


def test_a_statement_is_used_again_after_its_table_has_changed(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("create table t (a int)")
        await connection.execute("insert into t values (1)")
        assert await connection.fetch("select * from t") == [(1,)]
        await connection.execute("alter table t add column b text")
        assert await connection.fetch("select * from t") == [(1, None)]

    with_connection(server, body)


def test_reset(server: Server) -> None:
    """What a pool sends when a connection comes back: advisory locks, cursors, LISTEN, settings."""

    async def body(connection: Any) -> None:
        await connection.execute("set search_path to pg_catalog")
        await connection.execute("set application_name to 'mine'")
        await connection.execute("begin")
        await connection.reset()
        assert not connection.is_in_transaction()
        assert await connection.fetchval("show search_path") == '"$user", public'
        assert await connection.fetchval("show application_name") == ""

    with_connection(server, body)


def test_a_pool(server: Server) -> None:
    async def body() -> None:
        async with asyncpg.create_pool(**server.login, min_size=2, max_size=4) as pool:
            await pool.execute("create table t (a int)")

            async def work(number: int) -> int:
                async with pool.acquire() as connection, connection.transaction():
                    await connection.execute("insert into t values ($1)", number)
                    found: int = await connection.fetchval("select count(*) from t where a = $1", number)
                    return found

            assert await asyncio.gather(*map(work, range(20))) == [1] * 20
            assert await pool.fetchrow("select count(*), sum(a) from t") == (20, 190)

    run(body())


def test_cancel(server: Server) -> None:
    """asyncpg cancels when the time of a call is over, and the connection goes on."""

    async def body(connection: Any) -> None:
        with pytest.raises(TimeoutError):
            await connection.fetch(LONG_QUERY, timeout=0.5)
        assert await connection.fetchval("select 1") == 1
        await connection.execute("set statement_timeout = 100")
        with pytest.raises(asyncpg.QueryCanceledError) as caught:
            await connection.fetch(LONG_QUERY)
        assert caught.value.sqlstate == "57014"
        assert await connection.fetchval("select 1") == 1

    with_connection(server, body)


def test_errors_with_sqlstate(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("create table t (a int not null)")
        for statement, error in (
            ("select nothing from t", asyncpg.UndefinedColumnError),
            ("selec 1", asyncpg.PostgresSyntaxError),
            ("create table t (b int)", asyncpg.DuplicateTableError),
            ("insert into t values (null)", asyncpg.NotNullViolationError),
            ("select 'x'::int", asyncpg.InvalidTextRepresentationError),
            ("select nosuch(1)", asyncpg.UndefinedFunctionError),
            ("select 1; select 2", asyncpg.PostgresSyntaxError),
        ):
            with pytest.raises(error):
                await connection.fetch(statement)
        with pytest.raises(asyncpg.UndefinedColumnError) as caught:
            await connection.fetch("select $1::int, nothing from t where a = $2", 1, 2)
        assert caught.value.position == "17"
        assert await connection.fetchval("select count(*) from t") == 0

    with_connection(server, body)


def test_settings_of_the_connection(server: Server) -> None:
    async def body() -> None:
        wanted = {"application_name": "my program", "search_path": "s, public", "timezone": "Asia/Tokyo"}
        async with connected(server, server_settings=wanted) as connection:
            assert connection.get_settings().application_name == "my program"
            assert await connection.fetchval("show search_path") == "s, public"
            assert await connection.fetchval("show timezone") == "Asia/Tokyo"

    run(body())


def test_notices(server: Server) -> None:
    async def body(connection: Any) -> None:
        heard: list[tuple[str, str]] = []
        connection.add_log_listener(
            lambda _connection, notice: heard.append((notice.severity, notice.message))
        )
        await connection.execute("drop table if exists nowhere")
        await connection.fetchval("select 1")  # the listener is called in a later turn of the loop
        assert heard == [("NOTICE", 'table "nowhere" does not exist, skipping')]

    with_connection(server, body)


def test_a_portal_is_moved_forward(server: Server) -> None:
    """MOVE FORWARD, in a simple query, on a portal of the protocol."""

    async def body(connection: Any) -> None:
        async with connection.transaction():
            cursor = await connection.cursor("select n from generate_series(1, 100) as s(n)")
            assert await cursor.fetchrow() == (1,)
            assert await cursor.forward(50) == 50
            assert await cursor.fetch(2) == [(52,), (53,)]
            assert await cursor.forward(500) == 47
            assert await cursor.fetchrow() is None

    with_connection(server, body)


def test_fetch_is_prepared_like_a_query(server: Server) -> None:
    async def body(connection: Any) -> None:
        async with connection.transaction():
            await connection.execute(
                "declare c cursor for select n, now() from generate_series(1, 5) as s(n)"
            )
            assert [row["n"] for row in await connection.fetch("fetch 2 from c")] == [1, 2]
            assert [row["n"] for row in await connection.fetch("fetch 2 from c")] == [3, 4]

    with_connection(server, body)
