from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import psycopg
import pyarrow as pa
import pyarrow.csv
import pyarrow.feather
import pyarrow.parquet
import pytest

from pggate.commands import ingest
from pggate.commands.client import ClientError
from pggate.commands.door import Door
from pggate.commands.ingest import POST_BYTES, _batches_of, _schema_of, grouped, run, send
from pggate.config import Address, Config
from tests.processes import free_ports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fix_gateway import Gateway

TABLE = pa.table({"id": pa.array([1, 2, None], pa.int64()), "Na me": ["ä", None, 'a"b']})


LIVE_TOKENS = "select count(*) from pggate.tokens where revoked_at is null"


def write_parquet(file: Path) -> None:
    pa.parquet.write_table(TABLE, file)


def write_csv(file: Path) -> None:
    delimiter = "\t" if file.suffix == ".tsv" else ","
    pa.csv.write_csv(TABLE, file, pa.csv.WriteOptions(delimiter=delimiter))


def write_arrow(file: Path) -> None:
    with pa.ipc.new_file(file, TABLE.schema) as writer:
        writer.write_table(TABLE)


def write_stream(file: Path) -> None:
    with pa.ipc.new_stream(file, TABLE.schema) as writer:
        writer.write_table(TABLE)


FORMATS: list[tuple[str, Callable[[Path], None]]] = [
    ("a.parquet", write_parquet),
    ("A.PQ", write_parquet),
    ("a.csv", write_csv),
    ("a.tsv", write_csv),
    ("a.arrow", write_arrow),
    ("a.ipc", write_stream),
    ("a.arrows", write_stream),
]


@pytest.mark.parametrize(("name", "write"), FORMATS)
def test_files(tmp_path: Path, name: str, write: Callable[[Path], None]) -> None:
    file = tmp_path / name
    write(file)
    assert _schema_of(file).names == ["id", "Na me"]
    read = pa.Table.from_batches(list(_batches_of(file)))
    assert read.column("id").to_pylist() == [1, 2, None]
    assert read.column("Na me").to_pylist()[2] == 'a"b'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.parquet", b"no parquet"),
        ("a.csv", b""),
        ("a.arrow", b"no arrow at all"),
        ("a.txt", b"text"),
        ("a.parquet", None),
        ("a.arrow", None),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, content: bytes | None) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ClientError, match=str(file)):
        _schema_of(file)


def test_a_file_that_is_broken_further_on(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("n\n" + "1\n" * 2_000_000 + "x\n")
    batches = _batches_of(file)
    with contextlib.closing(batches), pytest.raises(ClientError, match=f"{file}: cannot be read"):  # type: ignore[type-var]
        list(batches)


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [[], [0], [1], [1, 1, 1], [2_000_000], [400_000, 400_000, 10], [0, 3]])
def test_groups_are_of_one_size_and_lose_no_row(sizes: list[int]) -> None:
    batches = [pa.record_batch({"n": pa.array(range(size), pa.int64())}) for size in sizes]
    groups = list(grouped(batches))
    assert all(0 < sum(batch.nbytes for batch in group) <= POST_BYTES for group in groups)
    rows = [value for group in groups for batch in group for value in batch["n"].to_pylist()]
    assert rows == [value for batch in batches for value in batch["n"].to_pylist()]


def test_it_needs_a_listener_for_rows(tmp_path: Path) -> None:
    config = Config(data_dir=tmp_path, http=None, https=None)
    with pytest.raises(ClientError, match="its http and https listeners are off"):
        run(config, argparse.Namespace(files=[tmp_path / "x"], topic="t", create=False))


