"""
Which columns of the catalogs PostgreSQL has as names and characters.
"""

from __future__ import annotations

import pytest

from pggate.catalog.catalog_types import declared_types
from pggate.types.addresses import INET
from pggate.types.reg_types import REGTYPE
from pggate.types.table import ARRAYS, CHAR, NAME, VARCHAR, PgType


@pytest.mark.parametrize(
    ("schema", "relation", "column", "expected"),
    [
        ("~catalog", "pg_class", "relname", NAME),
        ("~catalog", "pg_class", "relkind", CHAR),
        ("~catalog", "pg_proc", "proargmodes", ARRAYS[CHAR]),
        ("~info", "columns", "column_default", VARCHAR),
        ("~info", "tables", "table_name", NAME),
        ("~catalog", "pg_sequences", "data_type", REGTYPE),
        ("~catalog", "pg_stat_activity", "client_addr", INET),
        ("~catalog", "pg_settings", "name", None),
        ("~catalog", "pg_class", "oid", None),
    ],
)
def test_types(schema: str, relation: str, column: str, expected: PgType | None) -> None:
    assert declared_types().get((schema, relation, column)) == expected
