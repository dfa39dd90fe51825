"""
psycopg 3: text and binary, client and server-side parameters, pipelines, nested transactions, cancel.
"""

from __future__ import annotations

from datetime import date
from ipaddress import ip_address, ip_interface, ip_network
from typing import TYPE_CHECKING, Any, LiteralString, cast

import psycopg
import pytest
from psycopg import errors, pq
from psycopg.types.json import Json

from tests.clients import values
from tests.clients.conftest import LONG_QUERY, cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]


@pytest.fixture
def connection(server: Server) -> Iterator[Connection]:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        yield connection


def sql(text: str) -> LiteralString:
    return cast("LiteralString", text)


def test_connect_with_scram_and_tls(pggate: Server) -> None:
    with psycopg.connect(pggate.dsn, sslmode="require") as connection:
        assert connection.pgconn.ssl_in_use
        assert connection.pgconn.used_password
        assert connection.info.server_version == 150000
        assert connection.execute("select 1").fetchall() == [(1,)]


def test_wrong_password(pggate: Server) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed for user"):
        psycopg.connect(pggate.dsn, password="wrong")


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
@pytest.mark.parametrize("sends_binary", [False, True], ids=["sends text", "sends binary"])
def test_every_type(connection: Connection, binary: bool, sends_binary: bool) -> None:
    connection.execute(sql(values.CREATE))
    mark = "%b" if sends_binary else "%t"
    insert = f"insert into samples values ({', '.join([mark] * values.WIDTH)})"
    with connection.cursor(binary=binary) as cursor:
        for row in values.converted(values.ROWS, Json, values.is_json):
            cursor.execute(sql(insert), row)
            assert cursor.statusmessage == "INSERT 0 1"
        cursor.execute(values.SELECT)
        assert values.differences(cursor, values.ROWS) == []
        assert cursor.description is not None
        assert tuple(column.name for column in cursor.description) == values.NAMES


def test_client_side_parameters(server: Server) -> None:
    """The values as literals in the text."""
    with psycopg.connect(server.dsn, autocommit=True, cursor_factory=psycopg.ClientCursor) as connection:
        connection.execute(sql(values.CREATE))
        insert = f"insert into samples values ({', '.join(['%s'] * values.WIDTH)})"
        for row in values.converted(values.ROWS, Json, values.is_json):
            connection.execute(sql(insert), row)
        assert values.differences(connection.execute(values.SELECT), values.ROWS) == []


def test_nulls_and_untyped_parameters(connection: Connection) -> None:
    connection.execute("create table t (a integer, b text, c timestamptz)")
    connection.execute("insert into t values (%s, %s, %s)", [None, None, None])
    connection.execute("insert into t (a, c) values (%s, %s)", ["7", "2024-02-29 12:00:00+00"])
    cursor = connection.execute("select a, b, c is null from t where a = %s or b is null order by a", [7])
    assert cursor.fetchall() == [(7, None, False), (None, None, True)]
    assert connection.execute("select %s::text, %s::int is null", ["x", None]).fetchone() == ("x", True)


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_ddl_and_tags(connection: Connection, binary: bool) -> None:
    def tag(statement: str, *parameters: object) -> str | None:
        with connection.cursor(binary=binary) as cursor:
            return cursor.execute(sql(statement), parameters or None, prepare=bool(parameters)).statusmessage

    assert tag("create schema s") == "CREATE SCHEMA"
    assert tag("create table s.t (a int not null, b text default 'x')") == "CREATE TABLE"
    assert tag("insert into s.t (a) values (%s), (%s)", 1, 2) == "INSERT 0 2"
    assert tag("alter table s.t add column c date") == "ALTER TABLE"
    assert tag("update s.t set c = %s where a = %s", "2024-02-29", 2) == "UPDATE 1"
    assert tag("create view s.v as select a, b from s.t") == "CREATE VIEW"
    assert tag("select * from s.v") == "SELECT 2"
    assert tag("delete from s.t where a = %s", 1) == "DELETE 1"
    assert tag("create table s.u as select * from s.t") == "SELECT 1"
    assert tag("drop view s.v") == "DROP VIEW"
    assert tag("truncate s.t") == "TRUNCATE TABLE"
    assert tag("drop table s.t, s.u") == "DROP TABLE"
    assert tag("drop schema s") == "DROP SCHEMA"


