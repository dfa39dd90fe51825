"""
ADBC's PostgreSQL driver: results arrive as Arrow, and every one of them by COPY in binary.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import adbc_driver_manager
import adbc_driver_postgresql.dbapi as adbc
import pyarrow as pa
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clients.conftest import Server

pytestmark = [pytest.mark.server, pytest.mark.slow]

# fmt: off
COLUMNS = {
    "a_bool": pa.array([True, False, None]),
    "an_int2": pa.array([-(2**15), 2**15 - 1, None], pa.int16()),
    "an_int4": pa.array([-(2**31), 2**31 - 1, None], pa.int32()),
    "an_int8": pa.array([-(2**63), 2**63 - 1, None], pa.int64()),
    "a_float4": pa.array([-1.5, float("inf"), None], pa.float32()),
    "a_float8": pa.array([1e300, 5e-324, None], pa.float64()),
    "a_text": pa.array(["", 'häßlich 😀 \\ "', None]),
    "a_bytea": pa.array([b"", b"\x00abc\\'", None], pa.binary()),
    "a_date": pa.array([dt.date(1, 1, 1), dt.date(9999, 12, 31), None]),
    "a_time": pa.array([dt.time(0), dt.time(23, 59, 59, 999999), None], pa.time64("us")),
    "a_timestamp": pa.array([dt.datetime(1, 1, 1), dt.datetime(2024, 2, 29, 12, 34, 56, 789012), None], pa.timestamp("us")),
    "a_timestamptz": pa.array([dt.datetime(1969, 12, 31), dt.datetime(2024, 2, 29), None], pa.timestamp("us", tz="UTC")),
    "a_list": pa.array([[1, None, 3], [], None], pa.list_(pa.int64())),
    "texts": pa.array([["a,b", None], ["{}"], None], pa.list_(pa.string())),
}
# fmt: on
EVERY = pa.table({"n": pa.array([0, 1, 2], pa.int32()), **COLUMNS})


@pytest.fixture
def connection(server: Server) -> Iterator[Any]:
    with adbc.connect(server.dsn) as connection:
        yield connection


def asked(connection: Any, sql: str, parameters: Any = None) -> pa.Table:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetch_arrow_table()


def run(connection: Any, *statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    connection.commit()


def values(found: pa.Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


def test_connect_with_scram_and_tls(pggate: Server) -> None:
    with adbc.connect(pggate.dsn + " sslmode=require") as connection:
        assert values(asked(connection, "select 1 as a, current_user as who")) == [{"a": 1, "who": "pggate"}]
        assert connection.adbc_get_info()["vendor_name"] == "PostgreSQL"
    with pytest.raises(adbc_driver_manager.Error):
        adbc.connect(pggate.dsn + " password=wrong")


def test_every_type_is_ingested_and_read(connection: Any) -> None:
    """CREATE TABLE and COPY FROM STDIN (FORMAT binary), and back."""
    with connection.cursor() as cursor:
        assert cursor.adbc_ingest("samples", EVERY, mode="create") == len(EVERY)
    connection.commit()
    found = asked(connection, "select * from samples order by n")
    assert found.column_names == EVERY.column_names
    assert values(found) == values(EVERY)
    schema = connection.adbc_get_table_schema("samples")
    assert schema.names == EVERY.column_names
    assert [field.type for field in schema] == [field.type for field in found.schema]


def test_types_that_are_read(connection: Any) -> None:
    found = asked(
        connection,
        "select 1.50::numeric(10,2) as n, '1 day 02:00'::interval as i, '{\"a\": 1}'::json as j, '[]'::jsonb as b,"
        " '123e4567-e89b-12d3-a456-426614174000'::uuid as u, 'x'::char(3) as c, 'y'::varchar as v, 7::oid as o,"
        " array['2024-02-29']::date[] as ds, null::text as nothing",
    )
    assert found.schema.field("i").type == pa.month_day_nano_interval()
    assert found.schema.field("j").type == found.schema.field("b").type == pa.json_()
    (row,) = values(found)
    assert (row["n"], row["j"], row["b"], row["c"], row["v"], row["o"]) == (
        "1.50",
        '{"a": 1}',
        "[]",
        "x  ",
        "y",
        7,
    )
    assert (row["ds"], row["nothing"]) == ([dt.date(2024, 2, 29)], None)
    assert (row["i"].months, row["i"].days, row["i"].nanoseconds) == (0, 1, 2 * 3600 * 10**9)


@pytest.mark.parametrize(("mode", "rows"), [("append", 4), ("replace", 2), ("create_append", 4)])
def test_ingest_into_what_there_is(connection: Any, mode: str, rows: int) -> None:
    data = pa.table({"a": [1, 2], "b": ["x", None]})
    for each in ("create", mode):
        with connection.cursor() as cursor:
            cursor.adbc_ingest("t", data, mode=each)
        connection.commit()
    assert values(asked(connection, "select count(*) as n from t")) == [{"n": rows}]
    with connection.cursor() as cursor, pytest.raises(adbc_driver_manager.Error):
        cursor.adbc_ingest("t", data, mode="create")


def test_ingest_into_a_schema(connection: Any) -> None:
    run(connection, "create schema sales")
    with connection.cursor() as cursor:
        cursor.adbc_ingest("t", EVERY.select(["n", "a_text"]), db_schema_name="sales")
    connection.commit()
    assert len(asked(connection, "select * from sales.t")) == len(EVERY)


def test_parameters(connection: Any) -> None:
    run(connection, "create table t (a int, b text)")
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into t values ($1, $2)", pa.record_batch({"a": [1, 2, 3], "b": ["x", None, "z"]})
        )
    connection.commit()
    found = asked(connection, "select a, b from t where a > $1 order by a", (1,))
    assert values(found) == [{"a": 2, "b": None}, {"a": 3, "b": "z"}]
    assert values(asked(connection, "select b from t where b = $1", ("z",))) == [{"b": "z"}]


def test_many_rows(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select n, 'row ' || n as text from generate_series(1, 100000) as g(n)")
        batches = list(cursor.fetch_record_batch())
    assert sum(len(batch) for batch in batches) == 100_000
    assert sum(sum(batch.column(0).to_pylist()) for batch in batches) == 5_000_050_000


def test_browsing(connection: Any, server: Server) -> None:
    run(
        connection,
        "create table orders (id bigint primary key, note text)",
        "create table parts (id integer primary key, order_id bigint references orders (id))",
        "create view seen as select id from orders",
    )
    found = connection.adbc_get_objects(
        catalog_filter=server.login["database"], db_schema_filter="public"
    ).read_all()
    ((schema,),) = (row["catalog_db_schemas"] for row in values(found))
    tables = {table["table_name"]: table for table in schema["db_schema_tables"]}
    assert {name: table["table_type"] for name, table in tables.items()} == {
        "orders": "table",
        "parts": "table",
        "seen": "view",
    }
    columns = [(one["column_name"], one["xdbc_type_name"]) for one in tables["parts"]["table_columns"]]
    assert columns == [("id", "int4"), ("order_id", "int8")]
    keys = {one["constraint_type"] for one in tables["parts"]["table_constraints"]}
    assert keys == {"PRIMARY KEY", "FOREIGN KEY"}
    assert {"table", "view"} <= set(connection.adbc_get_table_types())


def test_errors_with_sqlstate(connection: Any) -> None:
    run(connection, "create table t (a int not null)")
    for statement, code in (
        ("select * from nowhere", "42P01"),
        ("select nothing from t", "42703"),
        ("selec 1", "42601"),
        ("insert into t values (null)", "23502"),
        ("select 1 / 0", "22012"),
    ):
        with pytest.raises(adbc_driver_manager.Error) as caught:
            asked(connection, statement)
        assert (statement, caught.value.sqlstate) == (statement, code)
        connection.rollback()


def test_a_failed_transaction(connection: Any) -> None:
    run(connection, "create table t (a int)")
    asked(connection, "insert into t values (1) returning a")
    with pytest.raises(adbc_driver_manager.Error):
        asked(connection, "select * from nowhere")
    with pytest.raises(adbc_driver_manager.Error, match="the connection is in an error state"):
        asked(connection, "select 1")
    connection.rollback()
    assert values(asked(connection, "select count(*) as n from t")) == [{"n": 0}]


def test_decimals_are_ingested(connection: Any) -> None:
    data = pa.table({"price": pa.array([Decimal("1.50"), None], pa.decimal128(10, 2))})
    run(connection, "create table t (price numeric(10,2))")
    with connection.cursor() as cursor:
        cursor.adbc_ingest("t", data, mode="append")
    connection.commit()
    assert values(asked(connection, "select price from t order by price")) == [
        {"price": "1.50"},
        {"price": None},
    ]
