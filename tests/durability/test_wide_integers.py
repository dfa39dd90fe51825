"""
HUGEINT, UHUGEINT and UBIGINT columns by every door: each of their values that is kept, and 22003 for all others.
"""

from __future__ import annotations

import struct
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pyarrow as pa
import pytest
from psycopg.types.numeric import DecimalBinaryDumper

from tests.durability.tools import Poster, token_for
from tests.ingest.streams import stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway

pytestmark = pytest.mark.server

Connection = psycopg.Connection[tuple[Any, ...]]

MOST_DIGITS: Final = "9" * 38
KEPT: Final = {
    "h": (MOST_DIGITS, f"-{MOST_DIGITS}", "0", str(2**64)),
    "u": (MOST_DIGITS, "0", str(2**64)),
    "b": (str(2**64 - 1), "0", str(2**63)),
}
REFUSED: Final = {
    "h": (str(10**38), str(2**127 - 1), str(-(2**127))),
    "u": (str(10**38), str(2**128 - 1)),
    "b": (str(2**64), "-1", MOST_DIGITS),
}


@pytest.fixture
def connection(gateway: Gateway) -> Iterator[Connection]:
    with psycopg.connect(gateway.dsn(), autocommit=True, prepare_threshold=None) as connection:
        connection.execute("drop table if exists wide")
        connection.execute("create table wide (h hugeint, u uhugeint, b ubigint)")
        yield connection


def copied(connection: Connection, column: str, format_: str, data: bytes) -> None:
    with connection.cursor().copy(f"copy wide ({column}) from stdin (format {format_})") as copy:  # type: ignore[arg-type]  # written here
        copy.write(data)


def tuple_of(value: str) -> bytes:
    cell = bytes(DecimalBinaryDumper(Decimal).dump(Decimal(value)))
    return b"PGCOPY\n\xff\r\n\0" + bytes(8) + struct.pack("!hi", 1, len(cell)) + cell + b"\xff\xff"


DOORS: Final[dict[str, Any]] = {
    "literal": lambda c, column, v: c.execute(f"insert into wide ({column}) values ({v})"),
    "text": lambda c, column, v: c.execute(f"insert into wide ({column}) values ('{v}')"),
    "query": lambda c, column, v: c.execute(f"insert into wide ({column}) select {v}"),
    "returning": lambda c, column, v: c.execute(f"insert into wide ({column}) values ({v}) returning 1"),
    "parameter": lambda c, column, v: c.execute(f"insert into wide ({column}) values (%t)", [Decimal(v)]),
    "binary": lambda c, column, v: c.execute(f"insert into wide ({column}) values (%b)", [Decimal(v)]),
    "copy": lambda c, column, v: copied(c, column, "text", f"{v}\n".encode()),
    "csv": lambda c, column, v: copied(c, column, "csv", f"{v}\n".encode()),
    "copy binary": lambda c, column, v: copied(c, column, "binary", tuple_of(v)),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("column", KEPT)
def test_statements_and_copy(connection: Connection, column: str, door: str) -> None:
    for value in KEPT[column]:
        DOORS[door](connection, column, value)
    for value in REFUSED[column]:
        with pytest.raises(psycopg.Error) as caught:
            DOORS[door](connection, column, value)
        assert caught.value.sqlstate == "22003", value
    for binary in (False, True):
        found = connection.execute(f"select {column} from wide", binary=binary).fetchall()  # type: ignore[arg-type]  # written here
        assert sorted(found) == sorted((Decimal(value),) for value in KEPT[column])


@pytest.mark.parametrize("column", KEPT)
def test_posts(connection: Connection, gateway: Gateway, column: str) -> None:
    with closing(Poster(gateway, token_for(connection, "wide"))) as poster:
        for values, status in ((KEPT[column], 200), (REFUSED[column], 400)):
            for value in values:
                answer = poster.post(stream(pa.table({column: array_of(column, value)})))
                assert answer.status == status, (value, answer.body)
    found = connection.execute(f"select {column} from wide").fetchall()  # type: ignore[arg-type]  # written here
    assert sorted(found) == sorted((Decimal(value),) for value in KEPT[column])


def array_of(column: str, value: str) -> pa.Array:
    if column == "b" and int(value) < 2**64:
        return pa.array([int(value)], pa.int64() if int(value) < 0 else pa.uint64())
    digits = len(value.lstrip("-"))
    return pa.array([Decimal(value)], pa.decimal128(38, 0) if digits <= 38 else pa.decimal256(digits, 0))
