from __future__ import annotations

import pytest

from pggate.wire import frontend
from pggate.wire.backend import encode, read_message
from pggate.wire.copying import CopyData, CopyDone, CopyInResponse, CopyOutResponse, CopyRows


@pytest.mark.parametrize("message", [CopyData(b""), CopyData(b"1\t\xff\n"), CopyDone()])
def test_both_sides_write_and_read_alike(message: CopyData | CopyDone) -> None:
    data = encode(message)
    assert frontend.encode(message) == data
    assert frontend.read_message(type(message), bytes(data[5:])) == message
    assert read_message(chr(data[0]), bytes(data[5:])) == message


def test_a_block_of_copied_rows_is_not_copied() -> None:
    block = memoryview(b"".join(encode(CopyData(data)) for data in (b"1\n", b"2\n")))
    assert encode(CopyRows(block, 2)) is block


@pytest.mark.parametrize("columns", [(), (0, 0), (1,) * 65_535])
def test_formats_of_columns(columns: tuple[int, ...]) -> None:
    for tag, message in (("G", CopyInResponse(1, columns)), ("H", CopyOutResponse(1, columns))):
        assert read_message(tag, message.payload()) == message
