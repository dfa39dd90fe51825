"""
Values as ``text.decode`` gives them, made into what a topic's column stores, and many of them into its array.

``fit`` refuses or rounds one value; ``array`` takes only what has been fitted.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from pggate.errors import (
    ArraySubscriptError,
    DatetimeFieldOverflow,
    InvalidTextRepresentation,
    NumericValueOutOfRange,
    StringDataRightTruncation,
)
from pggate.types import table
from pggate.types.arrow_fits import SCALARS, copied_of
from pggate.types.datetimes import TIMESTAMP_INFINITY
from pggate.types.ducktype import spell
from pggate.types.enums import labels_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from uuid import UUID

    from pggate.types.ducktype import DuckType
    from pggate.types.table import PgType

_INTEGERS: Final = tuple(name for name, type_ in SCALARS.items() if pa.types.is_integer(type_))
_VIEWED: Final = {"DATE": pa.int32(), **{name: pa.int64() for name in SCALARS if name.startswith("TIME")}}

# A numeric rounded to a column's scale has 39 digits at most.
_ENOUGH: Final = Context(prec=80)

# PostgreSQL keeps a length as its typmod less VARHDRSZ (varchar.c).
_LENGTH_HEADER: Final = 4

# From microseconds to the column's own precision: the unit's length.
_COARSER: Final = {"TIMESTAMP_S": 1_000_000, "TIMESTAMP_MS": 1_000}


def fit(column: DuckType, type_: PgType, typmod: int = -1) -> Callable[[Any], Any]:
    """
    The function that makes a value into one of the column, as an assignment does.

    Args:
        column: The topic's column's type: a scalar, a row of a composite type, or a list of them.
        type_: What its values are to PostgreSQL.
        typmod: The length of a varchar or char column, as pg_attribute.atttypmod has it.

    Returns:
        A function that raises 22003, 22001, 22008, 22P02, 2202E with PostgreSQL's wording.

    """
    if column.is_list:
        item = fit(column.element, type_.element or type_, typmod)
        return lambda value: _list(column, item, value)
    if column.name == "STRUCT" and type_.fields:
        return _row(column, type_)
    labels = labels_of(type_)
    if labels:
        return lambda value: _label(type_, labels, value)
    if typmod >= _LENGTH_HEADER and type_ in _WITH_LENGTH:
        return lambda value: _shortened(type_, typmod - _LENGTH_HEADER, value)
    maker = _FITS.get(column.name)
    return _same if maker is None else maker(column)


def array(column: DuckType, values: list[Any]) -> Any:
    """
    An array of ``copied_of(column)`` from fitted values; None is NULL.

    A list is a list, a STRUCT a dictionary, a MAP a list of pairs.
    """
    if column.is_list:
        return _list_array(column, values)
    if column.name == "STRUCT":
        children = [
            array(child, [None if value is None else value.get(name) for value in values])
            for name, child in column.children
        ]
        return pa.StructArray.from_arrays(children, fields=list(copied_of(column)), mask=_nulls(values))
    if column.name == "MAP":
        return _map_array(column, values)
    wanted = copied_of(column)
    if isinstance(wanted, pa.BaseExtensionType):
        return pa.ExtensionArray.from_storage(wanted, pa.array(values, wanted.storage_type))
    return pa.array(values, _VIEWED.get(column.name, wanted)).view(wanted)


def _same(value: Any) -> Any:
    return value


def _list(column: DuckType, item: Callable[[Any], Any], value: list[Any]) -> list[Any]:
    if any(isinstance(one, list) != column.element.is_list for one in value if one is not None):
        raise ArraySubscriptError(
            "wrong number of array dimensions", detail=f"The column is of type {spell(column)}."
        )
    return [None if one is None else item(one) for one in value]


def _row(column: DuckType, type_: PgType) -> Callable[[Any], Any]:
    """Of a composite type, a dictionary by field."""
    fields = {
        field.name: fit(child, field.type, field.typmod)
        for field, (_, child) in zip(type_.fields, column.children, strict=True)
    }
    return lambda value: {
        name: None if value[name] is None else fitted(value[name]) for name, fitted in fields.items()
    }


def _integer(column: DuckType) -> Callable[[Any], int]:
    low, high = (int(edge) for edge in _edges(SCALARS[column.name]))

    def fitted(value: int | Decimal) -> int:
        whole = value if isinstance(value, int) else _rounded(value, 0, 20)
        if whole is None or not low <= whole <= high:
            raise NumericValueOutOfRange(f'value "{value}" is out of range for type {column.name.lower()}')
        return int(whole)

    return fitted


def _edges(type_: Any) -> tuple[Any, Any]:
    limits = np.iinfo(type_.to_pandas_dtype())
    return limits.min, limits.max


def _decimal(column: DuckType) -> Callable[[Decimal], Decimal]:
    precision, scale = (int(argument) for argument in column.args or (18, 3))

    def fitted(value: Decimal) -> Decimal:
        rounded = _rounded(value, scale, precision - scale)
        if rounded is None:
            raise NumericValueOutOfRange("numeric field overflow", detail=_limits(value, precision, scale))
        return rounded

    return fitted


def _rounded(value: Decimal, scale: int, whole_digits: int) -> Decimal | None:
    """Half away from zero, as PostgreSQL's numeric; None where there are too many digits before the point."""
    if not value.is_finite() or (value and value.adjusted() >= whole_digits):
        return None
    rounded = value.quantize(Decimal((0, (1,), -scale)), ROUND_HALF_UP, _ENOUGH)
    return None if rounded and rounded.adjusted() >= whole_digits else rounded


