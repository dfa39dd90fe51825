from __future__ import annotations

import time

import pytest

from pggate.errors import ProtocolViolation
from pggate.wire.framing import STARTUP_LIMIT, FrameBuffer, framed

LIMITS = {"Q": 100, "d": 100_000_000}


def test_a_frame_is_tag_length_payload() -> None:
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