def test_names_and_types_of_a_result(connection: Connection) -> None:
    cursor = connection.execute(
        "select 1, 'x' as \"Mixed Case\", 1.5::numeric(10,2) as n, now(), count(*), null::int[] as list"
    )
    assert cursor.description is not None
    found = [(c.name, c.type_code, c.precision, c.scale) for c in cursor.description]
    assert found == [
        ("?column?", 23, None, None),
        ("Mixed Case", 25, None, None),
        ("n", 1700, 10, 2),
        ("now", 1184, None, None),
        ("count", 20, None, None),
        ("list", 1007, None, None),
    ]


# fmt: off
ERRORS = [
    # statement, SQLSTATE, message, and where the message points at
    ("select * from nowhere", errors.UndefinedTable, 'relation "nowhere" does not exist', "nowhere"),
    ("select nothing from t", errors.UndefinedColumn, 'column "nothing" does not exist', "nothing"),
    ("select 'é', x.y from t", errors.UndefinedTable, 'missing FROM-clause entry for table "x"', "x.y"),
    ("selec 1", errors.SyntaxError, 'syntax error at or near "selec"', "selec"),
    ("select ~ from t", errors.SyntaxError, 'syntax error at or near "from"', "from"),
    ("select nosuch(1)", errors.UndefinedFunction, "function nosuch", "nosuch"),
    ("select 1, 'x'::int", errors.InvalidTextRepresentation, 'invalid input syntax for type integer: "x"', "'x'"),
    ("select date '2024-02-30'", errors.DatetimeFieldOverflow,
     'date/time field value out of range: "2024-02-30"', "'2024"),
    ("select 99999999999999999999::bigint", errors.NumericValueOutOfRange, "bigint out of range", None),
    ("insert into t (a, z) values (1, 2)", errors.UndefinedColumn, 'column "z" of relation "t" does not exist', "z)"),
    ("insert into t values ('x')", errors.InvalidTextRepresentation, 'invalid input syntax for type integer: "x"',
     "'x'"),
    ("insert into t values (null)", errors.NotNullViolation,
     'null value in column "a" of relation "t" violates not-null constraint', None),
    ("update t set z = 1", errors.UndefinedColumn, 'column "z" ', "z"),
    ("explain select nothing from t", errors.UndefinedColumn, 'column "nothing" does not exist', "nothing"),
    ("create table t (a int)", errors.DuplicateTable, 'relation "t" already exists', None),
    ("create schema public", errors.DuplicateSchema, 'schema "public" already exists', None),
    ("drop table nowhere", errors.UndefinedTable, 'table "nowhere" does not exist', None),
    ("drop view nowhere", errors.UndefinedTable, 'view "nowhere" does not exist', None),
    ("drop view t", errors.WrongObjectType, '"t" is not a view', None),
]
# fmt: on


@pytest.mark.parametrize("prepare", [False, True], ids=["simple", "extended"])
def test_errors(connection: Connection, prepare: bool) -> None:
    connection.execute("create table t (a integer not null)")
    for statement, error, message, place in ERRORS:
        with pytest.raises(error) as caught:
            connection.execute(sql(statement), prepare=prepare)
        diagnostic = caught.value.diag
        assert diagnostic.severity == diagnostic.severity_nonlocalized == "ERROR"
        assert str(diagnostic.message_primary).startswith(message), statement
        position = str(statement.index(place) + 1) if place else None
        assert (statement, diagnostic.statement_position) == (statement, position)
    assert connection.execute("select 1").fetchone() == (1,)


def test_a_failed_transaction(server: Server) -> None:
    with psycopg.connect(server.dsn) as connection:
        connection.execute("create table t (a int)")
        connection.commit()
        connection.execute("insert into t values (1)")
        with pytest.raises(errors.UndefinedTable):
            connection.execute("select * from nowhere")
        assert connection.info.transaction_status == pq.TransactionStatus.INERROR
        with pytest.raises(errors.InFailedSqlTransaction):
            connection.execute("select 1")
        connection.rollback()
        assert connection.execute("select count(*) from t").fetchone() == (0,)


