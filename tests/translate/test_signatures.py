"""
The table of signatures: true of the functions that DuckDB has, and of types that it knows.
"""

from __future__ import annotations

import pytest

from pggate.translate.signatures import SIGNATURES
from tests.translate import duck

# What the emulation adds to DuckDB's functions.
EMULATED = {
    "!~*", "age", "btrim", "initcap", "pg_cancel_backend", "pg_sleep", "pg_terminate_backend", "quote_ident",
    "quote_literal", "set_config", "to_char", "to_date", "to_regclass", "to_regtype", "~*",
}  # fmt: skip


def test_the_functions_exist_or_are_the_emulations() -> None:
    rows = duck.connection().execute("SELECT DISTINCT function_name FROM duckdb_functions()").fetchall()
    assert SIGNATURES.keys() - {name for (name,) in rows} <= EMULATED
    assert SIGNATURES.keys() >= EMULATED


@pytest.mark.parametrize("of_type", sorted({one for types in SIGNATURES.values() for one in types}))
def test_the_types_are_duckdbs(of_type: str) -> None:
    assert duck.type_of(duck.tree(f"select null::{of_type}")) == of_type


# Of grammar of its own, or (duckdb 1.5.5) for constants alone, or not for texts.
NO_CALLS = {"position", "current_setting", "octet_length"}


@pytest.mark.parametrize(
    "name", sorted(name for name in SIGNATURES.keys() - EMULATED - NO_CALLS if name.isidentifier())
)
def test_a_call_with_arguments_of_these_types_binds(name: str) -> None:
    signature = SIGNATURES[name]
    types = [*signature, *signature[-1:] * 2]
    calls = [
        f"{name}({', '.join(f'null::{one}' for one in types[:count])})" for count in range(1, len(types) + 1)
    ]
    assert any(duck.type_of(duck.tree(f"select {call}")) for call in calls)
