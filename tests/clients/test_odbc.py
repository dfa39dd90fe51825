"""
psqlodbc through the driver manager: what Excel, Tableau and Power BI's ODBC connector speak; its own catalog functions,
prepared statements, cursors and types.
"""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.clients import odbc
from tests.clients.conftest import LONG_QUERY, cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = [pytest.mark.server, pytest.mark.slow]

TYPES = {
    "smallint": (-(2**15), 0, 2**15 - 1),
    "integer": (-(2**31), 42, 2**31 - 1),
    "bigint": (-(2**63), 0, 2**63 - 1),
    "numeric(20,5)": (Decimal("-123456789012345.67891"), Decimal("0.00000"), Decimal("1.50000")),
    "real": (-1.5, 0.0, 1024.25),
    "double precision": (-1e300, 0.1, 5e-324),
    "boolean": (True, False, None),
    "varchar(20)": ("", "häßlich 😀", "it's \\ \""),
    "text": ("null", "line\nbreak\ttab", "x" * 9000),
    "char(5)": ("ab   ", "     ", "abcde"),
    "bytea": (b"\x00abc\\'", b"\xff" * 3, bytes(range(256))),
    "date": (dt.date(1, 1, 1), dt.date(2024, 2, 29), dt.date(9999, 12, 31)),
    "time": (dt.time(0), dt.time(12, 30, 15), dt.time(23, 59, 59)),
    "timestamp": (dt.datetime(1900, 1, 1), dt.datetime(2024, 2, 29, 12, 34, 56, 789000), dt.datetime(9999, 12, 31)),
    "uuid": ("123E4567-E89B-12D3-A456-426614174000", "00000000-0000-0000-0000-000000000000", None),
}  # fmt: skip


@pytest.fixture
def connection(server: Server) -> Iterator[Any]:
    with closing(odbc.connect(server.login, BoolsAsChar=0)) as connection:
        connection.autocommit = True
        yield connection


def sqlstate(caught: pytest.ExceptionInfo[BaseException]) -> str:
    return str(caught.value.args[0])


def rows(found: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in found.fetchall()]


def test_connect_with_scram_and_tls(pggate: Server) -> None:
    import pyodbc

    with closing(odbc.connect(pggate.login, SSLmode="require")) as connection:
        assert rows(connection.execute("select 1 as a")) == [(1,)]
        assert connection.getinfo(pyodbc.SQL_DBMS_NAME) == "PostgreSQL"
        assert connection.getinfo(pyodbc.SQL_DBMS_VER).startswith("15.")
    with pytest.raises(pyodbc.Error):
        odbc.connect({**pggate.login, "password": "wrong"})


@pytest.mark.parametrize("prepared", [0, 1])
def test_every_type(server: Server, prepared: int) -> None:
    """As parameters of an INSERT, and back; with the driver's own statements and with the server's."""
    with closing(odbc.connect(server.login, BoolsAsChar=0, UseServerSidePrepare=prepared)) as connection:
        cursor = connection.cursor()
        columns = ", ".join(f"c{n} {of_type}" for n, of_type in enumerate(TYPES))
        cursor.execute(f"create table samples (n integer, {columns})")
        marks = ", ".join("?" * (len(TYPES) + 1))
        expected = [(n, *values) for n, values in enumerate(zip(*TYPES.values(), strict=True))]
        for row in expected:
            cursor.execute(f"insert into samples values ({marks})", row)
            assert cursor.rowcount == 1
        connection.commit()
        found = rows(cursor.execute("select * from samples order by n"))
        assert found == expected
        assert [column[0] for column in cursor.description] == ["n", *(f"c{n}" for n in range(len(TYPES)))]


def test_nulls(connection: Any) -> None:
    connection.execute("create table t (a int, b text, c timestamp)")
    connection.execute("insert into t values (?, ?, ?)", None, None, None)
    assert rows(connection.execute("select t.*, a is null as d from t")) == [(None, None, None, True)]


