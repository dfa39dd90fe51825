"""
The Arrow type of a topic's column, and which other types it takes.

Another type is taken where *every* value of it is a value of the column's: wider integers, finer units, more
decimals.  Dictionaries, large and view layouts and the names of list children make no difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from pggate.errors import FeatureNotSupported
from pggate.types import lists
from pggate.types.ducktype import spell
from pggate.types.physical import is_string

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.types.ducktype import DuckType

UNITS: Final = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
# fmt: off
SCALARS: Final[dict[str, Any]] = {
    "BOOLEAN": pa.bool_(),
    "TINYINT": pa.int8(), "SMALLINT": pa.int16(), "INTEGER": pa.int32(), "BIGINT": pa.int64(),
    "UTINYINT": pa.uint8(), "USMALLINT": pa.uint16(), "UINTEGER": pa.uint32(), "UBIGINT": pa.uint64(),
    "FLOAT": pa.float32(), "DOUBLE": pa.float64(),
    "VARCHAR": pa.string(), "BLOB": pa.binary(), "UUID": pa.uuid(), "JSON": pa.json_(pa.string()),
    "DATE": pa.date32(), "TIME": pa.time64("us"),
    "TIMESTAMP": pa.timestamp("us"), "TIMESTAMP_MS": pa.timestamp("ms"), "TIMESTAMP_NS": pa.timestamp("ns"),
    "TIMESTAMP_S": pa.timestamp("ms"),  # Parquet has no seconds
    "TIMESTAMP WITH TIME ZONE": pa.timestamp("us", "UTC"),
}
# fmt: on

# The same of what comes by COPY: each of these fits its column.
_COPIED: Final = {**SCALARS, "TIMESTAMP_S": pa.timestamp("s")}

# The finest unit that a column of seconds takes: its Parquet form would hold more.
_FINEST_UNIT: Final = {"TIMESTAMP_S": "s"}

# Integers that a float of so many bits holds exactly.
_EXACT_INTEGER_BITS: Final = {"FLOAT": 16, "DOUBLE": 32}


_NOT_CARRIED: Final = frozenset({"VARIANT", "GEOMETRY"})
"""Types that a topic keeps all the same: the engine writes them itself."""


def arrow_of(column: DuckType) -> Any:
    """
    The Arrow type that a column is stored from.

    Raises:
        FeatureNotSupported: 0A000, a type that no Arrow batch can bring into a topic.

    """
    return _arrow_of(column, SCALARS)


def copied_of(column: DuckType) -> Any:
    """
    The Arrow type that COPY makes of a column's values, every one of which is a value of the column's.

    Raises as `arrow_of`.
    """
    return _arrow_of(column, _COPIED)


def _arrow_of(column: DuckType, scalars: Mapping[str, Any]) -> Any:
    if column.name == "DECIMAL":
        precision, scale = column.args or (18, 3)
        return pa.decimal128(precision, scale)
    if column.name == "LIST":
        return pa.list_(pa.field("element", _arrow_of(column.element, scalars)))
    if column.name == "STRUCT":
        return pa.struct([pa.field(name, _arrow_of(child, scalars)) for name, child in column.children])
    if column.name == "MAP":
        return pa.map_(*(_arrow_of(child, scalars) for _, child in column.children))
    if column.name not in scalars:
        raise FeatureNotSupported(f"a column of type {spell(column)} cannot be filled from Arrow")
    return scalars[column.name]


def is_carried(column: DuckType) -> bool:
    """
    Can Arrow batches bring values into a topic's column of this type?
    """
    parts = all(is_carried(child) for _, child in column.children)
    return parts and column.name not in _NOT_CARRIED


def fits(got: Any, column: DuckType) -> bool:
    """
    Whether every value of an Arrow type is a value of the column.
    """
    if pa.types.is_dictionary(got) or pa.types.is_run_end_encoded(got):
        return fits(got.value_type, column)
    if isinstance(got, pa.BaseExtensionType):
        return _extension_fits(got, column)
    if pa.types.is_null(got):
        return True
    return column.name in _ACCEPTS and _ACCEPTS[column.name](got, column)


def _extension_fits(got: Any, column: DuckType) -> bool:
    if got.extension_name == "arrow.uuid":
        return column.name == "UUID"
    return fits(got.storage_type, column)


def _integer_fits(got: Any, column: DuckType) -> bool:
    if not pa.types.is_integer(got):
        return False
    low, high = _range(got)
    least, most = _range(SCALARS[column.name])
    return least <= low and high <= most


def _range(type_: Any) -> tuple[int, int]:
    if pa.types.is_signed_integer(type_):
        return -(2 ** (type_.bit_width - 1)), 2 ** (type_.bit_width - 1) - 1
    return 0, 2**type_.bit_width - 1


def _float_fits(got: Any, column: DuckType) -> bool:
    if pa.types.is_integer(got):
        return bool(got.bit_width <= _EXACT_INTEGER_BITS[column.name])
    return bool(pa.types.is_floating(got) and got.bit_width <= SCALARS[column.name].bit_width)


def _decimal_fits(got: Any, column: DuckType) -> bool:
    precision, scale = (int(argument) for argument in column.args or (18, 3))
    if pa.types.is_integer(got):
        return len(str(_range(got)[1])) <= precision - scale
    whole_digits = precision - scale
    return bool(pa.types.is_decimal(got) and got.scale <= scale and got.precision - got.scale <= whole_digits)


def _text_fits(got: Any, _: DuckType) -> bool:
    return bool(is_string(got) or got == pa.string_view())


def _binary_fits(got: Any, _: DuckType) -> bool:
    plain_binary = pa.types.is_binary(got) or pa.types.is_large_binary(got) or got == pa.binary_view()
    return bool(plain_binary or pa.types.is_fixed_size_binary(got))


def _uuid_fits(got: Any, column: DuckType) -> bool:
    return _text_fits(got, column) or (pa.types.is_fixed_size_binary(got) and got.byte_width == 16)


def _timestamp_fits(got: Any, column: DuckType) -> bool:
    wanted = SCALARS[column.name]
    if not pa.types.is_timestamp(got) or (got.tz is None) != (wanted.tz is None):
        return False
    return UNITS[got.unit] <= UNITS[_FINEST_UNIT.get(column.name, wanted.unit)]


def _list_fits(got: Any, column: DuckType) -> bool:
    return lists.is_list(got) and fits(got.value_type, column.element)


def _struct_fits(got: Any, column: DuckType) -> bool:
    if not pa.types.is_struct(got):
        return False
    wanted = {name.lower(): child for name, child in column.children}
    names = [field.name.lower() for field in got]
    if len(set(names)) < len(names):
        return False
    return all(
        name in wanted and fits(field.type, wanted[name]) for name, field in zip(names, got, strict=True)
    )


def _map_fits(got: Any, column: DuckType) -> bool:
    (_, key), (_, value) = column.children
    return pa.types.is_map(got) and fits(got.key_type, key) and fits(got.item_type, value)


_ACCEPTS: Final[dict[str, Callable[[Any, DuckType], bool]]] = {
    "BOOLEAN": lambda got, _: pa.types.is_boolean(got),
    **dict.fromkeys(
        ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"),
        _integer_fits,
    ),
    **dict.fromkeys(("FLOAT", "DOUBLE"), _float_fits),
    "DECIMAL": _decimal_fits,
    "VARCHAR": _text_fits,
    "JSON": _text_fits,
    "BLOB": _binary_fits,
    "UUID": _uuid_fits,
    "DATE": lambda got, _: pa.types.is_date(got),
    "TIME": lambda got, _: pa.types.is_time(got) and got.unit != "ns",
    **dict.fromkeys(
        ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE"),
        _timestamp_fits,
    ),
    "LIST": _list_fits,
    "STRUCT": _struct_fits,
    "MAP": _map_fits,
}