def test_commit_and_rollback(server: Server) -> None:
    with psycopg.connect(server.dsn) as writer, psycopg.connect(server.dsn, autocommit=True) as reader:
        writer.execute("create table t (a int)")
        writer.commit()
        writer.execute("insert into t values (1)")
        assert writer.execute("select a from t").fetchall() == [(1,)]
        assert reader.execute("select a from t").fetchall() == []
        writer.commit()
        assert reader.execute("select a from t").fetchall() == [(1,)]
        writer.execute("delete from t")
        writer.rollback()
        assert reader.execute("select a from t").fetchall() == [(1,)]


def test_transaction_blocks(connection: Connection) -> None:
    connection.execute("create table t (a int)")
    with connection.transaction():
        connection.execute("insert into t values (1)")
    with pytest.raises(ZeroDivisionError), connection.transaction():
        connection.execute("insert into t values (2)")
        raise ZeroDivisionError
    with connection.transaction(force_rollback=True):
        connection.execute("insert into t values (3)")
    assert connection.execute("select a from t").fetchall() == [(1,)]


def test_nested_transactions_that_succeed(connection: Connection) -> None:
    connection.execute("create table t (a int)")
    with connection.transaction(), connection.transaction():
        connection.execute("insert into t values (1)")
        with connection.transaction():
            connection.execute("insert into t values (2)")
    assert connection.execute("select a from t order by a").fetchall() == [(1,), (2,)]


def test_a_nested_transaction_that_fails_in_reading(connection: Connection) -> None:
    connection.execute("create table t (a int)")
    with connection.transaction():
        assert connection.execute("select 1").fetchone() == (1,)
        with pytest.raises(errors.UndefinedTable), connection.transaction():
            connection.execute("select * from nowhere")
        connection.execute("insert into t values (1)")
    assert connection.execute("select a from t").fetchall() == [(1,)]


def test_rows_are_taken_back_to_a_savepoint(pggate: Server) -> None:
    with psycopg.connect(pggate.dsn) as connection:
        connection.execute("create table t (a int)")
        connection.commit()
        connection.execute("savepoint s")
        connection.execute("insert into t values (1)")
        connection.execute("rollback to s")
        assert connection.execute("select a from t").fetchall() == []
        connection.rollback()
        with connection.transaction():
            connection.execute("insert into t values (1)")
            with connection.transaction(force_rollback=True):
                connection.execute("insert into t values (2)")
            connection.execute("insert into t values (3)")
        assert connection.execute("select a from t order by a").fetchall() == [(1,), (3,)]


def test_a_change_cannot_be_taken_back_to_a_savepoint(pggate: Server) -> None:
    """The refusal is clear, and nothing is kept by half: the transaction has failed."""
    with psycopg.connect(pggate.dsn, autocommit=True) as connection:
        connection.execute("create table t (a int)")
        connection.execute("insert into t values (1)")
        with pytest.raises(errors.InFailedSqlTransaction), connection.transaction():
            connection.execute("update t set a = 2")
            with connection.transaction(force_rollback=True):
                connection.execute("update t set a = 3")
            assert connection.info.transaction_status == pq.TransactionStatus.INERROR
            connection.execute("select 1")
        assert connection.execute("select a from t").fetchall() == [(1,)]


def test_executemany(connection: Connection) -> None:
    connection.execute("create table t (a int, b text)")
    with connection.cursor() as cursor:
        cursor.executemany("insert into t values (%s, %s)", [(n, f"row {n}") for n in range(50)])
        assert cursor.rowcount == 50
        cursor.executemany("select b from t where a = %s", [(1,), (2,), (99,)], returning=True)
        assert [[*result] for result in cursor.results()] == [[("row 1",)], [("row 2",)], []]
    assert connection.execute("select count(*), sum(a) from t").fetchone() == (50, 1225)


@pytest.mark.parametrize("is_made_in_it", [False, True], ids=["before", "in the same transaction"])
def test_executemany_of_rows_whose_types_are_mixed(connection: Connection, is_made_in_it: bool) -> None:
    """psycopg declares an integer by its size, and a NULL as nothing."""
    create = "create table mixed (a int, b bigint, c numeric, d float8, e text)"
    integers = (1, 40_000, None, 3)
    rows = [
        (a, b, c, d, e)
        for a in integers
        for b in (*integers, 2**40)
        for c in (2, 1.5, None)
        for d in (1, 0.5)
        for e in ("x", None)
    ]
    try:
        if not is_made_in_it:
            connection.execute(create)
        with connection.transaction():
            if is_made_in_it:
                connection.execute(create)
            with connection.cursor() as cursor:
                cursor.executemany("insert into mixed values (%s, %s, %s, %s, %s)", rows)
        found = connection.execute("select a, b, c::float8, d, e from mixed").fetchall()
        assert sorted(found, key=repr) == sorted(
            ((a, b, None if c is None else float(c), float(d), e) for a, b, c, d, e in rows), key=repr
        )
    finally:
        connection.execute("drop table if exists mixed")


