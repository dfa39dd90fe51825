"""
Every way in which rows come in, each as one batch of numbered rows: whole, once, or not at all.

The rows of a batch are (batch, number, size): `number` counts from 0, and `size` tells how many there are.  What
is large is so by its padding.
"""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pyarrow as pa
from pyarrow import flight

from tests.durability.tools import Poster, rows, session
from tests.flight.conftest import Flights
from tests.ingest.streams import stream

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.fix_gateway import Gateway

CREATE: Final = "create table t (batch bigint, number int, size int, padding text)"
BATCHES: Final = """
    select batch, size, count(*), count(distinct number), min(number), max(number)
    from t group by batch, size
"""
SMALL: Final = 3
LARGE: Final = 150_000
PADDING: Final = 200
"""Characters; with it that many rows are two segments."""
PIECE: Final = 50_000  # rows of a message


@dataclass(frozen=True, slots=True)
class Refused:
    """
    How a client was told that its batch does not exist; by SQL there is an SQLSTATE.
    """

    sqlstate: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where to: a gateway with the table `t`, and a token for it.
    """

    gateway: Gateway
    token: str


def record_batch(number: int, size: int, padding: str | None = None) -> pa.RecordBatch:
    columns = {
        "batch": pa.array([number] * size, pa.int64()),
        "number": pa.array(range(size), pa.int32()),
        "size": pa.array([size] * size, pa.int32()),
        "padding": pa.array([padding] * size, pa.string()),
    }
    return pa.record_batch(columns)


def post(to: Place, number: int, size: int = SMALL, key: str | None = None) -> Refused | None:
    with closing(Poster(to.gateway, to.token)) as poster:
        answer = poster.post(stream(record_batch(number, size)), key)
    if answer.status == 200:
        assert answer.body["rows"] == size
        return None
    assert answer.status == 503
    return Refused(None, answer.body["error"])


def put(to: Place, number: int, size: int = SMALL, padding: str | None = None) -> Refused | None:
    flights = Flights(to.gateway, f"Bearer {to.token}")
    whole = record_batch(number, size, padding)
    batches = [whole.slice(at, PIECE) for at in range(0, size, PIECE)]
    with closing(flights.client):
        try:
            assert flights.put(("t",), *batches)["rows"] == size
        except flight.FlightUnavailableError as error:
            return Refused(json.loads(error.extra_info)["sqlstate"], str(error))
    return None


def put_large(to: Place, number: int) -> Refused | None:
    return put(to, number, LARGE, "x" * PADDING)


def _sql(work: Callable[[psycopg.Connection, int], None]) -> Callable[[Place, int], Refused | None]:
    def write(to: Place, number: int) -> Refused | None:
        with session(to.gateway) as connection:
            try:
                work(connection, number)
            except psycopg.Error as error:
                assert not connection.broken
                return Refused(error.sqlstate, str(error))
        return None

    return write


def values(number: int, size: int, which: range) -> str:
    return "insert into t (batch, number, size) values " + ", ".join(
        f"({number}, {row}, {size})" for row in which
    )


def _insert(connection: psycopg.Connection, number: int) -> None:
    connection.execute(values(number, SMALL, range(SMALL)))


def _select(connection: psycopg.Connection, number: int) -> None:
    connection.execute(
        f"insert into t (batch, number, size) select {number}, i, {SMALL} from range({SMALL}) r(i)"
    )


def _large(connection: psycopg.Connection, number: int) -> None:
    padded = f"select {number}, i, {LARGE}, repeat('x', {PADDING}) from range({LARGE}) r(i)"
    connection.execute(f"insert into t {padded}")


def _copy(connection: psycopg.Connection, number: int) -> None:
    with connection.cursor() as cursor, cursor.copy("copy t (batch, number, size) from stdin") as copy:
        for row in range(SMALL):
            copy.write_row((number, row, SMALL))


def _transaction(connection: psycopg.Connection, number: int) -> None:
    with connection.transaction():
        connection.execute(values(number, SMALL, range(1)))
        connection.execute(values(number, SMALL, range(1, SMALL)))


SQL_WRITES: Final[Mapping[str, Callable[[psycopg.Connection, int], None]]] = {
    "insert": _insert,
    "insert select": _select,
    "large insert": _large,
    "copy": _copy,
    "transaction": _transaction,
}
WRITES: Final[Mapping[str, Callable[[Place, int], Refused | None]]] = {
    "post": post,
    "put": put,
    **{name: _sql(work) for name, work in SQL_WRITES.items()},
}
insert, insert_large = WRITES["insert"], WRITES["large insert"]


def until_it_fits(write: Callable[[], object]) -> None:
    """Rows of the topic were changed while a batch was on its way: 40001, run it again."""
    while True:
        try:
            write()
        except psycopg.errors.SerializationFailure:
            continue
        except flight.FlightError as error:
            if b"40001" not in (error.extra_info or b""):
                raise
        else:
            return


def batches(connection: psycopg.Connection[Any]) -> set[int]:
    """
    Those that are there.

    Raises:
        AssertionError: One is not whole, or not once.

    """
    found = set()
    for batch, size, count, distinct, first, last in rows(connection, BATCHES):
        assert batch not in found
        assert (count, distinct, first, last) == (size, size, 0, size - 1), f"batch {batch} is not whole"
        found.add(batch)
    return found
