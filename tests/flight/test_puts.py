"""
Streams of rows as appends.
"""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import flight

from pggate.lake.uploads import SEGMENT_BYTES
from tests.flight.adbc import connect
from tests.flight.conftest import Flights, batch, token
from tests.waiting import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    import psycopg

    from tests.fix_gateway import Gateway

    Sql = psycopg.Connection[tuple[Any, ...]]

T = "create table t (k int not null, v text default 'none')"
MANY = SEGMENT_BYTES // 8


def test_a_stream_is_an_append_and_answers_its_receipt(role: Flights, sql: Sql) -> None:
    sql.execute(T)
    receipt = role.put(("t",), batch(1, 2), batch(), batch(3))
    assert receipt["rows"] == 3
    assert sql.execute("select k, v from t order by k").fetchall() == [(1, "v1"), (2, "v2"), (3, "v3")]
    told = sql.execute("select batch_id, rows, snapshot from pggate.receipts").fetchall()
    assert (receipt["batch_id"], receipt["rows"], receipt["snapshot"]) in told
    role.put(("public", "t"), pa.record_batch({"k": pa.array([4], pa.int32())}))
    role.put(("pggate", "public", "t"), pa.record_batch({"k": pa.array([5], pa.int8())}))
    assert sql.execute("select v from t where k > 3").fetchall() == [("none",), ("none",)]
    assert role.put(("t",), batch())["rows"] == 0


def test_a_stream_of_any_size_is_one_append(role: Flights, sql: Sql) -> None:
    sql.execute("create table big (k bigint)")
    one = pa.record_batch({"k": pa.array(range(MANY), pa.int64())})
    receipt = role.put(("big",), one, one, one)
    assert (receipt["rows"], len(receipt["segments"])) == (3 * MANY, 3)
    assert sql.execute("select count(*), sum(k) from big").fetchone() == (
        3 * MANY,
        3 * MANY * (MANY - 1) // 2,
    )
    found = sql.execute("select snapshot from pggate.receipts where name = 'big'").fetchall()
    assert found == [(receipt["snapshot"],)]


@pytest.mark.parametrize("count", [1, MANY])
def test_streams_of_one_key_at_once_are_one_append(role: Flights, sql: Sql, count: int) -> None:
    sql.execute("create table at_once (k bigint)")
    one = pa.record_batch({"k": pa.array(range(count), pa.int64())})
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda _: role.put(("at_once",), one, one, idempotency_key="now"), range(4)))
    assert told == [told[0]] * 4
    assert sql.execute("select count(*) from at_once").fetchone() == (2 * count,)


@pytest.mark.parametrize("count", [1, 100_000])
def test_a_repeat_that_does_not_fit_the_topic_any_more(role: Flights, sql: Sql, count: int) -> None:
    """What the first was answered holds, whatever has become of its topic."""
    sql.execute(T.replace(" t ", " fitted "))
    one = batch(*range(count))
    first = role.put(("fitted",), *[one] * 20, idempotency_key="fits")
    assert first["rows"] == 20 * count
    sql.execute("alter table fitted rename v to w")
    assert role.put(("fitted",), *[one] * 20, idempotency_key="fits") == first
    with pytest.raises(flight.FlightServerError, match='column "v" of relation "fitted" does not exist'):
        role.put(("fitted",), one, idempotency_key="other")
    assert sql.execute("select count(*) from fitted").fetchone() == (20 * count,)


@pytest.mark.parametrize("count", [1, MANY])
def test_a_key_makes_a_repeat_harmless(role: Flights, sql: Sql, count: int) -> None:
    sql.execute("create table again (k bigint)")
    one = pa.record_batch({"k": pa.array(range(count), pa.int64())})
    key = f"key-{count}"
    first = role.put(("again",), one, one, idempotency_key=key)
    assert role.put(("again",), one, one, idempotency_key=key) == first
    assert sql.execute("select count(*) from again").fetchone() == (2 * count,)
    with pytest.raises(flight.FlightServerError, match="invalid idempotency key"):
        role.put(("again",), one, idempotency_key="a b")


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (pa.record_batch({"k": pa.array([None], pa.int32()), "v": ["x"]}), 'null value in column "k"'),
        (pa.record_batch({"k": pa.array([7], pa.int32()), "v": ["\0"]}), "22021|NUL|0x00"),
    ],
)
def test_of_a_stream_with_a_bad_batch_nothing_stays(
    role: Flights, sql: Sql, gateway: Gateway, bad: pa.RecordBatch, message: str
) -> None:
    sql.execute(T.replace("t (", "bad ("))
    big = pa.record_batch({"k": pa.array([1] * MANY, pa.int32()), "v": ["x" * 8] * MANY})
    with pytest.raises(flight.FlightServerError, match=message):
        role.put(("bad",), big, bad)
    assert sql.execute("select count(*) from bad").fetchone() == (0,)
    assert not list(gateway.data_dir.glob("data/**/bad/*.parquet"))


def test_columns_and_layouts_are_those_of_every_door(role: Flights, sql: Sql) -> None:
    sql.execute(T)
    words = pa.array(["a", None, "a"]).dictionary_encode()
    role.put(("t",), pa.record_batch({"v": words, "k": pa.array([1, 2, 3], pa.int16())}))
    assert sql.execute("select k, v from t order by k").fetchall() == [(1, "a"), (2, None), (3, "a")]
    with pytest.raises(flight.FlightServerError, match='column "x"'):
        role.put(("t",), pa.record_batch({"x": [1]}))
    with pytest.raises(flight.FlightServerError, match=r'column "k" is of type INTEGER but .*string'):
        role.put(("t",), pa.record_batch({"k": ["1"]}))