def test_a_pipeline(connection: Connection) -> None:
    connection.execute("create table t (a int)")
    with connection.pipeline() as pipeline:
        connection.execute("insert into t values (%s)", [1])
        first = connection.execute("select count(*) from t")
        connection.execute("insert into t values (%s)", [2])
        second = connection.execute("select a from t order by a")
        pipeline.sync()
        assert first.fetchone() == (1,)
        assert second.fetchall() == [(1,), (2,)]


def test_a_pipeline_that_fails(connection: Connection) -> None:
    """What follows the error is not run; without a sync between them all of it is one transaction."""
    connection.execute("create table t (a int)")
    with pytest.raises(errors.UndefinedTable), connection.pipeline():
        connection.execute("insert into t values (1)")
        connection.execute("select * from nowhere")
        connection.execute("insert into t values (2)")
    assert connection.execute("select a from t").fetchall() == []
    assert connection.info.transaction_status == pq.TransactionStatus.IDLE


def test_a_transaction_in_a_pipeline(connection: Connection) -> None:
    connection.execute("create table t (a int)")
    with connection.pipeline(), connection.transaction():
        for number in range(20):
            connection.execute("insert into t values (%s)", [number])
    assert connection.execute("select count(*), sum(a) from t").fetchone() == (20, 190)


def test_named_statements_are_reused(server: Server) -> None:
    with psycopg.connect(server.dsn, autocommit=True, prepare_threshold=2) as connection:
        connection.execute("create table t (a int, b text)")
        for number in range(6):
            connection.execute("insert into t values (%s, %s)", [number, str(number)])
        for number in range(6):
            cursor = connection.execute("select b from t where a = %s", [number])
            assert cursor.fetchall() == [(str(number),)]
        for name in ("_pg3_0", "_pg3_1"):
            connection.execute(sql(f"deallocate {name}"))
            with pytest.raises(errors.InvalidSqlStatementName, match=f'"{name}" does not exist'):
                connection.execute(sql(f"deallocate {name}"))


def test_a_prepared_statement_outlives_a_rollback(server: Server) -> None:
    with psycopg.connect(server.dsn, prepare_threshold=0) as connection:
        query = "select %s::int + 1"
        assert connection.execute(query, [1]).fetchone() == (2,)
        connection.rollback()
        assert connection.execute(query, [2]).fetchone() == (3,)


def test_streamed_rows(connection: Connection) -> None:
    """Rows one by one in the protocol's single-row mode, left in the middle."""
    with connection.cursor() as cursor:
        rows = cursor.stream("select n from generate_series(1, %s) as s(n)", [100_000])
        assert [next(rows) for _ in range(3)] == [(1,), (2,), (3,)]
        assert sum(1 for _ in rows) == 99_997
    assert connection.execute("select 1").fetchone() == (1,)


def test_cancel(connection: Connection) -> None:
    error = cancelled(lambda: connection.execute(LONG_QUERY), connection.cancel_safe)
    assert isinstance(error, errors.QueryCanceled)
    assert error.diag.message_primary == "canceling statement due to user request"
    assert connection.execute("select 1").fetchone() == (1,)


def test_cancel_in_a_transaction(server: Server) -> None:
    with psycopg.connect(server.dsn) as connection:
        connection.execute("select 1")
        error = cancelled(lambda: connection.execute(LONG_QUERY), connection.cancel_safe)
        assert isinstance(error, errors.QueryCanceled)
        assert connection.info.transaction_status == pq.TransactionStatus.INERROR
        connection.rollback()
        assert connection.execute("select 1").fetchone() == (1,)


def test_statement_timeout(connection: Connection) -> None:
    connection.execute("set statement_timeout = '100ms'")
    with pytest.raises(errors.QueryCanceled, match="canceling statement due to statement timeout"):
        connection.execute(LONG_QUERY)
    connection.execute("reset statement_timeout")
    assert connection.execute("select 1").fetchone() == (1,)


