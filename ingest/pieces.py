"""
A long Arrow IPC stream in pieces while it comes: each is a whole stream of its own, with some of the record
batches and every dictionary that they may need, so that what makes a short stream harmless does it here, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ingest.messages import DICTIONARY_BATCH, END, RECORD_BATCH, SCHEMA, message_at
from pggate.errors import InvalidBinaryRepresentation, ProgramLimitExceeded

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE_BYTES: Final = 4 << 20
END_MARKER: Final = b"\xff\xff\xff\xff\x00\x00\x00\x00"


class Pieces:
    """
    Args:
        limit: Bytes that a message may have, and all dictionaries together.
        size: Bytes of record batches after which a piece ends.

    """

    def __init__(self, limit: int, size: int = PIECE_BYTES) -> None:
        self._limit = limit
        self._size = size
        self._arrived = bytearray()
        self._head = bytearray()  # the schema and the dictionaries
        self._batches = bytearray()
        self._is_ended = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """
        More of the stream; the pieces that are whole by it.

        Raises:
            InvalidBinaryRepresentation: It is no Arrow IPC stream, or goes on after its end.
            ProgramLimitExceeded: A message, or all dictionaries together, are longer than the limit.

        """
        self._arrived += data
        at = 0
        while not self._is_ended and (message := message_at(self._arrived, at, self._limit)) is not None:
            kind, end = message
            yield from self._take(kind, bytes(self._arrived[at:end]))
            at = end
        del self._arrived[:at]
        if self._is_ended and self._arrived:
            raise InvalidBinaryRepresentation("bytes after the end of the Arrow IPC stream")

    def finish(self) -> bytes:
        """
        The last piece, where the whole stream has come.

        Raises:
            InvalidBinaryRepresentation: It has not.

        """
        if not self._is_ended:
            raise InvalidBinaryRepresentation(
                "truncated Arrow IPC stream: the end-of-stream marker is missing"
            )
        return self._piece()

    def _take(self, kind: int, message: bytes) -> Iterator[bytes]:
        if kind == RECORD_BATCH:
            self._batches += message
            if len(self._batches) >= self._size:
                yield self._piece()
        elif kind in (SCHEMA, DICTIONARY_BATCH):
            if self._batches:
                yield self._piece()  # to whose batches this dictionary does not belong
            self._head += message
            if len(self._head) > self._limit:
                raise ProgramLimitExceeded(
                    f"the dictionaries of the Arrow IPC stream have more than {self._limit} bytes",
                    hint="Send the column as plain values.",
                )
        elif kind == END:
            self._is_ended = True
        else:
            raise InvalidBinaryRepresentation(f"not an Arrow IPC stream: message of kind {kind}")

    def _piece(self) -> bytes:
        piece = bytes(self._head + self._batches) + END_MARKER
        self._batches.clear()
        return piece
