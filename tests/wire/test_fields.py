from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import CharacterNotInRepertoire, ProtocolViolation
from pggate.wire.fields import Reader, counted, cstring, nullable

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("read", "data", "value"),
    [
        (Reader.int16, b"\x80\x00", -(2**15)),
        (Reader.int16, b"\x7f\xff", 2**15 - 1),
        (Reader.count, b"\xff\xff", 65535),
        (Reader.int32, b"\x80\x00\x00\x00", -(2**31)),
        (Reader.uint32, b"\xff\xff\xff\xff", 2**32 - 1),
        (Reader.int16s, b"\x00\x02\x00\x01\xff\xff", (1, -1)),
        (Reader.int16s, b"\x00\x00", ()),
        (Reader.oids, b"\x00\x01\xff\xff\xff\xff", (2**32 - 1,)),
        (Reader.cstring, b"\xf0\x9f\xa6\x86\x00", "🦆"),
        (Reader.cstring, b"\x00", ""),
        (Reader.nullable, b"\xff\xff\xff\xff", None),
        (Reader.nullable, b"\x00\x00\x00\x00", b""),
        (Reader.nullable, b"\x00\x00\x00\x02\x00\xff", b"\x00\xff"),
        (Reader.character, b"S", "S"),
    ],
)
def test_a_field_is_read_and_every_shorter_one_is_a_violation(
    read: Callable[[Reader], object], data: bytes, value: object
) -> None:
    r = Reader(data + b"next")
    assert read(r) == value
    assert r.rest() == b"next"
    assert r.at_end()
    for size in range(len(data)):
        with pytest.raises(ProtocolViolation):
            read(Reader(data[:size]))


@pytest.mark.parametrize("length", [-2, -(2**31), 5, 2**31 - 1])
def test_a_length_that_is_not_there_is_a_violation(length: int) -> None:
    with pytest.raises(ProtocolViolation, match="insufficient data left in message"):
        Reader(length.to_bytes(4, "big", signed=True) + b"1234").nullable()


def test_nothing_may_follow_the_end() -> None:
    with pytest.raises(ProtocolViolation, match="invalid message format"):
        Reader(b"x").end()


# Words of PostgreSQL 15.18 for a Query that holds these bytes.
@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (b"\xff", "0xff"),
        (b"a\xe2\x82", "0xe2 0x82"),
        (b"\xc0\x80", "0xc0 0x80"),
        (b"\xed\xa0\x80z", "0xed 0xa0 0x80"),
        (b"\xf5\x80\x80\x80", "0xf5 0x80 0x80 0x80"),
        (b"\x80", "0x80"),
    ],
)
def test_text_that_is_not_utf8_is_22021(data: bytes, shown: str) -> None:
    with pytest.raises(CharacterNotInRepertoire) as caught:
        Reader(data + b"\0").cstring()
    assert caught.value.message == f'invalid byte sequence for encoding "UTF8": {shown}'
    assert caught.value.code == "22021"


def test_what_a_string_cannot_carry_is_replaced() -> None:
    assert cstring("a\0b\ud800") == b"a\xef\xbf\xbdb?\0"


def test_written_fields() -> None:
    assert counted("h", (1, -1)) == b"\x00\x02\x00\x01\xff\xff"
    assert nullable(None) == b"\xff\xff\xff\xff"
    assert nullable(b"ab") == b"\x00\x00\x00\x02ab"
