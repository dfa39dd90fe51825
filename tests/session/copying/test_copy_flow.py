"""
The messages of COPY, in both directions.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from pggate.errors import PgError, QueryCanceled
from pggate.session.copying.copy_flow import SIGNATURE, TRAILER, rows_in, rows_out
from pggate.session.settings.settings import Settings
from pggate.session.statement.outcome import Column, CopyIn, CopyOut, Rows
from pggate.types.framings import COPY_BINARY, CopyCsv, CopyText
from pggate.types.table import INT4, TEXT
from pggate.wire import backend, frontend
from pggate.wire.connection import NEED_DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.types.framings import Framing

COLUMNS = (Column("a", INT4, duckdb="INTEGER"), Column('b "x"', TEXT))
BATCHES = ([1, 2], ["x", None]), ([3], ["a\tb"])


def out(framing: Framing, batches: Any = BATCHES, *, header: bool = False) -> tuple[list[Any], int]:
    """What is said, and how many rows the flow counted."""
    made: Iterator[pa.RecordBatch] = iter(
        [pa.record_batch([pa.array(a, pa.int32()), pa.array(b, pa.string())], ["a", "b"]) for a, b in batches]
    )
    rows = Rows(COLUMNS, lambda: next(made, None), lambda count: f"COPY {count}")
    flow = rows_out(CopyOut(rows, framing, header), Settings({}), lambda *_: None, lambda: None)
    said = []
    while True:
        try:
            said.append(next(flow))
        except StopIteration as end:
            return said, end.value


def payloads(said: list[Any]) -> list[bytes]:
    """Of each CopyData message."""
    data = b"".join(
        bytes(backend.encode(m)) for m in said if isinstance(m, backend.CopyRows | backend.CopyData)
    )
    found, at = [], 0
    while at < len(data):
        (length,) = struct.unpack_from("!i", data, at + 1)
        assert data[at : at + 1] == b"d"
        found.append(data[at + 5 : at + 1 + length])
        at += 1 + length
    return found


def test_text_is_a_message_a_row() -> None:
    said, count = out(CopyText())
    assert said[0] == backend.CopyOutResponse(0, (0, 0))
    assert payloads(said) == [b"1\tx\n", b"2\t\\N\n", b"3\ta\\tb\n"]
    assert said[-1] == backend.CopyDone()
    assert count == 3


def test_csv_with_a_header() -> None:
    said, count = out(CopyCsv(forced=frozenset({1})), header=True)
    assert payloads(said) == [b'a,"b ""x"""\n', b'1,"x"\n', b"2,\n", b'3,"a\tb"\n']
    assert count == 3


def test_a_header_is_not_forced_into_quotes() -> None:
    said, _ = out(CopyCsv(forced=frozenset({0, 1})), [], header=True)
    assert payloads(said) == [b'a,"b ""x"""\n']


def test_a_header_of_text() -> None:
    assert payloads(out(CopyText(), [], header=True)[0]) == [b'a\tb "x"\n']


def test_binary_begins_in_the_first_row() -> None:
    said, count = out(COPY_BINARY)
    assert said[0] == backend.CopyOutResponse(1, (1, 1))
    one, two, three, end = payloads(said)
    assert one == SIGNATURE + struct.pack("!hiiic", 2, 4, 1, 1, b"x")
    assert two == struct.pack("!hiii", 2, 4, 2, -1)
    assert three == struct.pack("!hiii3s", 2, 4, 3, 3, b"a\tb")
    assert end == TRAILER
    assert count == 3


def test_binary_without_rows_is_one_message() -> None:
    said, count = out(COPY_BINARY, [])
    assert payloads(said) == [SIGNATURE + TRAILER]
    assert count == 0


class Receiver:
    """Where rows go."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.finished = False

    def finish(self) -> int:
        self.finished = True
        return 7

    def outcome(self) -> CopyIn:
        def failed(reason: str) -> PgError:
            return QueryCanceled(f"COPY from stdin failed: {reason}")

        return CopyIn(3, True, self.taken.append, self.finish, failed, str, lambda: None)


def test_rows_are_taken_until_done() -> None:
    receiver = Receiver()
    flow = rows_in(receiver.outcome(), lambda: None)
    assert next(flow) == backend.CopyInResponse(1, (1, 1, 1))
    assert next(flow) is NEED_DATA
    assert flow.send(frontend.CopyData(b"one")) is NEED_DATA
    assert flow.send(None) is NEED_DATA
    assert flow.send(frontend.CopyData(b"two")) is NEED_DATA
    with pytest.raises(StopIteration) as ended:
        flow.send(frontend.CopyDone())
    assert ended.value.value == 7
    assert receiver.finished
    assert receiver.taken == [b"one", b"two"]


def test_a_client_gives_up() -> None:
    receiver = Receiver()
    flow = rows_in(receiver.outcome(), lambda: None)
    next(flow)
    next(flow)
    with pytest.raises(QueryCanceled, match="COPY from stdin failed: no more"):
        flow.send(frontend.CopyFail("no more"))
    assert not receiver.finished


@pytest.mark.parametrize("message", [None, frontend.CopyData(b""), frontend.CopyDone()])
def test_an_interrupt_is_heard_with_every_message_and_without_one(message: frontend.Frontend | None) -> None:
    receiver = Receiver()

    def check() -> None:
        raise QueryCanceled("stop")

    flow = rows_in(receiver.outcome(), check)
    next(flow)
    next(flow)
    with pytest.raises(QueryCanceled, match="stop"):
        flow.send(message)
    assert not receiver.finished
