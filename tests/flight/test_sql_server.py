"""
Flight SQL through ADBC's driver.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from adbc_driver_manager import OperationalError, ProgrammingError
from pyarrow import flight

from pggate.flight.sql_messages import packed
from tests.flight.adbc import connect, rows, run

KEY_HEADER = "adbc.flight.sql.rpc.call_header.idempotency-key"

if TYPE_CHECKING:
    from adbc_driver_flightsql import dbapi

    from tests.fix_gateway import Gateway


def test_queries_and_changes(adbc: dbapi.Connection) -> None:
    assert rows(adbc, "select 1 as a, 'x' as b") == [(1, "x")]
    run(adbc, "create table t (a int, b text)")
    assert run(adbc, "insert into t values (1, 'x'), (2, 'y')") == 2
    assert rows(adbc, "select a, b from t order by a") == [(1, "x"), (2, "y")]
    assert run(adbc, "update t set b = 'z' where a = 1") == 1
    assert rows(adbc, "insert into t values (3, 'w') returning a") == [(3,)]
    assert rows(adbc, "select count(*) from t") == [(3,)]


def test_parameters(adbc: dbapi.Connection) -> None:
    run(
        adbc,
        "create table p (i int, b bigint, f float8, n numeric(8,2), t text, d date, s timestamp, o bool)",
    )
    day, moment = dt.date(2024, 2, 29), dt.datetime(2024, 2, 29, 1, 2, 3)
    row = (1, 2**40, 0.5, Decimal("1.25"), "it's", day, moment, True)
    run(adbc, "insert into p values ($1, $2, $3, $4, $5, $6, $7, $8)", row)
    run(adbc, "insert into p (i, t) values ($1, $2)", (None, None))
    assert rows(adbc, "select * from p where i = $1 and d = $2", (1, day)) == [row]
    assert rows(adbc, "select i, t from p where t is null") == [(None, None)]
    assert rows(adbc, "select $1 || '!' as x", ("a",)) == [("a!",)]


def test_many_rows_of_parameters_are_one_transaction(adbc: dbapi.Connection) -> None:
    run(adbc, "create table m (a int not null, b text)")
    with adbc.cursor() as cursor:
        cursor.executemany("insert into m values ($1, $2)", [(i, f"n{i}") for i in range(20)])
        assert cursor.rowcount == 20
        with pytest.raises(OperationalError, match="null value"):
            cursor.executemany("insert into m values ($1, $2)", [(21, "x"), (None, "y")])
    assert rows(adbc, "select count(*), sum(a) from m") == [(20, 190)]


def test_objects(adbc: dbapi.Connection) -> None:
    run(adbc, "create table t (a int not null, b text)")
    run(adbc, "create view w as select a + 1 as c from t")
    found = adbc.adbc_get_objects(depth="all").read_all().to_pylist()
    (database,) = [one for one in found if one["catalog_name"] == "pggate"]
    tables = {
        table["table_name"]: (
            table["table_type"],
            [column["column_name"] for column in table["table_columns"]],
        )
        for schema in database["catalog_db_schemas"]
        for table in schema["db_schema_tables"]
    }
    assert tables == {"t": ("TABLE", ["a", "b"]), "w": ("VIEW", ["c"])}
    like = adbc.adbc_get_objects(depth="tables", table_name_filter="t%").read_all().to_pylist()
    names = [
        t["table_name"]
        for one in like
        for s in one["catalog_db_schemas"] or []
        for t in s["db_schema_tables"]
    ]
    assert names == ["t"]
    assert adbc.adbc_get_table_types() == ["TABLE", "VIEW"]
    assert adbc.adbc_get_table_schema("t") == pa.schema(
        [pa.field("a", pa.int32(), nullable=False), ("b", pa.string())]
    )
    assert adbc.adbc_get_info()["vendor_name"] == "pggate"
    run(adbc, "drop view w")


def test_failures(adbc: dbapi.Connection, gateway: Gateway) -> None:
    with pytest.raises(OperationalError, match='column "nope" does not exist'):
        rows(adbc, "select nope")
    with pytest.raises(OperationalError, match="division by zero"):
        rows(adbc, "select 1 / (x - 1) from generate_series(1, 3) t(x)")
    with pytest.raises(ProgrammingError, match="password authentication failed"):
        connect(gateway, password="x").cursor().execute("select 1")


def test_calls_that_are_none(gateway: Gateway) -> None:
    host, port = gateway.addresses["flight_sql"]
    client = flight.connect(f"grpc://{host}:{port}")
    options = flight.FlightCallOptions(
        timeout=60, headers=[client.authenticate_basic_token("pggate", gateway.password)]
    )
    for command in (b"", b"\xff", b"select 1", packed("CommandStatementIngest", table="t")):
        with pytest.raises(flight.FlightServerError):
            client.get_flight_info(flight.FlightDescriptor.for_command(command), options)
    gone = packed("CommandPreparedStatementQuery", prepared_statement_handle=b"gone")
    with pytest.raises(flight.FlightServerError, match="prepare it again"):
        client.do_get(flight.Ticket(gone), options).read_all()
    with pytest.raises(flight.FlightServerError, match="is not supported"):
        list(client.do_action(("BeginTransaction", b""), options))


def test_parameters_that_are_damaged(adbc: dbapi.Connection) -> None:
    offsets = pa.py_buffer(b"".join(number.to_bytes(4, "little") for number in (0, 2**30, 1)))
    damaged = pa.Array.from_buffers(pa.string(), 2, [None, offsets, pa.py_buffer(b"x")])
    with adbc.cursor() as cursor, pytest.raises((OperationalError, ProgrammingError)):
        cursor.execute("select $1::text", pa.record_batch({"1": damaged}))
    assert rows(adbc, "select 1") == [(1,)]


def test_a_schema_that_is_asked_for_runs_nothing(gateway: Gateway, adbc: dbapi.Connection) -> None:
    run(adbc, "create table asked (a int)")
    host, port = gateway.addresses["flight_sql"]
    with flight.connect(f"grpc://{host}:{port}") as client:
        login = client.authenticate_basic_token("pggate", gateway.password or "")
        options = flight.FlightCallOptions(headers=[login], timeout=60)
        command = packed("CommandStatementQuery", query="insert into asked values (1)")
        client.get_schema(flight.FlightDescriptor.for_command(command), options)
    assert rows(adbc, "select count(*) from asked") == [(0,)]


def test_every_row_of_parameters_is_asked_for(adbc: dbapi.Connection) -> None:
    given = pa.record_batch({"1": [1, 2, 3]})
    assert rows(adbc, "select $1 * 10 as x", given) == [(10,), (20,), (30,)]
    assert rows(adbc, "select x from generate_series(1, $1) t(x)", given.slice(1)) == [
        (1,),
        (2,),
        (1,),
        (2,),
        (3,),
    ]
    run(adbc, "create table asked (a int)")
    assert rows(
        adbc, "insert into asked values (10 / ($1 - 2) + 20) returning a", given.take(pa.array([0, 2]))
    ) == [
        (10,),
        (30,),
    ]
    with pytest.raises(OperationalError, match="division by zero"):
        rows(adbc, "insert into asked values (10 / ($1 - 2)) returning a", given)
    assert rows(adbc, "select a from asked order by a") == [(10,), (30,)]


@pytest.mark.parametrize("begin", ["begin", "start transaction read only"])
def test_a_transaction_of_several_statements_is_refused(adbc: dbapi.Connection, begin: str) -> None:
    """Whoever was told BEGIN could not take back what he sends then."""
    with pytest.raises(OperationalError, match="matter of PostgreSQL's protocol"):
        run(adbc, begin)
    assert rows(adbc, "select 1") == [(1,)]


def test_an_insert_with_an_idempotency_key_is_repeated_without_harm(
    gateway: Gateway, adbc: dbapi.Connection
) -> None:
    run(adbc, "create table k (a int)")
    with connect(gateway, **{KEY_HEADER: "once"}) as keyed:
        for _ in range(2):
            run(keyed, "insert into k values (1), (2)")
            run(keyed, "insert into k values ($1)", (3,))  # of another statement, but of the same key
        assert rows(keyed, "select a from k") == [(1,), (2,)]
        with keyed.cursor() as cursor, pytest.raises(OperationalError, match="is for one statement"):
            cursor.executemany("insert into k values ($1)", [(4,), (5,)])
    with (
        connect(gateway, **{KEY_HEADER: "no key"}) as keyed,
        pytest.raises(OperationalError, match="key"),
    ):
        run(keyed, "select 1")
    with connect(gateway, **{KEY_HEADER: "prepared"}) as keyed:
        for _ in range(2):
            run(keyed, "insert into k values ($1)", (3,))
    assert rows(adbc, "select a from k order by a") == [(1,), (2,), (3,)]


def test_what_a_query_returns_has_the_types_of_what_is_bound(adbc: dbapi.Connection) -> None:
    assert rows(adbc, "select $1 + 1 as x, $2 * 2 as y", (2**40, 1.5)) == [(2**40 + 1, 3.0)]