def test_settings_of_the_connection(server: Server) -> None:
    with psycopg.connect(
        server.dsn, application_name="my program", options="-c search_path=s,public -c TimeZone=Asia/Tokyo"
    ) as connection:
        status = connection.pgconn.parameter_status
        assert status(b"application_name") == b"my program"
        assert status(b"TimeZone") == b"Asia/Tokyo"
        assert connection.execute("show search_path").fetchone() == ("s,public",)
        connection.execute("set time zone 'UTC'")
        assert status(b"TimeZone") == b"UTC"
        connection.rollback()
        assert status(b"TimeZone") == b"Asia/Tokyo"


def test_notices(connection: Connection) -> None:
    heard: list[tuple[str | None, str | None, str | None]] = []
    connection.add_notice_handler(lambda n: heard.append((n.severity, n.sqlstate, n.message_primary)))
    connection.execute("create table t (a int)")
    connection.execute("create table if not exists t (a int)")
    connection.execute("drop table if exists nowhere")
    assert heard == [
        ("NOTICE", "42P07", 'relation "t" already exists, skipping'),
        ("NOTICE", "00000", 'table "nowhere" does not exist, skipping'),
    ]


def test_several_statements_in_one_text(connection: Connection) -> None:
    cursor = connection.execute(
        "create table t (a int); insert into t values (1), (2); select a from t; ; select 'x'"
    )
    results = []
    while True:
        results.append((cursor.statusmessage, cursor.fetchall() if cursor.description else None))
        if not cursor.nextset():
            break
    assert results == [
        ("CREATE TABLE", None),
        ("INSERT 0 2", None),
        ("SELECT 2", [(1,), (2,)]),
        ("SELECT 1", [("x",)]),
    ]


def test_several_statements_are_one_transaction(connection: Connection) -> None:
    connection.execute("create table t (a int)")
    with pytest.raises(errors.UndefinedTable):
        connection.execute("insert into t values (1); select * from nowhere; insert into t values (2)")
    assert connection.execute("select a from t").fetchall() == []


def test_an_empty_statement(connection: Connection) -> None:
    for text in ("", "   ", ";", "-- nothing", "/* nothing */"):
        cursor = connection.execute(sql(text))
        assert cursor.description is None


SERIES = "select n, 'row ' || n as name from generate_series(1, %s) as s(n)"


@pytest.mark.parametrize("binary", [False, True], ids=["text", "binary"])
def test_a_server_side_cursor(connection: Connection, binary: bool) -> None:
    """DECLARE with parameters, Describe of its portal, FETCH FORWARD, CLOSE."""
    with connection.transaction(), connection.cursor("plain", binary=binary) as cursor:
        cursor.execute(SERIES, [1000])
        assert cursor.description is not None
        assert [column.name for column in cursor.description] == ["n", "name"]
        assert cursor.fetchone() == (1, "row 1")
        assert connection.execute("select count(*) from pg_cursors where name = 'plain'").fetchone() == (1,)
        assert [n for n, _ in cursor.fetchmany(3)] == [2, 3, 4]
        assert len(cursor.fetchall()) == 996
        assert cursor.fetchone() is None
    with connection.cursor("plain") as cursor, pytest.raises(errors.NoActiveSqlTransaction):
        cursor.execute("select 1")


@pytest.mark.parametrize("itersize", [1, 7, 100, 5000])
def test_iteration_with_a_size(connection: Connection, itersize: int) -> None:
    connection.execute("create table seen (n bigint)")
    with connection.transaction(), connection.cursor("many") as cursor:
        cursor.itersize = itersize
        cursor.execute(SERIES, [300])
        numbers = []
        for n, _ in cursor:
            numbers.append(n)
            if n % 50 == 0:
                connection.execute("insert into seen values (%s)", [n])
        assert numbers == list(range(1, 301))
    assert connection.execute("select count(*) from seen").fetchone() == (6,)


