"""
Frames: where one message ends and the next begins.

A frame is a tag byte, an Int32 length that counts itself, and the payload; the first frame of a connection
has no tag (PostgreSQL 15, 55.2.1, 55.7).  Two kinds of failure, which the connection treats differently:

- The FrameBuffer finds a tag nobody knows or an impossible length: no later byte can be trusted.
- The Reader (fields.py) finds nonsense inside one frame: the frames after it are still where they should be.
"""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING, Final

from pggate.errors import ProtocolViolation
from pggate.wire.fields import INT32

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADER: Final = Struct("!ci")

# PostgreSQL 15, pqcomm.h: MAX_STARTUP_PACKET_LENGTH, without the length word; at least the version word.
STARTUP_LIMIT: Final = 10_000
STARTUP_LEAST: Final = 4


class FrameBuffer:
    """
    Bytes as they arrive, frames as they are complete.

    Args:
        limits: The tags there are, each with the greatest length it may announce (the length word counts).
            It is checked before the payload is waited for, so nobody makes us hold more.

    """

    __slots__ = ("_at", "_data", "_limits")

    def __init__(self, limits: Mapping[str, int]) -> None:
        self._limits = limits
        self._data = bytearray()
        self._at = 0  # everything before it has been taken

    def __len__(self) -> int:
        return len(self._data) - self._at

    def receive(self, data: bytes) -> None:
        # Taken frames are dropped once per arrival and not once per frame, so that many small frames in one
        # arrival, or one big frame in many, cost what their bytes cost and no more.
        if self._at:
            del self._data[: self._at]
            self._at = 0
        self._data += data

    def clear(self) -> None:
        self._data.clear()
        self._at = 0

    def next_frame(self) -> tuple[str, bytes] | None:
        """
        Take a tag and its payload; None where more bytes are needed.

        Raises:
            ProtocolViolation: An unknown tag, or a length below 4 or above the tag's limit.

        """
        header = self._header()
        if header is None:
            return None
        tag, length = header
        if len(self) < 1 + length:
            return None
        return tag, self._take(HEADER.size, 1 + length)

    def next_startup(self) -> bytes | None:
        """
        Take the payload of a frame without a tag; None where more bytes are needed.
        """
        if len(self) < INT32.size:
            return None
        length = INT32.unpack_from(self._data, self._at)[0]
        if not STARTUP_LEAST <= length - INT32.size <= STARTUP_LIMIT:
            raise ProtocolViolation("invalid length of startup packet")
        return self._take(INT32.size, length) if len(self) >= length else None

    def peek_tag(self) -> str | None:
        """
        The tag of the next frame where that is complete and valid; takes nothing, raises nothing.
        """
        try:
            header = self._header()
        except ProtocolViolation:
            return None
        if header is None or len(self) < 1 + header[1]:
            return None
        return header[0]

    def _header(self) -> tuple[str, int] | None:
        if len(self) == 0:
            return None
        limit = self._limits.get(chr(self._data[self._at]))
        if limit is None:
            raise ProtocolViolation(f"invalid frontend message type {self._data[self._at]}")
        if len(self) < HEADER.size:
            return None
        tag, length = HEADER.unpack_from(self._data, self._at)
        if not INT32.size <= length <= limit:
            raise ProtocolViolation("invalid message length", detail=f"{length} bytes, not 4 to {limit}.")
        return tag.decode(), length

    def _take(self, start: int, end: int) -> bytes:
        with memoryview(self._data) as view:
            payload = bytes(view[self._at + start : self._at + end])
        self._at += end
        return payload


def framed(tag: bytes, payload: bytes = b"") -> bytes:
    """
    One message: tag, length, payload.
    """
    return HEADER.pack(tag, len(payload) + INT32.size) + payload