DIES = """
import os, signal, sys, time
import pyarrow as pa
from pyarrow import flight

address, authorization, rows = sys.argv[1:]
client = flight.connect(address)
options = flight.FlightCallOptions(headers=[(b"authorization", authorization.encode())])
batch = pa.record_batch({"k": pa.array([1] * int(rows), pa.int32()), "v": ["x" * 8] * int(rows)})
writer, _ = client.do_put(flight.FlightDescriptor.for_path("gone"), batch.schema, options)
writer.write_batch(batch)
sys.stdin.read(1)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_client_that_dies_has_written_nothing(role: Flights, sql: Sql, gateway: Gateway) -> None:
    def segments() -> list[Path]:
        return list(gateway.data_dir.glob("data/**/gone/*.parquet"))

    sql.execute(T.replace("t (", "gone ("))
    host, port = gateway.addresses["flight"]
    _, bearer = role.headers[0]
    arguments = [f"grpc://{host}:{port}", bearer.decode(), str(MANY)]
    with subprocess.Popen([sys.executable, "-c", DIES, *arguments], stdin=subprocess.PIPE) as client:
        wait_until(lambda: bool(segments()))
        client.communicate(b"x")
    wait_until(lambda: not segments())
    assert sql.execute("select count(*) from gone").fetchone() == (0,)


def test_a_short_stream_that_its_client_gives_up_is_not_appended(role: Flights, sql: Sql) -> None:
    sql.execute(T)
    for _ in range(3):
        options = flight.FlightCallOptions(timeout=0.3, headers=role.headers)
        with pytest.raises(flight.FlightTimedOutError):  # which ends the stream for the server
            writer, reader = role.client.do_put(
                flight.FlightDescriptor.for_path("t"), batch().schema, options
            )
            writer.write_batch(batch(1))
            reader.read()
            writer.close()
    role.put(("t",), batch(2))
    assert sql.execute("select k from t").fetchall() == [(2,)]


def test_a_token_is_for_its_topic(gateway: Gateway, sql: Sql) -> None:
    sql.execute(T)
    sql.execute("create table other (k int)")
    flights = Flights(gateway, f"Bearer {token(gateway, 'public.t')}")
    for path in ((), ("t",), ("public", "t"), ("pggate", "public", "t")):
        flights.put(path, batch(1))
    assert sql.execute("select count(*) from t").fetchone() == (4,)
    with pytest.raises(flight.FlightUnauthorizedError, match="for another topic"):
        flights.put(("other",), pa.record_batch({"k": pa.array([1], pa.int32())}))
    sql.execute("drop table t")
    with pytest.raises(flight.FlightServerError, match="does not exist"):
        flights.put((), batch(1))


def test_what_is_no_topic(role: Flights, sql: Sql) -> None:
    sql.execute("create view v as select 1 as k")
    for path in (("nope",), ("v",), ("no", "t"), ("a", "b", "c", "d"), ()):
        with pytest.raises(flight.FlightServerError, match=r"does not exist|a descriptor"):
            role.put(path, batch(1))
    writer, reader = role.client.do_put(
        flight.FlightDescriptor.for_command("t"), batch().schema, role.options()
    )
    assert reader.read() is None
    with pytest.raises(flight.FlightServerError, match="Flight SQL"):
        writer.close()
    sql.execute("drop view v")


def test_a_stream_brings_columns(role: Flights, sql: Sql) -> None:
    sql.execute("create table evolving (k int) with (evolve = 'add_columns', ingested_at = true)")
    batches = [pa.record_batch({"k": [2**40 + n], "x": [n], "l": [["a"]]}) for n in range(3)]
    assert role.put(("evolving",), *batches)["rows"] == 3
    assert role.put(("evolving",), pa.record_batch({"x": [7], "z": ["new"]}))["rows"] == 1
    found = sql.execute("select k, x, l, z, __ingested_at is null from evolving order by x").fetchall()
    assert found == [*[(2**40 + n, n, ["a"], None, False) for n in range(3)], (None, 7, None, "new", False)]
    with pytest.raises(flight.FlightError, match="filled by the server"):
        role.put(("evolving",), pa.record_batch({"__ingested_at": pa.nulls(1)}))
    sql.execute("alter table evolving reset (evolve)")
    with pytest.raises(flight.FlightError, match='column "w"'):
        role.put(("evolving",), pa.record_batch({"w": [1]}))


def test_a_role_that_is_no_superuser_writes_no_topic(gateway: Gateway, sql: Sql) -> None:
    sql.execute("create table guarded (k int, v text)")
    sql.execute("create role plain login password 'p'")
    try:
        flights = Flights(gateway, "Basic " + b64encode(b"plain:p").decode())
        with pytest.raises(flight.FlightUnauthorizedError, match="permission denied for table guarded"):
            flights.put(("guarded",), batch(1))
        with (
            connect(gateway, username="plain", password="p") as adbc,
            adbc.cursor() as cursor,
            pytest.raises(Exception, match="permission denied"),
        ):
            cursor.adbc_ingest("guarded", batch(1), mode="append")
        assert sql.execute("select count(*) from guarded").fetchone() == (0,)
    finally:
        sql.execute("drop role plain")
