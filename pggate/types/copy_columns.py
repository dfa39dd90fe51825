"""
One column of COPY's input: what a field is worth in it, the array of many, and what the kernel is told of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.errors import FeatureNotSupported
from pggate.types import arrow_values, binary, documents_input, table, text, utf8
from pggate.types.arrow_fits import copied_of
from pggate.types.datetimes import MICROSECONDS
from pggate.types.duck import COMPOSITES
from pggate.types.ducktype import parse
from pggate.types.enums import encoded_as, labels_of
from pggate.types.zones import offsets_of_local

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from pggate.types.table import PgType

# What the kernel is told: how it reads a field ("" leaves all to ``decode``) and two numbers.
Told = tuple[str, int, int]

UNREAD: Final[Told] = ("", 0, 0)


@dataclass(frozen=True, slots=True)
class InputColumn:
    """
    A column that rows are copied into.

    Args:
        name: Its name.
        type: What it is to PostgreSQL.
        typmod: Its modifier, -1: none.
        duckdb: The topic's column's type.

    """

    name: str
    type: PgType
    typmod: int
    duckdb: str


class ColumnReader:
    """
    Args:
        column: Which.
        is_binary: Whether fields are in binary format.
        zone: The session's TimeZone.

    Raises:
        FeatureNotSupported: 0A000, a type that no Arrow batch can bring into a topic.

    """

    def __init__(self, column: InputColumn, zone: tzinfo, *, is_binary: bool) -> None:
        self.name = column.name
        self._column = parse(column.duckdb)
        self._is_row = bool((column.type.element or column.type).fields)
        encoded = encoded_as(column.type)
        self._type = encoded if self._is_row or encoded.oid in table.BY_OID else table.TEXT
        self._labels = labels_of(column.type)
        self._zone = zone
        self._is_binary = is_binary
        try:
            self.arrow_type = copied_of(self._column)
        except FeatureNotSupported as error:
            error.hint = f'Leave the column "{column.name}" out of COPY\'s column list.'
            raise
        self._fit = self._fitting(column)
        self.told = self._told(column.typmod)

    def decode(self, field: bytes) -> Any:
        """
        The value of a field that is not NULL, as ``array`` takes it.

        Raises:
            PgError: What PostgreSQL's input or receive function refuses.

        """
        return self._fit(self._sent(field) if self._is_binary else self._written(field))

    @property
    def is_enum(self) -> bool:
        """
        Whether it is of an enumerated type, whose texts the kernel takes for any.
        """
        return bool(self._labels) and not self._column.is_list

    def has_stranger(self, array: Any) -> bool:
        """
        Whether the kernel has taken a text that is no label of the column's enumerated type.
        """
        if not self.is_enum:
            return False
        known = pc.is_in(array, value_set=pa.array(self._labels, array.type))
        return not pc.all(pc.or_(known, array.is_null())).as_py()

    def array(self, values: list[Any]) -> Any:
        """
        Decoded values, None for NULL, as an array of the topic's column's type.
        """
        return arrow_values.array(self._column, values)

    def taken(self, count: int, read: tuple[Any, ...] | None, places: list[int], values: list[Any]) -> Any:
        """
        The array of rows that the kernel has taken.

        Args:
            count: How many rows.
            read: What the kernel says of the column: NULLs and buffers, which are not copied.
            places: The rows whose field it left to ``decode``.
            values: What was decoded there.

        """
        if read is None:
            by_row = dict(zip(places, values, strict=True))
            return self.array([by_row.get(row) for row in range(count)])
        array = self._uncopied(count, *read)
        if not places:
            return array
        chosen = np.arange(count)
        chosen[places] = np.arange(count, count + len(places))
        return pa.concat_arrays([array, self.array(values)]).take(pa.array(chosen))

    def _uncopied(self, count: int, nulls: int, *buffers: Any) -> Any:
        if self._type is table.TIMESTAMPTZ and len(buffers) > 2:
            validity, moments, places = buffers
            buffers = validity, self._from_local(moments, np.frombuffer(places, np.int64))
        wanted = self.arrow_type
        storage = wanted.storage_type if isinstance(wanted, pa.BaseExtensionType) else wanted
        made = [None if one is None else pa.py_buffer(one) for one in buffers]
        filled = pa.Array.from_buffers(storage, count, made, nulls)
        return filled if storage is wanted else pa.ExtensionArray.from_storage(wanted, filled)

    def _from_local(self, moments: Any, places: Any) -> Any:
        """Moments of which some are times of the session's zone."""
        made = np.array(np.frombuffer(moments, np.int64))
        made[places] -= offsets_of_local(self._zone, made[places]) * MICROSECONDS
        return made

    def _written(self, field: bytes) -> Any:
        return text.decode(self._type, field.decode(), self._zone)

    def _sent(self, field: bytes) -> Any:
        try:
            value = binary.decode(self._type, field)
        except UnicodeDecodeError as fault:
            utf8.characters(fault.object)  # a NUL may come first
            raise
        utf8.refuse_nul(value)
        return value

    def _fitting(self, column: InputColumn) -> Callable[[Any], Any]:
        if self._column.innermost.name in COMPOSITES and not self._is_row:
            return lambda value: documents_input.read(self._column, value, self._zone)
        return arrow_values.fit(self._column, column.type, column.typmod)

    def _told(self, typmod: int) -> Told:
        if (self._type, self._column.name) not in _KERNELS:
            return UNREAD
        if self._type is table.NUMERIC and self._column.name == "DECIMAL":
            precision, scale = (int(argument) for argument in self._column.args or (18, 3))
            return "decimal", precision, scale
        name = _KERNELS[self._type, self._column.name]
        if self._type in _TEXTS:
            return name, typmod - 4 if typmod >= 4 and self._type is not table.TEXT else -1, 0
        return name, _counts_from_utc(self._zone), 0


