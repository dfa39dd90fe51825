"""
The header and tuples of COPY's binary format.
"""

from __future__ import annotations

from struct import pack

import pytest

from pggate.errors import BadCopyFileFormat
from pggate.types.copy_tuples import SIGNATURE, Tuple, after_header, count, read

TUPLE = pack("!hi1si", 2, 1, b"x", -1)


def test_the_header() -> None:
    header = SIGNATURE + b"\0\0\0\x01\0\0\0\x02zz"
    assert after_header(header, final=False) == len(header)
    for end in range(len(header)):
        assert after_header(header[:end], final=False) is None


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        (b"", "invalid COPY file header (missing flags)"),
        (b"\0\1\0\0", "invalid COPY file header (WITH OIDS)"),
        (b"\x80\0\0\0", "unrecognized critical flags in COPY file header"),
        (b"\0\0\0\0\0", "invalid COPY file header (missing length)"),
        (b"\0\0\0\0\xff\xff\xff\xff", "invalid COPY file header (missing length)"),
        (b"\0\0\0\0\0\0\0\x03zz", "invalid COPY file header (wrong length)"),
    ],
)
def test_headers_that_are_refused(rest: bytes, message: str) -> None:
    with pytest.raises(BadCopyFileFormat) as caught:
        after_header(SIGNATURE + rest, final=True)
    assert caught.value.message == message


@pytest.mark.parametrize("data", [b"X", b"PGCOPY\n\xff\r\n\x01", SIGNATURE[:-1] + b"\n"])
def test_a_wrong_signature_is_refused_at_once(data: bytes) -> None:
    with pytest.raises(BadCopyFileFormat, match="COPY file signature not recognized"):
        after_header(data, final=False)


def test_tuples() -> None:
    assert read(TUPLE, 0, 2, final=False) == Tuple([b"x", None], len(TUPLE))
    for end in range(len(TUPLE)):
        assert read(TUPLE[:end], 0, 2, final=False) is None
    with pytest.raises(BadCopyFileFormat, match="row field count is 2, expected 3"):
        read(TUPLE, 0, 3, final=False)


def test_a_tuple_that_ends_too_early_keeps_what_came_before() -> None:
    found = read(TUPLE[:-1], 0, 2, final=True)
    assert found is not None
    assert found.cells == [b"x"]
    assert found.fault is not None
    assert found.fault.message == "unexpected EOF in COPY data"


@pytest.mark.parametrize(
    ("size", "code", "message"),
    [(-2, "22P04", "invalid field size"), (0x3FFF_FFFF, "54000", "out of memory")],
)
def test_sizes_that_cannot_be(size: int, code: str, message: str) -> None:
    found = read(pack("!hi", 1, size), 0, 1, final=False)
    assert found is not None
    assert found.fault is not None
    assert (found.fault.code, found.fault.message) == (code, message)


def test_counts() -> None:
    assert count(b"\xff\xff", 0, final=False) == -1
    assert count(b"\0", 0, final=False) is None
    assert count(b"\0", 0, final=True) == -1
