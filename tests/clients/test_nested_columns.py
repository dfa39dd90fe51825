"""
Columns of arrays of several dimensions hold their elements to what they declare, by every door.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from tests.clients.test_psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]

TABLE = """create table n (id int, v varchar(2)[][], c char(3)[][], jb jsonb[][], o oid[][], ti time(1)[][],
    ts timestamp(0)[][])"""
ROW = r"""'{{ab  ,NULL},{c,d}}', '{{ab ,c}}', '{{"{\"b\": 1, \"a\": 2}"}}', '{{1}}', '{{10:11:12.55}}',
    '{{2024-01-01 00:00:12.55},{2024-01-01 00:00:11.4}}'"""
KEPT = (
    [["ab", None], ["c", "d"]],
    [["ab ", "c  "]],
    '{{"{\\"a\\": 2, \\"b\\": 1}"}}',
    [[1]],
    [[time(10, 11, 12, 600000)]],
    [[datetime(2024, 1, 1, 0, 0, 13)], [datetime(2024, 1, 1, 0, 0, 11)]],
)
SHOWN = "select v, c, jb::text, o, ti, ts from n"
TYPES = [1015, 1014, 25, 1028, 1183, 1115]


@pytest.fixture
def connection(server: Server) -> Iterator[Connection]:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute(TABLE)
        yield connection


def kept(connection: Connection) -> None:
    for binary in (False, True):
        cursor = connection.execute(sql(SHOWN), binary=binary)
        assert [column.type_code for column in cursor.description or ()] == TYPES
        assert cursor.fetchall() == [KEPT]


@pytest.mark.parametrize(
    "statements",
    [
        [f"insert into n values (1, {ROW})"],
        [f"insert into n values (1, {ROW}) returning id"],
        [f"begin; insert into n values (1, {ROW}), (2, null, null, null, null, null, null); delete from n where id = 2; commit"],
        [
            "insert into n (id) values (1)",
            f"update n set (v, c, jb, o, ti, ts) = row ({ROW})",
        ],
        ["drop table n", "begin", TABLE, f"insert into n values (1, {ROW})", "commit"],
    ],
    ids=["insert", "returning", "transaction", "update", "new table"],
)  # fmt: skip
def test_by_statements(connection: Connection, statements: list[str]) -> None:
    for statement in statements:
        connection.execute(sql(statement))
    kept(connection)


@pytest.mark.parametrize("options", ["", "(format csv)", "(format binary)"])
def test_by_copy(connection: Connection, options: str) -> None:
    connection.execute(sql(f"insert into n values (1, {ROW})"))
    cursor = connection.cursor()
    with cursor.copy(sql(f"copy n to stdout {options}")) as copy:
        data = b"".join(copy)
    connection.execute("delete from n")
    with cursor.copy(sql(f"copy n from stdin {options}")) as copy:
        copy.write(data)
    kept(connection)


def test_what_comes_by_copy_is_held_to_it(connection: Connection) -> None:
    with connection.cursor().copy("copy n (v, c, ti) from stdin") as copy:
        copy.write("{{ab  }}\t{{a}}\t{{10:11:12.55}}\n")
    assert connection.execute("select v, c, ti from n").fetchall() == [
        ([["ab"]], [["a  "]], [[time(10, 11, 12, 600000)]])
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "insert into n (v) values ('{{a},{abc}}')",
        "insert into n (v) values ('{{a},{abc}}'), ('{{b}}')",
        "insert into n (v) select array[array['abc']]",
        "insert into n (c) values ('{{abcd}}')",
        "update n set v = '{{abc}}'",
        "insert into n (v) values ('{{abc}}') returning v",
    ],
)
def test_too_long(connection: Connection, statement: str) -> None:
    connection.execute("insert into n (id) values (1)")
    with pytest.raises(psycopg.errors.StringDataRightTruncation):
        connection.execute(sql(statement))
    assert connection.execute("select id, v from n").fetchall() == [(1, None)]


def test_too_long_by_copy(connection: Connection) -> None:
    with (
        pytest.raises(psycopg.errors.StringDataRightTruncation),
        connection.cursor().copy("copy n (v) from stdin") as copy,
    ):
        copy.write("{{a},{abc}}\n")
    assert connection.execute("select count(*) from n").fetchone() == (0,)


def test_of_enumerated_types_they_have_one_dimension(pggate: Server) -> None:
    with psycopg.connect(pggate.dsn, autocommit=True) as connection:
        connection.execute("create type mood as enum ('sad', 'ok')")
        with pytest.raises(psycopg.errors.FeatureNotSupported, match="several dimensions"):
            connection.execute("create table m (m mood[][])")
