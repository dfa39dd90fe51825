"""
The Arrow door over real sockets, before a real lake: every status, every broken body.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import datetime as dt
import functools
import gzip
import io
import logging
import os
import re
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from pyarrow import parquet

from ingest import bodies
from pggate import append
from pggate.config import Rates
from tests.ingest.conftest import ARROW, BODY_LIMIT
from tests.ingest.streams import boundaries, stream, table
from tests.lake import tools
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ingest.server import TlsFiles
    from pggate.lake.topics import Topic
    from tests.ingest.conftest import Door, OpenDoor, Site

pytestmark = pytest.mark.server

PEOPLE = "id bigint not null, name varchar, score double"


def people(count: int, first: int = 0) -> pa.Table:
    ids = pa.array(range(first, first + count), pa.int64())
    return table(id=ids, name=[f"n{i}" for i in range(count)], score=pa.array([0.5] * count))


def refused(response: httpx.Response, status: int) -> str:
    """
    The reason in an answer that has this status and is nothing but {"error": …}.
    """
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    answer = response.json()
    assert list(answer) == ["error"]
    return str(answer["error"])


# ---- 200 -----------------------------------------------------------------------------------------------


def test_rows_are_there_when_the_answer_is(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    first = door.post(token, stream(people(3)))
    assert (first.status_code, first.json()["rows"]) == (200, 3)
    assert site.rows(f"select * from {name} order by id") == [(i, f"n{i}", 0.5) for i in range(3)]
    second = door.post(token, stream(people(2, first=3), people(2, first=5)))
    assert second.json()["rows"] == 4
    assert second.json()["snapshot"] > first.json()["snapshot"]
    at = first.json()["snapshot"]
    assert site.rows(f"select count(*) from {name} at (version => {at})") == [(3,)]
    assert site.count(name) == 7


def test_the_answer_is_a_receipt(site: Site, door: Door) -> None:
    _, token = site.topic(PEOPLE)
    before = dt.datetime.now(dt.UTC)
    receipt = door.post(token, stream(people(3))).json()
    assert list(receipt) == ["rows", "snapshot", "batch_id", "committed_at", "segments"]
    (segment,) = receipt["segments"]
    data = Path(segment["uri"]).read_bytes()
    assert (segment["bytes"], segment["sha256"]) == (len(data), sha256(data).hexdigest())
    assert receipt["batch_id"] == f"{Path(segment['uri']).stem}.0"
    assert before <= dt.datetime.fromisoformat(receipt["committed_at"]) <= dt.datetime.now(dt.UTC)


def test_what_is_sent_again_with_its_key_gets_the_first_receipt(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    key = {"idempotency-key": "8e03978e-40d5-43e8-bc93-6894a57f9324"}
    first = door.post(token, stream(people(3)), **key)
    again = door.post(token, stream(people(3)), **key)
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.content == first.content
    assert door.post(token, stream(people(3)), **{"idempotency-key": "other"}).json() != first.json()
    assert site.count(name) == 6


def chunks(body: bytes, size: int = 100_000) -> Iterator[bytes]:
    """What httpx sends without a Content-Length."""
    for start in range(0, len(body), size):
        yield body[start : start + size]


def parquet_files(site: Site, name: str) -> list[Path]:
    return list(Path(site.lake.storage.root).glob(f"**/{name}/*.parquet"))


def test_a_long_body_that_is_repeated_and_does_not_fit_any_more(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    body, key = stream(*[people(20_000) for _ in range(3)]), {"idempotency-key": "fitted"}
    assert len(body) > BODY_LIMIT
    first = door.post(token, chunks(body), **key)
    assert first.status_code == 200, first.text
    tools.run(site.lake, f"alter table {name} rename column name to called")
    again = door.post(token, chunks(body), **key)
    assert (again.status_code, again.json()) == (200, first.json())
    assert 'column "name"' in refused(door.post(token, chunks(body), **{"idempotency-key": "new"}), 400)
    assert site.count(name) == 60_000


def test_a_body_in_chunks_may_be_of_any_length(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    batches = [people(20_000, first=20_000 * number) for number in range(60)]
    body = stream(*batches)
    assert len(body) > 20 * BODY_LIMIT
    key = {"idempotency-key": "one-long-body"}
    first = door.post(token, chunks(body), **key)
    assert first.status_code == 200, first.text
    receipt = first.json()
    assert (receipt["rows"], len(receipt["segments"])) == (1_200_000, 2)
    assert site.rows(f"select count(*), sum(id)::bigint, count(distinct id) from {name}") == [
        (1_200_000, 1_200_000 * 1_199_999 // 2, 1_200_000)
    ]
    assert site.rows(f"select count(*) from {name} at (version => {receipt['snapshot'] - 1})") == [(0,)]
    assert door.post(token, chunks(body), **key).json() == receipt
    assert site.count(name) == 1_200_000
    assert len(parquet_files(site, name)) == 2
    assert (
        door.post(token, chunks(stream(people(3)))).json()["rows"] == 3
    )  # a short one is a post like others


def waiting_bytes(site: Site) -> float:
    """Of appends that have yet to be committed."""
    return float(site.lake.metrics._waiting._value.get())


def test_long_bodies_that_wait_keep_nobody_else_waiting(site: Site, door: Door) -> None:
    changed, others = site.topic(PEOPLE), site.topic(PEOPLE)
    body = stream(*[people(20_000) for _ in range(3)])
    assert len(body) > BODY_LIMIT
    with ThreadPoolExecutor(8) as clients:
        with tools.held(site.lake, tools.topic(site.lake, changed[0])):
            long = [clients.submit(door.post, changed[1], chunks(body)) for _ in range(8)]
            wait_until(lambda: waiting_bytes(site) >= 8 * 3 * people(20_000).nbytes)
            began = time.monotonic()
            assert door.post(others[1], stream(people(3))).status_code == 200
            assert time.monotonic() - began < 8
            assert not any(post.done() for post in long)
        assert [post.result().json()["rows"] for post in long] == [60_000] * 8


@pytest.mark.parametrize(
    ("end", "status", "reason"),
    [
        (lambda body: body[:-8], 400, "end-of-stream marker is missing"),
        (lambda body: body[:-100], 400, "end-of-stream marker is missing"),
        (lambda body: body + b"x", 400, "after the end"),
        (lambda body: body[:-8] + stream(people(1, first=-1))[:-8] + body[-8:], 400, "."),
    ],
)
def test_of_a_long_body_that_ends_wrong_nothing_stays(
    site: Site, door: Door, end: Callable[[bytes], bytes], status: int, reason: str
) -> None:
    name, token = site.topic(PEOPLE)
    body = stream(*[people(20_000) for _ in range(60)])
    assert re.search(reason, refused(door.post(token, chunks(end(body))), status))
    assert site.count(name) == 0
    assert parquet_files(site, name) == []


def test_a_value_that_does_not_fit_undoes_a_long_body(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    bad = table(id=pa.array([None], pa.int64()), name=["x"], score=pa.array([0.5]))
    body = stream(*[people(20_000) for _ in range(60)], bad)
    assert 'column "id"' in refused(door.post(token, chunks(body)), 400)
    assert (site.count(name), parquet_files(site, name)) == (0, [])


PARQUET = {"content-type": "application/vnd.apache.parquet"}


def parquet_file(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    parquet.write_table(table, sink)
    return sink.getvalue()


def test_a_body_may_be_a_parquet_file(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    body = parquet_file(people(30_000))
    key = {"idempotency-key": "a-file"}
    receipt = door.post(token, body, **PARQUET, **key).json()
    assert (receipt["rows"], len(receipt["segments"])) == (30_000, 1)
    assert (
        door.post(token, gzip.compress(body), **PARQUET, **key, **{"content-encoding": "gzip"}).json()
        == receipt
    )
    assert site.rows(f"select count(*), count(distinct name), sum(id)::bigint from {name}") == [
        (30_000, 30_000, 449_985_000)
    ]


def test_parquet_files_that_are_refused(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    body = parquet_file(people(1000))
    assert "Parquet" in refused(door.post(token, body[:-20], **PARQUET), 400)
    assert "Parquet" in refused(door.post(token, stream(people(3)), **PARQUET), 400)
    other = parquet_file(table(id=["x"]))
    assert 'column "id"' in refused(door.post(token, other, **PARQUET), 400)
    zeros = parquet_file(table(id=pa.array([0] * 4_000_000, pa.int64())))
    assert "too large" in refused(door.post(token, zeros, **PARQUET), 413)
    assert (site.count(name), parquet_files(site, name)) == (0, [])


@pytest.mark.parametrize(
    "rates", [Rates(requests=1), Rates(rows=100), Rates(bytes=1000)], ids=["requests", "rows", "bytes"]
)
@pytest.mark.parametrize("send", [lambda body: body, chunks], ids=["whole", "chunks"])
def test_who_comes_too_fast_is_told_when_to_come(
    site: Site, open_door: OpenDoor, rates: Rates, send: Callable[[bytes], Any]
) -> None:
    door = open_door(rates=rates)
    name, token = site.topic(PEOPLE)
    _, other = site.topic(PEOPLE)
    body = stream(*[people(20_000) for _ in range(3)]) if send is chunks else stream(people(200))
    assert (len(body) > BODY_LIMIT) is (send is chunks)
    first = door.post(token, send(body))
    assert first.status_code == 200
    again = door.post(token, send(body))
    assert "too many requests, rows or bytes" in refused(again, 429)
    assert int(again.headers["x-retry-after-ms"]) > 100
    assert door.post(other, stream(people(1))).status_code == 200
    assert site.count(name) == first.json()["rows"]


def test_what_of_a_long_body_is_too_large(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    one = stream(people(200_000))
    assert "smaller record batches" in refused(door.post(token, chunks(one)), 413)
    assert "larger than" in refused(door.post(token, one), 413)  # its length was announced
    assert "larger than" in refused(
        door.post(token, chunks(os.urandom(2 * BODY_LIMIT)), **{"content-encoding": "gzip"}), 413
    )
    assert site.count(name) == 0


@pytest.mark.parametrize("key", ["", "two words", "x" * 256])
def test_a_key_that_cannot_be_kept_is_refused(site: Site, door: Door, key: str) -> None:
    name, token = site.topic(PEOPLE)
    assert "idempotency key" in refused(door.post(token, stream(people(3)), **{"idempotency-key": key}), 400)
    assert site.count(name) == 0


def test_the_token_may_be_a_bearer(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    post = functools.partial(door.client.post, "/ingest", content=stream(people(3)))
    assert post(headers=ARROW | {"authorization": f"Bearer {token}"}).json()["rows"] == 3
    for wrong in (
        {},
        {"authorization": token},
        {"authorization": f"Basic {token}"},
        {"authorization": "Bearer"},
    ):
        assert refused(post(headers=ARROW | wrong), 401) == "unknown token"
    assert site.count(name) == 3


@pytest.mark.parametrize(("encoding", "codec"), [("gzip", "gzip"), ("GZIP", "gzip"), ("zstd", "zstd")])
def test_a_body_that_is_compressed_as_a_whole(site: Site, door: Door, encoding: str, codec: str) -> None:
    name, token = site.topic(PEOPLE)
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, codec) as compressed:
        compressed.write(stream(people(3)))
    body = sink.getvalue().to_pybytes()
    assert door.post(token, body, **{"content-encoding": encoding}).json()["rows"] == 3
    assert "corrupt" in refused(door.post(token, body[:-9], **{"content-encoding": encoding}), 400)
    assert site.count(name) == 3


def test_columns_match_by_name_and_a_missing_one_is_null(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    assert door.post(token, stream(table(name=["x"], id=pa.array([1], pa.int32())))).status_code == 200
    assert site.rows(f"from {name}") == [(1, "x", None)]


def test_a_schema_without_rows_is_checked_and_writes_nothing(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    before = door.post(token, stream(people(1))).json()["snapshot"]
    nothing = {"rows": 0, "snapshot": before, "batch_id": None, "committed_at": None, "segments": []}
    assert door.post(token, stream(schema=people(0).schema)).json() == nothing
    assert door.post(token, stream(people(1).to_batches()[0][:0])).json() == nothing
    assert "nobody" in refused(door.post(token, stream(schema=pa.schema({"nobody": pa.int64()}))), 400)
    assert site.count(name) == 1


LIST_NAMES = ["item", "l", "element", "ä", ""]


@pytest.mark.parametrize("child", LIST_NAMES)
def test_the_name_of_a_list_child_does_not_matter(site: Site, door: Door, child: str) -> None:
    name, token = site.topic("chunk float[], words varchar[]")
    values = table(
        chunk=pa.array([[0.5, 1.5], []], pa.list_(pa.field(child, pa.float32()))),
        words=pa.array([["a", None], None], pa.large_list(pa.field(child, pa.large_string()))),
    )
    assert door.post(token, stream(values)).json()["rows"] == 2
    assert site.rows(f"from {name}") == [([0.5, 1.5], ["a", None]), ([], None)]


TEXT_LAYOUTS = [
    pa.array(["a", None, "b" * 40, "a"]),
    pa.array(["a", None, "b" * 40, "a"], pa.large_string()),
    pa.array(["a", None, "b" * 40, "a"], pa.string_view()),
    pa.array(["a", None, "b" * 40, "a"]).dictionary_encode(),
    pa.DictionaryArray.from_arrays(
        pa.array([0, None, 1, 0], pa.uint32()), pa.array(["a", "b" * 40], pa.string_view())
    ),
]


@pytest.mark.parametrize("texts", TEXT_LAYOUTS, ids=lambda texts: str(texts.type))
@pytest.mark.parametrize("compression", [None, "lz4", "zstd"])
def test_layouts_of_text_and_compression(
    site: Site, door: Door, texts: pa.Array, compression: str | None
) -> None:
    name, token = site.topic("word varchar")
    body = stream(table(word=texts), compression=compression)
    assert door.post(token, body).json()["rows"] == 4
    assert site.rows(f"from {name}") == [("a",), (None,), ("b" * 40,), ("a",)]


def test_dictionaries_may_differ_from_batch_to_batch(site: Site, door: Door) -> None:
    name, token = site.topic("word varchar")
    batches = [
        pa.record_batch({"word": pa.array(words).dictionary_encode()}) for words in (["a"], ["b", "a"])
    ]
    assert door.post(token, stream(*batches)).json()["rows"] == 3
    assert site.rows(f"from {name}") == [("a",), ("b",), ("a",)]


def test_a_body_large_enough_for_a_worker_thread(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    body = stream(people(20_000))
    assert 64 << 10 < len(body) < BODY_LIMIT
    assert door.post(token, body).json()["rows"] == 20_000
    assert site.rows(f"select count(*), sum(id) from {name}") == [(20_000, 199_990_000)]


def test_parameters_of_the_content_type_are_allowed(site: Site, door: Door) -> None:
    _, token = site.topic(PEOPLE)
    header = "Application/vnd.apache.arrow.stream; charset=binary"
    assert door.post(token, stream(people(1)), **{"content-type": header}).status_code == 200


def test_chunked_and_slow(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    body = stream(people(100))

    def pieces() -> Iterator[bytes]:
        for start in range(0, len(body), 1000):
            time.sleep(0.05)  # this is the client's slowness itself
            yield body[start : start + 1000]

    assert door.post(token, pieces()).json()["rows"] == 100
    assert site.count(name) == 100


def test_the_connection_is_kept(site: Site, door: Door) -> None:
    _, token = site.topic(PEOPLE)
    ports = set()
    for body in (stream(people(1)), b"rubbish", stream(people(1))):
        response = door.post(token, body)
        ports.add(response.extensions["network_stream"].get_extra_info("client_addr"))
    assert len(ports) == 1


@pytest.mark.parametrize("version", ["HTTP/1.1", "HTTP/2"])
def test_tls(site: Site, open_door: OpenDoor, tls_files: TlsFiles, version: str) -> None:
    import ssl

    name, token = site.topic(PEOPLE)
    url = open_door(tls=tls_files).listener.url
    assert url.startswith("https://127.0.0.1:")
    trusting = ssl.create_default_context(cafile=str(tls_files.certificate))
    with httpx.Client(base_url=url, verify=trusting, http2=version == "HTTP/2", trust_env=False) as client:
        response = client.post(f"/ingest/{token}", content=stream(people(20_000)), headers=ARROW)
        assert (response.http_version, response.json()["rows"]) == (version, 20_000)
        too_large = client.post(f"/ingest/{token}", content=b"x" * (BODY_LIMIT + 1), headers=ARROW)
        assert (too_large.http_version, too_large.status_code) == (version, 413)
        assert client.post(f"/ingest/{token}", content=stream(people(1)), headers=ARROW).status_code == 200
    assert site.count(name) == 20_001


def test_posts_of_many_clients_at_once(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    before = site.rows(f"select max(snapshot_id) from {site.lake.metadata}.ducklake_snapshot")[0][0]

    def client(number: int) -> int:
        with httpx.Client(base_url=door.listener.url, timeout=30, trust_env=False) as connection:
            for turn in range(10):
                body = stream(people(10, first=1000 * number + 10 * turn))
                answer = connection.post(f"/ingest/{token}", content=body, headers=ARROW)
                assert answer.status_code == 200, answer.text
        return 100

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(client, range(16))) == 1600
    assert site.rows(f"select count(*), count(distinct id) from {name}") == [(1600, 1600)]
    after = site.rows(f"select max(snapshot_id) from {site.lake.metadata}.ducklake_snapshot")[0][0]
    assert after - before < 160


# ---- 401, 404, 405, 415 --------------------------------------------------------------------------------

TOKENS = ["0" * 64, "0" * 63, "0" * 65, "x", "G" * 64, "%00" * 64, "ä" * 64, "-", "0" * 5000]


@pytest.mark.parametrize("token", TOKENS)
def test_unknown_and_malformed_tokens(door: Door, token: str) -> None:
    assert refused(door.post(token, stream(people(1))), 401) == "unknown token"


def test_a_revoked_token(site: Site, door: Door) -> None:
    import datetime as dt

    token, secret = site.token(tools.create(site.lake, "of_revoked", PEOPLE))
    assert door.post(secret, stream(people(1))).status_code == 200
    site.registry.revoke_token(token.id, dt.datetime.now(dt.UTC))
    assert refused(door.post(secret, stream(people(1))), 401) == "unknown token"
    assert site.count("of_revoked") == 1


@pytest.mark.parametrize("is_known", [True, False])
def test_a_dropped_topic(site: Site, door: Door, is_known: bool) -> None:
    name, token = site.topic(PEOPLE)
    if is_known:
        assert door.post(token, stream(people(1))).status_code == 200
    tools.run(site.lake, f"drop table {name}", f"create table {name} ({PEOPLE})")
    for _ in range(2):
        assert "does not exist" in refused(door.post(token, stream(people(1))), 404)
    assert site.count(name) == 0


NOWHERE = ["/", "/ingest/", "/ingest/a/b", "/metrics", "/ingest/a/", "//ingest/a"]


@pytest.mark.parametrize("path", NOWHERE)
def test_other_paths(door: Door, path: str) -> None:
    for method in ("GET", "POST"):
        assert refused(door.client.request(method, path), 404) == "Not Found"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods(site: Site, door: Door, method: str) -> None:
    _, token = site.topic(PEOPLE)
    response = door.client.request(method, f"/ingest/{token}", content=stream(people(1)), headers=ARROW)
    refused(response, 405)
    assert response.headers["allow"] == "POST"


def test_a_page_of_another_origin(site: Site, open_door: OpenDoor) -> None:
    _, token = site.topic(PEOPLE)
    door = open_door(origins=["https://pages.example"])
    asking = {"origin": "https://pages.example", "access-control-request-method": "POST"}
    asked = door.client.options(
        f"/ingest/{token}",
        headers=asking | {"access-control-request-headers": "content-type, idempotency-key"},
    )
    assert asked.status_code == 200
    assert asked.headers["access-control-allow-origin"] == "https://pages.example"
    assert "idempotency-key" in asked.headers["access-control-allow-headers"]
    answer = door.post(token, stream(people(1)), origin="https://pages.example")
    assert answer.headers["access-control-allow-origin"] == "https://pages.example"
    assert answer.headers["access-control-expose-headers"] == "retry-after, x-retry-after-ms"
    other = door.client.options(f"/ingest/{token}", headers=asking | {"origin": "https://other.example"})
    assert other.status_code == 400
    assert "access-control-allow-origin" not in other.headers


# fmt: off
MEDIA = [
    ({"content-type": ""},                                  "Content-Type must be"),
    ({"content-type": "application/json"},                  "Content-Type must be"),
    ({"content-type": "application/vnd.apache.arrow.file"}, "Content-Type must be"),
    ({"content-encoding": "br"},                            "Content-Encoding"),
    ({"content-encoding": "gzip, zstd"},                    "Content-Encoding"),
]
# fmt: on


@pytest.mark.parametrize(("headers", "reason"), MEDIA)
def test_other_media(site: Site, door: Door, headers: dict[str, str], reason: str) -> None:
    name, token = site.topic(PEOPLE)
    assert reason in refused(door.post(token, stream(people(1)), **headers), 415)
    assert site.count(name) == 0


# ---- 413 -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_chunked", [False, True])
@pytest.mark.parametrize("size", [BODY_LIMIT + 1, 20 * BODY_LIMIT])
def test_a_body_over_the_limit(site: Site, door: Door, is_chunked: bool, size: int) -> None:
    _, token = site.topic(PEOPLE)
    piece = b"x" * 65536
    body = (piece[: size - at] for at in range(0, size, len(piece))) if is_chunked else b"x" * size
    assert str(BODY_LIMIT) in refused(door.post(token, body), 413)
    assert door.post(token, stream(people(1))).status_code == 200


def test_a_body_of_exactly_the_limit(site: Site, door: Door) -> None:
    name, token = site.topic("data blob")
    frame = len(stream(table(data=[b"x" * 1000]))) - 1000
    body = stream(table(data=[b"x" * (BODY_LIMIT - frame)]))
    assert len(body) == BODY_LIMIT
    assert door.post(token, body).json()["rows"] == 1
    assert site.rows(f"select octet_length(data) from {name}") == [(BODY_LIMIT - frame,)]


def bombs() -> dict[str, bytes]:
    """
    Small bodies that stand for far more than the sixteenfold of the body limit.
    """
    zeros = pa.array([0]).take(pa.array([0] * 5_000_000, pa.int32()))
    long = pa.array(["x" * 500_000])
    repeated = pa.DictionaryArray.from_arrays(pa.array([0] * 10_000, pa.int8()), long)
    views = pa.array(["x" * 500_000] * 2, pa.string_view())
    twice = pa.Array.from_buffers(
        pa.string_view(),
        10_000,
        [None, pa.py_buffer(views.buffers()[1].to_pybytes()[:16] * 10_000), views.buffers()[2]],
    )
    return {
        "zstd": stream(table(id=zeros), compression="zstd"),
        "nulls": stream(table(id=pa.Array.from_buffers(pa.null(), 2**31 - 1, [None]))),
        "bits": stream(table(id=pc.equal(zeros, 0))),
        "dictionary": stream(table(name=repeated)),
        "dictionary in a list": stream(table(name=pa.ListArray.from_arrays([0, 10_000], repeated))),
        "views": stream(table(name=twice)),
    }


def test_bombs(site: Site, door: Door) -> None:
    topic, token = site.topic(PEOPLE)
    for name, body in bombs().items():
        assert len(body) < BODY_LIMIT, name
        before = pa.total_allocated_bytes()
        assert "too large" in refused(door.post(token, body), 413), name
        assert pa.total_allocated_bytes() - before < 16 * BODY_LIMIT
    assert site.count(topic) == 0


# ---- 400 -----------------------------------------------------------------------------------------------

# fmt: off
MISFITS = [
    (table(id=[1], nobody=[1]),                    "nobody"),
    (table(id=["1"]),                              r'"id".*BIGINT.*string'),
    (table(id=pa.array([1.0])),                    r'"id".*BIGINT.*double'),
    (table(id=pa.array([1], pa.uint64())),         r'"id".*BIGINT.*uint64'),
    (table(id=pa.array([1, None])),                r'null value.*"id"'),
    (table(name=["without the id"]),               r'null value.*"id"'),
    (table(id=[1], score=pa.array(["x"]).dictionary_encode()), r'"score".*DOUBLE.*string'),
    (table(id=[1], name=["a\0b"]),                 r'"name".*0x00'),
]
# fmt: on


@pytest.mark.parametrize(("misfit", "reason"), MISFITS)
def test_what_does_not_fit_the_topic(site: Site, door: Door, misfit: pa.Table, reason: str) -> None:
    name, token = site.topic(PEOPLE)
    assert re.search(reason, refused(door.post(token, stream(misfit)), 400))
    assert site.count(name) == 0


def test_one_bad_batch_keeps_all_batches_out(site: Site, door: Door) -> None:
    name, token = site.topic("id bigint not null")
    schema = pa.schema({"id": pa.int64()})
    good, bad = pa.record_batch([[1]], schema=schema), pa.record_batch([[None]], schema=schema)
    refused(door.post(token, stream(good, bad)), 400)
    assert site.count(name) == 0


def test_broken_streams(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    whole = stream(people(50), people(50))
    at_boundary = [whole[:end] for end in boundaries(whole)]
    inside = [whole[:end] for end in (0, 1, 7, 100, 500, len(whole) - 1, len(whole) - 4, len(whole) - 100)]
    for body in (*at_boundary, *inside, whole + whole, b"x", os.urandom(1000), b"\0" * 1000, b"PAR1" * 99):
        assert "Arrow IPC stream" in refused(door.post(token, body), 400)
    assert site.count(name) == 0
    assert door.post(token, whole).json()["rows"] == 100


def test_hostile_arrays(site: Site, door: Door) -> None:
    name, token = site.topic("id bigint, name varchar")
    offsets = pa.py_buffer(pa.array([0, 100, 5], pa.int32()).buffers()[1].to_pybytes()[:12])
    text = pa.py_buffer(b"hello")
    utf8 = pa.py_buffer(pa.array([0, 2], pa.int32()).buffers()[1].to_pybytes()[:8])
    hostile = [
        table(name=pa.Array.from_buffers(pa.string(), 2, [None, offsets, text])),
        table(name=pa.Array.from_buffers(pa.string(), 1, [None, utf8, pa.py_buffer(b"\xff\xfe")])),
        table(name=pa.DictionaryArray.from_arrays(pa.array([7], pa.int8()), pa.array(["a"]), safe=False)),
        table(name=pa.DictionaryArray.from_arrays(pa.array([-1], pa.int8()), pa.array(["a"]), safe=False)),
    ]
    for batch in hostile:
        assert "corrupt" in refused(door.post(token, stream(batch)), 400)
    assert site.count(name) == 0


UNSUPPORTED = [
    pa.RunEndEncodedArray.from_arrays([2], ["a"]),
    pa.ListViewArray.from_arrays([0, 0], [1, 1], ["a"]),
    pa.UnionArray.from_dense(pa.array([0, 0], pa.int8()), pa.array([0, 0], pa.int32()), [pa.array(["a"])]),
    pa.DictionaryArray.from_arrays(pa.array([0, 0]), pa.array([["a"]])),
]


@pytest.mark.parametrize("column", UNSUPPORTED, ids=lambda column: str(column.type))
def test_unsupported_layouts_are_named(site: Site, door: Door, column: pa.Array) -> None:
    _, token = site.topic("name varchar")
    reason = refused(door.post(token, stream(table(name=column))), 400)
    assert '"name"' in reason
    assert "not supported" in reason


def test_a_name_as_long_as_the_body_is_not_sent_back(site: Site, door: Door) -> None:
    _, token = site.topic(PEOPLE)
    assert len(refused(door.post(token, stream(table(**{"n" * 500_000: [1]}))), 400)) < 1_100


# ---- clients that leave or stall -----------------------------------------------------------------------


def raw_post(door: Door, token: str, body: bytes, announced: int) -> socket.socket:
    """
    A connection that has sent the head of a POST and some of the body that it announced.
    """
    connection = socket.create_connection((door.listener.host, door.listener.port), timeout=20)
    head = f"POST /ingest/{token} HTTP/1.1\r\nHost: x\r\nContent-Type: {ARROW['content-type']}\r\n"
    connection.sendall(f"{head}Content-Length: {announced}\r\n\r\n".encode() + body)
    return connection


def answered(site: Site, status: int) -> float:
    text = site.metrics.render().decode()
    found = re.search(rf'^pggate_ingest_requests_total{{status="{status}"}} (\S+)', text, re.MULTILINE)
    return float(found[1]) if found else 0.0


@pytest.mark.parametrize("is_reset", [False, True])
def test_a_client_that_leaves_has_written_nothing(site: Site, door: Door, is_reset: bool) -> None:
    name, token = site.topic(PEOPLE)
    body = stream(people(100))
    before = answered(site, 400)
    for sent in (0, 10, len(body) // 2, len(body) - 8, len(body)):
        connection = raw_post(door, token, body[:sent], len(body) + 1)
        if is_reset:
            linger = (1).to_bytes(4, "little") + bytes(4)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        connection.close()
    wait_until(lambda: answered(site, 400) == before + 5)
    assert site.count(name) == 0
    assert door.post(token, body).status_code == 200


def test_a_client_that_stalls(site: Site, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "IDLE_SECONDS", 0.2)
    name, token = site.topic(PEOPLE)
    body = stream(people(100))
    with raw_post(door, token, body[:1000], len(body)) as connection:
        assert connection.recv(4096).startswith(b"HTTP/1.1 408 ")
    assert site.count(name) == 0


# ---- 429, 500, shutdown --------------------------------------------------------------------------------


@contextlib.contextmanager
def held(site: Site, topic: Topic) -> Iterator[None]:
    """
    Somebody changes rows of the topic: appends to it wait.
    """
    owner = object()
    site.lake.gates.hold(owner, topic.table_id, 10)
    try:
        yield
    finally:
        site.lake.gates.release(owner)


def retry_after(response: httpx.Response) -> tuple[int, int]:
    refused(response, 429)
    return int(response.headers["x-retry-after-ms"]), int(response.headers["retry-after"])


@pytest.mark.parametrize("which", ["waiting_bytes", "writer_bytes"])
def test_too_much_at_once(site: Site, open_door: OpenDoor, which: str) -> None:
    """
    Both bounds: the bodies that one server holds, and the rows that wait for a lake's commit.
    """
    door = open_door(**{which: BODY_LIMIT})  # type: ignore[arg-type]
    name, token = site.topic(PEOPLE)
    body = stream(people(15_000))
    assert BODY_LIMIT // 3 < len(body) < BODY_LIMIT // 2
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        with held(site, tools.topic(site.lake, name)):
            posts = [pool.submit(door.post, token, body) for _ in range(4)]
            done, _ = concurrent.futures.wait(posts, 20, concurrent.futures.FIRST_COMPLETED)
            milliseconds, seconds = retry_after(next(iter(done)).result())
            assert 0 < milliseconds <= 1000 * seconds < milliseconds + 1000
        statuses = [post.result().status_code for post in posts]
    assert set(statuses) == {200, 429}
    assert site.count(name) == 15_000 * statuses.count(200)
    assert door.post(token, body).status_code == 200


def test_a_topic_that_is_changed_for_too_long(
    site: Site, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(append, "GATE_TIMEOUT", 0.2)
    name, token = site.topic(PEOPLE)
    with held(site, tools.topic(site.lake, name)):
        response = door.post(token, stream(people(1)))
    assert "Nothing was written" in refused(response, 503)
    assert (response.headers["x-retry-after-ms"], response.headers["retry-after"]) == ("1000", "1")
    assert door.post(token, stream(people(2))).status_code == 200
    assert site.count(name) == 2


def test_bodies_that_are_only_announced_keep_nobody_out(site: Site, open_door: OpenDoor) -> None:
    door = open_door(waiting_bytes=2 * BODY_LIMIT)
    name, token = site.topic(PEOPLE)
    with contextlib.ExitStack() as stack:
        for _ in range(8):
            stack.enter_context(raw_post(door, token, b"\xff", BODY_LIMIT))
        for _ in range(8):
            assert door.post(token, stream(people(1))).status_code == 200
    assert site.count(name) == 8


def test_many_tiny_batches(site: Site, door: Door) -> None:
    name, token = site.topic(PEOPLE)
    body = stream(*people(2000).to_batches(max_chunksize=1))
    assert door.post(token, body).json()["rows"] == 2000
    assert site.rows(f"select count(*), sum(id) from {name}") == [(2000, 1_999_000)]


def test_a_fault_of_ours(site: Site, open_door: OpenDoor, caplog: pytest.LogCaptureFixture) -> None:
    def broken(lake: str, table_id: int) -> Topic:
        raise RuntimeError("a secret of the server's")

    _, token = site.topic(PEOPLE)
    response = open_door(read_topic=broken).post(token, stream(people(1)))
    assert refused(response, 500) == "internal error"
    assert any(getattr(record, "event", "") == "http_failed" for record in caplog.records)


def test_a_stop_waits_for_appends_and_drops_unfinished_bodies(site: Site, open_door: OpenDoor) -> None:
    door = open_door()
    name, token = site.topic(PEOPLE)
    body = stream(people(10))
    answers: list[httpx.Response] = []
    poster = threading.Thread(target=lambda: answers.append(door.post(token, body)))
    with raw_post(door, token, body[:100], len(body)) as unfinished:
        with held(site, tools.topic(site.lake, name)):
            poster.start()
            table_id = tools.topic(site.lake, name).table_id
            wait_until(lambda: len(site.lake.gates.gates[table_id].queue) > 0)
            stopper = threading.Thread(target=lambda: site.loop.run(door.listener.stop(0.3)))
            stopper.start()
            assert unfinished.recv(4096).startswith(b"HTTP/1.1 400 ")
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection((door.listener.host, door.listener.port))
        poster.join()
        stopper.join()
    assert answers[0].json()["rows"] == 10
    assert not door.listener.accepts
    assert site.count(name) == 10


# ---- a topic that changes ------------------------------------------------------------------------------


def test_an_altered_topic(site: Site, door: Door) -> None:
    name, token = site.topic("id integer not null")
    assert door.post(token, stream(table(id=pa.array([1], pa.int32())))).status_code == 200
    tools.run(site.lake, f"alter table {name} add column word varchar")
    assert door.post(token, stream(table(id=pa.array([2], pa.int32())))).status_code == 200
    assert door.post(token, stream(table(id=pa.array([3], pa.int32()), word=["x"]))).status_code == 200
    tools.run(site.lake, f"alter table {name} alter column id type bigint")
    assert door.post(token, stream(table(id=[2**40], word=["y"]))).status_code == 200
    tools.run(site.lake, f"alter table {name} drop column word")
    assert "word" in refused(door.post(token, stream(table(id=[5], word=["z"]))), 400)
    assert site.rows(f"from {name} order by id") == [(1,), (2,), (3,), (2**40,)]


# ---- what is seen from outside -------------------------------------------------------------------------


def test_metrics(site: Site, door: Door) -> None:
    def value(name: str) -> float:
        found = re.search(rf"^{name} (\S+)", site.metrics.render().decode(), re.MULTILINE)
        return float(found[1]) if found else 0.0

    _, token = site.topic(PEOPLE)
    before = (
        answered(site, 200),
        answered(site, 400),
        value("pggate_ingest_rows_total"),
        value("pggate_ingest_bytes_total"),
    )
    body = stream(people(10))
    door.post(token, body)
    door.post(token, b"rubbish")
    after = (
        answered(site, 200),
        answered(site, 400),
        value("pggate_ingest_rows_total"),
        value("pggate_ingest_bytes_total"),
    )
    assert [b - a for a, b in zip(before, after, strict=True)] == [1, 1, 10, len(body)]


def test_the_log_has_six_characters_of_a_token(
    site: Site, door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    from pggate.logs import masked

    caplog.set_level(logging.DEBUG)
    _, token = site.topic(PEOPLE)
    door.post(token, b"rubbish")
    door.client.post(f"/ingest/{token}/more")
    events = {getattr(record, "event", ""): getattr(record, "fields", {}) for record in caplog.records}
    assert events["ingest_refused"] == {"status": 400, "token": token[:6], "sqlstate": "22P03"}
    assert masked(events["http_refused"]["path"]) == f"/ingest/{token[:6]}…/more"
    ours: list[Any] = [r for r in caplog.records if r.name.startswith(("pggate", "_granian"))]
    assert not any(token in masked(f"{vars(record)}") for record in ours)
