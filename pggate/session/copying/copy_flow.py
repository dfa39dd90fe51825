"""
What is said in a COPY: the messages of both directions (PostgreSQL 15, 55.2.6 "COPY Operations").
"""

from __future__ import annotations

from dataclasses import replace
from struct import Struct
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.session.cursors.results import encoder
from pggate.session.statement.outcome import Column
from pggate.types.framings import CopyBinary, CopyCsv
from pggate.wire import backend, frontend
from pggate.wire.connection import NEED_DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from pggate.session.settings.settings import Settings
    from pggate.session.statement.outcome import CopyIn, CopyOut
    from pggate.types.framings import Framing
    from pggate.types.rows import Block
    from pggate.wire.connection import NeedData

    Flow = Generator[backend.Backend | NeedData, frontend.Frontend | None, int]

SIGNATURE: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
"""Of the binary format, with its flags and the length of the header's extension (PostgreSQL 15, COPY)."""

TRAILER: Final = b"\xff\xff"

_FRAME: Final = Struct("!ci")


def rows_out(
    outcome: CopyOut, settings: Settings, sent: Callable[[int, int], None], check: Callable[[], None]
) -> Flow:
    """
    The rows of a COPY TO STDOUT; how many they were.

    Args:
        sent: Told of the rows and bytes of each block.
        check: Raises when the session has been interrupted.

    """
    binary = isinstance(outcome.framing, CopyBinary)
    columns, total = outcome.rows.columns, 0
    formats = (int(binary),) * len(columns)
    yield backend.CopyOutResponse(int(binary), formats)
    if outcome.header:
        yield _header(columns, outcome.framing, settings)
    encode = encoder(columns, formats, settings, outcome.framing)
    while (batch := outcome.rows.next_batch()) is not None:
        for block in encode(batch):
            sent(block.rows, len(block.data))
            yield backend.CopyRows(_signed(block) if binary and not total else block.data, block.rows)
            total += block.rows
            check()
    if binary:
        yield backend.CopyData(TRAILER if total else SIGNATURE + TRAILER)
    yield backend.CopyDone()
    return total


def _header(columns: tuple[Column, ...], framing: Framing, settings: Settings) -> backend.CopyRows:
    """The names, written like values; FORCE_QUOTE is not about them."""
    if isinstance(framing, CopyCsv):
        framing = replace(framing, forced=frozenset())
    names = [column.name for column in columns]
    batch = pa.record_batch([pa.array([name], pa.string()) for name in names], names=names)
    (block,) = encoder([Column(name) for name in names], (0,) * len(names), settings, framing)(batch)
    return backend.CopyRows(block.data, block.rows)


def _signed(block: Block) -> bytes:
    """
    The first rows with the signature in front of the first of them: PostgreSQL sends both in one message, and
    psycopg reads it so.
    """
    tag, length = _FRAME.unpack_from(block.data)
    header = _FRAME.pack(tag, length + len(SIGNATURE)) + SIGNATURE
    return b"".join((header, memoryview(block.data)[_FRAME.size :]))


def rows_in(outcome: CopyIn, check: Callable[[], None]) -> Flow:
    """
    Take the rows of a COPY FROM STDIN; how many they were.

    Args:
        check: Raises when the session has been interrupted.

    """
    formats = (int(outcome.binary),) * outcome.columns
    yield backend.CopyInResponse(int(outcome.binary), formats)
    while True:
        message = yield NEED_DATA
        check()
        if isinstance(message, frontend.CopyData):
            outcome.take(message.data)
        elif isinstance(message, frontend.CopyDone):
            return outcome.finish()
        elif isinstance(message, frontend.CopyFail):
            raise outcome.failed(message.reason)
