from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from pggate.errors import CharacterNotInRepertoire, ProtocolViolation
from pggate.wire.framing import STARTUP_LIMIT, FrameBuffer, Reader, counted, cstring, framed, nullable

if TYPE_CHECKING:
    from collections.abc import Callable

LIMITS = {"Q": 100, "d": 100_000_000}


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
    assert framed(b"Q", b"x\0") == b"Q\x00\x00\x00\x06x\0"


def test_frames_come_out_as_they_are_complete() -> None:
    buffer = FrameBuffer(LIMITS)
    stream = framed(b"Q", b"one\0") + framed(b"d") + framed(b"Q", b"two\0")
    taken = []
    for at in range(len(stream)):
        buffer.receive(stream[at : at + 1])
        while frame := buffer.next_frame():
            taken.append((at, frame))
    assert taken == [(8, ("Q", b"one\0")), (13, ("d", b"")), (22, ("Q", b"two\0"))]
    assert len(buffer) == 0


def test_peek_takes_nothing() -> None:
    buffer = FrameBuffer(LIMITS)
    assert buffer.peek_tag() is None
    buffer.receive(b"Q\x00\x00\x00\x05")
    assert buffer.peek_tag() is None
    buffer.receive(b"\0d")
    assert buffer.peek_tag() == "Q"
    assert buffer.next_frame() == ("Q", b"\0")
    assert buffer.peek_tag() is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"~", "invalid frontend message type 126"),
        (b"\xff\x00\x00\x00\x04", "invalid frontend message type 255"),
        (b"Q\x00\x00\x00\x03", "invalid message length"),
        (b"Q\xff\xff\xff\xff", "invalid message length"),
        (b"Q\x00\x00\x00\x65", "invalid message length"),
        (b"Q\x7f\xff\xff\xff", "invalid message length"),
    ],
)
def test_lost_framing_is_seen_from_the_header_alone(data: bytes, message: str) -> None:
    buffer = FrameBuffer(LIMITS)
    buffer.receive(data)
    assert buffer.peek_tag() is None
    with pytest.raises(ProtocolViolation, match=message):
        buffer.next_frame()


def test_the_limit_itself_is_allowed() -> None:
    buffer = FrameBuffer(LIMITS)
    buffer.receive(framed(b"Q", b"x" * 96))
    assert buffer.next_frame() == ("Q", b"x" * 96)


@pytest.mark.parametrize("size", [0, 3, STARTUP_LIMIT + 1, 2**31 - 5, -5])
def test_a_startup_packet_has_4_to_10000_bytes(size: int) -> None:
    buffer = FrameBuffer(LIMITS)
    buffer.receive((size + 4).to_bytes(4, "big", signed=True))
    with pytest.raises(ProtocolViolation, match="invalid length of startup packet"):
        buffer.next_startup()


def test_a_startup_packet_comes_out_when_it_is_complete() -> None:
    buffer = FrameBuffer(LIMITS)
    packet = (STARTUP_LIMIT + 4).to_bytes(4, "big") + b"x" * STARTUP_LIMIT
    buffer.receive(packet[:2])
    assert buffer.next_startup() is None
    buffer.receive(packet[2:-1])
    assert buffer.next_startup() is None
    buffer.receive(packet[-1:] + b"Q")
    assert buffer.next_startup() == b"x" * STARTUP_LIMIT
    assert len(buffer) == 1


def test_a_big_message_in_small_pieces_costs_what_its_bytes_cost() -> None:
    size, piece = 32 << 20, bytes(4096)
    buffer = FrameBuffer(LIMITS)
    started = time.process_time()
    buffer.receive(framed(b"Q", b"\0") + b"d" + (size + 4).to_bytes(4, "big"))
    assert buffer.next_frame() == ("Q", b"\0")
    for _ in range(size // len(piece)):
        assert buffer.next_frame() is None
        buffer.receive(piece)
    assert buffer.next_frame() == ("d", bytes(size))
    assert time.process_time() - started < 3  # 0.1 s; quadratic would copy 128 GiB


def test_many_small_messages_in_one_piece_cost_what_their_bytes_cost() -> None:
    buffer = FrameBuffer(LIMITS)
    started = time.process_time()
    buffer.receive(framed(b"Q", b"x\0") * 100_000)
    taken = sum(1 for _ in iter(buffer.next_frame, None))
    assert taken == 100_000
    assert time.process_time() - started < 3  # 0.1 s; quadratic would be minutes
