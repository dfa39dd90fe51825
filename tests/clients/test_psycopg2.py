"""
psycopg2: the simple protocol, every parameter a literal in the text.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import psycopg2
import psycopg2.extras
import pytest
from psycopg2 import errors, extensions

from tests.clients import values
from tests.clients.conftest import LONG_QUERY, cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server


@pytest.fixture
def connection(server: Server) -> Iterator[Any]:
    with closing(psycopg2.connect(server.dsn)) as connection:
        connection.autocommit = True
        yield connection


def rows(connection: Any, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def run(connection: Any, sql: str, parameters: tuple[Any, ...] | None = None) -> str:
    """The command tag."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return str(cursor.statusmessage)


def test_connect_with_scram_and_tls(pggate: Server) -> None:
    with closing(psycopg2.connect(pggate.dsn, sslmode="require")) as connection:
        assert connection.info.ssl_in_use
        assert connection.info.used_password
        assert connection.server_version == 150000
        assert rows(connection, "select 1") == [(1,)]


def test_every_type(connection: Any) -> None:
    """An empty list goes as the literal '{}', others as ARRAY[…]: of texts where JSON is meant, hence the cast."""
    psycopg2.extras.register_uuid(conn_or_curs=connection)
    run(connection, values.CREATE)
    marks = ["%s", *("%s::json[]" if one.type == "json[]" else "%s" for one in values.COLUMNS)]
    for row in values.converted(values.ROWS, psycopg2.extras.Json, values.is_json):
        assert run(connection, f"insert into samples values ({', '.join(marks)})", row) == "INSERT 0 1"
    assert values.differences(rows(connection, values.SELECT), values.ROWS) == []


def test_names_and_types_of_a_result(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select 1, 'x' as \"Mixed Case\", 1.5::numeric(10,2), now(), count(*)")
        assert [(column.name, column.type_code) for column in cursor.description] == [
            ("?column?", 23),
            ("Mixed Case", 25),
            ("numeric", 1700),
            ("now", 1184),
            ("count", 20),
        ]
        assert (cursor.description[2].precision, cursor.description[2].scale) == (10, 2)


def test_ddl_and_tags(connection: Any) -> None:
    assert run(connection, "create table t (a int not null, b text default 'x')") == "CREATE TABLE"
    assert run(connection, "insert into t (a) values (%s), (%s)", (1, 2)) == "INSERT 0 2"
    assert run(connection, "alter table t rename column b to c") == "ALTER TABLE"
    assert run(connection, "update t set c = %s where a = %s", ("y", 2)) == "UPDATE 1"
    assert rows(connection, "select a, c from t order by a") == [(1, "x"), (2, "y")]
    assert run(connection, "delete from t where a in %s", ((1, 2),)) == "DELETE 2"
    assert run(connection, "drop table t") == "DROP TABLE"


def test_nulls(connection: Any) -> None:
    run(connection, "create table t (a int, b text, c date)")
    run(connection, "insert into t values (%s, %s, %s)", (None, "", None))
    assert rows(connection, "select a, b, c, a is null, %s is null from t", (None,)) == [
        (None, "", None, True, True)
    ]


def test_errors_with_sqlstate(connection: Any) -> None:
    run(connection, "create table t (a int not null)")
    for statement, error, sqlstate in (
        ("select * from nowhere", errors.UndefinedTable, "42P01"),
        ("select nothing from t", errors.UndefinedColumn, "42703"),
        ("selec 1", errors.SyntaxError, "42601"),
        ("insert into t values (null)", errors.NotNullViolation, "23502"),
        ("select 'x'::int", errors.InvalidTextRepresentation, "22P02"),
    ):
        with pytest.raises(error) as caught:
            run(connection, statement)
        assert caught.value.pgcode == sqlstate
        assert caught.value.diag.severity == "ERROR"
    with pytest.raises(
        errors.UndefinedTable, match=r'relation "nowhere" does not exist\nLINE 2: from nowhere\n'
    ):
        run(connection, "select *\nfrom nowhere")


