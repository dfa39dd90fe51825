"""
Bodies that do not fit a topic that keeps them aside.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx
import psycopg
import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.durability.tools import metric
from tests.ingest.streams import stream
from tests.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway

pytestmark = pytest.mark.server

ARROW = "application/vnd.apache.arrow.stream"
PARQUET = "application/vnd.apache.parquet"
LINES = "application/x-ndjson"
MISFIT = stream(pa.table({"id": ["x"]}))


@pytest.fixture(scope="module")
def sql(gateway: Gateway) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(gateway.dsn(), autocommit=True) as connection:
        yield connection


def topic(sql: psycopg.Connection[Any], name: str, on_error: str = "quarantine") -> str:
    """A token for a new topic."""
    sql.execute(f"create table {name} (id int not null) with (on_error = '{on_error}')".encode())
    row = sql.execute("select pggate.create_token(%s)", (f"public.{name}",)).fetchone()
    assert row is not None
    return str(row[0])


def post(gateway: Gateway, token: str, body: Any, media: str = ARROW, **headers: str) -> httpx.Response:
    headers |= {"content-type": media}
    url = f"{gateway.http_url}/ingest/{token}"
    return httpx.post(url, content=body, headers=headers, trust_env=False, timeout=60)


def test_it_is_kept_with_its_reason(gateway: Gateway, sql: psycopg.Connection[Any]) -> None:
    token = topic(sql, "kept")
    answered = post(gateway, token, MISFIT)
    told = answered.json()
    assert (answered.status_code, told["rows"], told["quarantined"]) == (202, 0, "public.kept__rejects")
    assert told["error"] == 'column "id" is of type INTEGER but the data is of type string'
    found = sql.execute(
        """select r.sqlstate, r.reason, r.content_type, r.content_encoding, r.idempotency_key, r.body,
                  t.name, r.received_at between now() - interval '1 minute' and now()
           from kept__rejects r join pggate.tokens t on t.token_id = r.token_id"""
    ).fetchall()
    assert found == [("42804", told["error"], ARROW, None, None, MISFIT, "kept", True)]
    assert post(gateway, token, stream(pa.table({"id": pa.array([1], pa.int32())}))).status_code == 200
    assert sql.execute("select * from kept").fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("body", "media", "code"),
    [
        (b"no arrow", ARROW, "22P03"),
        (stream(pa.table({"id": pa.array([None], pa.int32())})), ARROW, "23502"),
        (stream(pa.table({"nope": [1]})), ARROW, "42703"),
        (b"PAR1", PARQUET, "22P03"),
        (b'{"id": 1}\n{"id": "x"}\n', LINES, "22P02"),
    ],
)
def test_whatever_is_wrong_with_it(
    gateway: Gateway, sql: psycopg.Connection[Any], body: bytes, media: str, code: str
) -> None:
    token = topic(sql, f"wrong_{code.lower()}_{len(body)}")
    assert post(gateway, token, body, media).status_code == 202
    found = sql.execute(f"select sqlstate, body from wrong_{code.lower()}_{len(body)}__rejects".encode())
    assert found.fetchall() == [(code, body)]
    assert sql.execute(f"select count(*) from wrong_{code.lower()}_{len(body)}".encode()).fetchone() == (0,)


def test_a_repeat_is_kept_once(gateway: Gateway, sql: psycopg.Connection[Any]) -> None:
    token = topic(sql, "repeated")
    first, again = (post(gateway, token, MISFIT, **{"idempotency-key": "k"}).json() for _ in range(2))
    assert first == again
    assert sql.execute("select idempotency_key from repeated__rejects").fetchall() == [("k",)]


def test_options_that_change_count_at_once(gateway: Gateway, sql: psycopg.Connection[Any]) -> None:
    token = topic(sql, "changing", "reject")
    assert post(gateway, token, MISFIT).status_code == 400
    sql.execute("alter table changing set (on_error = 'quarantine')")
    assert post(gateway, token, MISFIT).status_code == 202
    sql.execute("alter table changing reset (on_error)")
    assert post(gateway, token, MISFIT).status_code == 400
    assert sql.execute("select count(*) from changing__rejects").fetchone() == (1,)


def test_what_is_not_kept(gateway: Gateway, sql: psycopg.Connection[Any]) -> None:
    token = topic(sql, "unkept")
    assert post(gateway, "0" * 64, MISFIT).status_code == 401
    assert post(gateway, token, MISFIT, "text/csv").status_code == 415
    with pytest.raises(psycopg.errors.UndefinedTable):
        sql.execute("table unkept__rejects")
    sql.execute("create view unkept__rejects as select 1")
    refused = post(gateway, token, MISFIT)
    assert refused.status_code == 400
    assert "unkept__rejects" in json.loads(refused.content)["error"]


def test_a_key_that_was_used_is_not_quarantined(gateway: Gateway, sql: psycopg.Connection[Any]) -> None:
    token = topic(sql, "altered")
    body, key = stream(pa.table({"id": pa.array([1], pa.int32())})), {"idempotency-key": "k"}
    first = post(gateway, token, body, **key)
    sql.execute("alter table altered rename id to number")
    again = post(gateway, token, body, **key)
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == first.json()
    assert post(gateway, token, body).status_code == 202
    assert sql.execute("select count(*) from altered").fetchone() == (1,)


def test_another_body_with_the_same_key_is_kept_too(gateway: Gateway, sql: psycopg.Connection[Any]) -> None:
    token = topic(sql, "mended")
    bodies = [MISFIT, stream(pa.table({"id": ["still wrong"]}))]
    for body in (*bodies, bodies[1]):
        assert post(gateway, token, body, **{"idempotency-key": "k"}).status_code == 202
    kept = sql.execute("select body from mended__rejects order by received_at").fetchall()
    assert kept == [(body,) for body in bodies]


def test_a_good_file_whose_topic_loses_a_column_meanwhile(
    gateway: Gateway, sql: psycopg.Connection[Any]
) -> None:
    """Its rows were made for the column; whoever sent them without it is not at fault, and sends them again."""
    token = topic(sql, "losing")
    sql.execute("alter table losing add column note text default 'x'")
    body = pa.BufferOutputStream()
    parquet.write_table(pa.table({"id": pa.array([1], pa.int32())}), body)

    def send() -> httpx.Response:
        return post(gateway, token, body.getvalue().to_pybytes(), PARQUET)

    with psycopg.connect(gateway.dsn()) as changing, ThreadPoolExecutor(1) as pool:
        changing.execute("alter table losing drop column note")
        sent = pool.submit(send)
        wait_until(lambda: metric(gateway, "pggate_append_waiting_bytes") > 0)
        changing.commit()
        answered = sent.result()
    assert answered.status_code == 503, answered.text
    assert "altered concurrently" in answered.json()["error"]
    assert send().status_code == 200
    assert sql.execute("select * from losing").fetchall() == [(1,)]
