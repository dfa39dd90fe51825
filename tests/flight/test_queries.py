"""
SQL by tickets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import flight

from tests.flight.conftest import Flights, batch, token
from tests.waiting import wait_until

if TYPE_CHECKING:
    import psycopg

    from tests.fix_gateway import Gateway

    Sql = psycopg.Connection[tuple[Any, ...]]

EVERYTHING = """
    select 1::int2 as a, 2::int4 as b, 3::int8 as c, 1.5::float4 as d, 2.5::float8 as e, 1.25::numeric(6,2) as f, 'x' as g,
    '\\x01'::bytea as h, true as i, date '2024-01-01' as j, timestamp '2024-01-01' as k, timestamptz '2024-01-01 00:00+00' as l,
    time '10:00' as m, '7d8a6cbe-0b4b-4d5f-8a5f-1f3d5ad6d8a7'::uuid as n, '{"a": 1}'::json as o, array[1, 2] as p,
    interval '1 day' as q, 'a'::char(3) as r, 12345678901234567890::numeric as s, 't'::regtype as t"""


def test_rows(role: Flights) -> None:
    table = role.get("select x, 'r' || x as y from generate_series(1, 3) t(x)")
    assert table.to_pydict() == {"x": [1, 2, 3], "y": ["r1", "r2", "r3"]}
    assert table.schema.types == [pa.int32(), pa.string()]
    twice = role.get("select 1 as a, 2 as a")
    assert twice.column_names == ["a", "a"]


def test_a_schema_does_not_depend_on_there_being_rows(role: Flights) -> None:
    query = EVERYTHING.replace(", 't'::regtype as t", "")
    full, empty = role.get(query), role.get(f"select * from ({query}) q where false")
    assert (full.num_rows, empty.num_rows) == (1, 0)
    assert full.schema == empty.schema
    info = role.client.get_flight_info(flight.FlightDescriptor.for_command(query), role.options())
    assert info.schema == full.schema
    full.validate(full=True)
    assert full["p"].to_pylist() == [[1, 2]]


def test_what_arrow_has_no_type_for_is_as_postgresql_writes_it(role: Flights) -> None:
    query = """select interval '1 year 2 mons 3 days 04:05:06.789' as a, '101'::bit(3) as b,
        '10:00+02'::timetz as c, null::bit(3) as d"""
    assert role.get(query).to_pylist() == [
        {"a": "1 year 2 mons 3 days 04:05:06.789", "b": "101", "c": "10:00:00+02", "d": None}
    ]


def test_what_is_no_utf8(role: Flights) -> None:
    for call in (role.client.do_get, role.client.get_flight_info):
        said = (
            flight.Ticket(b"\xff")
            if call == role.client.do_get
            else flight.FlightDescriptor.for_command(b"\xff")
        )
        with pytest.raises(flight.FlightServerError, match="invalid byte sequence"):
            call(said, role.options())
    with pytest.raises(flight.FlightServerError, match="invalid byte sequence"):
        list(role.client.list_flights(b"\xff", role.options()))


def test_topics_and_views_by_their_names(role: Flights, sql: Sql) -> None:
    sql.execute('create table "T" (k int not null, v text)')
    sql.execute('create view v as select k + 1 as k from "T"')
    role.put(("T",), batch(1, 2))
    assert role.get('"T"').to_pydict() == {"k": [1, 2], "v": ["v1", "v2"]}
    assert role.get("pggate.public.v;")["k"].to_pylist() == [2, 3]
    sql.execute("drop view v")


def test_statements_without_rows(role: Flights, sql: Sql) -> None:
    assert role.get("create table made (a int)").num_columns == 0
    assert role.get("insert into made values (1), (2)").num_columns == 0
    assert role.get("insert into made values (3) returning a").to_pydict() == {"a": [3]}
    assert sql.execute("select sum(a) from made").fetchone() == (6,)


@pytest.mark.parametrize(
    ("ticket", "message", "sqlstate"),
    [
        ("nope", 'relation "nope" does not exist', b"42P01"),
        ("select 1; select 2", "one statement is wanted", b"42601"),
        ("", "one statement is wanted", b"42601"),
        ("select 1 / (x - 3) from (values (1), (2), (3), (4)) t(x)", "division by zero", b"22012"),
        ("copy (select 1) to stdout", "PostgreSQL's protocol", b"0A000"),
        ("selec", 'relation "selec"|syntax error', b"42"),
    ],
)
def test_failures_are_told(role: Flights, ticket: str, message: str, sqlstate: bytes) -> None:
    with pytest.raises(flight.FlightServerError, match=message) as caught:
        role.get(ticket)
    assert sqlstate in caught.value.extra_info
    assert "Traceback" not in str(caught.value)


def test_who_stops_reading_frees_the_session(role: Flights, sql: Sql) -> None:
    sessions = "select count(*) from pg_stat_activity where application_name = 'flight'"
    reader = role.client.do_get(flight.Ticket(b"select * from range(100000000000) r(i)"), role.options())
    reader.read_chunk()
    assert sql.execute(sessions).fetchone() == (1,)
    reader.cancel()
    del reader
    wait_until(lambda: sql.execute(sessions).fetchone() == (0,))


def test_a_running_query_can_be_cancelled(role: Flights, sql: Sql) -> None:
    reader = role.client.do_get(flight.Ticket(b"select * from range(100000000000) r(i)"), role.options())
    reader.read_chunk()
    cancel = "select pg_cancel_backend(pid) from pg_stat_activity where application_name = 'flight'"
    assert sql.execute(cancel).fetchone() == (True,)
    with pytest.raises(flight.FlightCancelledError):
        while True:
            reader.read_chunk()


def test_another_database(role: Flights, sql: Sql) -> None:
    sql.execute("create database sales")
    role.get("create table s (a int)", database="sales")
    assert role.get("select current_database() as d, count(*) as n from s", database="sales").to_pydict() == {
        "d": ["sales"],
        "n": [0],
    }
    with pytest.raises(flight.FlightServerError, match='relation "s" does not exist'):
        role.get("s")
    with pytest.raises(flight.FlightServerError, match='database "no" does not exist'):
        role.get("s", database="no")
    sql.execute("drop database sales")  # nobody is in it any more


def test_a_token_reads_nothing(gateway: Gateway, sql: Sql) -> None:
    sql.execute("create table t (k int)")
    flights = Flights(gateway, f"Bearer {token(gateway, 'public.t')}")
    with pytest.raises(flight.FlightUnauthorizedError, match="reads nothing"):
        flights.get("t")


def test_a_client_that_gives_up_ends_its_query(role: Flights, sql: Sql) -> None:
    sessions = "select count(*) from pg_stat_activity where application_name = 'flight'"
    query = b"select count(*) from range(40000000) a, range(10000) b where (a.range * b.range) % 7 = 3"
    options = flight.FlightCallOptions(timeout=1, headers=role.headers)
    with pytest.raises(flight.FlightTimedOutError):
        role.client.do_get(flight.Ticket(query), options).read_all()
    wait_until(lambda: sql.execute(sessions).fetchone() == (0,))


def test_a_begin_is_refused(role: Flights) -> None:
    for ticket in ("begin;", "begin work", "start transaction"):
        with pytest.raises(flight.FlightServerError, match=r"matter of PostgreSQL's protocol|does not exist"):
            role.get(ticket)
