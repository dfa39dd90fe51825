"""
The mirror's tables in "~pg"."~mirror" (sql/mirror.sql), as Arrow has their columns.
"""

from __future__ import annotations

from typing import Final

import pyarrow as pa

TIMESTAMP: Final = pa.timestamp("us", tz="UTC")
# fmt: off
TABLES: Final = {
    "databases": pa.schema([
        ("oid", pa.int64()), ("name", pa.string()), ("owner", pa.int64()), ("comment", pa.string()),
    ]),
    "roles": pa.schema([
        ("oid", pa.int64()), ("name", pa.string()), ("superuser", pa.bool_()),
    ]),
    "tokens": pa.schema([
        ("id", pa.int64()), ("prefix", pa.string()), ("database", pa.string()), ("relation", pa.int64()),
        ("created_at", TIMESTAMP), ("revoked_at", TIMESTAMP), ("requests", pa.int64()), ("rows", pa.int64()),
        ("bytes", pa.int64()),
    ]),
    "schemas": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("name", pa.string()), ("owner", pa.int64()),
        ("comment", pa.string()),
    ]),
    "relations": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("name", pa.string()),
        ("kind", pa.string()), ("attributes", pa.int16()), ("owner", pa.int64()), ("comment", pa.string()),
        ("definition", pa.string()), ("schema", pa.string()), ("quoted_schema", pa.string()),
        ("quoted", pa.string()), ("same_name", pa.list_(pa.string())), ("has_index", pa.bool_()),
        ("has_triggers", pa.bool_()), ("checks", pa.int16()), ("rows", pa.float32()),
        ("storage_uri", pa.string()),
        ("created_at", TIMESTAMP), ("version", pa.int64()), ("valid_from", TIMESTAMP),
        ("options", pa.list_(pa.string())),
    ]),
    "columns": pa.schema([
        ("database", pa.string()), ("relation", pa.int64()), ("attnum", pa.int16()), ("name", pa.string()),
        ("duckdb_type", pa.string()), ("type", pa.int64()), ("typmod", pa.int32()), ("not_null", pa.bool_()),
        ("default", pa.string()), ("comment", pa.string()), ("identity", pa.string()),
        ("sequence", pa.int64()), ("typlen", pa.int16()), ("typbyval", pa.bool_()),
        ("typcategory", pa.string()), ("typalign", pa.string()), ("typstorage", pa.string()),
        ("typcollation", pa.int64()), ("ndims", pa.int32()),
    ]),
    "types": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("typname", pa.string()), ("typlen", pa.int16()),
        ("typbyval", pa.bool_()), ("typtype", pa.string()), ("typcategory", pa.string()),
        ("typispreferred", pa.bool_()), ("typdelim", pa.string()), ("typsubscript", pa.int64()),
        ("typelem", pa.int64()), ("typarray", pa.int64()), ("typinput", pa.int64()),
        ("typoutput", pa.int64()), ("typreceive", pa.int64()), ("typsend", pa.int64()),
        ("typmodin", pa.int64()), ("typmodout", pa.int64()), ("typanalyze", pa.int64()),
        ("typalign", pa.string()), ("typstorage", pa.string()), ("typcollation", pa.int64()),
        ("typnamespace", pa.int64()), ("typrelid", pa.int64()), ("base", pa.int64()),
        ("before", pa.string()), ("after", pa.string()), ("brackets", pa.string()), ("schema", pa.string()),
        ("spellings", pa.list_(pa.string())),
    ]),
    "descriptions": pa.schema([
        ("database", pa.string()), ("objoid", pa.int64()), ("classoid", pa.int64()),
        ("objsubid", pa.int32()), ("description", pa.string()),
    ]),
    "enums": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("array_oid", pa.int64()), ("schema_oid", pa.int64()),
        ("name", pa.string()), ("labels", pa.list_(pa.string())),
    ]),
    "keys": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("schema", pa.string()),
        ("relation", pa.int64()), ("relation_name", pa.string()), ("name", pa.string()),
        ("kind", pa.string()), ("attnums", pa.list_(pa.int16())), ("other", pa.int64()),
        ("other_attnums", pa.list_(pa.int16())), ("other_key", pa.int64()),
        ("other_places", pa.list_(pa.int16())), ("shown", pa.string()), ("options", pa.list_(pa.int16())),
        ("on_update", pa.string()), ("on_delete", pa.string()), ("match", pa.string()),
        ("set_places", pa.list_(pa.int16())), ("is_deferrable", pa.bool_()), ("is_deferred", pa.bool_()),
        ("collations", pa.list_(pa.int64())), ("classes", pa.list_(pa.int64())),
        ("orders", pa.list_(pa.int16())),
        ("definition", pa.string()), ("after_other", pa.string()), ("quoted_columns", pa.list_(pa.string())),
        ("index_before", pa.string()), ("index_on", pa.string()), ("index_after", pa.string()),
    ]),
    "sequences": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("name", pa.string()),
        ("type", pa.int64()), ("start", pa.int64()), ("increment", pa.int64()), ("minimum", pa.int64()),
        ("maximum", pa.int64()), ("cycles", pa.bool_()), ("cache", pa.int64()), ("relation", pa.int64()),
        ("attnum", pa.int16()), ("is_identity", pa.bool_()),
    ]),
}
# fmt: on

OF_DATABASES: Final = {
    "schemas": "oid",
    "relations": "oid",
    "columns": "relation",
    "types": "oid",
    "descriptions": "objoid",
    "enums": "oid",
    "keys": "oid",
    "sequences": "oid",
}
"""
All that show what a database has, by its key, and the column with the OID of what a row is about; how much
its topics hold is the same for everybody.
"""

_DUCKDB: Final = {
    pa.string(): "VARCHAR",
    pa.bool_(): "BOOLEAN",
    pa.int16(): "SMALLINT",
    pa.int32(): "INTEGER",
    pa.int64(): "BIGINT",
    pa.float32(): "FLOAT",
    TIMESTAMP: "TIMESTAMPTZ",
}


def duckdb_type(of_type: pa.DataType) -> str:
    """
    What DuckDB calls the type of such a column.
    """
    if pa.types.is_list(of_type):
        return f"{_DUCKDB[of_type.value_type]}[]"
    return _DUCKDB[of_type]