class DocumentReader(ColumnReader):
    """
    Of a column whose fields are JSON that was found valid: it keeps them, or is made of their parts.
    """

    def __init__(self, column: InputColumn, zone: tzinfo) -> None:
        super().__init__(column, zone, is_binary=False)

    def _written(self, field: bytes) -> Any:
        return field.decode()

    def _fitting(self, column: InputColumn) -> Callable[[Any], Any]:
        if self._column.name == "JSON":
            return super()._fitting(column)
        return lambda value: documents_input.read(self._column, value, self._zone)

    def _told(self, typmod: int) -> Told:  # noqa: ARG002  a document has none
        return ("text", -1, 0) if self._column.name == "JSON" else UNREAD


def _counts_from_utc(zone: tzinfo) -> int:
    return str(zone) in ("UTC", "Etc/UTC", "GMT")


_TEXTS: Final = (table.TEXT, table.VARCHAR, table.BPCHAR)

# The kernel's readers, by the two types of a column.
# fmt: off
_KERNELS: Final[dict[tuple[PgType, str], str]] = {
    (table.BOOL, "BOOLEAN"): "bool",
    (table.INT2, "TINYINT"): "i1", (table.INT2, "SMALLINT"): "i2", (table.INT2, "UTINYINT"): "u1",
    (table.INT4, "INTEGER"): "i4", (table.INT4, "USMALLINT"): "u2",
    (table.INT8, "BIGINT"): "i8", (table.INT8, "UINTEGER"): "u4",
    (table.FLOAT4, "FLOAT"): "f4", (table.FLOAT8, "DOUBLE"): "f8",
    (table.NUMERIC, "DECIMAL"): "decimal",
    **{(type_, "VARCHAR"): "text" for type_ in _TEXTS},
    (table.BYTEA, "BLOB"): "bytea", (table.UUID, "UUID"): "uuid",
    (table.DATE, "DATE"): "date", (table.TIME, "TIME"): "time",
    (table.TIMESTAMP, "TIMESTAMP"): "timestamp",
    (table.TIMESTAMPTZ, "TIMESTAMP WITH TIME ZONE"): "timestamptz",
}
# fmt: on
