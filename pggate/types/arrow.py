"""
What a topic's column expects of Arrow, what it takes besides, and how that is converted.

The Arrow types are those whose Parquet form DuckLake registers and reads back as the column's type (ducklake
1.5.5, ``ducklake_add_data_files``): UUID and JSON need Parquet's logical types, which Arrow's extension types
write; TIMESTAMP and TIMESTAMP WITH TIME ZONE are not exchanged; Parquet has no seconds.
"""

from __future__ import annotations

from typing import Any, Final

import pyarrow as pa

from pggate.errors import DatatypeMismatch, FeatureNotSupported
from pggate.types import lists
from pggate.types.arrow_convert import converted
from pggate.types.arrow_fits import arrow_of, fits
from pggate.types.ducktype import DuckType, parse, spell

# In this order the first type that fits is the closest.
_NARROWEST_FIRST: Final = (
    *("BOOLEAN", "TINYINT", "UTINYINT", "SMALLINT", "USMALLINT", "INTEGER", "UINTEGER", "BIGINT", "UBIGINT"),
    *("FLOAT", "DOUBLE", "VARCHAR", "BLOB", "DATE", "TIME"),
    *("TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE"),
)


def arrow_type(duckdb_type: str) -> Any:
    """
    The pyarrow type of a topic's column.

    Raises:
        FeatureNotSupported: 0A000, a type that no Arrow batch can bring into a topic.

    """
    return arrow_of(parse(duckdb_type))


def compatible(got: Any, duckdb_type: str) -> bool:
    """
    Whether every value of an Arrow type is a value of a column of this DuckDB type.
    """
    return fits(got, parse(duckdb_type))


def convert(column: Any, duckdb_type: str) -> Any:
    """
    An Arrow column as one array of ``arrow_type(duckdb_type)``.

    Raises:
        DatatypeMismatch: 42804, ``compatible`` says no; the message names both types.
        InvalidTextRepresentation: 22P02, text that is no uuid or json.
        DatetimeFieldOverflow: 22008, a timestamp beyond the finer unit's range.

    """
    if not compatible(column.type, duckdb_type):
        raise DatatypeMismatch(
            f"column is of type {duckdb_type} but the data is of type {describe(column.type)}"
        )
    return converted(column, parse(duckdb_type))


def describe(type_: Any) -> str:
    """
    An Arrow type for a message, without what makes no difference (list child names, dictionary indices).
    """
    if isinstance(type_, pa.BaseExtensionType):
        return str(type_.extension_name)
    if pa.types.is_dictionary(type_) or pa.types.is_run_end_encoded(type_):
        return describe(type_.value_type)
    if lists.is_list(type_):
        return f"list<{describe(type_.value_type)}>"
    if pa.types.is_struct(type_):
        return f"struct<{', '.join(f'{field.name}: {describe(field.type)}' for field in type_)}>"
    if pa.types.is_map(type_):
        return f"map<{describe(type_.key_type)}, {describe(type_.item_type)}>"
    return str(type_)


def duckdb_type(type_: Any) -> str:
    """
    The DuckDB type of a column that is made for an Arrow type, so that ``compatible`` holds between the two.

    Raises:
        FeatureNotSupported: 0A000, with a hint, where no storable type holds every value.

    """
    return spell(_duck(type_))


def _duck(type_: Any) -> DuckType:
    if pa.types.is_dictionary(type_) or pa.types.is_run_end_encoded(type_):
        return _duck(type_.value_type)
    if isinstance(type_, pa.BaseExtensionType):
        known = {"arrow.uuid": "UUID", "arrow.json": "JSON"}.get(type_.extension_name)
        return DuckType(known) if known else _duck(type_.storage_type)
    return _duck_nested(type_) if pa.types.is_nested(type_) else _duck_scalar(type_)


def _duck_nested(type_: Any) -> DuckType:
    if lists.is_list(type_):
        return DuckType("LIST", (), (("", _duck(type_.value_type)),))
    if pa.types.is_struct(type_) and len(type_):
        return DuckType("STRUCT", (), tuple((field.name, _duck(field.type)) for field in type_))
    if pa.types.is_map(type_):
        return DuckType("MAP", (), (("key", _duck(type_.key_type)), ("value", _duck(type_.item_type))))
    raise _no_column(type_)


def _duck_scalar(type_: Any) -> DuckType:
    if pa.types.is_null(type_):
        return DuckType("VARCHAR")
    if pa.types.is_decimal(type_) and 0 <= type_.scale <= type_.precision <= 38:
        return DuckType("DECIMAL", (type_.precision, type_.scale))
    for name in _NARROWEST_FIRST:
        if fits(type_, DuckType(name)):
            return DuckType(name)
    raise _no_column(type_)


def _no_column(type_: Any) -> FeatureNotSupported:
    return FeatureNotSupported(
        f"no topic column holds every value of Arrow's {describe(type_)}",
        hint="Cast the column in the file first; timestamps with a time zone and times have microseconds.",
    )
