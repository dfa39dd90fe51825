"""
The type table: names, OIDs and what follows from them.
"""

from __future__ import annotations

import pytest

from pggate.types import table
from pggate.types.ducktype import parse, spell


@pytest.mark.parametrize(
    ("name", "typname"),
    [
        ("integer", "int4"),
        ("int", "int4"),
        ("bigint", "int8"),
        ("character varying", "varchar"),
        ("double precision", "float8"),
        ("float", "float8"),
        ("timestamp with time zone", "timestamptz"),
        ("timestamp", "timestamp"),
        ("char", "bpchar"),
        ('"char"', "char"),
        ("decimal", "numeric"),
        ("integer[]", "_int4"),
        ("_text", "_text"),
        ("timestamp with time zone[]", "_timestamptz"),
    ],
)
def test_by_name(name: str, typname: str) -> None:
    assert table.BY_NAME[name].name == typname


def test_an_array_type_is_its_own_array() -> None:
    assert table.array_of(table.INT4).oid == 1007
    assert table.array_of(table.array_of(table.INT4)).oid == 1007


def test_every_scalar_but_void_and_unknown_has_an_array() -> None:
    assert {scalar.name for scalar in table.SCALARS if scalar not in table.ARRAYS} == {"void", "unknown"}


def test_the_cast_types_are_duckdbs() -> None:
    for type_ in table.BY_OID.values():
        assert parse(spell(parse(type_.duckdb))) == parse(type_.duckdb)


def test_only_numeric_brings_its_own_type() -> None:
    assert {type_.name for type_ in table.BY_OID.values() if not type_.casts} == {"numeric", "_numeric"}
