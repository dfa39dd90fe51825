"""
Rows framed by Arrow's kernels: the bytes that PostgreSQL 15 writes for the same values.
"""

from __future__ import annotations

from struct import unpack_from
from typing import Final

import pyarrow as pa
import pytest

from pggate.types.framings import COPY_BINARY, DATA_ROW, CopyCsv, CopyText, Framing
from pggate.types.physical import CELL
from pggate.types.reference_rows import frame

HARD: Final = [b"a\\b", None, b"\t\n\r\b\f\v", b"", b"x,y|z", b'say "hi"', b"\\.", b"NULL", b"it's"]


def lines(framing: Framing, *columns: list[bytes | None]) -> list[bytes]:
    """What each CopyData message carries."""
    data = frame(len(columns[0]), [pa.array(column, CELL) for column in columns], framing)
    found, at = [], 0
    while at < len(data):
        tag, length = unpack_from("!ci", data, at)
        assert tag == b"d"
        found.append(data[at + 5 : at + 1 + length])
        at += 1 + length
    return [line.removesuffix(b"\n") for line in found]


def test_data_rows() -> None:
    rows = frame(2, [pa.array([b"1", None], CELL), pa.array([b"", b"xy"], CELL)], DATA_ROW)
    assert rows == (
        b"D\0\0\0\x0f\0\2" b"\0\0\0\1" b"1\0\0\0\0" b"D\0\0\0\x10\0\2" b"\xff\xff\xff\xff\0\0\0\2xy"
    )  # fmt: skip


def test_copy_binary() -> None:
    assert lines(COPY_BINARY, [b"1", None], [b"", b"xy"]) == [
        b"\0\2\0\0\0\0011\0\0\0\0",
        b"\0\2\xff\xff\xff\xff\0\0\0\2xy",
    ]


def test_copy_text() -> None:
    assert lines(CopyText(), HARD) == [
        *(b"a\\\\b", b"\\N", b"\\t\\n\\r\\b\\f\\v", b"", b"x,y|z", b'say "hi"', b"\\\\.", b"NULL", b"it's"),
    ]
    assert lines(CopyText(b"|", b""), HARD, HARD)[1] == b"|"
    assert lines(CopyText(b"|", b""), HARD, HARD)[4] == b"x,y\\|z|x,y\\|z"


@pytest.mark.parametrize(
    ("framing", "value", "written"),
    [
        (CopyCsv(), b"a,b", b'"a,b"'),
        (CopyCsv(), b"a;b", b"a;b"),
        (CopyCsv(), b'say "hi"', b'"say ""hi"""'),
        (CopyCsv(), b"", b'""'),
        (CopyCsv(), None, b""),
        (CopyCsv(), b"\\.", b'"\\."'),
        (CopyCsv(), b"a\\b", b"a\\b"),
        (CopyCsv(null=b"NULL"), b"NULL", b'"NULL"'),
        (CopyCsv(null=b"NULL"), b"", b""),
        (CopyCsv(escape=b"\\"), b'a,"\\', b'"a,\\"\\\\"'),
        (CopyCsv(quote=b"'", escape=b"'"), b"it's", b"'it''s'"),
        (CopyCsv(forced=frozenset({0})), b"1", b'"1"'),
        (CopyCsv(forced=frozenset({0}), null=b"-"), None, b"-"),
    ],
)
def test_copy_csv(framing: CopyCsv, value: bytes | None, written: bytes) -> None:
    assert lines(framing, [value]) == [written]


def test_csv_of_a_line_break() -> None:
    assert lines(CopyCsv(), [b"a\r\nb"]) == [b'"a\r\nb"']
    assert lines(CopyCsv(), [b"\\."], [b"\\."]) == [b"\\.,\\."]
