r"""
COPY as each driver does it, on pggate and on PostgreSQL: psql's \copy, psycopg, psycopg2, asyncpg.
"""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import uuid
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import asyncpg
import psycopg
import psycopg2
import pytest
from psycopg.types.json import Json, Jsonb
from psycopg2 import errors as psycopg2_errors

from tests.clients.test_asyncpg import with_connection
from tests.clients.test_psql import PSQL, environ

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

CREATE = """
    create table t (
        a int, b text, c float8, d numeric(10, 2), e timestamptz, f bool, g date, h uuid, i bytea, j bigint
    )
"""
NAMES = [*"abcdefghij"]
ROWS: list[tuple[Any, ...]] = [
    (
        1,
        'tab\t "quote" \\ ä 🐘\nnew line',
        0.1,
        Decimal("12345678.90"),
        dt.datetime(2024, 2, 29, 12, 30, 15, 123456, dt.UTC),
        True,
        dt.date(2024, 2, 29),
        uuid.UUID("11111111-2222-3333-4444-555555555555"),
        b"\x00\xff\\",
        2**63 - 1,
    ),
    (2, "", float("inf"), Decimal("-0.01"), None, False, dt.date(1, 1, 1), None, b"", -(2**63)),
    (None,) * 10,
]
TYPES = ["int4", "text", "float8", "numeric", "timestamptz", "bool", "date", "uuid", "bytea", "int8"]


# -- psql


