"""
The generated rows of pg_type hang together (what they say is checked against PostgreSQL in tests/reference).
"""

from __future__ import annotations

from pggate.types.oids import PG_TYPE

ROWS = {row.oid: row for row in PG_TYPE}


def test_oids_are_unique_and_sorted() -> None:
    assert [row.oid for row in PG_TYPE] == sorted(ROWS)


def test_arrays_and_their_elements_point_at_each_other() -> None:
    for row in PG_TYPE:
        if row.typarray:
            assert ROWS[row.typarray].typelem == row.oid


def test_the_types_of_the_manual_are_there() -> None:
    names = {row.typname for row in PG_TYPE}
    assert {
        "bool",
        "_int4",
        "int4range",
        "int4multirange",
        "anyelement",
        "record",
        "regclass",
        "void",
    } <= names
