"""
The default of an added column.
"""

from __future__ import annotations

import pytest

from pggate.translate.definitions.added_defaults import added_default


@pytest.mark.parametrize(
    ("sql", "of_type", "clause", "expression"),
    [
        ("alter table t add column c boolean default false", "boolean", "default false", "false"),
        ("alter table s.t add c numeric(10, 2) DEFAULT 1 + 1 not null", "numeric(10, 2)", "DEFAULT 1 + 1", "1 + 1"),
        ("alter table if exists only t add column if not exists c timestamp with time zone default now() check (c > 0)",
         "timestamp with time zone", "default now()", "now()"),
        ("alter table t add c text not null default 'a' || 'b' unique;", "text", "default 'a' || 'b'", "'a' || 'b'"),
        ("alter table t add c date default date '2024-01-01'", "date", "default date '2024-01-01'", "date '2024-01-01'"),
        ("alter table t add c int default null", "int", "default null", "null"),
        ("alter table t add c int default -5", "int", "default -5", "-5"),
    ],
)  # fmt: skip
def test_found(sql: str, of_type: str, clause: str, expression: str) -> None:
    found = added_default(sql)
    assert found is not None
    assert (found.of_type, sql[slice(*found.clause)], found.expression) == (of_type, clause, expression)


@pytest.mark.parametrize(
    "sql",
    [
        "alter table t add column c int",
        "alter table t add column c int default 5",
        "alter table t add column c text default 'now()'",
        "alter table t alter column c set default now()",
        "alter table t add primary key (a)",
        "alter table t rename a to b",
        'alter table t add column "default" int',
        "alter table t add constraint c check (a > 0)",
    ],
)
def test_none(sql: str) -> None:
    assert added_default(sql) is None
