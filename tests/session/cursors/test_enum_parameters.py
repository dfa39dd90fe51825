"""
Parameters of enumerated types.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidTextRepresentation
from pggate.session.cursors.enum_parameters import cast_parameters, check_labels, created_type
from pggate.translate.types.enum_names import EnumNames
from pggate.types.enums import EnumType
from pggate.types.table import INT4

MOOD = EnumType(0x40000000, 0x40000001, "public", "mood", ("sad", "ok"))
ENUMS = EnumNames.of([MOOD], ("public",))


def test_what_the_text_casts_parameters_to() -> None:
    assert cast_parameters("select $1::mood, $2::mood[]", ENUMS) == {1: MOOD.duckdb, 2: f"{MOOD.duckdb}[]"}
    assert cast_parameters("select $1::int", ENUMS) == {}


def test_the_types_of_oids() -> None:
    scalar, array = created_type(MOOD.oid, ENUMS), created_type(MOOD.array_oid, ENUMS)
    assert scalar is not None
    assert array is not None
    assert (scalar.oid, scalar.sql, scalar.duckdb) == (MOOD.oid, "mood", MOOD.duckdb)
    assert (array.oid, array.element, array.duckdb) == (MOOD.array_oid, scalar, f"{MOOD.duckdb}[]")
    assert created_type(23, ENUMS) is None


def test_values_are_labels() -> None:
    scalar, array = created_type(MOOD.oid, ENUMS), created_type(MOOD.array_oid, ENUMS)
    assert scalar is not None
    assert array is not None
    check_labels(scalar, "ok")
    check_labels(array, ["ok", None, ["sad"]])
    check_labels(INT4, 1)
    with pytest.raises(InvalidTextRepresentation, match='invalid input value for enum mood: "bad"'):
        check_labels(scalar, "bad")
    with pytest.raises(InvalidTextRepresentation, match="bad"):
        check_labels(array, ["ok", "bad"])