def test_a_failed_transaction(server: Server) -> None:
    with closing(psycopg2.connect(server.dsn)) as connection:
        run(connection, "create table t (a int)")
        connection.commit()
        run(connection, "insert into t values (1)")
        with pytest.raises(errors.UndefinedTable):
            run(connection, "select * from nowhere")
        assert connection.info.transaction_status == extensions.TRANSACTION_STATUS_INERROR
        with pytest.raises(errors.InFailedSqlTransaction):
            run(connection, "select 1")
        connection.rollback()
        assert rows(connection, "select count(*) from t") == [(0,)]


def test_the_connection_as_a_transaction(server: Server) -> None:
    with closing(psycopg2.connect(server.dsn)) as connection:
        with connection:
            run(connection, "create table t (a int)")
            run(connection, "insert into t values (1)")
        with pytest.raises(ZeroDivisionError), connection:
            run(connection, "insert into t values (2)")
            raise ZeroDivisionError
        connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
        assert rows(connection, "select a from t") == [(1,)]
        with pytest.raises(errors.ReadOnlySqlTransaction):
            run(connection, "insert into t values (3)")


def test_many_rows_in_one_statement(connection: Any) -> None:
    run(connection, "create table t (a int, b text)")
    with connection.cursor() as cursor:
        sent = [(n, f"row '{n}'") for n in range(250)]
        psycopg2.extras.execute_values(cursor, "insert into t values %s", sent, page_size=100)
        psycopg2.extras.execute_batch(cursor, "insert into t values (%s, %s)", sent[:5], page_size=2)
    assert rows(connection, "select count(*), sum(a), max(b) from t") == [(255, 31135, "row '99'")]


def test_mogrified_text_comes_back(connection: Any) -> None:
    text = "quote ' backslash \\ percent % brace {} dollar $1 unicode é\n"
    assert rows(connection, "select %s, length(%s), %s like '%%brace%%'", (text, text, text)) == [
        (text, len(text), True)
    ]


def test_cancel(connection: Any) -> None:
    error = cancelled(lambda: run(connection, LONG_QUERY), connection.cancel)
    assert isinstance(error, errors.QueryCanceled)
    assert error.pgcode == "57014"
    assert rows(connection, "select 1") == [(1,)]


def test_notices(connection: Any) -> None:
    run(connection, "drop table if exists nowhere")
    assert connection.notices == ['NOTICE:  table "nowhere" does not exist, skipping\n']


def test_a_session_is_reset(connection: Any) -> None:
    run(connection, "set search_path to pg_catalog")
    connection.reset()
    assert rows(connection, "show search_path") == [('"$user", public',)]


def test_named_cursors(server: Server) -> None:
    with closing(psycopg2.connect(server.dsn)) as connection:
        run(connection, "create table t as select n from generate_series(1, 5000) as s(n)")
        with connection.cursor("several at once") as one, connection.cursor("two", scrollable=True) as two:
            one.itersize = 700
            one.execute("select n from t where n > %s order by n", (0,))
            two.execute("select -n from t order by n")
            total = 0
            for (n,) in one:
                total += n
                if n % 1000 == 0:
                    assert two.fetchone() == (-n // 1000,)
                    assert run(connection, "insert into t values (0)") == "INSERT 0 1"
            assert total == sum(range(5001))
            two.scroll(-3)
            assert two.fetchmany(2) == [(-3,), (-4,)]
            two.scroll(4999, mode="absolute")
            assert two.fetchall() == [(-5000,)]
        connection.rollback()


def test_a_named_cursor_with_hold(server: Server) -> None:
    with closing(psycopg2.connect(server.dsn)) as connection:
        cursor = connection.cursor("held", withhold=True)
        cursor.execute("select n from generate_series(1, 20000) as s(n)")
        assert cursor.fetchmany(2) == [(1,), (2,)]
        connection.commit()
        assert len(cursor.fetchall()) == 19998
        cursor.close()
        connection.commit()


def test_a_named_cursor_needs_a_transaction(connection: Any) -> None:
    with (
        connection.cursor("c") as cursor,
        pytest.raises(psycopg2.ProgrammingError, match="outside of transactions"),
    ):
        cursor.execute("select 1")
