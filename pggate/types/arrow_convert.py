"""
Arrow columns of a type that fits, made into the type that a topic's column is stored from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.errors import DatetimeFieldOverflow
from pggate.types import binary_kernels, lists, table, text
from pggate.types.arrow_fits import SCALARS, UNITS, arrow_of
from pggate.types.datetimes import TIMESTAMP_INFINITY
from pggate.types.physical import cells, integers, is_string, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.ducktype import DuckType

_CANONICAL_UUID: Final = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"


def converted(array: Any, column: DuckType) -> Any:
    """
    An array of a type that ``fits`` as one of ``arrow_of(column)``.
    """
    array = plain(array)
    if pa.types.is_null(array.type) or array.null_count == len(array):
        return pa.nulls(len(array), arrow_of(column))
    return _CONVERTERS.get(column.name, _cast)(array, column)


def _cast(array: Any, column: DuckType) -> Any:
    return array.cast(arrow_of(column))


def _json(array: Any, _: DuckType) -> Any:
    for item in array.to_pylist():
        if item is not None:
            text.decode(table.JSON, item)
    return pa.ExtensionArray.from_storage(pa.json_(pa.string()), array.cast(pa.string()))


def _uuid(array: Any, _: DuckType) -> Any:
    if is_string(array.type):
        canonical = pc.match_substring_regex(array, _CANONICAL_UUID).fill_null(True)
        if not pc.all(canonical).as_py():
            array = pa.array(
                [None if item is None else str(text.decode(table.UUID, item)) for item in array.to_pylist()]
            )
        array = binary_kernels.encode(table.UUID, array)
    return pa.ExtensionArray.from_storage(pa.uuid(), cells(array).cast(pa.binary()).cast(pa.binary(16)))


def _timestamp(array: Any, column: DuckType) -> Any:
    wanted = SCALARS[column.name]
    factor = UNITS[wanted.unit] // UNITS[array.type.unit]
    values = integers(array)
    infinite = np.abs(values) == TIMESTAMP_INFINITY
    if np.any(~infinite & (np.abs(values) > TIMESTAMP_INFINITY // factor)):
        raise DatetimeFieldOverflow("timestamp out of range")
    scaled = np.where(infinite, values, values * np.where(infinite, 1, factor))
    return pa.array(scaled, mask=array.is_null().to_numpy(zero_copy_only=False)).view(wanted)


def _list(array: Any, column: DuckType) -> Any:
    offsets, items = lists.parts(array)
    return pa.ListArray.from_arrays(
        pa.array(offsets, pa.int32()),
        converted(items, column.element),
        type=arrow_of(column),
        mask=array.is_null(),
    )


def _struct(array: Any, column: DuckType) -> Any:
    given = {field.name.lower(): child for field, child in zip(array.type, array.flatten(), strict=True)}
    children = [
        converted(given[name.lower()], child)
        if name.lower() in given
        else pa.nulls(len(array), arrow_of(child))
        for name, child in column.children
    ]
    return pa.StructArray.from_arrays(children, fields=list(arrow_of(column)), mask=array.is_null())


def _map(array: Any, column: DuckType) -> Any:
    (_, key), (_, value) = column.children
    entry = pa.struct([("key", array.type.key_type), ("value", array.type.item_type)])
    offsets, items = lists.parts(array.cast(pa.list_(entry)))
    keys, values = converted(items.field(0), key), converted(items.field(1), value)
    return pa.MapArray.from_arrays(
        pa.array(offsets, pa.int32()), keys, values, type=arrow_of(column), mask=array.is_null()
    )


_CONVERTERS: Final[dict[str, Callable[[Any, DuckType], Any]]] = {
    "JSON": _json,
    "UUID": _uuid,
    **dict.fromkeys(
        ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE"), _timestamp
    ),
    "LIST": _list,
    "STRUCT": _struct,
    "MAP": _map,
}