def test_parameters(connection: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("create table t (a int, b text)")
    cursor.executemany("insert into t values (?, ?)", [(n, f"row {n}") for n in range(50)])
    assert rows(cursor.execute("select a from t where b = ?", "row 7")) == [(7,)]
    assert rows(cursor.execute("select a from t where a between ? and ? order by a", 3, 5)) == [
        (3,),
        (4,),
        (5,),
    ]
    assert rows(cursor.execute("select count(*) from t where b like ?", "row 1%")) == [(11,)]
    assert cursor.execute("update t set b = ? where a < ?", "x", 3).rowcount == 3
    assert cursor.execute("delete from t where a = ?", 49).rowcount == 1
    assert rows(cursor.execute("{call upper(?)}", "x")) == [("X",)]
    assert rows(cursor.execute("select {fn ucase(b)}, {d '2024-02-29'} from t where a = {fn abs(-4)}")) == [
        ("ROW 4", dt.date(2024, 2, 29))
    ]


@pytest.mark.parametrize("fetch", [10, 1000])
def test_cursors(server: Server, fetch: int) -> None:
    """UseDeclareFetch: the driver declares a cursor for each query, and fetches so many rows at a time."""
    with closing(odbc.connect(server.login, UseDeclareFetch=1, Fetch=fetch)) as connection:
        cursor = connection.cursor()
        cursor.execute("select n, n * 2 as m from generate_series(1, 995) as g(n) order by n")
        assert len(cursor.fetchmany(7)) == 7
        assert sum(row.m for row in cursor) == sum(range(8, 996)) * 2


def test_browsing(connection: Any) -> None:
    """ODBC's catalog functions."""
    cursor = connection.cursor()
    for statement in (
        "create schema sales",
        "create table orders (id bigint not null primary key, note varchar(20) default 'x', price numeric(10,2))",
        "create table sales.parts (part integer not null primary key, order_id bigint references orders (id))",
        "create view seen as select id from orders",
        "comment on table orders is 'what was ordered'",
    ):
        cursor.execute(statement)
    tables = [(t.table_schem, t.table_name, t.table_type) for t in cursor.tables(schema="public")]
    assert tables == [("public", "orders", "TABLE"), ("public", "seen", "VIEW")]
    views = cursor.tables(tableType="VIEW", schema="public")
    assert [view.table_name for view in views] == ["seen"]
    schemas = {row.table_schem for row in cursor.tables(catalog="", schema="%", table="")}
    assert {"public", "sales"} <= schemas
    columns = [
        (c.column_name, c.type_name, c.column_size, c.decimal_digits, c.nullable, c.column_def)
        for c in cursor.columns(table="orders", schema="public")
    ]
    assert columns == [
        ("id", "int8", 19, 0, 0, None),
        ("note", "varchar", 20, None, 1, "'x'::character varying"),
        ("price", "numeric", 10, 2, 1, None),
    ]
    (key,) = cursor.foreignKeys(foreignTable="parts", foreignSchema="sales").fetchall()
    assert (key.pktable_name, key.pkcolumn_name, key.fkcolumn_name) == ("orders", "id", "order_id")
    (index,) = cursor.statistics("orders", unique=True).fetchall()
    assert (index.index_name, index.column_name, index.non_unique) == ("orders_pkey", "id", 0)
    types = {row.type_name for row in cursor.getTypeInfo()}
    assert {"int4", "int8", "numeric", "text", "varchar", "timestamptz", "date", "bytea", "uuid"} <= types


def test_errors_with_sqlstate(connection: Any) -> None:
    import pyodbc

    connection.execute("create table t (a int not null)")
    for statement, code in (
        ("select * from nowhere", "42P01"),
        ("select nothing from t", "42703"),
        ("selec 1", "42601"),
        ("insert into t values (null)", "23502"),
        ("select 1 / 0", "22012"),
    ):
        with pytest.raises(pyodbc.Error) as caught:
            connection.execute(statement)
        assert (statement, sqlstate(caught)) == (statement, code)
    assert rows(connection.execute("select count(*) from t")) == [(0,)]


def test_a_failed_transaction(server: Server) -> None:
    import pyodbc

    with closing(odbc.connect(server.login, Protocol="7.4-1")) as connection:
        connection.execute("create table t (a int)")
        connection.commit()
        connection.execute("insert into t values (?)", 1)
        with pytest.raises(pyodbc.Error):
            connection.execute("select * from nowhere")
        connection.rollback()
        assert rows(connection.execute("select count(*) from t")) == [(0,)]
        connection.execute("insert into t values (?)", 2)
        connection.commit()
        assert rows(connection.execute("select a from t")) == [(2,)]


def test_an_error_is_rolled_back_to_a_savepoint(server: Server) -> None:
    """Protocol 7.4-2, the driver's default: a savepoint before every statement."""
    import pyodbc

    with closing(odbc.connect(server.login, Protocol="7.4-2")) as connection:
        connection.execute("create table t (a int)")
        connection.execute("insert into t values (1)")
        with pytest.raises(pyodbc.Error):
            connection.execute("select * from nowhere")
        assert rows(connection.execute("select a from t")) == [(1,)]
        connection.commit()


def test_cancel(connection: Any) -> None:
    cursor = connection.cursor()
    error = cancelled(lambda: cursor.execute(LONG_QUERY), cursor.cancel)
    assert error.args[0] in {"57014", "HY008"}
    assert rows(connection.execute("select 1")) == [(1,)]
