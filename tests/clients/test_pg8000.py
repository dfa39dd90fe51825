"""
pg8000: pure Python, always the extended protocol, text both ways.
"""

from __future__ import annotations

import datetime as dt
import json
import socket
import ssl
import struct
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pg8000.dbapi
import pg8000.native
import pytest

from pggate.wire import frontend
from tests.clients import values
from tests.clients.conftest import LONG_QUERY, cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server


@pytest.fixture
def connection(server: Server) -> Iterator[Any]:
    with closing(pg8000.native.Connection(**server.login)) as connection:
        yield connection


def sqlstate(caught: pytest.ExceptionInfo[BaseException]) -> str:
    return str(caught.value.args[0]["C"])


def test_connect_with_scram_and_tls(pggate: Server) -> None:
    unverified = ssl.create_default_context()
    unverified.check_hostname = False
    unverified.verify_mode = ssl.CERT_NONE
    with closing(pg8000.native.Connection(**pggate.login, ssl_context=unverified)) as connection:
        assert connection.run("select 1") == [[1]]
        assert connection.parameter_statuses["server_version"].startswith("15.0 (pggate ")
    with pytest.raises(pg8000.exceptions.DatabaseError) as caught:
        pg8000.native.Connection(**{**pggate.login, "password": "wrong"})
    assert sqlstate(caught) == "28P01"


def test_every_type(connection: Any) -> None:
    """pg8000 sends JSON as text."""
    connection.run(values.CREATE)
    names = [f"p{n}" for n in range(values.WIDTH)]
    insert = f"insert into samples values ({', '.join(f':{name}' for name in names)})"
    for row in values.converted(values.ROWS, json.dumps, values.is_json):
        connection.run(insert, **dict(zip(names, row, strict=True)))
        assert connection.row_count == 1
    found = connection.run(values.SELECT)
    assert values.differences(found, values.ROWS) == []
    assert tuple(column["name"] for column in connection.columns) == values.NAMES


def test_ddl_and_changes(connection: Any) -> None:
    connection.run("create table t (a int not null, b text default 'x')")
    connection.run("insert into t (a) values (:a), (:b)", a=1, b=2)
    assert connection.row_count == 2
    connection.run("alter table t add column c date")
    connection.run("update t set c = :day where a = :a", day=dt.date(2024, 2, 29), a=2)
    assert connection.row_count == 1
    assert connection.run("select * from t order by a") == [
        [1, "x", None],
        [2, "x", dt.date(2024, 2, 29)],
    ]
    connection.run("delete from t where a = any(:gone)", gone=[1, 7])
    assert connection.row_count == 1
    connection.run("drop table t")


def test_nulls(connection: Any) -> None:
    connection.run("create table t (a int, b text, c timestamp)")
    connection.run("insert into t values (:a, :b, :c)", a=None, b=None, c=None)
    assert connection.run("select *, a is null, cast(:n as text) from t", n=None) == [
        [None, None, None, True, None]
    ]


def test_a_prepared_statement(connection: Any) -> None:
    connection.run("create table t (a int, b text)")
    insert = connection.prepare("insert into t values (:a, :b)")
    for number in range(5):
        insert.run(a=number, b=str(number))
    select = connection.prepare("select b from t where a = :a")
    assert [select.run(a=number) for number in (1, 4, 9)] == [[["1"]], [["4"]], []]
    assert [column["name"] for column in select.columns] == ["b"]
    insert.close()
    select.close()


def test_errors_with_sqlstate(connection: Any) -> None:
    connection.run("create table t (a int not null)")
    for statement, code in (
        ("select * from nowhere", "42P01"),
        ("select nothing from t", "42703"),
        ("selec 1", "42601"),
        ("insert into t values (null)", "23502"),
        ("select 'x'::int", "22P02"),
    ):
        with pytest.raises(pg8000.exceptions.DatabaseError) as caught:
            connection.run(statement)
        said = caught.value.args[0]
        assert (statement, said["C"], said["S"], said["V"]) == (statement, code, "ERROR", "ERROR")
    assert connection.run("select count(*) from t") == [[0]]


def test_a_failed_transaction(server: Server) -> None:
    with closing(pg8000.dbapi.connect(**server.login)) as connection:
        cursor = connection.cursor()
        cursor.execute("create table t (a int)")
        connection.commit()
        cursor.execute("insert into t values (%s)", (1,))
        with pytest.raises(pg8000.dbapi.DatabaseError):
            cursor.execute("select * from nowhere")
        with pytest.raises(pg8000.dbapi.DatabaseError) as caught:
            cursor.execute("select 1")
        assert sqlstate(caught) == "25P02"
        connection.rollback()
        cursor.execute("select count(*) from t")
        assert cursor.fetchall() == ([0],)


def test_executemany(server: Server) -> None:
    with closing(pg8000.dbapi.connect(**server.login)) as connection:
        cursor = connection.cursor()
        cursor.execute("create table t (a int, b text)")
        cursor.executemany("insert into t values (%s, %s)", [(n, f"row {n}") for n in range(30)])
        connection.commit()
        cursor.execute("select a, b from t where a >= %s order by a", (28,))
        assert cursor.fetchall() == ([28, "row 28"], [29, "row 29"])
        assert [column[0] for column in cursor.description] == ["a", "b"]


def test_cancel(server: Server, connection: Any) -> None:
    """pg8000 offers no cancel, but keeps the key: a CancelRequest on a connection of its own."""
    pid, secret = struct.unpack("!i4s", connection._backend_key_data)

    def cancel() -> None:
        with socket.create_connection((server.login["host"], server.login["port"])) as other:
            other.sendall(frontend.encode(frontend.CancelRequest(pid, secret)))
            assert other.recv(1) == b""  # done; the server closes

    error = cancelled(lambda: connection.run(LONG_QUERY), cancel)
    assert isinstance(error, pg8000.exceptions.DatabaseError)
    assert error.args[0]["C"] == "57014"
    assert connection.run("select 1") == [[1]]


def test_notices(connection: Any) -> None:
    connection.run("drop table if exists nowhere")
    assert [notice[b"M"] for notice in connection.notices] == [b'table "nowhere" does not exist, skipping']


def test_cursors_in_sql(connection: Any) -> None:
    connection.run("begin")
    connection.run("declare c scroll cursor for select n from generate_series(1, :last) as s(n)", last=100)
    assert connection.run("fetch 3 from c") == [[1], [2], [3]]
    assert connection.run("select count(*) from pg_cursors where name = 'c'") == [[1]]
    assert connection.run("fetch backward 2 from c") == [[2], [1]]
    connection.run("move last from c")
    assert connection.run("fetch 0 from c") == [[100]]
    connection.run("close c")
    connection.run("commit")
