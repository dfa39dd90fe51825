"""
Lines of JSON, by the door and whole, as batches of a topic.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import httpx
import psycopg
import pytest

from ingest.ndjson import JsonReader
from pggate.errors import PgError, ProgramLimitExceeded
from pggate.lake.topics import Topic, TopicColumn
from tests.ingest.conftest import BODY_LIMIT
from tests.lake import tools

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway
    from tests.ingest.conftest import Door, OpenDoor, Site

LINES = {"content-type": "application/x-ndjson"}


def lines(*rows: dict[str, Any]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def topic(*columns: TopicColumn) -> Topic:
    return Topic("lake", "public", "people", 1, columns, "", 1, 1)


PEOPLE = topic(
    TopicColumn("id", 1, "BIGINT", nullable=False),
    TopicColumn("since", 2, "DATE", nullable=True, default="current_date"),
    TopicColumn("note", 3, "VARCHAR", nullable=True),
)


def test_batches_leave_out_what_rows_do_not_name() -> None:
    body = lines(
        {"id": 1, "since": "2020-02-29"},
        {"id": 2, "note": "x"},
        {"id": 3, "since": None},
        {"id": 4},
    )
    found = {
        tuple(batch.schema.names): batch.to_pylist()
        for batch in JsonReader(PEOPLE, 1 << 20).batches(body, final=True)
    }
    assert found == {
        ("id", "note"): [{"id": 2, "note": "x"}, {"id": 4, "note": None}],
        ("id", "since", "note"): [
            {"id": 1, "since": dt.date(2020, 2, 29), "note": None},
            {"id": 3, "since": None, "note": None},
        ],
    }


def test_a_body_that_is_cut_anywhere() -> None:
    body, reader = lines(*({"id": number} for number in range(9))), JsonReader(PEOPLE, 1 << 20)
    found = [batch for start in range(0, len(body), 5) for batch in reader.batches(body[start : start + 5])]
    found += reader.batches(reader.rest(), final=True)
    assert [row["id"] for batch in found for row in batch.to_pylist()] == list(range(9))


def test_where_it_is_wrong() -> None:
    with pytest.raises(PgError) as caught:
        list(JsonReader(PEOPLE, 1 << 20).batches(b'{"id": 1}\n{"id": "x"}\n', final=True))
    assert caught.value.message == 'line 2, column id: "x": invalid input syntax for type bigint: "x"'
    with pytest.raises(PgError) as caught:
        list(JsonReader(PEOPLE, 1 << 20).batches(b'{"age": 1}\n', final=True))
    assert caught.value.message == 'line 1: column "age" of relation "people" does not exist'


@pytest.mark.parametrize(
    "parts", [[b"{}\n" * 400], [b'{"note": "', *[b"x" * 900] * 20]], ids=["rows", "a line"]
)
def test_limits(parts: list[bytes]) -> None:
    reader = JsonReader(PEOPLE, 16_000)
    with pytest.raises(ProgramLimitExceeded, match="exceed 16000 bytes"):
        for part in parts:
            reader.extent(part)


# ---- by the door ---------------------------------------------------------------------------------------


def post(door: Door, token: str, body: Any, **headers: str) -> httpx.Response:
    return door.post(token, body, **LINES, **headers)


@pytest.mark.server
def test_rows_are_there_when_the_answer_is(site: Site, door: Door) -> None:
    name, token = site.topic("id bigint not null, d decimal(30,10), ts timestamptz, tags varchar[], j json")
    body = (
        lines(
            {"id": 1, "ts": "2026-01-02T03:04:05.678901+02:00", "tags": ["a", None], "j": {"k": [1]}},
            {"id": 2},
        )
        + b'{"id": 3, "d": 12345678901234567890.0123456789}'
    )
    answered = post(door, token, body)
    assert (answered.status_code, answered.json()["rows"]) == (200, 3)
    moment = "2026-01-02 01:04:05.678901+00"
    assert site.rows(f"select id, d, ts::varchar, tags, j::varchar from {name} order by id") == [
        (1, None, moment, ["a", None], '{"k": [1]}'),
        (2, None, None, None, None),
        (3, Decimal("12345678901234567890.0123456789"), None, None, None),
    ]
    assert post(door, token, gzip.compress(body), **{"content-encoding": "gzip"}).json()["rows"] == 3
    assert post(door, token, b"").json()["rows"] == 0
    assert site.count(name) == 6


@pytest.mark.server
def test_defaults(site: Site, door: Door) -> None:
    name, token = site.topic("id bigint, kind varchar default 'new'")
    assert (
        post(door, token, lines({"id": 1}, {"id": 2, "kind": None}, {"id": 3, "kind": "x"})).status_code
        == 200
    )
    assert site.rows(f"select * from {name} order by id") == [(1, "new"), (2, None), (3, "x")]


@pytest.mark.server
@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        (b'{"id": 1}\n{"id": "x"}', 400, 'line 2, column id: "x": invalid input syntax for type bigint: "x"'),
        (b'{"id": 1}\n{"nope": 1}', 400, 'line 2: column "nope" of relation'),
        (b'{"name": "x"}', 400, 'null value in column "id" of relation'),
        (b'{"id": 1, "name": "' + b"x" * BODY_LIMIT, 413, "the request's body is larger than"),
    ],
    ids=["type", "column", "null", "body"],
)
def test_refusals(site: Site, door: Door, body: bytes, status: int, reason: str) -> None:
    name, token = site.topic("id bigint not null, name varchar")
    answered = post(door, token, body)
    assert (answered.status_code, answered.json()["error"][: len(reason)]) == (status, reason)
    assert site.count(name) == 0


@pytest.mark.server
def test_short_lines_for_many_columns(site: Site, door: Door) -> None:
    name, token = site.topic(", ".join(f"c{number} bigint" for number in range(200)))
    answered = post(door, token, b"{}\n" * (BODY_LIMIT // 4))
    assert (answered.status_code, answered.json()["error"][:21]) == (413, "the JSON is too large")
    assert site.count(name) == 0


@pytest.mark.server
def test_a_line_that_never_fits_is_not_to_be_sent_again(site: Site, open_door: OpenDoor) -> None:
    name, token = site.topic("name varchar")
    door = open_door(waiting_bytes=16 * BODY_LIMIT)
    line = b'{"name": "' + b"x" * (15 * BODY_LIMIT) + b'"}\n'
    assert post(door, token, iter((line,))).status_code == 413
    assert post(door, token, gzip.compress(line), **{"content-encoding": "gzip"}).status_code == 413
    assert site.count(name) == 0


@pytest.mark.server
def test_a_column_that_is_new(site: Site, door: Door) -> None:
    name, token = site.topic("id bigint")
    assert post(door, token, lines({"id": 1})).status_code == 200
    tools.run(site.lake, f"alter table {name} add column more varchar")
    assert post(door, token, lines({"id": 2, "more": "x"})).status_code == 200
    assert site.rows(f"select * from {name} order by id") == [(1, None), (2, "x")]


@pytest.mark.server
def test_a_body_in_chunks_may_be_of_any_length(site: Site, door: Door) -> None:
    name, token = site.topic("id bigint, name varchar")
    count = 10

    def parts() -> Iterator[bytes]:
        for first in range(count):
            yield lines(*({"id": first * 20_000 + number, "name": "n" * 40} for number in range(20_000)))

    answered = post(door, token, parts())
    assert (answered.status_code, answered.json()["rows"]) == (200, count * 20_000)
    assert site.rows(f"select count(*), count(distinct id), max(id) from {name}") == [
        (200_000, 200_000, 199_999)
    ]
    wrong = post(door, token, iter([*parts(), b'{"id": "x"}']))
    assert wrong.status_code == 400
    assert wrong.json()["error"].startswith('line 200001, column id: "x"')
    assert site.count(name) == 200_000


def test_what_is_held_counts_until_it_is_read() -> None:
    reader = JsonReader(PEOPLE, 1 << 20)
    extents = []
    for part in [b"{}\n" * 50, b'{"id": 1', b"}\n"]:
        extents.append(reader.extent(part))
        list(reader.batches(part))
    assert extents == [150 + 48 * 51, 8 + 48, 8 + 2 + 48 * 2]


@pytest.mark.server
def test_the_servers_own_column(gateway: Gateway) -> None:
    with psycopg.connect(gateway.dsn(), autocommit=True) as sql:
        sql.execute("create table clocked (id int) with (ingested_at = true)")
        row = sql.execute("select pggate.create_token('public.clocked')").fetchone()
        url = f"{gateway.http_url}/ingest/{row and row[0]}"
        forged = b'{"id": 1}\n{"id": 2, "__ingested_at": "1999-01-01T00:00:00Z"}\n'
        refused = httpx.post(url, content=forged, headers=LINES, trust_env=False)
        assert (refused.status_code, "is filled by the server" in refused.json()["error"]) == (400, True)
        assert httpx.post(url, content=b'{"id": 3}', headers=LINES, trust_env=False).status_code == 200
        found = sql.execute("select id, now() - __ingested_at < interval '1 minute' from clocked")
        assert found.fetchall() == [(3, True)]