def _limits(value: Decimal, precision: int, scale: int) -> str:
    # PostgreSQL 15, numeric.c apply_typmod; its NaN has room in any column, ours has not.
    field = f"A field with precision {precision}, scale {scale}"
    if not value.is_finite():
        return f"{field} cannot hold {'NaN' if value.is_nan() else 'an infinite value'}."
    whole = precision - scale
    return f"{field} must round to an absolute value less than {f'10^{whole}' if whole else '1'}."


def _shortened(type_: PgType, most: int, value: str) -> str:
    # PostgreSQL 15, 8.3: excess spaces go, anything else is an error.
    if value[most:].strip(" "):
        raise StringDataRightTruncation(f"value too long for type {type_.sql}({most})")
    return value[:most]


def _label(type_: PgType, labels: Collection[str], value: str) -> str:
    if value not in labels:
        raise InvalidTextRepresentation(f'invalid input value for enum {type_.sql}: "{value}"')
    return value


def _uuid(_: DuckType) -> Callable[[UUID], bytes]:
    return lambda value: value.bytes


def _moment(column: DuckType) -> Callable[[int], int]:
    """From microseconds to the array's unit, rounded to the column's own; infinities stay."""
    finer = 1_000 if column.name == "TIMESTAMP_NS" else 1
    unit = _COARSER.get(column.name, 1)

    def fitted(value: int) -> int:
        if abs(value) == TIMESTAMP_INFINITY:
            return value
        # PostgreSQL's timestamps go on where 64 bits of microseconds since 1970 end.
        if abs(value) >= TIMESTAMP_INFINITY // finer:
            raise DatetimeFieldOverflow("timestamp out of range")
        return (value + unit // 2) // unit * finer

    return fitted


def _list_array(column: DuckType, values: list[Any]) -> Any:
    items = array(column.element, [item for value in values if value is not None for item in value])
    return pa.ListArray.from_arrays(_offsets(values), items, type=copied_of(column), mask=_nulls(values))


def _map_array(column: DuckType, values: list[Any]) -> Any:
    pairs = [pair for value in values if value is not None for pair in value]
    keys, items = (
        array(child, [pair[at] for pair in pairs]) for at, (_, child) in enumerate(column.children)
    )
    return pa.MapArray.from_arrays(_offsets(values), keys, items, type=copied_of(column), mask=_nulls(values))


def _offsets(values: list[Any]) -> Any:
    ends = np.cumsum([0, *(0 if value is None else len(value) for value in values)])
    return pa.array(ends, pa.int32())


def _nulls(values: list[Any]) -> Any:
    return pa.array([value is None for value in values], pa.bool_())


_WITH_LENGTH: Final = frozenset({table.VARCHAR, table.BPCHAR})
_FITS: Final[dict[str, Callable[[DuckType], Callable[[Any], Any]]]] = {
    **dict.fromkeys(_INTEGERS, _integer),
    "DECIMAL": _decimal,
    "UUID": _uuid,
    **dict.fromkeys((name for name in SCALARS if name.startswith("TIMESTAMP")), _moment),
}
