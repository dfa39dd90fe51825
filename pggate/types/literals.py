r"""
A literal of some type as PostgreSQL reads it, written so that DuckDB reads the same value.

duckdb 1.5.5 casts texts by its own rules: '\x00ff' is three bytes to it, '0044-03-15 BC' a day of our era,
'{a,b}' no list, '2020-01-01 00:00+00' no timestamp, 'yes' no boolean, '1.5' and '0x2' an integer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.errors import DatetimeFieldOverflow, FeatureNotSupported, PgError
from pggate.types import table, text
from pggate.types.arrays import is_written, read_array
from pggate.types.datetime_input import read_timestamptz
from pggate.types.datetimes import time_text, timetz_text
from pggate.types.floats import is_hexadecimal
from pggate.types.spellings import spelled_date, spelled_instant, spelled_interval, spelled_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.table import PgType


def spelled(type_: PgType, literal: str) -> str | None:
    """
    What DuckDB casts to the value that the literal has in PostgreSQL.

    Args:
        type_: Of the value.
        literal: The text between the quotes.

    Returns:
        A literal in quotes; it still needs the cast to its type.  None where DuckDB reads the text itself
        alike, or PostgreSQL cannot read it: then DuckDB's own forms apply, and its errors.

    Raises:
        PgError: It is no number of the type, or no day: DuckDB rounds '1.5' to an integer, and takes the 20
            of '20-01-01' for a year.  Or no array, but written as one; or one that does not begin at 1.

    """
    try:
        if type_.element is not None:
            return _spelled_list(type_.element, read_array(literal, lambda item: item))
        found = engine_text(type_, literal)
    except (DatetimeFieldOverflow, FeatureNotSupported):
        raise
    except PgError:
        if type_ in _REFUSED or (type_.element is not None and is_written(literal)):
            raise
        return None
    return None if found == literal else _quoted(found)


# Digits before the point and behind it with which no cast of a DECIMAL rounds twice, whatever numbers of such
# a form stand with it in one column of VALUES: 2^24 and 2^53 are what the floats count to.
_EXACT: Final = {table.FLOAT4: (3, 4), table.FLOAT8: (7, 8)}


def spelled_float(type_: PgType | None, number: str) -> str | None:
    """
    A number of the text, with a point or an exponent, as a float to the last bit; None if it is one anyway.

    duckdb 1.5.5 divides the digits of a DECIMAL by a power of ten, each rounded to the float.
    """
    if type_ not in _EXACT:
        return None
    whole, _, decimals = number.partition(".")
    most_whole, most_decimals = _EXACT[type_]
    if len(whole) <= most_whole and len(decimals) <= most_decimals and (whole + decimals).isdecimal():
        return None
    text.decode(type_, number)  # raises what the engine makes infinite
    return f"CAST('{number}' AS {type_.duckdb})"


def depth(literal: str) -> int:
    """
    The dimensions of a well-formed array literal; of one without elements, 1.
    """
    return _depth(read_array(literal, lambda item: item))


def _depth(items: Any) -> int:
    return 1 + _depth(items[0]) if items and isinstance(items[0], list) else 1


def _spelled_list(element: PgType, items: list[Any]) -> str:
    written = _quoted(_list(element, items))
    # duckdb 1.5.5 reads a text that is to be a JSON[] as one JSON document.
    return f"{written}::VARCHAR{'[]' * _depth(items)}" if element in (table.JSON, table.JSONB) else written


def _list(element: PgType, items: list[Any]) -> str:
    return f"[{', '.join(_item(element, item) for item in items)}]"


def _item(element: PgType, item: Any) -> str:
    if item is None:
        return "NULL"
    if isinstance(item, list):
        return _list(element, item)
    escaped = engine_text(element, item).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


_NUMBERS: Final = frozenset({table.INT2, table.INT4, table.INT8, table.FLOAT4, table.FLOAT8, table.NUMERIC})


_REFUSED: Final = _NUMBERS | {table.BYTEA}
"""Whose forms DuckDB would read otherwise than PostgreSQL, or not say what is wrong with them."""


def engine_text(type_: PgType, literal: str) -> str:
    """
    The text that DuckDB casts to the value that a text has in PostgreSQL.

    Args:
        type_: Of the value; no array.
        literal: Its text.

    Raises:
        PgError: It has none of the type.

    """
    if type_ in _NUMBERS:
        text.decode(type_, literal)
    write = _WRITERS.get(type_)
    return literal if write is None else write(literal)


def _quoted(characters: str) -> str:
    return "'" + characters.replace("'", "''") + "'"


def _bytea(literal: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in text.decode(table.BYTEA, literal))


def _float(type_: PgType) -> Callable[[str], str]:
    """DuckDB reads decimal digits alone."""
    return lambda literal: repr(text.decode(type_, literal)) if is_hexadecimal(literal) else literal


def _timestamptz(literal: str) -> str:
    moment, absolute = read_timestamptz(literal)
    # Where the text names no zone the session's decides, which the engine knows.
    return spelled_instant(moment) if absolute else spelled_timestamp(moment)


def _read(type_: PgType, spell: Callable[[Any], str]) -> Callable[[str], str]:
    return lambda literal: spell(text.decode(type_, literal))


# fmt: off
_WRITERS: Final[dict[PgType, Callable[[str], str]]] = {
    table.BOOL:        _read(table.BOOL, lambda value: "true" if value else "false"),
    table.BYTEA:       _bytea,
    table.FLOAT4:      _float(table.FLOAT4),
    table.FLOAT8:      _float(table.FLOAT8),
    table.DATE:        _read(table.DATE, spelled_date),
    table.TIME:        _read(table.TIME, time_text),
    table.TIMETZ:      _read(table.TIMETZ, timetz_text),
    table.TIMESTAMP:   _read(table.TIMESTAMP, spelled_timestamp),
    table.TIMESTAMPTZ: _timestamptz,
    table.INTERVAL:    _read(table.INTERVAL, spelled_interval),
}
# fmt: on
