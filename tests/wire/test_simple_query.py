from __future__ import annotations

import pytest

from pggate.errors import ProtocolViolation
from pggate.wire import frontend
from pggate.wire.backend import encode, read_message
from pggate.wire.simple_query import DataRows, Field, FunctionCall, ReadyForQuery, RowDescription


def test_a_description_of_65535_columns() -> None:
    message = RowDescription((Field("", 0, 0, 23, 4, -1, 0),) * 65_535)
    assert read_message("T", message.payload()) == message


def test_oids_have_no_sign_and_sizes_have_one() -> None:
    field = Field("a", 2**32 - 1, -1, 2**32 - 1, -2, -1, 1)
    assert read_message("T", b"\0\1" + field.payload()) == RowDescription((field,))


def test_a_block_of_rows_is_not_copied() -> None:
    block = DataRows.of([(b"1",), (None,)]).block
    assert encode(DataRows(block, 2)) is block


def test_cells_come_back() -> None:
    rows = ((b"1", None, b""), (b"\x00\xff", b"x" * 70_000, None))
    message = DataRows.of(rows)
    assert message.rows == 2
    assert message.cells() == rows
    assert DataRows.of([()]).cells() == ((),)


def test_a_status_is_one_of_three() -> None:
    for status in ("I", "T", "E"):
        assert read_message("Z", status.encode()) == ReadyForQuery(status)
    with pytest.raises(ProtocolViolation, match="invalid transaction status 'X'"):
        read_message("Z", b"X")


def test_a_function_call_is_not_looked_into() -> None:
    assert frontend.read_message(FunctionCall, b"\xff") == FunctionCall(b"\xff")
