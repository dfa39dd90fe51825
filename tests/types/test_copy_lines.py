"""
Lines of COPY, their ends and the end-of-copy marker.
"""

from __future__ import annotations

import pytest

from pggate.errors import BadCopyFileFormat, CharacterNotInRepertoire
from pggate.types.copy_lines import Line, LineReader
from pggate.types.framings import CopyCsv, CopyText


def lines(how: CopyText | CopyCsv, data: bytes) -> list[tuple[bytes, int]]:
    """Every line and its number."""
    reader, at, found = LineReader(how), 0, []
    while True:
        line = reader.read(data, at, final=True)
        assert line is not None
        if not line.is_last or line.start < line.end:
            found.append((data[line.start : line.end], reader.number))
        if line.is_last:
            return found
        at = line.next


@pytest.mark.parametrize("eol", [b"\n", b"\r", b"\r\n"])
@pytest.mark.parametrize("how", [CopyText(), CopyCsv()])
def test_the_first_end_decides(how: CopyText | CopyCsv, eol: bytes) -> None:
    reader = LineReader(how)
    assert reader.read(b"a" + eol + b"b", 0, final=False) == Line(0, 1, 1 + len(eol))
    assert (reader.eol, reader.number) == (eol, 1)


def test_what_a_backslash_or_quotes_keep() -> None:
    assert lines(CopyText(), b"a\\\nb\nc\\") == [(b"a\\\nb", 1), (b"c\\", 2)]
    assert lines(CopyCsv(), b'x\n"a\n"\n"\n') == [(b"x", 1), (b'"a\n"', 3), (b'"\n', 5)]
    escaped = CopyCsv(escape=b"\\")
    assert lines(escaped, b'x\n"a\\"\n"\n"\\\\"\n') == [(b"x", 1), (b'"a\\"\n"', 3), (b'"\\\\"', 4)]


@pytest.mark.parametrize("data", [b"a", b"a\r", b"a\\", b"a\\.", b"", b"\\.\xc3"])
def test_more_is_needed(data: bytes) -> None:
    reader = LineReader(CopyText())
    assert reader.read(data, 0, final=False) is None
    assert reader.number == 0


def test_the_marker() -> None:
    assert LineReader(CopyText()).read(b"a\\.\nrest", 0, final=False) == Line(0, 1, 4, is_last=True)
    assert LineReader(CopyCsv()).read(b"a\\.\nrest", 0, final=False) == Line(0, 3, 4)
    assert LineReader(CopyCsv()).read(b"\\.\nrest", 0, final=False) == Line(0, 0, 3, is_last=True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\nb\r\n", "literal carriage return found in data"),
        (b"a\r\nb\n", "literal newline found in data"),
        (b"a\n\\.b\n", "end-of-copy marker corrupt"),
        (b"a\r\n\\.\n", "end-of-copy marker does not match previous newline style"),
    ],
)
def test_refusals(data: bytes, message: str) -> None:
    with pytest.raises(BadCopyFileFormat) as caught:
        lines(CopyText(), data)
    assert caught.value.message == message


def test_what_comes_first_is_said_first() -> None:
    with pytest.raises(CharacterNotInRepertoire):
        lines(CopyText(), b"a\n\xff\r\n")
    with pytest.raises(BadCopyFileFormat):
        lines(CopyText(), b"a\nb\r\xff\n")
