"""
What Flight SQL tells of databases, schemas and tables, in the shapes that its format prescribes
(format/FlightSql.proto, CommandGetCatalogs and what follows).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from pggate import __version__
from pggate.errors import FeatureNotSupported
from pggate.types.arrow import arrow_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pggate.catalog.model import Catalog, Relation

KINDS: Final = {"r": "TABLE", "v": "VIEW"}
"""pg_class's relkind, and what Flight SQL calls it."""

CATALOGS: Final = pa.schema([pa.field("catalog_name", pa.string(), nullable=False)])
SCHEMAS: Final = pa.schema(
    [("catalog_name", pa.string()), pa.field("db_schema_name", pa.string(), nullable=False)]
)
TABLE_TYPES: Final = pa.schema([pa.field("table_type", pa.string(), nullable=False)])
TABLES: Final = pa.schema(
    [
        ("catalog_name", pa.string()),
        ("db_schema_name", pa.string()),
        pa.field("table_name", pa.string(), nullable=False),
        pa.field("table_type", pa.string(), nullable=False),
    ]
)
WITH_SCHEMA: Final = TABLES.append(pa.field("table_schema", pa.binary(), nullable=False))

# enum SqlInfo
_NAME, _VERSION, _ARROW, _READ_ONLY, _SQL, _SUBSTRAIT, _TRANSACTION, _CANCEL, _INGEST = (
    0,
    1,
    2,
    3,
    4,
    5,
    8,
    9,
    10,
)
_INFO: Final[dict[int, str | bool | int]] = {
    _NAME: "pggate",
    _VERSION: __version__,
    _ARROW: pa.__version__,
    _READ_ONLY: False,
    _SQL: True,
    _SUBSTRAIT: False,
    _TRANSACTION: 0,  # SQL_SUPPORTED_TRANSACTION_NONE
    _CANCEL: False,
    _INGEST: True,
}
_VALUES: Final = pa.dense_union(
    [
        pa.field("string_value", pa.string()),
        pa.field("bool_value", pa.bool_()),
        pa.field("bigint_value", pa.int64()),
        pa.field("int32_bitmask", pa.int32()),
        pa.field("string_list", pa.list_(pa.string())),
        pa.field("int32_to_int32_list_map", pa.map_(pa.int32(), pa.list_(pa.int32()))),
    ]
)


def infos(wanted: Iterable[int]) -> pa.RecordBatch:
    """
    What the server can; of nothing wanted all of it.
    """
    numbers = [number for number in (wanted or _INFO) if number in _INFO]
    kinds, offsets = [], []
    children: list[list[Any]] = [[] for _ in _VALUES]
    for number in numbers:
        value = _INFO[number]
        kind = 1 if isinstance(value, bool) else 0 if isinstance(value, str) else 3
        kinds.append(kind)
        offsets.append(len(children[kind]))
        children[kind].append(value)
    values = pa.UnionArray.from_dense(
        pa.array(kinds, pa.int8()),
        pa.array(offsets, pa.int32()),
        [pa.array(child, field.type) for child, field in zip(children, _VALUES, strict=True)],
        [field.name for field in _VALUES],
    )
    return pa.RecordBatch.from_arrays([pa.array(numbers, pa.uint32()), values], names=["info_name", "value"])


def catalogs(catalog: Catalog) -> pa.RecordBatch:
    """The databases."""
    return _batch(CATALOGS, ((name,) for name in sorted(catalog.databases)))


def schemas(catalog: Catalog, command: Any) -> pa.RecordBatch:
    """Their schemas."""
    like = _like(command, "db_schema_filter_pattern")
    return _batch(
        SCHEMAS,
        (
            (database, name)
            for database in _databases(catalog, command)
            for name in sorted(catalog.databases[database].schemas)
            if like.fullmatch(name)
        ),
    )


def table_types() -> pa.RecordBatch:
    """What there can be."""
    return _batch(TABLE_TYPES, ((name,) for name in KINDS.values()))


def tables(catalog: Catalog, command: Any) -> pa.RecordBatch:
    """Topics and views, with their Arrow schemas where they are asked for."""
    schema_like, name_like = (
        _like(command, "db_schema_filter_pattern"),
        _like(command, "table_name_filter_pattern"),
    )
    kinds = set(command.table_types) or set(KINDS.values())

    def rows() -> Iterator[tuple[object, ...]]:
        for database in _databases(catalog, command):
            for relation in sorted(catalog.relations(database), key=lambda one: (one.schema, one.name)):
                kind = KINDS.get(relation.kind)
                if (
                    kind in kinds
                    and schema_like.fullmatch(relation.schema)
                    and name_like.fullmatch(relation.name)
                ):
                    row = (database, relation.schema, relation.name, kind)
                    yield (*row, _schema_of(relation)) if command.include_schema else row

    return _batch(WITH_SCHEMA if command.include_schema else TABLES, rows())


def _schema_of(relation: Relation) -> bytes:
    fields = [pa.field(one.name, _arrow(one.duckdb_type), not one.not_null) for one in relation.columns]
    serialized: bytes = pa.schema(fields).serialize().to_pybytes()
    return serialized


def _arrow(duckdb_type: str) -> pa.DataType:
    try:
        return arrow_type(duckdb_type)
    except FeatureNotSupported:
        return pa.string()


def _databases(catalog: Catalog, command: Any) -> list[str]:
    if not command.HasField("catalog"):
        return sorted(catalog.databases)
    return [command.catalog] if command.catalog in catalog.databases else []


def _like(command: Any, field: str) -> re.Pattern[str]:
    """
    A pattern of LIKE's, of % and _; of a field that is not there one of everything.

    What stands between two % is right where it is found first, so nothing is ever tried again.
    """
    pattern = getattr(command, field) if command.HasField(field) else "%"
    first, *others = (
        "".join("." if one == "_" else re.escape(one) for one in part) for part in pattern.split("%")
    )
    between = "".join(f"(?>.*?{part})" for part in others[:-1] if part)
    return re.compile(first + between + "".join(f".*{part}" for part in others[-1:]), re.DOTALL)


def _batch(schema: pa.Schema, rows: Iterable[tuple[object, ...]]) -> pa.RecordBatch:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