def test_a_scrollable_cursor(connection: Connection) -> None:
    with connection.transaction(), connection.cursor("scrolls", scrollable=True) as cursor:
        cursor.execute(SERIES, [100])
        assert [n for n, _ in cursor.fetchmany(10)] == list(range(1, 11))
        cursor.scroll(-4)
        assert cursor.fetchone() == (7, "row 7")
        cursor.scroll(99, mode="absolute")
        assert cursor.fetchall() == [(100, "row 100")]
        cursor.scroll(0, mode="absolute")
        assert cursor.fetchone() == (1, "row 1")
    with (
        connection.transaction(force_rollback=True),
        connection.cursor("forward", scrollable=False) as cursor,
    ):
        cursor.execute(SERIES, [100])
        cursor.scroll(5)
        assert cursor.fetchone() == (6, "row 6")
        with pytest.raises(errors.ObjectNotInPrerequisiteState, match="cursor can only scan forward"):
            cursor.scroll(-1)


def test_a_cursor_with_hold(connection: Connection) -> None:
    with connection.transaction():
        cursor = connection.cursor("held", withhold=True)
        cursor.execute(SERIES, [30_000])
        assert len(cursor.fetchmany(10)) == 10
    assert len(cursor.fetchmany(10)) == 10
    with pytest.raises(psycopg.Error):
        connection.execute("select nope")
    assert cursor.fetchone() == (21, "row 21")
    assert len(cursor.fetchall()) == 30_000 - 21
    cursor.close()
    assert connection.execute("select * from pg_cursors").fetchall() == []
    alone = connection.cursor("alone", withhold=True)
    alone.execute("select 1")
    assert alone.fetchall() == [(1,)]
    alone.close()


def test_a_cursor_that_somebody_else_declared(connection: Connection) -> None:
    with connection.transaction():
        connection.execute("declare c cursor for select 7 as seven")
        with connection.cursor("c") as stolen:
            assert stolen.fetchall() == [(7,)]


@pytest.mark.parametrize("mark", ["%t", "%b"], ids=["text", "binary"])
def test_lists_of_several_dimensions(connection: Connection, mark: str) -> None:
    def value(query: str, *parameters: object) -> object:
        row = connection.execute(sql(query.format(mark)), parameters).fetchone()
        assert row is not None
        return row[0]

    numbers, words = [[1, 2], [3, 4]], [["a", "b"], ["c", None]]
    assert value("select {}", numbers) == numbers
    assert value("select {}::int[]", numbers) == numbers
    assert value("select {}::text[]", words) == words
    assert value("select array_length({}, 2)", numbers) == 2
    assert value("select {}", [[[1], [2]], [[3], [4]]]) == [[[1], [2]], [[3], [4]]]
    assert value("select {}", [[date(2020, 1, 1)], [date(2020, 1, 2)]]) == [
        [date(2020, 1, 1)],
        [date(2020, 1, 2)],
    ]
    connection.execute("create temporary table kept (id int, m int[][])")
    assert value("insert into kept values (1, {}) returning m", numbers) == numbers
    assert value("update kept set m = {} where id = 1 returning m", [[5, 6]]) == [[5, 6]]


def test_a_statement_takes_arrays_of_any_dimensions(connection: Connection) -> None:
    connection.execute("prepare widths(int[]) as select cardinality($1), $1::text[]")
    for literal, count in (("{1,2}", 2), ("{{1,2},{3,4}}", 4), ("{}", 0), ("{{{1}}}", 1), ("{3}", 1)):
        row = connection.execute(sql(f"execute widths('{literal}')")).fetchone()
        assert row is not None
        assert row[0] == count
    connection.execute("deallocate widths")


@pytest.mark.parametrize("mark", ["%s", "%t", "%b"], ids=["either", "text", "binary"])
def test_addresses(connection: Connection, mark: str) -> None:
    """psycopg sends them in binary format where it may."""
    connection.execute("create table hosts (a inet, n cidr, l inet[])")
    host, network = ip_interface("10.1.2.3/24"), ip_network("10.1.0.0/16")
    row = (host, network, [ip_address("10.1.2.3"), ip_address("::1")])
    connection.execute(sql(f"insert into hosts values ({mark}, {mark}, {mark})"), row)
    found = connection.execute(sql(f"select a, n, l from hosts where a = {mark}"), [host]).fetchone()
    assert found is not None
    assert [str(found[0]), str(found[1]), list(map(str, found[2]))] == [
        "10.1.2.3/24",
        "10.1.0.0/16",
        ["10.1.2.3", "::1"],
    ]
