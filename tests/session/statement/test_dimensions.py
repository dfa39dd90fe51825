"""
Parameters whose values are arrays of several dimensions.
"""

from __future__ import annotations

from pggate.session.statement.dimensions import deepened, of_dimensions, oid_of
from pggate.session.statement.parameter_types import declared_types
from pggate.types import table

INTS = table.array_of(table.INT4).oid


def test_one_dimension_is_what_the_type_says() -> None:
    assert deepened((INTS, 25, INTS), ([1, 2], "a", None)) is None
    assert deepened((INTS,), ([],)) is None
    assert deepened((), ()) is None


def test_more_dimensions_are_told_beside_the_oid() -> None:
    declared = deepened((INTS, 25, INTS), ([[1], [2]], "a", [[[None]]]))
    assert declared is not None
    assert [oid_of(one) for one in declared] == [INTS, 25, INTS]
    assert [of_dimensions("INTEGER[]", one) for one in declared] == [
        "INTEGER[][]",
        "INTEGER[]",
        "INTEGER[][][]",
    ]
    assert declared_types(declared) == {1: "INTEGER[][]", 2: "VARCHAR", 3: "INTEGER[][][]"}
