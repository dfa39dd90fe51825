"""
RETURNING and ON CONFLICT as drivers and an ORM use them: executemany, pipelines, insertmanyvalues, upserts.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import asyncpg
import psycopg
import pytest
import sqlalchemy as sa
from psycopg import pq
from sqlalchemy import orm
from sqlalchemy.dialects import postgresql

from tests.clients.conftest import WAIT_SECONDS
from tests.clients.test_asyncpg import connected, run
from tests.clients.test_sqlalchemy import engine_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]

TABLE = "create table t (id int primary key, name text default 'x', amount numeric(10, 2), n int default 0)"


@pytest.fixture
def connection(server: Server) -> Iterator[Connection]:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute(TABLE)
        yield connection


@pytest.mark.parametrize("binary", [False, True])
def test_psycopg(connection: Connection, binary: bool) -> None:
    cursor = connection.cursor(binary=binary)
    cursor.execute("insert into t (id, amount) values (%s, %s), (2, null) returning *", (1, Decimal("1.5")))
    assert cursor.fetchall() == [(1, "x", Decimal("1.50"), 0), (2, "x", None, 0)]
    assert cursor.statusmessage == "INSERT 0 2"
    cursor.execute("update t set name = %s where id = %s returning id, name || %s", ("y", 2, "!"))
    assert cursor.fetchall() == [(2, "y!")]
    cursor.execute("delete from t where id = %s returning id, amount", (1,))
    assert cursor.fetchall() == [(1, Decimal("1.50"))]
    assert cursor.rowcount == 1


def test_executemany_returning(connection: Connection) -> None:
    cursor = connection.cursor()
    cursor.executemany(
        "insert into t (id, name) values (%s, %s) returning id, name",
        [(1, "a"), (2, "b"), (3, None)],
        returning=True,
    )
    rows = []
    while True:
        rows += cursor.fetchall()
        if not cursor.nextset():
            break
    assert rows == [(1, "a"), (2, "b"), (3, None)]


def test_a_pipeline(connection: Connection) -> None:
    with connection.pipeline():
        first = connection.execute("insert into t (id) values (1) returning id, name")
        second = connection.execute("update t set name = 'p' where id = 1 returning name")
        third = connection.execute("select name from t")
    assert (first.fetchall(), second.fetchall(), third.fetchall()) == ([(1, "x")], [("p",)], [("p",)])


def test_a_transaction(connection: Connection) -> None:
    with connection.transaction():
        assert connection.execute("insert into t (id) values (1) returning id").fetchall() == [(1,)]
        with pytest.raises(psycopg.errors.DivisionByZero), connection.transaction():
            connection.execute("insert into t (id) values (2) returning 1 / (id - 2)")
    assert connection.execute("select id from t").fetchall() == [(1,)]


def test_upsert(connection: Connection) -> None:
    sql = "insert into t (id, n) values (%s, %s) on conflict (id) do update set n = t.n + excluded.n returning n"
    assert [connection.execute(sql, (1, n)).fetchall() for n in (1, 2, 3)] == [[(1,)], [(3,)], [(6,)]]
    nothing = connection.execute("insert into t (id) values (1), (2) on conflict do nothing")
    assert nothing.statusmessage == "INSERT 0 1"
    with pytest.raises(psycopg.errors.CardinalityViolation):
        connection.execute("insert into t (id) values (5), (5) on conflict (id) do update set n = 1")
    with pytest.raises(psycopg.errors.InvalidColumnReference):
        connection.execute("insert into t (id) values (5) on conflict (name) do nothing")


@pytest.mark.slow
def test_concurrent_upserts_leave_one_row(server: Server, connection: Connection) -> None:
    sessions, rounds = 4, 10

    def upsert(_number: int) -> None:
        with psycopg.connect(server.dsn, autocommit=True) as own:
            for _ in range(rounds):
                own.execute("insert into t (id, n) values (7, 1) on conflict (id) do update set n = t.n + 1")

    with ThreadPoolExecutor(sessions) as pool:
        list(pool.map(upsert, range(sessions), timeout=WAIT_SECONDS))
    assert connection.execute("select id, n from t").fetchall() == [(7, sessions * rounds)]


def test_a_row_limit_of_libpq(connection: Connection) -> None:
    """Single row mode: the rows come one by one, and all are written."""
    cursor = connection.cursor()
    rows = list(cursor.stream("insert into t (id) select * from generate_series(1, 5) returning id"))
    assert sorted(rows) == [(n,) for n in range(1, 6)]
    assert connection.info.transaction_status is pq.TransactionStatus.IDLE


def test_asyncpg(server: Server) -> None:
    async def body() -> None:
        async with connected(server) as connection:
            await connection.execute(TABLE)
            sql = "insert into t (id, name, amount) values ($1, $2, $3) returning id, name, amount, n"
            assert tuple(await connection.fetchrow(sql, 1, "a", Decimal("2.5"))) == (
                1,
                "a",
                Decimal("2.50"),
                0,
            )
            assert await connection.fetchval("update t set n = n + $1 where id = $2 returning n", 5, 1) == 5
            upsert = "insert into t (id, n) values ($1, $2) on conflict (id) do update set n = excluded.n returning n"
            assert await connection.fetchval(upsert, 1, 9) == 9
            statement = await connection.prepare("delete from t where id = $1 returning id, name")
            assert [attribute.name for attribute in statement.get_attributes()] == ["id", "name"]
            assert await connection.fetchval("select count(*) from t") == 1
            assert [tuple(row) for row in await statement.fetch(1)] == [(1, "a")]
            rows = await connection.fetchmany(
                "insert into t (id) values ($1) returning id", [(n,) for n in range(10, 13)]
            )
            assert [row["id"] for row in rows] == [10, 11, 12]
            async with connection.transaction():
                cursor = await connection.cursor("update t set n = 1 returning id")
                assert sorted(row["id"] for row in await cursor.fetch(10)) == [10, 11, 12]
            with pytest.raises(asyncpg.CardinalityViolationError):
                await connection.execute(
                    "insert into t (id) values (3), (3) on conflict (id) do update set n = 1"
                )

    run(body())


class Base(orm.DeclarativeBase):
    pass


class Thing(Base):
    __tablename__ = "things"

    id: orm.Mapped[int] = orm.mapped_column(primary_key=True, autoincrement=False)
    name: orm.Mapped[str] = orm.mapped_column(sa.Text, server_default="unnamed")
    amount: orm.Mapped[Decimal | None] = orm.mapped_column(sa.Numeric(10, 2))


@pytest.fixture(params=["psycopg", "psycopg2"])
def engine(request: pytest.FixtureRequest, server: Server) -> Iterator[sa.Engine]:
    engine = engine_of(server, request.param)
    with engine.begin() as connection:
        connection.execute(
            sa.text(
                "create table things (id int primary key, name text default 'unnamed', amount numeric(10, 2))"
            )
        )
    yield engine
    engine.dispose()


def test_orm(engine: sa.Engine) -> None:
    with orm.Session(engine) as session:
        session.add_all([Thing(id=n, amount=Decimal(n)) for n in range(1, 51)])
        session.flush()
        assert {thing.name for thing in session.scalars(sa.select(Thing))} == {"unnamed"}
        session.commit()
        thing = session.get_one(Thing, 7)
        thing.name = "seven"
        session.commit()
        assert session.scalar(sa.select(Thing.name).where(Thing.id == 7)) == "seven"


def test_insertmanyvalues(engine: sa.Engine) -> None:
    with orm.Session(engine) as session:
        rows = session.scalars(
            sa.insert(Thing).returning(Thing.name, sort_by_parameter_order=True),
            [{"id": n, "name": f"thing {n}"} for n in range(500)],
        ).all()
        assert list(rows) == [f"thing {n}" for n in range(500)]
        things = session.scalars(
            sa.update(Thing).where(Thing.id < 3).values(name=Thing.name + "!").returning(Thing)
        ).all()
        assert sorted(thing.name for thing in things) == ["thing 0!", "thing 1!", "thing 2!"]
        gone = session.scalars(sa.delete(Thing).where(Thing.id >= 3).returning(Thing.id)).all()
        assert sorted(gone) == list(range(3, 500))
        session.commit()


def test_upsert_of_sqlalchemy(engine: sa.Engine) -> None:
    insert = postgresql.insert(Thing)
    upsert = insert.on_conflict_do_update(
        index_elements=[Thing.id], set_={"name": insert.excluded.name}
    ).returning(Thing.id, Thing.name)
    with orm.Session(engine) as session:
        session.execute(insert.values([{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]))
        rows = session.execute(upsert.values([{"id": 2, "name": "B"}, {"id": 3, "name": "c"}])).all()
        assert [tuple(row) for row in rows] == [(2, "B"), (3, "c")]
        skipped = postgresql.insert(Thing).values(id=1, name="z").on_conflict_do_nothing()
        session.execute(skipped)
        session.commit()
        assert session.scalars(sa.select(Thing.name).order_by(Thing.id)).all() == ["a", "B", "c"]
