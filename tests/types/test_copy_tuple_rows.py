"""
Rows of the binary format, from the signature to what stands behind the trailer.
"""

from __future__ import annotations

import pytest

from pggate.errors import BadCopyFileFormat
from pggate.types.copy_tuple_rows import TupleSource
from pggate.types.copy_tuples import SIGNATURE

HEADER = SIGNATURE + bytes(8)
ROW = b"\0\1\0\0\0\1x"


def test_rows() -> None:
    source, data = TupleSource(["a"], "t"), HEADER + ROW + b"\xff\xff"
    assert source.framing() is None
    row = source.row(data, final=False)
    assert row is not None
    assert (row.cells, row.fault, source.number) == ([b"x"], None, 1)
    assert source.framing() == ()
    assert source.row(data, final=False) is None
    assert not source.ended  # more may come, and is refused then
    assert source.framing() is None
    assert source.row(data, final=True) is None
    assert source.ended


def test_what_stands_behind_the_trailer() -> None:
    source = TupleSource(["a"], "t")
    assert source.row(HEADER + b"\xff\xff", final=False) is None
    with pytest.raises(BadCopyFileFormat) as caught:
        source.row(HEADER + b"\xff\xff\0", final=False)
    assert caught.value.message == "received copy data after EOF marker"
    assert caught.value.context == "COPY t, line 1"


def test_a_fault_has_its_column() -> None:
    row = (source := TupleSource(["a"], "t")).row(HEADER + ROW[:-1], final=True)
    assert row is not None
    assert row.fault is not None
    assert row.fault.context == "COPY t, line 1, column a"
    assert source.number == 1
