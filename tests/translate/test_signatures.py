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


CALLS = (
    # a call of DuckDB's own with arguments of the table's types
    "lower", "length", "concat_ws", "left", "substr", "lpad", "split_part", "abs", "round", "power", "sum", "min",
    "bool_and", "date_trunc", "date_part", "make_date", "to_timestamp", "array_to_string", "unnest",
)  # fmt: skip
ARGUMENTS = {"power": 2, "concat_ws": 2, "make_date": 3}


@pytest.mark.parametrize("name", CALLS)
def test_a_call_of_these_types_binds(name: str) -> None:
    signature = SIGNATURES[name]
    count = ARGUMENTS.get(name, len(signature))
    types = [signature[min(i, len(signature) - 1)] for i in range(count)]
    call = f"select {name}({', '.join(f'null::{of_type}' for of_type in types)})"
    assert duck.type_of(duck.tree(call)) is not None
