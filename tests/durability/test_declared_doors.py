"""
Enumerated types, lengths and numbering through drivers and every door for rows.
"""

from __future__ import annotations

import asyncio
import subprocess
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Any

import asyncpg
import psycopg
import pyarrow as pa
import pytest
import sqlalchemy
from psycopg.types.enum import EnumInfo

from tests.durability.tools import Poster, metric, token_for
from tests.ingest.streams import stream
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway

pytestmark = pytest.mark.server

WAITING = "pggate_append_waiting_bytes"


@pytest.fixture
def connection(gateway: Gateway) -> Iterator[psycopg.Connection]:
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("drop table if exists visit, person")
        connection.execute("drop type if exists mood")
        connection.execute("create type mood as enum ('sad', 'ok', 'happy')")
        connection.execute("create table person (id serial primary key, name varchar(5), m mood, ms mood[])")
        yield connection


def test_psycopg(connection: psycopg.Connection) -> None:
    info = EnumInfo.fetch(connection, "mood")
    assert info is not None
    assert tuple(info.labels) == ("sad", "ok", "happy")
    for binary in (False, True):
        with connection.cursor(binary=binary) as cursor:
            cursor.execute("insert into person (name, m) values (%s, %s) returning m", ("Moe", "happy"))
            assert cursor.fetchall() == [(b"happy" if binary else "happy",)]  # psycopg has no loader for it
            cursor.execute("select name from person where m > %s", ("ok",))
            assert ("Moe",) in cursor.fetchall()
            assert cursor.execute("select m from person").description[0].type_code == info.oid  # type: ignore[index]
    for sql, code in (
        ("insert into person (m) values (%s)", "22P02"),
        ("update person set m = %s", "22P02"),
        ("insert into person (name) values (%s)", "22001"),
        ("update person set name = %s", "22001"),
    ):
        with pytest.raises(psycopg.Error) as caught:
            connection.execute(sql, ("stranger",))
        assert caught.value.sqlstate == code


def test_asyncpg(connection: psycopg.Connection, gateway: Gateway) -> None:
    async def body() -> None:
        client: Any = await asyncpg.connect(**gateway.login())
        try:
            first = await client.fetchval(
                "insert into person (name, m) values ($1, $2) returning id", "Moe", "ok"
            )
            second = await client.fetchval("insert into person (m) values ($1) returning id", "sad")
            assert (first, second) == (1, 2)
            rows = await client.fetch("select m, ms from person where m >= $1 order by m", "sad")
            assert [tuple(row) for row in rows] == [("sad", None), ("ok", None)]
            with pytest.raises(asyncpg.PostgresError) as caught:
                await client.execute("insert into person (m) values ($1)", "angry")
            assert caught.value.sqlstate == "22P02"
        finally:
            await client.close()

    asyncio.run(body())


def test_copy(connection: psycopg.Connection) -> None:
    with connection.cursor().copy("copy person (name, m, ms) from stdin") as copy:
        copy.write_row(("Moe", "happy", "{ok,sad}"))
        copy.write_row(("Larry", "sad", None))
    got = connection.execute("select id, name, m, ms::text from person order by m").fetchall()
    assert got == [(2, "Larry", "sad", None), (1, "Moe", "happy", "{ok,sad}")]
    for column, value, code in (("m", "angry", "22P02"), ("name", "too long", "22001")):
        with (
            pytest.raises(psycopg.Error) as caught,
            connection.cursor().copy(f"copy person ({column}) from stdin") as copy,
        ):
            copy.write_row((value,))
        assert caught.value.sqlstate == code


def test_posts(connection: psycopg.Connection, gateway: Gateway) -> None:
    with closing(Poster(gateway, token_for(connection, "person"))) as poster:
        posts(connection, poster)


def posts(connection: psycopg.Connection, poster: Poster) -> None:
    assert poster.post(stream(pa.table({"name": ["Moe", "Curly"], "m": ["ok", None]}))).status == 200
    got = connection.execute("select id, name, m from person order by id").fetchall()
    assert got == [(1, "Moe", "ok"), (2, "Curly", None)]
    for columns in ({"m": ["angry"]}, {"name": ["too long"]}):
        answer = poster.post(stream(pa.table(columns)))
        assert answer.status == 400, answer.body
    assert connection.execute("select count(*) from person").fetchone() == (2,)


def test_a_column_of_another_type_leaves_tokens_and_oid(
    connection: psycopg.Connection, gateway: Gateway
) -> None:
    with closing(Poster(gateway, token_for(connection, "person"))) as poster:
        (oid,) = connection.execute("select 'person'::regclass::oid").fetchone() or ()
        for wanted, value in (
            ("int using length(name)", pa.scalar(5, pa.int32())),
            ("text using name::text", pa.scalar("Curly")),
            ("int using 7", pa.scalar(6, pa.int32())),
        ):
            connection.execute(f"alter table person alter column name type {wanted}")  # type: ignore[arg-type]  # written here
            answer = poster.post(
                stream(pa.table({"name": pa.array([value.as_py()], value.type), "m": ["ok"]}))
            )
            assert answer.status == 200, answer.body
            assert connection.execute("select 'person'::regclass::oid").fetchone() == (oid,)
        found = connection.execute("select name from person order by id").fetchall()
        assert found == [(7,), (7,), (6,)]
        live = "select n_live_tup from pg_stat_user_tables where relid = 'person'::regclass"
        assert connection.execute(live).fetchone() == (3,)
        shown = connection.execute("select count(*) from pggate.tokens where name = 'person'")
        assert shown.fetchone() != (0,)


