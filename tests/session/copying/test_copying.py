"""
COPY in a session: what may be copied where, and what stays of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import QueryCanceled
from pggate.wire import backend, frontend
from tests.session.conftest import copied, error_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

LINE = b"1\t" + b"x" * 1000 + b"\n"
MANY = LINE * 20_000
"""More than a segment holds."""


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table t (a int, b text default 'none')")
    return session


def out(client: Client, sql: str) -> bytes:
    return copied(succeeded(client.query(sql)))


def tag_of(replies: list[backend.Backend]) -> str:
    (tag,) = [m.tag for m in succeeded(replies) if isinstance(m, backend.CommandComplete)]
    return tag


def begun(client: Client, sql: str, *data: bytes) -> None:
    """A COPY that waits for more rows; `client.waiting` is what is left of its reply."""
    succeeded(client.send(frontend.Query(sql), *map(frontend.CopyData, data)))


def rest(client: Client, message: frontend.Frontend | None) -> list[backend.Backend]:
    """What is said of it after that message."""
    return [client.waiting.send(message), *client.waiting]


def test_rows_go_out_and_in_again(client: Client) -> None:
    client.run(
        "insert into t values (1, 'x'), (2, null), (null, ''), (-3, e'tab\\t \"quote\" \\\\ ä 🐘\\n')",
        "create table u as from t with no data",
    )
    for how in ("", "csv header", "binary", "(format csv, force_quote *, null 'NULL', delimiter ';')"):
        how_in = how.replace("force_quote *", "header off")
        client.run("truncate u")
        assert (
            tag_of(client.copy(f"copy u from stdin {how_in}", out(client, f"copy t to stdout {how}")))
            == "COPY 4"
        )
        assert client.rows("from u order by a") == client.rows("from t order by a")


def test_columns_and_defaults(client: Client) -> None:
    client.copy("copy t (a) from stdin", b"1\n2\n")
    client.copy("copy public.t (b, a) from stdin", b"x\t3\n")
    assert client.rows("from t order by a") == [("1", "none"), ("2", "none"), ("3", "x")]
    assert out(client, "copy t (b, a) to stdout") == b"none\t1\nnone\t2\nx\t3\n"


def test_one_moment_for_all_rows(client: Client) -> None:
    client.run("create table moments (a int, b text, c timestamptz default now())")
    client.copy("copy moments (a, b) from stdin", MANY)
    assert client.rows("select count(*), count(distinct c) from moments") == [("20000", "1")]


def test_names(connect: Connect, client: Client, database: str) -> None:
    client.run("create schema s", "create table s.t (a int)", 'create table "T t" ("A b" int)')
    client.copy("copy s.t from stdin", b"7\n")
    client.copy(f"copy {database}.s.t from stdin", b"8\n")
    client.copy('copy "T t" ("A b") from stdin', b"9\n")
    assert out(client, f"copy {database}.s.t to stdout") == b"7\n8\n"
    assert out(client, 'copy "T t" ("A b") to stdout csv header') == b"A b\n9\n"
    client.run("set search_path = s")
    assert out(client, "copy t to stdout") == b"7\n8\n"


def test_queries(client: Client) -> None:
    client.run("insert into t values (1, 'x')", "insert into t values (2, 'y')")
    snapshot = client.value("select max(snapshot_id) from ducklake_snapshots('lake:' || current_database())")
    client.run("insert into t values (3, 'z')")
    assert out(client, f"copy (select a from t at (version => {snapshot}) order by a) to stdout") == b"1\n2\n"
    assert out(client, "copy (with w as (select 1 as a) select a, a / 2 from w) to stdout csv header") == (
        b"a,?column?\n1,0\n"
    )
    assert out(client, "copy (select relname from pg_class where relname = 't') to stdout") == b"t\n"


def test_a_relation_of_the_catalog(client: Client, database: str) -> None:
    assert database.encode() in out(client, "copy pg_database (datname) to stdout").splitlines()


def test_time_zone(connect: Connect) -> None:
    client = connect(TimeZone="Asia/Tokyo")
    client.run("create table z (a timestamptz)")
    client.copy("copy z from stdin", b"2024-01-01 09:00:00\n")
    assert out(client, "copy z to stdout") == b"2024-01-01 09:00:00+09\n"
    client.run("set timezone = 'UTC'")
    assert out(client, "copy z to stdout") == b"2024-01-01 00:00:00+00\n"


REFUSED = (
    ("copy v to stdout", "42809", 'cannot copy from view "v"'),
    ("copy v from stdin", "42809", 'cannot copy to view "v"'),
    ("copy pg_class from stdin", "42501", 'permission denied: "pg_class" is a system catalog'),
    ("copy pg_catalog.pg_type from stdin", "42501", 'permission denied: "pg_type" is a system catalog'),
    ("copy nope from stdin", "42P01", 'relation "nope" does not exist'),
    ("copy t (nope) from stdin", "42703", 'column "nope" of relation "t" does not exist'),
    ("copy t to '/x'", "0A000", "COPY to a file is not supported"),
    ("copy t from program 'x'", "0A000", "COPY from a program is not supported"),
    ("copy t from stdin where a > 1", "0A000", "COPY FROM ... WHERE is not supported"),
    ("copy (delete from t) to stdout", "0A000", "COPY query must have a RETURNING clause"),
    ("explain copy t to stdout", "42601", 'syntax error at or near "copy"'),
)


@pytest.mark.parametrize(("sql", "sqlstate", "message"), REFUSED)
def test_refused(client: Client, sql: str, sqlstate: str, message: str) -> None:
    client.run("create view v as select 1 as x")
    error = client.error(sql)
    assert (error.code, error.message) == (sqlstate, message)


def test_whoever_may_not_read_or_write(client: Client, connect: Connect) -> None:
    client.run("create role reader login password 'x'")
    try:
        other = connect(user="reader")
        for sql in ("copy t to stdout", "copy t from stdin", "copy (select * from t) to stdout"):
            assert other.code(sql) == "42501"
        assert out(other, "copy (select 1) to stdout") == b"1\n"
    finally:
        client.run("drop role reader")


def test_many_rows_are_several_segments_of_one_snapshot(client: Client) -> None:
    before = client.value("select count(*) from ducklake_snapshots('lake:' || current_database())")
    assert tag_of(client.copy("copy t from stdin", MANY)) == "COPY 20000"
    after = client.value("select count(*) from ducklake_snapshots('lake:' || current_database())")
    assert int(after or 0) == int(before or 0) + 1
    assert len(client.files()) > 1
    assert client.rows("select count(*), sum(a), sum(length(b)) from t") == [("20000", "20000", "20000000")]


def test_a_block_holds_them_until_it_commits(client: Client, connect: Connect) -> None:
    client.run("begin")
    client.copy("copy t (a) from stdin", b"1\n")
    client.copy("copy t from stdin", MANY)
    assert client.value("select count(*) from t") == "20001"
    assert connect().value("select count(*) from t") == "0"
    client.run("rollback")
    assert client.value("select count(*) from t") == "0"
    assert client.files() == []
    client.run("begin")
    client.copy("copy t from stdin", MANY)
    client.run("commit")
    assert connect().value("select count(*) from t") == "20000"


WRONG = (
    # what comes behind many good rows       SQLSTATE    and where it is said to be
    (b"x\ty\n", "22P02", 'COPY t, line 20001, column a: "x"'),
    (b"1\n", "22P04", 'COPY t, line 20001: "1"'),
    (b"1\t\xff\n", "22021", "COPY t, line 20001"),
)


@pytest.mark.parametrize(("row", "sqlstate", "context"), WRONG)
@pytest.mark.parametrize("in_block", [False, True])
def test_nothing_stays_of_what_fails(
    client: Client, row: bytes, sqlstate: str, context: str, in_block: bool
) -> None:
    if in_block:
        client.run("begin", "insert into t values (1, 'before')")
    error = error_of(client.copy("copy t from stdin", MANY, row))
    assert (error.code, error.context) == (sqlstate, context)
    if in_block:
        assert client.code("select 1") == "25P02"
        client.run("rollback")
    assert client.files() == []
    assert client.value("select count(*) from t") == "0"
    assert tag_of(client.copy("copy t (a) from stdin", b"1\n")) == "COPY 1"


def test_not_null(client: Client) -> None:
    client.run("create table strict (a int not null, b text not null default 'd')")
    error = error_of(client.copy("copy strict (a) from stdin", b"1\n\\N\n"))
    assert (error.code, error.message) == (
        "23502",
        'null value in column "a" of relation "strict" violates not-null constraint',
    )
    assert error_of(client.copy("copy strict (b) from stdin", b"x\n")).code == "23502"
    client.copy("copy strict (a) from stdin", b"1\n")
    assert client.rows("from strict") == [("1", "d")]


def test_a_client_that_gives_up(client: Client) -> None:
    begun(client, "copy t from stdin", MANY)
    error = error_of(rest(client, frontend.CopyFail("no more")))
    assert (error.code, error.message) == ("57014", "COPY from stdin failed: no more")
    assert error.context == "COPY t, line 20001"
    assert client.files() == []
    assert client.status == "I"


@pytest.mark.parametrize(
    ("how", "data", "context"),
    [
        ("", b"", "COPY t, line 1"),
        ("binary", b"", None),
        ("binary", b"PGCOP", None),
        ("binary", b"PGCOPY\n\xff\r\n\0" + bytes(8), "COPY t, line 1"),
    ],
)
def test_where_a_client_gives_up(client: Client, how: str, data: bytes, context: str | None) -> None:
    begun(client, f"copy t from stdin {how}", data)
    assert error_of(rest(client, frontend.CopyFail("stop"))).context == context


def test_a_client_that_is_gone(client: Client) -> None:
    begun(client, "copy t from stdin", MANY)
    assert client.files()
    client.waiting.close()
    assert client.files() == []


@pytest.mark.parametrize("block", ["", "begin"])
def test_an_interrupt(client: Client, block: str) -> None:
    if block:
        client.run(block)
    begun(client, "copy t from stdin", MANY)
    client.session.interrupt(QueryCanceled("canceling statement due to user request"))
    error = error_of(rest(client, None))
    assert (error.code, error.message) == ("57014", "canceling statement due to user request")
    assert client.files() == []
    assert client.status == ("E" if block else "I")


def test_statement_timeout_also_while_the_client_takes_its_time(connect: Connect, client: Client) -> None:
    client.run("set statement_timeout = 50")
    begun(client, "copy t from stdin", LINE)
    replies: list[backend.Backend] = []
    while not replies:  # until the clock has struck: the reply is asked again whenever somebody wakes it
        reply = client.waiting.send(None)
        if isinstance(reply, backend.ErrorResponse):
            replies = [reply, *client.waiting]
    assert error_of(replies).message == "canceling statement due to statement timeout"
    client.run("set statement_timeout = 0")
    assert client.value("select count(*) from t") == "0"


def test_whoever_is_waited_for_is_not_waited_for_long(client: Client) -> None:
    client.run("insert into t values (1, 'x')", "begin", "update t set a = 2")
    begun(client, "copy t from stdin", LINE)
    assert client.session.deadline() is not None
    client.session.expire()
    assert error_of(rest(client, None)).code == "25P03"
    assert client.session.deadline() is None
    client.run("rollback")
    assert client.rows("from t") == [("1", "x")]


@pytest.mark.parametrize("create", ["create temp table mine", "begin; create table mine"])
def test_a_table_that_only_the_session_knows(client: Client, create: str) -> None:
    client.run(f"{create} (a int not null, b text default 'd', c uuid, d json)")
    client.copy("copy mine (a) from stdin", b"1\n2\n")
    client.copy("copy mine from stdin csv", b'3,x,11111111-2222-3333-4444-555555555555,"{""k"": [1]}"\n')
    assert out(client, "copy mine to stdout") == (
        b'1\td\t\\N\t\\N\n2\td\t\\N\t\\N\n3\tx\t11111111-2222-3333-4444-555555555555\t{"k": [1]}\n'
    )
    if "begin" in create:
        client.run("commit")
    assert client.value("select count(*) from mine") == "3"
    assert error_of(client.copy("copy mine (a) from stdin", b"4\nx\n")).code == "22P02"
    assert error_of(client.copy("copy mine (a) from stdin", b"4\n\\N\n")).code == "23502"
    assert client.value("select count(*) from mine") == "3"


def test_much_into_a_temporary_table(client: Client) -> None:
    client.run("create temp table mine (a int, b text)")
    assert tag_of(client.copy("copy mine from stdin", MANY)) == "COPY 20000"
    assert error_of(client.copy("copy mine from stdin", MANY, b"1\n")).code == "22P04"
    assert client.value("select count(*) from mine") == "20000"


def test_a_view_of_ones_own_sees_the_rows(client: Client) -> None:
    client.run("begin", "alter table t add column c int")
    client.copy("copy t (a, c) from stdin", b"1\t2\n")
    client.run("commit")
    assert client.rows("from t") == [("1", "none", "2")]


def test_rows_that_go_out_are_counted(client: Client) -> None:
    client.run("insert into t values (1, 'x'), (2, 'y')")
    assert tag_of(client.query("copy t to stdout")) == "COPY 2"


def test_rolled_back_to_a_savepoint(client: Client) -> None:
    client.run("begin")
    client.copy("copy t (a) from stdin", b"1\n")
    client.run("savepoint s")
    client.copy("copy t from stdin", MANY)
    client.copy("copy t (a) from stdin", b"2\n")
    client.run("rollback to s")
    client.copy("copy t (a) from stdin", b"3\n")
    error_of(client.copy("copy t (a) from stdin", b"x\n"))
    client.run("rollback to s")
    client.copy("copy t (a) from stdin", b"4\n")
    client.run("commit")
    assert client.rows("select a from t order by a") == [("1",), ("4",)]
