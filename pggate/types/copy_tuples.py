"""
The header and the tuples of COPY's binary format (PostgreSQL 15, COPY, "Binary Format"; what is refused and
how: commands/copyfromparse.c).
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct
from typing import Final

from pggate.errors import BadCopyFileFormat, PgError, ProgramLimitExceeded

SIGNATURE: Final = b"PGCOPY\n\xff\r\n\0"

# PostgreSQL 15, memutils.h: MaxAllocSize, what one field or line may have.
MOST_BYTES: Final = 0x3FFF_FFFF

_INT16: Final = Struct("!h")
_INT32: Final = Struct("!i")
_WITH_OIDS: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Tuple:
    """
    One tuple, as far as it could be read.

    Args:
        cells: The fields, None for NULL.
        next: Where the next tuple begins.
        fault: What is wrong with the field after ``cells``; what is wrong with one of them comes before it.

    """

    cells: list[bytes | None]
    next: int
    fault: PgError | None = None


def after_header(data: bytes | bytearray, *, final: bool) -> int | None:
    """
    Where the first tuple begins; None if more data is needed.

    Raises:
        BadCopyFileFormat: 22P04.

    """
    head = bytes(data[: len(SIGNATURE)])
    if head != SIGNATURE[: len(head)] or (final and head != SIGNATURE):
        raise BadCopyFileFormat("COPY file signature not recognized")
    flags = _int32(data, len(SIGNATURE), final, "missing flags")
    if flags is None:
        return None
    if flags & _WITH_OIDS:
        raise BadCopyFileFormat("invalid COPY file header (WITH OIDS)")
    if flags >> 16:
        raise BadCopyFileFormat("unrecognized critical flags in COPY file header")
    length = _int32(data, len(SIGNATURE) + 4, final, "missing length")
    if length is None:
        return None
    if length < 0:
        raise BadCopyFileFormat("invalid COPY file header (missing length)")
    end = len(SIGNATURE) + 8 + length
    if end > len(data):
        if final:
            raise BadCopyFileFormat("invalid COPY file header (wrong length)")
        return None
    return end


def _int32(data: bytes | bytearray, at: int, final: bool, missing: str) -> int | None:
    if at + 4 <= len(data):
        return int(_INT32.unpack_from(data, at)[0])
    if final:
        raise BadCopyFileFormat(f"invalid COPY file header ({missing})")
    return None


def count(data: bytes | bytearray, at: int, *, final: bool) -> int | None:
    """
    A tuple's number of fields, -1 for the trailer; None if more data is needed.

    The end of the data is as good as a trailer, as it is to PostgreSQL.
    """
    if at + 2 <= len(data):
        return int(_INT16.unpack_from(data, at)[0])
    return -1 if final else None


def read(data: bytes | bytearray, at: int, columns: int, *, final: bool) -> Tuple | None:
    """
    The tuple whose number of fields stands at ``at`` and is not -1; None if more data is needed.

    Raises:
        BadCopyFileFormat: 22P04, it has not as many fields as there are columns.

    """
    fields = count(data, at, final=final)
    if fields is not None and fields != columns:
        raise BadCopyFileFormat(f"row field count is {fields}, expected {columns}")
    at += 2
    cells: list[bytes | None] = []
    while len(cells) < columns:
        size = _INT32.unpack_from(data, at)[0] if at + 4 <= len(data) else None
        fault = None if size is None else _refused(size)
        if fault is not None:
            return Tuple(cells, at, fault)
        at += 4
        if size is None or at + max(size, 0) > len(data):
            return Tuple(cells, at, BadCopyFileFormat("unexpected EOF in COPY data")) if final else None
        cells.append(None if size == -1 else bytes(data[at : at + size]))
        at += max(size, 0)
    return Tuple(cells, at)


def _refused(size: int) -> PgError | None:
    if size < -1:
        return BadCopyFileFormat("invalid field size")
    if size >= MOST_BYTES:
        return too_long(size)
    return None


def too_long(more: int) -> ProgramLimitExceeded:
    """
    PostgreSQL's error of a buffer that would become too large (stringinfo.c, enlargeStringInfo).
    """
    return ProgramLimitExceeded(
        "out of memory", detail=f"Cannot enlarge string buffer containing 0 bytes by {more} more bytes."
    )
