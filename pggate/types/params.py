"""
What a client binds, made into what the engine takes as a parameter.

A Python value where Python has one; otherwise (infinity, BC, 24:00:00, a year of five digits) text in
DuckDB's spelling, which the statement's own cast ``$n::TYPE`` reads.  duckdb 1.5.5: ``0044-03-15 BC`` loses
its era silently, ``0044-03-15 (BC)`` keeps it; a Decimal with a positive exponent arrives as another number.
"""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import (
    InvalidBinaryRepresentation,
    InvalidParameterValue,
    NumericValueOutOfRange,
)
from pggate.types import addresses, binary, jsonb, table, text, utf8
from pggate.types.datetime_input import read_timestamptz
from pggate.types.datetimes import DAY, timetz_text
from pggate.types.spellings import (
    SPELLINGS,
    spelled_date,
    spelled_instant,
    spelled_interval,
    spelled_timestamp,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.table import PgType

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST: Final = (date.min - date(1970, 1, 1)).days
_LAST: Final = (date.max - date(1970, 1, 1)).days

# The widest DECIMAL of duckdb 1.5.5; a longer Decimal parameter becomes a DOUBLE there.
_MOST_DIGITS: Final = 38


def decode(oid: int, format_: int, data: bytes | None, number: int = 1) -> Any:
    """
    One bound parameter.

    Args:
        oid: Its type as the statement was prepared; 0 or one that is not in ``table`` is taken as text, an
            address as its text.
        format_: 0 text, 1 binary.
        data: The bytes; None is NULL.
        number: Which parameter it is, from 1: PostgreSQL names it in its messages.

    Returns:
        None, bool, int, float, Decimal, str, bytes, UUID, date, time, datetime (timestamptz: aware, UTC), or
        a nested list of one of these.

    Raises:
        PgError: 22P02, 22003, 22007, 22008 text that is no value of the type; 22021 text that is not UTF-8 or
            has a NUL; 22P03, 08P01 binary data of the wrong shape; 22023 a format that is neither.

    """
    if data is None:
        return None
    type_ = table.BY_OID.get(oid) or addresses.BY_OID.get(oid, table.TEXT)
    return decode_as(type_, format_, data, number)


def decode_as(type_: PgType, format_: int, data: bytes, number: int = 1) -> Any:
    """
    The same for a type that may have been created here; a value of a composite type is a dict.
    """
    if format_ == 0:
        return _from_text(type_, utf8.characters(data))
    if format_ == 1:
        return _from_binary(type_, data, number)
    raise InvalidParameterValue(f"unsupported format code: {format_}")


def _from_text(type_: PgType, characters: str) -> Any:
    if type_ is table.TIMESTAMPTZ:
        moment, absolute = read_timestamptz(characters)
        return _aware(moment) if absolute else spelled_timestamp(moment)  # else the session's zone decides
    return parameter(type_, text.decode(type_, characters))


def _from_binary(type_: PgType, data: bytes, number: int) -> Any:
    try:
        value = binary.decode(type_, data)
    except InvalidBinaryRepresentation as fault:
        if fault.message != "incorrect binary data format":
            raise
        raise InvalidBinaryRepresentation(f"{fault.message} in bind parameter {number}") from None
    except UnicodeDecodeError as fault:
        raise utf8.not_utf8(fault.object, fault.start) from None
    utf8.refuse_nul(value)
    return parameter(type_, value)


def cast_type(oid: int, value: Any) -> str | None:
    """
    The T of ``$n::T`` that a decoded value needs; None where it brings its own type.

    It is the type's ``duckdb``, but for two kinds of value: DuckDB's list types count their dimensions, and a
    numeric list with NaN or an infinity is one of DOUBLE.
    """
    type_ = table.BY_OID.get(oid, table.TEXT)
    element = type_.element or type_
    if not type_.casts and not (
        isinstance(value, list) and any(isinstance(leaf, str) for leaf in _leaves(value))
    ):
        return None
    scalar = element.duckdb if type_.casts else "DOUBLE"
    return scalar if type_.element is None else scalar + "[]" * max(_depth(value), 1)


def _depth(value: Any) -> int:
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0


def parameter(type_: PgType, value: Any) -> Any:
    """
    The engine's parameter for a value in the form of ``text.decode`` and ``binary.decode``.
    """
    if type_.element is not None:
        return _list(type_.element, value)
    if type_.fields:
        types = {field.name: field.type for field in type_.fields}
        return {name: None if item is None else parameter(types[name], item) for name, item in value.items()}
    return _PARAMETERS[type_](value) if type_ in _PARAMETERS else value


def _list(element: PgType, value: list[Any]) -> list[Any]:
    items = _mapped(value, lambda item: parameter(element, item))
    leaves = _leaves(items)
    # A list has one type: where one item has no Python value, all go as text (each cast by $n::TYPE[]).
    if element in SPELLINGS and any(isinstance(leaf, str) or _is_nan(leaf) for leaf in leaves):
        return _mapped(value, SPELLINGS[element])
    if element is table.NUMERIC:
        _refuse_rounding([leaf for leaf in leaves if isinstance(leaf, Decimal)])
    return items


def _mapped(items: list[Any], change: Callable[[Any], Any]) -> list[Any]:
    return [
        _mapped(item, change) if isinstance(item, list) else None if item is None else change(item)
        for item in items
    ]


def _is_nan(leaf: Any) -> bool:
    # duckdb 1.5.5: a NaN inside a list parameter becomes NULL.
    return isinstance(leaf, float) and not math.isfinite(leaf)


def _refuse_rounding(leaves: list[Decimal]) -> None:
    # duckdb 1.5.5 gives a list of Decimals one DECIMAL type and rounds what does not fit.
    decimals = max((-int(leaf.as_tuple().exponent) for leaf in leaves), default=0)
    whole = max((leaf.adjusted() + 1 for leaf in leaves if leaf), default=0)
    if whole + decimals > _MOST_DIGITS:
        raise _too_wide(whole + decimals)


def _leaves(items: list[Any]) -> list[Any]:
    return [leaf for item in items for leaf in (_leaves(item) if isinstance(item, list) else [item])]


def _numeric(value: Decimal) -> Decimal | float:
    if not value.is_finite():
        return float(value)
    whole = value if int(value.as_tuple().exponent) <= 0 else Decimal(format(value, "f"))
    if _width(whole) > _MOST_DIGITS:
        whole = _without_trailing_zeros(whole)
    if _width(whole) > _MOST_DIGITS:
        raise _too_wide(_width(whole))
    return whole


def _too_wide(digits: int) -> NumericValueOutOfRange:
    return NumericValueOutOfRange(
        f"a numeric of {digits} digits is more than DECIMAL({_MOST_DIGITS}) holds",
        hint="Round the value, or cast the parameter to double precision.",
    )


def _width(value: Decimal) -> int:
    _, digits, exponent = value.as_tuple()
    return max(len(digits), -int(exponent))


def _without_trailing_zeros(value: Decimal) -> Decimal:
    return Decimal(format(value, "f").rstrip("0")) if int(value.as_tuple().exponent) < 0 else value


def _date(days: int) -> date | str:
    return date(1970, 1, 1) + timedelta(days) if _FIRST <= days <= _LAST else spelled_date(days)


def _time(microseconds: int) -> time | str:
    if microseconds == DAY:
        return "24:00:00"
    return (_EPOCH + timedelta(microseconds=microseconds)).time()


def _timestamp(microseconds: int) -> datetime | str:
    if _FIRST * DAY <= microseconds < (_LAST + 1) * DAY:
        return _EPOCH.replace(tzinfo=None) + timedelta(microseconds=microseconds)
    return spelled_timestamp(microseconds)


def _aware(microseconds: int) -> datetime | str:
    # A day's distance from Python's limits: the engine's zone conversion must not leave them.
    if (_FIRST + 1) * DAY <= microseconds < _LAST * DAY:
        return _EPOCH + timedelta(microseconds=microseconds)
    return spelled_instant(microseconds)


# fmt: off
_PARAMETERS: Final[dict[PgType, Callable[[Any], Any]]] = {
    table.NUMERIC:     _numeric,
    table.DATE:        _date,
    table.TIME:        _time,
    table.TIMETZ:      timetz_text,
    table.TIMESTAMP:   _timestamp,
    table.TIMESTAMPTZ: _aware,
    table.INTERVAL:    spelled_interval,
    table.JSONB:       jsonb.normal,  # the engine compares texts
}

# fmt: on
