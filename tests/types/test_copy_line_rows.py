"""
Rows of text and csv: header, forced fields, the place of each error.
"""

from __future__ import annotations

import pytest

from pggate.errors import BadCopyFileFormat
from pggate.types.copy_line_rows import LineSource
from pggate.types.framings import CopyCsv, CopyText


def test_rows_and_what_the_kernel_is_told() -> None:
    source, data = LineSource(CopyCsv(), True, ["a", "b"], b"\1\2", "t"), b'a\r\n,""\r\nx,\r\n'
    assert source.framing() is None
    row = source.row(data, final=False)
    assert row is not None
    assert (row.cells, row.fault, source.at, source.number) == ([b"", None], None, 8, 2)
    assert source.framing() == (b"\r\n", b",", b"", b'"', b'"', b"\1\2")
    row = source.row(data, final=True)
    assert row is not None
    assert row.cells == [b"x", None]
    assert source.row(data, final=True) is None
    assert source.ended


def test_more_is_needed() -> None:
    source = LineSource(CopyText(), False, ["a"], b"\0", "t")
    assert source.row(b"x", final=False) is None
    assert not source.ended
    row = source.row(b"x", final=True)
    assert row is not None
    assert source.ended


def test_a_fault_comes_after_the_cells() -> None:
    row = LineSource(CopyText(), False, ["a", "b"], b"\0\0", "t").row(b"x\n", final=False)
    assert row is not None
    assert row.cells == [b"x"]
    assert row.fault is not None
    assert (row.fault.message, row.fault.context) == ('missing data for column "b"', 'COPY t, line 1: "x"')


def test_a_header_must_match() -> None:
    source = LineSource(CopyText(), "match", ["a"], b"\0", "t")
    with pytest.raises(BadCopyFileFormat) as caught:
        source.row(b"A\n", final=False)
    assert caught.value.message == 'column name mismatch in header line field 1: got "A", expected "a"'
    assert caught.value.context == 'COPY t, line 1: "A"'
