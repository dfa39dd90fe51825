"""
Arrays in binary format: array_send and array_recv (PostgreSQL 15, utils/adt/arrayfuncs.c).
"""

from __future__ import annotations

from struct import Struct, error
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import (
    DatatypeMismatch,
    InvalidBinaryRepresentation,
    ProgramLimitExceeded,
    ProtocolViolation,
)
from pggate.types import table
from pggate.types.arrays import MOST_DIMENSIONS, dimensions, refuse_lower_bound, too_deep

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.table import PgType

# PostgreSQL 15, utils/array.h: MaxArraySize.
_MOST_ITEMS: Final = 134_217_727

# Elements that another type reads: a column that was declared jsonb[] is json[] here.
_TAKEN_TOO: Final = frozenset(
    {(table.JSONB.oid, table.JSON)}
    | {(kind.oid, table.TEXT) for kind in (table.VARCHAR, table.BPCHAR, table.NAME)}
)

_LENGTH: Final = Struct("!i")
_ARRAY_HEADER: Final = Struct("!iiI")  # dimensions, has NULLs, element OID
_DIMENSION: Final = Struct("!ii")  # length, lower bound


def write(element: PgType, value: list[Any], encode: Callable[[PgType, Any], bytes]) -> bytes:
    """
    A nested list; ``encode`` writes one element.
    """
    lengths = dimensions(value)
    items: list[Any] = value
    for _ in lengths[1:]:
        items = [item for inner in items for item in inner]
    if not lengths:
        return _ARRAY_HEADER.pack(0, 0, element.oid)
    header = _ARRAY_HEADER.pack(len(lengths), any(item is None for item in items), element.oid)
    bounds = b"".join(_DIMENSION.pack(length, 1) for length in lengths)
    return header + bounds + b"".join(_cell(element, item, encode) for item in items)


def _cell(element: PgType, item: Any, encode: Callable[[PgType, Any], bytes]) -> bytes:
    if item is None:
        return _LENGTH.pack(-1)
    data = encode(element, item)
    return _LENGTH.pack(len(data)) + data


def read(element: PgType, data: bytes, decode: Callable[[PgType, bytes], Any]) -> list[Any]:
    """
    A nested list; ``decode`` reads one element.

    Raises:
        ProtocolViolation: 08P01, data that ends too early.
        InvalidBinaryRepresentation: 22P03, a header that cannot be, or bytes left over.
        DatatypeMismatch: 42804, elements of another type.
        ProgramLimitExceeded: 54000, more than six dimensions.
        FeatureNotSupported: 0A000, a lower bound other than 1.

    """
    try:
        count, flags, oid = _ARRAY_HEADER.unpack_from(data)
        if not 0 <= count <= MOST_DIMENSIONS:
            raise _bad_dimensions(count)
        _check_header(flags, oid, element)
        sizes = [_DIMENSION.unpack_from(data, 12 + 8 * n) for n in range(count)]
        lengths = [length for length, _ in sizes]
        items, at = _items(element, data, _ARRAY_HEADER.size + 8 * count, _product(lengths), decode)
    except error:
        raise ProtocolViolation("insufficient data left in message") from None
    if at != len(data):
        raise InvalidBinaryRepresentation("incorrect binary data format")
    for _, lower in sizes:
        refuse_lower_bound(lower)
    for length in reversed(lengths[1:]):
        items = [items[start : start + length] for start in range(0, len(items), length)] if length else []
    return items


def _bad_dimensions(count: int) -> InvalidBinaryRepresentation | ProgramLimitExceeded:
    if count < 0:
        return InvalidBinaryRepresentation(f"invalid number of dimensions: {count}")
    return too_deep(count)


def _check_header(flags: int, oid: int, element: PgType) -> None:
    if flags not in (0, 1):
        raise InvalidBinaryRepresentation("invalid array flags")
    if oid != element.oid and (oid, element) not in _TAKEN_TOO:
        name = table.BY_OID[oid].sql if oid in table.BY_OID else "???"
        raise DatatypeMismatch(
            f"binary data has array element type {oid} ({name})"
            f" instead of expected {element.oid} ({element.sql})"
        )


def _product(lengths: list[int]) -> int:
    count = 1 if lengths else 0
    for length in lengths:
        count *= length
        if not 0 <= length <= _MOST_ITEMS or count > _MOST_ITEMS:
            raise ProgramLimitExceeded(f"array size exceeds the maximum allowed ({_MOST_ITEMS})")
    return count


def _items(
    element: PgType, data: bytes, at: int, count: int, decode: Callable[[PgType, bytes], Any]
) -> tuple[list[Any], int]:
    # Every item takes four bytes at least: a count that the data cannot hold is refused before it is
    # believed.
    if count * _LENGTH.size > len(data) - at:
        raise ProtocolViolation("insufficient data left in message")
    items: list[Any] = []
    for _ in range(count):
        (length,) = _LENGTH.unpack_from(data, at)
        at += _LENGTH.size
        if length < -1 or length > len(data) - at:
            raise InvalidBinaryRepresentation("insufficient data left in message")
        items.append(None if length == -1 else decode(element, data[at : at + length]))
        at += max(length, 0)
    return items, at
