"""
Values in PostgreSQL's binary format, made by struct and psycopg: a fault of our own encoders must not hide here.
"""

from __future__ import annotations

from decimal import Decimal
from struct import pack
from typing import TYPE_CHECKING, Any, Final

import psycopg.postgres
from psycopg.adapt import PyFormat, Transformer

from tests.types import drawn

if TYPE_CHECKING:
    from collections.abc import Callable

    Sent = Callable[[Any], bytes]

_EPOCH_DAYS: Final = 10_957  # from 1970-01-01 to 2000-01-01
_DUMPERS: Final = Transformer()


def packed(layout: str) -> Sent:
    return lambda value: pack(layout, value)


def numeric(value: Decimal | int) -> bytes:
    value = Decimal(value)
    return bytes(_DUMPERS.get_dumper(value, PyFormat.BINARY).dump(value) or b"")


def date(days: int) -> bytes:
    if abs(days) == drawn.DATE_INFINITY:
        return pack("!i", days if days > 0 else -(2**31))
    return pack("!i", days - _EPOCH_DAYS)


def moment(per_second: int, value: int) -> bytes:
    """Of a unit that a second has so many of; what is finer than a microsecond is cut, as the engine cuts it."""
    if abs(value) == drawn.INFINITY:
        return pack("!q", value if value > 0 else -(2**63))
    return pack("!q", value * 1_000_000 // per_second - _EPOCH_DAYS * drawn.DAY)


def timetz(value: tuple[int, int]) -> bytes:
    micros, east = value
    return pack("!qi", micros, -east)


def interval(value: tuple[int, int, int]) -> bytes:
    months, days, micros = value
    return pack("!qii", micros, days, months)


def array(postgres: str, sent: Sent, value: list[Any]) -> bytes:
    """
    A (nested) list: the lengths of its dimensions, each from 1 on, then the elements; without any it has none.

    Args:
        postgres: The name of the elements' type.
        sent: An element.
        value: The list.

    """
    lengths, items = [], [value]
    while items and isinstance(items[0], list):
        lengths.append(len(items[0]))
        items = [item for inner in items for item in inner]
    oid = psycopg.postgres.types[postgres.partition("(")[0]].oid
    if not items:
        return pack("!iiI", 0, 0, oid)
    bounds = b"".join(pack("!ii", length, 1) for length in lengths)
    cells = b"".join(field(None if item is None else sent(item)) for item in items)
    return pack("!iiI", len(lengths), None in items, oid) + bounds + cells


def field(cell: bytes | None) -> bytes:
    """A cell with its length before it."""
    return pack("!i", -1) if cell is None else pack("!i", len(cell)) + cell
