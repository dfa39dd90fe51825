"""
An Arrow IPC stream as a row of messages: what it will need in memory, known before anything is decoded.

Layout (Arrow Columnar Format, "IPC Streaming Format" and "Encapsulated message format"): each message is
a continuation marker FFFFFFFF, the length of its metadata, the metadata (a FlatBuffer `Message`) and a
body; the stream ends with FFFFFFFF 00000000.  Three things are decided here and nowhere else:

* The end marker is required.  The format lets a writer end by closing the connection instead, but then a
  stream cut between two messages cannot be told from a whole one, and an acknowledgement would be given
  for rows that never arrived.  pyarrow, arrow-rs, arrow-js and Flechette all write the marker.
* Nothing may follow the end marker: a second stream there would be dropped without a word by pyarrow.
* A compressed buffer declares its decompressed length, a field node its number of values.  pyarrow 26
  allocates what is declared, so the sums are taken first and compared with a limit by the caller.

No I/O here, and no Arrow library: only lengths are read, each checked against the bytes that are there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from struct import Struct
from typing import Final

from pggate.errors import InvalidBinaryRepresentation, ProgramLimitExceeded

MOST_MESSAGES: Final = 16_384  # each costs some microseconds of every step, whatever it holds
CONTINUATION: Final = 0xFFFFFFFF

# format/Message.fbs: union MessageHeader, and the fields of its tables in the order of their slots.
END, SCHEMA, DICTIONARY_BATCH, RECORD_BATCH = 0, 1, 2, 3
MESSAGE_HEADER_TYPE, MESSAGE_HEADER, MESSAGE_BODY_LENGTH = 1, 2, 3
BATCH_LENGTH, BATCH_NODES, BATCH_BUFFERS, BATCH_COMPRESSION = 0, 1, 2, 3
DICTIONARY_DATA = 1

UINT8, UINT16, UINT32 = Struct("<B"), Struct("<H"), Struct("<I")
INT32, INT64, PAIR = Struct("<i"), Struct("<q"), Struct("<qq")


@dataclass(frozen=True, slots=True)
class Extent:
    """
    What a stream amounts to once decoded.

    Args:
        rows: Rows of all record batches.
        values: Values of all arrays at every level, dictionaries included; a row of two columns has two.
        nbytes: Bytes of all buffers, decompressed.
        first: Bytes of the first message, which is the schema.
        last: Where the end marker starts.
        dictionaries: Their batches.

    """

    rows: int
    values: int
    nbytes: int
    first: int = field(default=0, compare=False)  # like the next ones no amount
    last: int = field(default=0, compare=False)
    dictionaries: int = field(default=0, compare=False)


def measure(stream: memoryview) -> Extent:
    """
    The extent of a whole stream, from its metadata alone.

    Raises:
        InvalidBinaryRepresentation: The stream is cut, goes on after its end, or is not an IPC stream.
        ProgramLimitExceeded: It has too many messages.

    """
    rows = values = nbytes = messages = first = dictionaries = 0
    at = 0
    while True:
        start, length = _prefix(stream, at)
        if length == 0:
            break
        messages += 1
        if messages > MOST_MESSAGES:
            raise ProgramLimitExceeded(
                f"the Arrow IPC stream has more than {MOST_MESSAGES} messages",
                hint="Send fewer and larger record batches.",
            )
        message = Table.root(_slice(stream, start, length, "metadata"))
        body_length = message.int64(MESSAGE_BODY_LENGTH)
        body = _slice(stream, start + length, body_length, "body")
        kind = message.uint8(MESSAGE_HEADER_TYPE)
        if kind in (RECORD_BATCH, DICTIONARY_BATCH):
            header = message.table(MESSAGE_HEADER)
            batch = header if kind == RECORD_BATCH else header.table(DICTIONARY_DATA)
            count = checked(batch.int64(BATCH_LENGTH))
            rows += count if kind == RECORD_BATCH else 0
            dictionaries += kind == DICTIONARY_BATCH
            values += _values(batch)
            nbytes += _nbytes(batch, body)
        elif kind != SCHEMA:
            raise InvalidBinaryRepresentation(f"not an Arrow IPC stream: message of kind {kind}")
        at = start + length + body_length
        first = first or at
    if start != len(stream):
        raise InvalidBinaryRepresentation(
            f"{len(stream) - start} bytes after the end of the Arrow IPC stream"
        )
    return Extent(rows, values, nbytes, first, at, dictionaries)


def message_at(stream: bytes | bytearray, at: int, limit: int) -> tuple[int, int] | None:
    """
    The kind of the message at an offset, END at the end of the stream, and where the next one starts.

    Args:
        stream: As much of it as has come.
        limit: Bytes that a message may have.

    Returns:
        None where the message has not come as a whole.

    Raises:
        InvalidBinaryRepresentation: Its metadata is none.
        ProgramLimitExceeded: It is longer than the limit.

    """
    with memoryview(stream) as view:
        has_come = len(view) - at
        if has_come < 4 or (has_come < 8 and UINT32.unpack_from(view, at)[0] == CONTINUATION):
            return None
        start, length = _prefix(view, at)
        if length == 0:
            return END, start
        if length > limit:
            raise _too_long(limit)
        if length > len(view) - start:
            return None
        metadata = bytes(view[start : start + length])
        message = Table.root(memoryview(metadata))
        body_length = checked(message.int64(MESSAGE_BODY_LENGTH))
        if body_length > limit:
            raise _too_long(limit)
        end = start + length + body_length
        return (message.uint8(MESSAGE_HEADER_TYPE), end) if end <= len(view) else None


def _too_long(limit: int) -> ProgramLimitExceeded:
    return ProgramLimitExceeded(
        f"a message of the Arrow IPC stream is longer than {limit} bytes", hint="Send smaller record batches."
    )


def _prefix(stream: memoryview, at: int) -> tuple[int, int]:
    """
    Where the metadata of the message at an offset starts, and its length (0: the end of the stream).
    """
    if at == len(stream):
        raise InvalidBinaryRepresentation("truncated Arrow IPC stream: the end-of-stream marker is missing")
    marker: int = UINT32.unpack(_slice(stream, at, 4, "prefix"))[0]
    if marker != CONTINUATION:  # before Arrow 0.15 the length stood alone
        return at + 4, marker
    length: int = UINT32.unpack(_slice(stream, at + 4, 4, "prefix"))[0]
    return at + 8, length


def _slice(stream: memoryview, start: int, length: int, part: str) -> memoryview:
    if length < 0 or length > len(stream) - start:
        raise InvalidBinaryRepresentation(
            f"truncated or corrupt Arrow IPC stream: {length} bytes of message {part} announced "
            f"at byte {start}, {len(stream) - start} are there"
        )
    return stream[start : start + length]


def _values(batch: Table) -> int:
    """
    The lengths of a batch's field nodes, summed.
    """
    nodes = PAIR.iter_unpack(batch.vector(BATCH_NODES, PAIR.size))
    return sum(checked(length) for length, _nulls in nodes)


def checked(length: int) -> int:
    if length < 0:
        raise InvalidBinaryRepresentation(f"corrupt Arrow IPC stream: an array of {length} values")
    return length


def _nbytes(batch: Table, body: memoryview) -> int:
    """
    The lengths of a batch's buffers, summed; of a compressed buffer the length it will have.
    """
    total = 0
    compressed = batch.has(BATCH_COMPRESSION)
    for offset, length in PAIR.iter_unpack(batch.vector(BATCH_BUFFERS, PAIR.size)):
        if offset < 0 or length < 0 or offset > len(body) - length:
            raise InvalidBinaryRepresentation("corrupt Arrow IPC stream: a buffer lies outside its message")
        total += _decompressed(body[offset : offset + length]) if compressed and length else length
    return total


def _decompressed(buffer: memoryview) -> int:
    """
    format/Message.fbs, BodyCompressionMethod: a compressed buffer starts with its uncompressed length as
    a 64-bit integer; -1 says that the rest is not compressed.
    """
    if len(buffer) < INT64.size:
        raise InvalidBinaryRepresentation(
            "corrupt Arrow IPC stream: a compressed buffer of less than 8 bytes"
        )
    length: int = INT64.unpack_from(buffer)[0]
    if length < -1:
        raise InvalidBinaryRepresentation("corrupt Arrow IPC stream: a buffer of negative length")
    return len(buffer) - INT64.size if length == -1 else length


@dataclass(frozen=True, slots=True)
class Table:
    """
    One table of a FlatBuffer, read without trusting it (flatbuffers.dev, "Internals").

    Args:
        data: The whole FlatBuffer.
        at: Offset of the table.
        slots: Offsets of its fields from `at`, by slot; 0 is a field that is not there.

    """

    data: memoryview
    at: int
    slots: tuple[int, ...]

    @classmethod
    def root(cls, data: memoryview) -> Table:
        return cls._at(data, _number(UINT32, data, 0))

    @classmethod
    def _at(cls, data: memoryview, at: int) -> Table:
        vtable = at - _number(INT32, data, at)
        size = _number(UINT16, data, vtable)
        fields = _slice(data, vtable + 4, max(size - 4, 0) // 2 * 2, "metadata")
        return cls(data, at, tuple(slot for (slot,) in UINT16.iter_unpack(fields)))

    def has(self, slot: int) -> bool:
        return slot < len(self.slots) and self.slots[slot] != 0

    def uint8(self, slot: int) -> int:
        return _number(UINT8, self.data, self.at + self.slots[slot]) if self.has(slot) else 0

    def int64(self, slot: int) -> int:
        return _number(INT64, self.data, self.at + self.slots[slot]) if self.has(slot) else 0

    def table(self, slot: int) -> Table:
        return Table._at(self.data, self._referred(slot))

    def vector(self, slot: int, item: int) -> memoryview:
        """
        The bytes of a vector of structs of `item` bytes; empty where there is none.
        """
        if not self.has(slot):
            return self.data[:0]
        at = self._referred(slot)
        return _slice(self.data, at + 4, _number(UINT32, self.data, at) * item, "metadata")

    def _referred(self, slot: int) -> int:
        if not self.has(slot):
            raise InvalidBinaryRepresentation("corrupt Arrow IPC stream: incomplete metadata")
        at = self.at + self.slots[slot]
        return at + _number(UINT32, self.data, at)


def _number(kind: Struct, data: memoryview, at: int) -> int:
    if at < 0 or at > len(data) - kind.size:
        raise InvalidBinaryRepresentation("corrupt Arrow IPC stream: its metadata points outside itself")
    value: int = kind.unpack_from(data, at)[0]
    return value