def psql(server: Server, script: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"],
        input=script,
        cwd=cwd,
        env=environ(server),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


needs_psql = pytest.mark.skipif(PSQL is None, reason="psql is not installed")


@needs_psql
def test_psql_copies_files_both_ways(server: Server, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text('a,b\n1,"x, ""y"""\n2,\n')
    done = psql(
        server,
        "create table t (a int, b text);\n"
        "\\copy t from in.csv with csv header\n"
        "\\copy t (b, a) to out.txt\n"
        "\\copy (select a, b from t where a = 1) to out.csv with (format csv, header)\n"
        "\\copy t to out.bin binary\n"
        "\\copy t from out.bin with (format binary)\n"
        "select count(*) from t;\n",
        tmp_path,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "4\n")
    assert (tmp_path / "out.txt").read_text() == 'x, "y"\t1\n\\N\t2\n'
    assert (tmp_path / "out.csv").read_text() == 'a,b\n1,"x, ""y"""\n'
    assert (tmp_path / "out.bin").read_bytes().startswith(b"PGCOPY\n\xff\r\n\0")


@needs_psql
def test_psql_script_with_rows_in_it(server: Server) -> None:
    done = psql(
        server,
        "begin;\n"
        "create table t (a int, b text);\n"
        "copy t (a, b) from stdin;\n1\tone\n2\t\\N\n\\.\n"
        "commit;\n"
        "copy t from stdin csv;\n3,three\n\\.\n"
        "copy (select * from t order by a) to stdout;\n",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1\tone\n2\t\\N\n3\tthree\n"


@needs_psql
def test_psql_tells_which_row_is_wrong(server: Server) -> None:
    done = psql(server, "create table t (a int, b text);\ncopy t from stdin;\n1\tone\nx\ttwo\n\\.\n")
    assert done.returncode == 3
    assert 'invalid input syntax for type integer: "x"' in done.stderr
    assert 'CONTEXT:  COPY t, line 2, column a: "x"' in done.stderr
    assert psql(server, "select count(*) from t;").stdout == "0\n"


# -- psycopg


@pytest.fixture
def connection(server: Server) -> Iterator[psycopg.Connection]:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute("set timezone = 'UTC'")
        connection.execute(CREATE)
        yield connection


def found(connection: psycopg.Connection, binary: bool = True) -> list[tuple[Any, ...]]:
    return connection.cursor(binary=binary).execute("select * from t order by a").fetchall()


@pytest.mark.parametrize("how", ["text", "binary"])
def test_psycopg_writes_and_reads_rows(connection: psycopg.Connection, how: str) -> None:
    with connection.cursor().copy(f"copy t from stdin (format {how})") as copy:
        copy.set_types(TYPES)
        for row in ROWS:
            copy.write_row(row)
    assert found(connection) == ROWS
    with connection.cursor().copy(f"copy (select * from t order by a) to stdout (format {how})") as copy:
        copy.set_types(TYPES)
        assert list(copy.rows()) == ROWS


def test_psycopg_reads_what_it_wrote_as_bytes(connection: psycopg.Connection) -> None:
    for how in ("text", "csv", "binary"):
        connection.execute("truncate t")
        with connection.cursor().copy("copy t from stdin") as copy:
            for row in ROWS:
                copy.write_row(row)
        with connection.cursor().copy(f"copy t to stdout (format {how})") as copy:
            data = b"".join(copy)
        connection.execute("truncate t")
        with connection.cursor().copy(f"copy t from stdin (format {how})") as copy:
            for start in range(0, len(data), 7):
                copy.write(data[start : start + 7])
        assert found(connection) == ROWS


def test_psycopg_writes_jsonb(connection: psycopg.Connection) -> None:
    connection.execute("create table documents (a jsonb, b jsonb[], c json)")
    row = (Jsonb({"k": [1, None]}), [Jsonb([]), None, Jsonb("x")], Json({}))
    with connection.cursor().copy("copy documents from stdin (format binary)") as copy:
        copy.set_types(["jsonb", "jsonb[]", "json"])
        copy.write_row(row)
    assert connection.execute("select a, b, c from documents").fetchall() == [
        ({"k": [1, None]}, [[], None, "x"], {})
    ]


def test_psycopg_parameters_in_the_query(connection: psycopg.Connection) -> None:
    cursor = psycopg.ClientCursor(connection)
    with cursor.copy("copy (select a from generate_series(1, %s) as s (a)) to stdout", (3,)) as copy:
        assert list(copy) == [b"1\n", b"2\n", b"3\n"]


def test_psycopg_row_count_and_status(connection: psycopg.Connection) -> None:
    cursor = connection.cursor()
    with cursor.copy("copy t (a) from stdin") as copy:
        copy.write("1\n2\n3\n")
    assert (cursor.rowcount, cursor.statusmessage) == (3, "COPY 3")


def test_psycopg_error_within_the_block(connection: psycopg.Connection) -> None:
    with pytest.raises(ZeroDivisionError), connection.cursor().copy("copy t (a) from stdin") as copy:
        copy.write("1\n")
        raise ZeroDivisionError
    assert found(connection) == []


def test_psycopg_row_that_is_wrong(connection: psycopg.Connection) -> None:
    with pytest.raises(psycopg.errors.InvalidTextRepresentation) as raised:  # noqa: SIM117
        with connection.cursor().copy("copy t (a, b) from stdin") as copy:
            copy.write("1\tx\n2\ty\nz\tz\n")
    assert raised.value.diag.context == 'COPY t, line 3, column a: "z"'
    assert found(connection) == []


def test_psycopg_leaves_in_the_middle_of_rows(connection: psycopg.Connection) -> None:
    sql = "copy (select a, repeat('x', 1000) from generate_series(1, 100000) as s (a)) to stdout"
    with pytest.raises(ZeroDivisionError), connection.cursor().copy(sql) as copy:
        assert bytes(copy.read()).startswith(b"1\tx")
        raise ZeroDivisionError
    assert connection.execute("select 1").fetchone() == (1,)


def test_psycopg_pipeline_goes_on_after_a_copy(server: Server) -> None:
    with psycopg.connect(server.dsn) as connection:
        connection.execute(CREATE)
        with connection.cursor().copy("copy t (a) from stdin") as copy:
            copy.write("1\n")
        with connection.pipeline():
            cursors = [connection.execute("select count(*) from t") for _ in range(3)]
            assert [cursor.fetchone() for cursor in cursors] == [(1,)] * 3
        connection.rollback()


# -- psycopg2


def test_psycopg2_expert_from_and_to(server: Server) -> None:
    with closing(psycopg2.connect(server.dsn)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("create table t (a int, b text)")
            cursor.copy_expert("copy t from stdin with csv header", io.StringIO("a,b\n1,x\n2,\n"))
            assert cursor.rowcount == 2
            cursor.copy_from(io.StringIO("3|y\n4|-\n"), "t", sep="|", null="-", columns=("a", "b"))
            out = io.StringIO()
            cursor.copy_to(out, "t", sep=",", null="NULL", columns=("b", "a"))
            assert sorted(out.getvalue().splitlines()) == ["NULL,2", "NULL,4", "x,1", "y,3"]
            binary = io.BytesIO()
            cursor.copy_expert("copy (select a from t order by a) to stdout binary", binary)
            assert binary.getvalue().startswith(b"PGCOPY\n\xff\r\n\0")
            with pytest.raises(psycopg2_errors.BadCopyFileFormat):
                cursor.copy_from(io.StringIO("5\n"), "t")
            cursor.execute("select count(*) from t")
            assert cursor.fetchone() == (4,)


# -- asyncpg


def test_asyncpg_records_tables_and_queries(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute(CREATE)
        assert await connection.copy_records_to_table("t", records=ROWS) == "COPY 3"
        assert [tuple(row) for row in await connection.fetch("select * from t order by a")] == ROWS
        for how in ("text", "csv", "binary"):
            out = io.BytesIO()
            assert await connection.copy_from_table("t", output=out, format=how) == "COPY 3"
            await connection.execute("truncate t")
            into = io.BytesIO(out.getvalue())
            assert await connection.copy_to_table("t", source=into, format=how) == "COPY 3"
            assert [tuple(row) for row in await connection.fetch("select * from t order by a")] == ROWS
        out = io.BytesIO()
        sql = "select a, b from t where a = $1"
        assert await connection.copy_from_query(sql, 2, output=out, format="csv", header=True) == "COPY 1"
        assert out.getvalue() == b'a,b\n2,""\n'

    with_connection(server, body)


def test_asyncpg_record_that_does_not_fit(server: Server) -> None:
    async def body(connection: Any) -> None:
        await connection.execute("create table t (a int not null, b text)")
        with pytest.raises(asyncpg.NotNullViolationError):
            await connection.copy_records_to_table("t", records=[(1, "x"), (None, "y")])
        assert await connection.fetchval("select count(*) from t") == 0
        assert await connection.copy_records_to_table("t", records=[(1, "x")]) == "COPY 1"

    with_connection(server, body)