def test_no_topic_is_made_where_no_row_can_be_sent(
    tmp_path: Path, gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_parquet(tmp_path / "a.parquet")
    (port,) = free_ports(1)
    monkeypatch.setattr(ingest, "door_of", lambda _: Door(Address("127.0.0.1", port)))
    options = argparse.Namespace(files=[tmp_path / "a.parquet"], topic="public.unborn", create=True)
    with pytest.raises(ClientError, match=rf"^cannot send to http://127.0.0.1:{port}: .*refused"):
        run(config_of(gateway), options)
    with psycopg.connect(gateway.dsn()) as connection:
        assert connection.execute("select to_regclass('public.unborn')").fetchone() == (None,)


@pytest.mark.server
def test_nobody_takes_the_rows() -> None:
    (port,) = free_ports(1)
    with pytest.raises(ClientError, match=rf"cannot send to http://127.0.0.1:{port}: .*refused"):
        send(Door(Address("127.0.0.1", port)), "token", TABLE.to_batches(), lambda _: None)


SAID = b'{"rows": 3, "snapshot": 1}'
BUSY = b'{"error": "another transaction was faster"}'

# fmt: off
SCRIPTS: list[tuple[list[tuple[int, bytes] | None], str | None]] = [
    # what a server answers, None: it hangs up              what the user is told
    ([(200, SAID)],                                         None),
    ([(503, BUSY), (429, BUSY), (200, SAID)],               None),
    ([(503, BUSY)] * 25,                                    "refused the rows: another transaction was faster; 0 rows"),
    ([(400, BUSY)],                                         "refused the rows: another transaction was faster; 0 rows"),
    ([(200, SAID), (500, b'{"error": "not known"}')],       "refused the rows: not known; 3 rows are durable"),
    ([(200, SAID), None],                                   "whether the last 3 rows are durable is not known: .*; 3 rows"),
    ([(200, SAID), (502, b"<html>")],                       "status 502 without a reason: it is no pggate; 3 rows"),
    ([(200, b"<html>")],                                    "status 200 without a reason: it is no pggate; 0 rows"),
    ([(200, b"[]")],                                        "status 200 without a reason: it is no pggate; 0 rows"),
]
# fmt: on


@contextlib.contextmanager
def answering(script: list[tuple[int, bytes] | None]) -> Iterator[Address]:
    """A server that takes every POST and answers what it is told to."""
    left = iter(script)

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            if (answer := next(left)) is None:
                return
            status, body = answer
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.send_header("x-retry-after-ms", "1")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Nobody wants to read it."""

    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Address("127.0.0.1", server.server_port)
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.server
@pytest.mark.parametrize(("script", "complaint"), SCRIPTS)
def test_what_a_server_answers(script: list[tuple[int, bytes] | None], complaint: str | None) -> None:
    posts = sum(answer is None or answer[1] == SAID or answer[0] not in (429, 503) for answer in script) or 1
    # A batch larger than a POST is one by itself: the script's answers are for one POST each.
    wide = pa.record_batch({"t": ["x" * (POST_BYTES // 4)] * 3})
    with answering(script) as address:
        if complaint is None:
            assert send(Door(address), "token", [wide] * posts, lambda _: None) == 3 * posts
        else:
            with pytest.raises(ClientError, match=complaint):
                send(Door(address), "token", [wide] * posts, lambda _: None)


def config_of(gateway: Gateway) -> Config:
    """What the command is told: where the server's listeners are it finds by the data directory."""
    return Config(data_dir=gateway.data_dir, http=Address("192.0.2.1", 1))


def test_files_become_rows(gateway: Gateway, tmp_path: Path) -> None:
    files = [tmp_path / "one.parquet", tmp_path / "two.arrow"]
    write_parquet(files[0])
    write_arrow(files[1])
    options = argparse.Namespace(files=files, topic="public.loaded", create=True)
    assert run(config_of(gateway), options) == 0
    options.create = False
    assert run(config_of(gateway), options) == 0
    with psycopg.connect(gateway.dsn()) as connection:
        rows = connection.execute(
            'select id, "Na me", count(*) from loaded group by 1, 2 order by 1'
        ).fetchall()
        assert connection.execute(LIVE_TOKENS).fetchone() == (0,)
    assert rows == [(1, "ä", 4), (2, None, 4), (None, 'a"b', 4)]


def test_csv_files_become_a_topic_with_the_types_of_the_first(gateway: Gateway, tmp_path: Path) -> None:
    files = [tmp_path / "one.csv", tmp_path / "two.csv"]
    files[0].write_text("id,Na me,at,part\n1,ä,2026-05-01 12:00:00,0.5\n2,,2026-05-02,1e3\n")
    files[1].write_text('id,Na me,at,part\n3,"a ""b"", c",,\n')
    options = argparse.Namespace(files=files, topic="public.from_csv", create=True)
    assert run(config_of(gateway), options) == 0
    with psycopg.connect(gateway.dsn()) as connection:
        cursor = connection.execute('select id, "Na me", at, part from from_csv order by id')
        types = [connection.adapters.types[column.type_code].name for column in cursor.description or ()]
        assert types == ["int8", "text", "timestamp", "float8"]
        assert cursor.fetchall() == [
            (1, "ä", dt.datetime(2026, 5, 1, 12), 0.5),
            (2, "", dt.datetime(2026, 5, 2), 1000.0),
            (3, 'a "b", c', None, None),
        ]
        assert connection.execute(LIVE_TOKENS).fetchone() == (0,)


def test_files_are_read_as_the_topic_has_its_columns(gateway: Gateway, tmp_path: Path) -> None:
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("create type mood as enum ('sad', 'happy')")
        connection.execute(
            "create table people (id int, name text, height numeric(5,2), ok boolean, since timestamp,"
            " key uuid, about jsonb, part real, feels mood)"
        )
    (tmp_path / "a.csv").write_text(
        "id,name,height,ok,since,key,about,part,feels\n"
        "1,007,1.5,t,2026-05-01,5c2f7f8a-0000-4000-8000-000000000001,{},2,sad\n"
        ",NULL,,no,,,,,happy\n"
    )
    pa.parquet.write_table(
        pa.table(
            {"id": [3], "since": pa.array([dt.datetime(2026, 5, 1)], pa.timestamp("ns")), "part": [0.5]}
        ),
        tmp_path / "b.parquet",
    )
    files = [tmp_path / "a.csv", tmp_path / "b.parquet"]
    options = argparse.Namespace(files=files, topic="public.people", create=False)
    assert run(config_of(gateway), options) == 0
    with psycopg.connect(gateway.dsn()) as connection:
        found = connection.execute(
            "select id, name, height::text, ok, since::text, key::text, about::text, part, feels::text"
            " from people order by id"
        ).fetchall()
    day = "2026-05-01 00:00:00"
    assert found == [
        (1, "007", "1.50", True, day, "5c2f7f8a-0000-4000-8000-000000000001", "{}", 2, "sad"),
        (3, None, None, None, day, None, None, 0.5, None),
        (None, "NULL", None, False, None, None, None, None, "happy"),
    ]


@pytest.mark.parametrize(
    ("name", "write", "complaint"),
    [
        ("a.csv", lambda file: file.write_text("id\n1\n3000000000\n"), "a.csv: .*int32.*'3000000000'"),
        ("a.csv", lambda file: file.write_text("id\n1\nx\n"), "a.csv: .*int32.*'x'"),
        (
            "a.parquet",
            lambda file: pa.parquet.write_table(pa.table({"id": [1, 3_000_000_000]}), file),
            'a.parquet: column "id" is of type INTEGER: .*3000000000',
        ),
    ],
)
def test_values_that_the_topic_has_no_place_for(
    gateway: Gateway, tmp_path: Path, name: str, write: Callable[[Path], None], complaint: str
) -> None:
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        connection.execute("create table if not exists narrow (id int)")
    write(tmp_path / name)
    options = argparse.Namespace(files=[tmp_path / name], topic="public.narrow", create=False)
    with pytest.raises(ClientError, match=complaint):
        run(config_of(gateway), options)
    with psycopg.connect(gateway.dsn()) as connection:
        assert connection.execute("select count(*) from narrow").fetchone() == (0,)


def test_rows_that_do_not_fit_are_refused_with_the_servers_words(gateway: Gateway, tmp_path: Path) -> None:
    with psycopg.connect(gateway.dsn()) as connection:
        connection.execute("create table other (id bigint)")
    write_parquet(tmp_path / "a.parquet")
    options = argparse.Namespace(files=[tmp_path / "a.parquet"], topic="public.other", create=False)
    with pytest.raises(ClientError, match=r"the server refused the rows: .*Na me.*; 0 rows are durable$"):
        run(config_of(gateway), options)
    with psycopg.connect(gateway.dsn()) as connection:
        assert connection.execute(LIVE_TOKENS).fetchone() == (0,)


def test_files_that_are_in_before_one_fails(gateway: Gateway, tmp_path: Path) -> None:
    files = [tmp_path / "one.parquet", tmp_path / "two.csv"]
    write_parquet(files[0])
    files[1].write_text("something,else\n1,2\n")
    options = argparse.Namespace(files=files, topic="public.two", create=True)
    with pytest.raises(
        ClientError, match=r"^two.csv: .*; 0 rows are durable; so are the 3 rows of the files before"
    ):
        run(config_of(gateway), options)
    with psycopg.connect(gateway.dsn()) as connection:
        assert connection.execute("select count(*) from two").fetchone() == (3,)


def test_a_topic_that_is_not_there(gateway: Gateway, tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet")
    options = argparse.Namespace(files=[tmp_path / "a.parquet"], topic="public.nowhere", create=False)
    with pytest.raises(ClientError, match=r'^relation "nowhere" does not exist.*: pass --create'):
        run(config_of(gateway), options)
