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
        ("created_at", TIMESTAMP), ("revoked_at", TIMESTAMP),
    ]),
    "schemas": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("name", pa.string()), ("owner", pa.int64()),
        ("comment", pa.string()),
    ]),
    "relations": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("name", pa.string()),
        ("kind", pa.string()), ("attributes", pa.int16()), ("owner", pa.int64()), ("comment", pa.string()),
        ("definition", pa.string()), ("storage_uri", pa.string()), ("created_at", TIMESTAMP),
        ("version", pa.int64()), ("valid_from", TIMESTAMP),
    ]),
    "columns": pa.schema([
        ("database", pa.string()), ("relation", pa.int64()), ("attnum", pa.int16()), ("name", pa.string()),
        ("duckdb_type", pa.string()), ("type", pa.int64()), ("typmod", pa.int32()), ("not_null", pa.bool_()),
        ("default", pa.string()), ("comment", pa.string()), ("identity", pa.string()),
        ("sequence", pa.int64()),
    ]),
    "own_types": pa.schema([
        ("database", pa.string()), ("relation", pa.int64()), ("oid", pa.int64()), ("typname", pa.string()),
        ("typlen", pa.int16()), ("typbyval", pa.bool_()), ("typtype", pa.string()),
        ("typcategory", pa.string()), ("typsubscript", pa.int64()), ("typinput", pa.int64()),
        ("typoutput", pa.int64()), ("typreceive", pa.int64()), ("typsend", pa.int64()),
        ("typanalyze", pa.int64()), ("typalign", pa.string()), ("typstorage", pa.string()),
        ("typelem", pa.int64()), ("typarray", pa.int64()), ("typnamespace", pa.int64()),
        ("typrelid", pa.int64()), ("base", pa.int64()), ("spelled", pa.string()), ("brackets", pa.string()),
    ]),
    "derived_relations": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("name", pa.string()),
        ("kind", pa.string()), ("attributes", pa.int16()),
    ]),
    "derived_columns": pa.schema([
        ("database", pa.string()), ("relation", pa.int64()), ("attnum", pa.int16()), ("name", pa.string()),
        ("type", pa.int64()), ("typmod", pa.int32()),
    ]),
    "key_names": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("kind", pa.string()), ("name", pa.string()),
        ("schema", pa.string()), ("relation", pa.string()), ("on_relation", pa.int64()),
        ("columns", pa.list_(pa.string())),
        ("other", pa.int64()), ("other_columns", pa.list_(pa.string())), ("shown", pa.string()),
        ("options", pa.list_(pa.int16())),
    ]),
    "keyed_relations": pa.schema([
        ("database", pa.string()), ("relation", pa.int64()), ("has_index", pa.bool_()),
        ("has_triggers", pa.bool_()),
    ]),
    "enums": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("array_oid", pa.int64()), ("schema_oid", pa.int64()),
        ("name", pa.string()), ("labels", pa.list_(pa.string())),
    ]),
    "composites": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("array_oid", pa.int64()), ("schema_oid", pa.int64()),
        ("name", pa.string()), ("names", pa.list_(pa.string())), ("types", pa.list_(pa.int64())),
        ("typmods", pa.list_(pa.int32())),
    ]),
    "keys": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("relation", pa.int64()),
        ("name", pa.string()), ("kind", pa.string()), ("attnums", pa.list_(pa.int16())),
        ("other", pa.int64()), ("other_attnums", pa.list_(pa.int16())), ("shown", pa.string()),
        ("options", pa.list_(pa.int16())), ("comment", pa.string()),
        ("on_update", pa.string()), ("on_delete", pa.string()), ("match", pa.string()),
        ("set_places", pa.list_(pa.int16())), ("is_deferrable", pa.bool_()), ("is_deferred", pa.bool_()),
    ]),
    "sequences": pa.schema([
        ("database", pa.string()), ("oid", pa.int64()), ("schema_oid", pa.int64()), ("name", pa.string()),
        ("type", pa.int64()), ("start", pa.int64()), ("increment", pa.int64()), ("minimum", pa.int64()),
        ("maximum", pa.int64()), ("cycles", pa.bool_()), ("cache", pa.int64()), ("relation", pa.int64()),
        ("attnum", pa.int16()), ("is_identity", pa.bool_()),
    ]),
}
# fmt: on
