"""
Defaults as PostgreSQL 15 shows them.
"""

from __future__ import annotations

import pytest

from pggate.catalog.column_defaults import shown_default
from pggate.types.table import ARRAYS, BOOL, BPCHAR, BYTEA, DATE, INT4, JSONB, NUMERIC, TEXT, VARCHAR, PgType


@pytest.mark.parametrize(
    ("default", "of_type", "expected"),
    [
        (None, TEXT, None),
        ("'x'", VARCHAR, "'x'::character varying"),
        ("'it''s'", TEXT, "'it''s'::text"),
        ("'z'", BPCHAR, "'z'::bpchar"),
        ("'2024-01-01'", DATE, "'2024-01-01'::date"),
        ("'5'", INT4, "5"),
        ("'-5'", INT4, "'-5'::integer"),
        ("'1.5'", NUMERIC, "1.5"),
        ("'{}'", JSONB, "'{}'::jsonb"),
        ("'{}'", ARRAYS[TEXT], "'{}'::text[]"),
        (r"'\x00'", BYTEA, r"'\x00'::bytea"),
        ("CAST('t' AS BOOLEAN)", BOOL, "true"),
        ("current_date", DATE, "CURRENT_DATE"),
        ("now()", TEXT, "now()"),
        ("'a' || 'b'", TEXT, "'a' || 'b'"),
    ],
)
def test_shown(default: str | None, of_type: PgType, expected: str | None) -> None:
    assert shown_default(default, of_type.oid) == expected


def test_a_type_of_a_users_own() -> None:
    assert shown_default("'ok'", 1073741827) == "'ok'"
