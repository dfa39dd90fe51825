"""
Appends through the listeners until they are durable: HTTP/1.1, HTTP/2 and Flight, beside what PostgreSQL 15
and DuckLake alone make of the same rows.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pyarrow as pa
from pyarrow import flight

from bench.load import posts, stream
from bench.measuring import Measured, medians
from tests.fix_postgres import find_programs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.servers import World
    from tests.fix_gateway import Gateway

COLUMNS: Final = "id bigint, name varchar, score double precision, seen timestamptz"
WRITERS: Final = (1, 8, 64)
TOPICS: Final = 20
SECONDS: Final = 4
"""That a peer is given."""


def readings(count: int) -> pa.Table:
    """Rows as sensors send them."""
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return pa.table(
        {
            "id": pa.array(range(count), pa.int64()),
            "name": [f"name {number % 100}" for number in range(count)],
            "score": pa.array([number / 7 for number in range(count)]),
            "seen": pa.array([moment] * count, pa.timestamp("us", tz="UTC")),
        }
    )


def appends(world: World) -> Iterator[Measured]:
    """Many small ones, and few large ones."""
    hundred = stream(readings(100))
    url = new_topic(world.gateway, "posted")
    posts([url], hundred, clients=8, count=200, http=1)
    yield from _beside_postgres(world, url, hundred)
    many = posts([url], hundred, clients=64, count=20_000, http=1)
    yield Measured("64 writers x 100 rows, HTTP/1.1, ack p50", many.p50, 25, "the limit", "ms", 1)
    yield Measured("64 writers x 100 rows, HTTP/1.1, ack p99", many.p99, 100, "the limit", "ms", 1)
    crowd = posts([url], hundred, clients=1000, count=40_000)
    yield Measured("1,000 writers x 100 rows, HTTP/2, acks", crowd.rate, 5000, "the goal", "1/s", 1)
    large = posts([url], stream(readings(1000)), clients=64, count=20_000)
    yield Measured("posts of 1,000 rows, rows", large.rate * 1000, 1.5e6, "the goal", "1/s", 1)
    yield _flight(world)
    yield from _many_topics(world, hundred)


def new_topic(gateway: Gateway, name: str) -> str:
    """Where rows for a new topic are posted to."""
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute(f"create table {name} ({COLUMNS})")
        row = connection.execute("select pggate.create_token(%s)", (f"public.{name}",)).fetchone()
    return f"{gateway.http_url}/ingest/{row and row[0]}"


def _beside_postgres(world: World, url: str, body: bytes) -> Iterator[Measured]:
    """The same hundred rows as posts, as INSERTs of many rows and as COPY, each a commit of its own."""
    world.run_in_postgres(f"create table inserted ({COLUMNS.replace('double precision', 'float8')})")
    plain = _plain_ducklake(world)
    for writers in WRITERS:
        rates = medians(
            {
                "pggate": partial(_posted, url, body, writers),
                "PostgreSQL 15, INSERT": partial(_inserts, world, writers),
                "PostgreSQL 15, COPY": partial(_copies, world, writers),
            },
            rounds=3,
        )
        for peer in ("PostgreSQL 15, INSERT", "PostgreSQL 15, COPY"):
            yield Measured(
                f"appends of 100 rows, {writers} writers", rates["pggate"], rates[peer], peer, "1/s", 1
            )
        yield Measured(
            f"appends of 100 rows, {writers} writers", rates["pggate"], plain, "DuckLake", "1/s", 1
        )


def _posted(url: str, body: bytes, writers: int) -> float:
    return posts([url], body, clients=writers, count=100 * min(writers, 20), http=1).rate


def _inserts(world: World, writers: int) -> float:
    """INSERTs of 100 rows a second, by pgbench."""
    script = world.directory / "insert.sql"
    rows = readings(100).to_pylist()
    values = ", ".join(f"({row['id']}, '{row['name']}', {row['score']}, '{row['seen']}')" for row in rows)
    script.write_text(f"insert into inserted values {values};\n")
    server = world.postgres
    command = [
        *(
            str(find_programs() / "pgbench"),
            "--host",
            server.host,
            "--port",
            str(server.port),
            "--username",
            "postgres",
        ),
        *("--no-vacuum", "--file", str(script), "--client", str(writers), "--jobs", "2"),
        *("--time", str(SECONDS), "postgres"),
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    (rate,) = [line.split()[2] for line in said.splitlines() if line.startswith("tps = ")]
    return float(rate)


def _copies(world: World, writers: int) -> float:
    """COPYs of 100 rows a second, by threads of psycopg."""
    data = "".join("\t".join(map(str, row.values())) + "\n" for row in readings(100).to_pylist()).encode()
    done: list[int] = []

    def copy() -> None:
        count, ends = 0, time.monotonic() + SECONDS
        with psycopg.connect(world.postgres.dsn(), autocommit=True) as connection:
            while time.monotonic() < ends:
                with connection.cursor().copy("copy inserted from stdin") as copying:
                    copying.write(data)
                count += 1
        done.append(count)

    return _together(copy, writers, done) / SECONDS


def _together(work: Callable[[], None], count: int, done: list[int]) -> int:
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done)


def _plain_ducklake(world: World) -> float:
    """INSERTs of 100 rows a second into a lake of its own, in this process, one after the other."""
    lake = world.directory / "plain"
    lake.mkdir()
    connection: Any = world.duckdb_client()
    connection.execute(
        f"attach 'ducklake:{lake / 'catalog.db'}' as plain (data_path '{lake}/', data_inlining_row_limit 0)"
    )
    connection.execute(f"create table plain.t ({COLUMNS})")
    connection.register("incoming", readings(100))
    count, ends = 0, time.monotonic() + SECONDS
    while time.monotonic() < ends:
        connection.execute("insert into plain.t from incoming")
        count += 1
    return count / SECONDS


def _flight(world: World) -> Measured:
    world.run(f"create table flown ({COLUMNS})")
    host, port = world.gateway.addresses["flight"]
    table, rounds = readings(1_000_000), 4
    with flight.connect(f"grpc://{host}:{port}") as client:
        options = flight.FlightCallOptions(headers=[(b"authorization", b"Basic cGdnYXRlOg==")])
        started = time.perf_counter()
        for _ in range(rounds):
            writer, reader = client.do_put(flight.FlightDescriptor.for_path("flown"), table.schema, options)
            for batch in table.to_batches(max_chunksize=100_000):
                writer.write_batch(batch)
            writer.done_writing()
            reader.read()
            writer.close()
        rate = rounds * table.num_rows / (time.perf_counter() - started)
    return Measured("one DoPut of 1M rows, rows", rate, 3e6, "the goal", "1/s", 1)


def _many_topics(world: World, body: bytes) -> Iterator[Measured]:
    urls = [new_topic(world.gateway, f"one_of_{number}") for number in range(TOPICS)]
    before = _segments(world)
    load = posts(urls, body, clients=10 * TOPICS, count=20_000)
    each = (_segments(world) - before) / load.seconds / TOPICS
    yield Measured(f"{TOPICS} topics at once, files a second and topic", each, 10, "the limit", "files", 1)
    yield Measured(f"{TOPICS} topics at once, ack p50", load.p50, 500, "the limit", "ms", 1)


def _segments(world: World) -> int:
    return sum(1 for _ in (world.gateway.data_dir / "data").glob("**/one_of_*/*.parquet"))
