"""
A client's OIDs and the engine's names of types.
"""

from __future__ import annotations

import pytest

from pggate.session.statement.parameter_types import castable, declared_types, parameter_oids
from pggate.translate.texts.statements import split

INT8, INT4, TEXT, FLOAT8, VARCHAR, DATE, UNKNOWN = 20, 23, 25, 701, 1043, 1082, 705


def test_declared_types() -> None:
    assert declared_types((INT4, 0, TEXT, UNKNOWN, 999999)) == {1: "INTEGER", 3: "VARCHAR"}


def test_a_decimal_brings_its_own_scale() -> None:
    assert castable({1: "DECIMAL(18,3)", 2: "INTEGER"}) == {2: "INTEGER"}


@pytest.mark.parametrize(
    ("sql", "declared", "types", "expected"),
    [
        ("select 1", (), {}, ()),
        ("select $1, $2", (), {1: "BIGINT"}, (INT8, VARCHAR)),
        ("select $1", (DATE,), {1: "DATE"}, (DATE,)),
        ("select $2", (INT4, 0), {2: "DOUBLE"}, (INT4, FLOAT8)),
        ("select 1", (INT4,), {}, (INT4,)),
    ],
)
def test_parameter_oids(
    sql: str, declared: tuple[int, ...], types: dict[int, str], expected: tuple[int, ...]
) -> None:
    (statement,) = split(sql)
    found = parameter_oids(statement, declared, types)
    assert tuple(TEXT if oid == VARCHAR else oid for oid in found) == tuple(
        TEXT if oid == VARCHAR else oid for oid in expected
    )
