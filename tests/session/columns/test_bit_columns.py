"""
Bit strings of a result: bit(n), bit or bit varying.
"""

from __future__ import annotations

from pggate.engine.bit_columns import BIT, UNTYPED, VARYING
from pggate.session.columns.bit_columns import as_bits
from pggate.session.statement.outcome import column


def test_the_plan_tells_which_they_are() -> None:
    columns = tuple(column(name, "BIT") for name in "abcd")
    shown = as_bits(columns, (BIT, BIT._replace(length=3), VARYING, UNTYPED))
    assert [(one.type.name, one.typmod) for one in shown] == [
        ("bit", -1),
        ("bit", 3),
        ("varbit", -1),
        ("varbit", -1),
    ]


def test_arrays_and_other_types() -> None:
    columns = (column("a", "BIT[]"), column("b", "INTEGER"))
    assert [one.type.name for one in as_bits(columns, (BIT, BIT))] == ["_bit", "int4"]


def test_of_what_is_not_known_nothing_is_said() -> None:
    columns = (column("a", "BIT"), column("b", "BIT"))
    assert as_bits(columns, ()) == columns
