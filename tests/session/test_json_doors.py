"""
JSON at every door of a session: whatever is taken can be read, and what cannot be read is refused with its place.
"""

from __future__ import annotations

import csv
import io
import struct
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from pggate.types import table
from pggate.wire import backend, frontend
from tests.session.conftest import copied, error_of, succeeded
from tests.types.test_json_input import TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.session.conftest import Client

pytestmark = pytest.mark.server

HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
LONE = r'"\ud800"'
HINT = "Write the character itself, or both halves of its surrogate pair."


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table t (a json, b int)")
    return session


def text_line(field: str) -> bytes:
    escaped = field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
    return f"{escaped}\t2\n".encode()


def csv_line(*fields: str) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(fields)
    return line.getvalue().encode()


def binary_file(*fields: bytes) -> bytes:
    cells = b"".join(struct.pack("!i", len(field)) + field for field in fields)
    return HEADER + struct.pack("!h", len(fields)) + cells + b"\xff\xff"


INT_2 = (2).to_bytes(4, "big")


def bound(client: Client, sql: str, value: bytes, *, format_: int) -> list[backend.Backend]:
    return client.send(
        frontend.Parse("", sql, (table.JSON.oid,)),
        frontend.Bind("", "", (format_,), (value,), ()),
        frontend.Execute(""),
        frontend.Sync(),
    )


@pytest.mark.parametrize("text", [LONE, r'"\udc00"', r'"\ud800\u0041"', r'{"\udfff": 1}'])
def test_a_surrogate_that_is_alone(client: Client, text: str) -> None:
    replies = {
        "text": client.copy("copy t from stdin", text_line(text)),
        "csv": client.copy("copy t from stdin csv", csv_line(text, "2")),
        "binary": client.copy("copy t from stdin binary", binary_file(text.encode(), INT_2)),
        "parameter": bound(client, "insert into t values ($1, 2)", text.encode(), format_=0),
        "binary parameter": bound(client, "insert into t values ($1, 2)", text.encode(), format_=1),
    }
    for door, said in replies.items():
        error = error_of(said)
        assert (door, error.code, error.hint) == (door, "22P02", HINT)
        assert "surrogate" in (error.detail or "")
        assert (error.context or "").startswith("COPY t, line 1, column a") == ("parameter" not in door)
    assert client.code(f"insert into t values ('{text}', 2)") == "22P02"
    assert client.code(f"insert into t select '{text}'::json, 2") == "22P02"
    assert client.rows("from t") == []


@pytest.mark.parametrize(
    ("duckdb", "document"),
    [
        ("struct(x varchar)", r'{"x":"\ud800"}'),
        ("struct(x json)", r'{"x":{"k":"\ud800"}}'),
        ("struct(x varchar)[]", r'[{"x":"\ud800"}]'),
        ("map(varchar, int)", r'{"\ud800":1}'),
        ("map(varchar, json)", r'{"a":"\udc00"}'),
        ("map(struct(x varchar), int)", r'{"{\"x\":\"\\ud800\"}":1}'),
        ("json[]", r'{"\"\\ud800\""}'),
    ],
)
def test_within_other_types(client: Client, duckdb: str, document: str) -> None:
    client.run(f"create table nested (a {duckdb})")
    error = error_of(client.copy("copy nested from stdin csv", csv_line(document)))
    assert (error.code, error.hint) == ("22P02", HINT)
    assert (error.context or "").startswith("COPY nested, line 1, column a")
    assert client.rows("from nested") == []


def out(client: Client, how: str) -> bytes:
    return copied(succeeded(client.query(f"copy (select a from t) to stdout {how}")))


def is_taken(replies: Sequence[backend.Backend]) -> bool:
    return not any(isinstance(reply, backend.ErrorResponse) for reply in replies)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(TEXTS)
def test_what_is_taken_is_read(client: Client, text: str) -> None:
    taken = is_taken(client.copy("copy t from stdin csv", csv_line(text, "2")))
    assert is_taken(client.copy("copy t from stdin", text_line(text))) == taken
    assert is_taken(client.copy("copy t from stdin binary", binary_file(text.encode(), INT_2))) == taken
    assert client.rows("select a from t") == [(text,)] * (3 * taken)
    assert (
        out(client, "binary")
        == HEADER
        + b"".join(b"\0\1" + struct.pack("!i", len(text.encode())) + text.encode() for _ in range(3 * taken))
        + b"\xff\xff"
    )
    client.run("truncate t")


def test_binary_jsonb(client: Client) -> None:
    client.run("create table declared (a jsonb, b jsonb[], c int)")
    array = struct.pack("!iiIii", 1, 0, table.JSONB.oid, 2, 1)
    for item in (b'\x01{"k": 1}', b"\x01[]"):
        array += struct.pack("!i", len(item)) + item
    sent = binary_file(b"\x01[1, 2]", array, INT_2)
    assert is_taken(client.copy("copy declared from stdin binary", sent))
    assert client.rows("from declared") == [("[1, 2]", r'{"{\"k\": 1}",[]}', "2")]
    error = error_of(client.copy("copy declared from stdin binary", binary_file(b"\x02{}", array, INT_2)))
    # an internal error to PostgreSQL, too (src/backend/utils/adt/jsonb.c, jsonb_recv)
    assert (error.code, error.context) == ("XX000", "COPY declared, line 1, column a")