def test_posts_go_on_when_a_column_that_they_leave_out_changes(
    connection: psycopg.Connection, gateway: Gateway
) -> None:
    rows = stream(pa.table({"m": ["ok"]}))  # they fit the topic as it was, too
    with closing(Poster(gateway, token_for(connection, "person"))) as poster:
        assert poster.post(rows).status == 200
        for of_type in ("int using 1", "text using 'x'"):
            connection.execute(f"alter table person alter column name type {of_type}")  # type: ignore[arg-type]  # written here
            answer = poster.post(rows)
            assert answer.status == 200, answer.body
        assert connection.execute("select count(*) from person").fetchone() == (3,)
        connection.execute("drop table person")
        connection.execute("create table person (m mood)")
        assert poster.post(rows).status == 404


def test_a_rewriting_alter_tells_who_waited_for_it(connection: psycopg.Connection, gateway: Gateway) -> None:
    """The INSERT waits at the topic's gate, with its row, when the ALTER is committed."""
    connection.execute("begin")
    connection.execute("alter table person alter column name type int using 1")
    before = metric(gateway, WAITING)
    waited: list[str | None] = []

    def insert() -> None:
        with psycopg.connect(gateway.dsn(), autocommit=True) as other:
            try:
                other.execute("insert into person (name) values ('Moe')")
            except psycopg.Error as error:
                waited.append(error.sqlstate)

    inserting = threading.Thread(target=insert)
    inserting.start()
    wait_until(lambda: metric(gateway, WAITING) > before)
    connection.execute("commit")
    inserting.join()
    assert waited == ["40001"]
    assert connection.execute("select count(*) from person").fetchone() == (0,)


def test_who_comes_after_a_rewriting_alter_is_of_the_new_type(
    connection: psycopg.Connection, gateway: Gateway
) -> None:
    insert = "insert into person (name) values ('Moe')"
    with psycopg.connect(gateway.dsn(), autocommit=True) as other:
        other.execute("prepare p as insert into person (name) values ('Moe')")
        other.execute(insert, prepare=True)
        connection.execute("delete from person")
        connection.execute("alter table person alter column name type int using 1")
        for again in ("execute p", insert):
            with pytest.raises(psycopg.errors.InvalidTextRepresentation):
                other.execute(again)  # type: ignore[arg-type]  # written here
    assert connection.execute("select count(*) from person").fetchone() == (0,)


def test_psql_shows_keys(connection: psycopg.Connection, gateway: Gateway) -> None:
    connection.execute("drop table if exists visit")
    connection.execute("create table visit (who int references person, at date, unique (who, at))")
    psql = ["psql", "--no-psqlrc", gateway.dsn(), "-c", r"\d visit", "-c", r"\d person", "-c", r"\dT+ mood"]
    shown = subprocess.run(psql, check=True, capture_output=True, text=True).stdout
    connection.execute("drop table visit")
    for line in (
        '"visit_who_at_key" UNIQUE CONSTRAINT, btree (who, at)',
        '"visit_who_fkey" FOREIGN KEY (who) REFERENCES person(id)',
        'TABLE "visit" CONSTRAINT "visit_who_fkey" FOREIGN KEY (who) REFERENCES person(id)',
        "nextval('person_id_seq'::regclass)",
        "character varying(5)",
        "mood[]",
        "happy",
    ):
        assert line in shown


def test_sqlalchemy_reflects_keys(connection: psycopg.Connection, gateway: Gateway) -> None:
    connection.execute("drop table if exists visit")
    connection.execute("create table visit (who int references person, at date, unique (who, at))")
    engine = sqlalchemy.create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(gateway.dsn()))
    seen = sqlalchemy.inspect(engine)
    assert seen.get_pk_constraint("person")["constrained_columns"] == ["id"]
    (foreign,) = seen.get_foreign_keys("visit")
    assert (foreign["constrained_columns"], foreign["referred_table"]) == (["who"], "person")
    assert [key["column_names"] for key in seen.get_unique_constraints("visit")] == [["who", "at"]]
    assert [key["name"] for key in seen.get_indexes("visit")] == ["visit_who_at_key"]
    (mood,) = seen.get_enums()  # type: ignore[attr-defined]
    assert mood["labels"] == ["sad", "ok", "happy"]
    types = {column["name"]: str(column["type"]) for column in seen.get_columns("person")}
    assert types == {"id": "INTEGER", "name": "VARCHAR(5)", "m": "VARCHAR(5)", "ms": "ARRAY"}
    engine.dispose()
    connection.execute("drop table visit")
