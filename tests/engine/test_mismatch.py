"""
What stands together and is of types that PostgreSQL has nothing for.
"""

from __future__ import annotations

from pggate.engine.mismatch import Mismatch, casts, kind, own_type, refused, shown
from pggate.errors import DatatypeMismatch

COLUMN = {"expression_class": "BOUND_REF", "return_type": {"id": "VARCHAR", "type_info": None}}
CONSTANT = {
    "expression_class": "BOUND_CONSTANT",
    "query_location": 4,
    "value": {"type": {"id": "VARCHAR", "type_info": None}},
}
CAST = {
    "expression_class": "BOUND_CAST",
    "query_location": 7,
    "return_type": {"id": "INTEGER"},
    "child": COLUMN,
}


def test_where_it_stands() -> None:
    found = Mismatch(DatatypeMismatch, "no", "Cast it.", 8, (2,))
    error = refused(found, "select ä = 1")
    assert error is not None
    assert (error.code, error.message, error.hint, error.position) == ("42804", "no", "Cast it.", 8)
    nowhere = refused(found._replace(location=None), "select a = 1")
    assert nowhere is not None
    assert nowhere.position is None


def test_what_the_text_casts_is_left_alone() -> None:
    text = "select a::int = 1"
    assert refused(Mismatch(DatatypeMismatch, "no", None, 8, (8,)), text) is None
    assert refused(Mismatch(DatatypeMismatch, "no", None, len(text), ()), text) is None


def test_the_type_before_a_cast() -> None:
    assert own_type(CAST)["id"] == "VARCHAR"
    assert casts([CAST, COLUMN]) == (7,)
    assert own_type({**CAST, "query_location": 4, "child": CONSTANT})["id"] == "VARCHAR"
    assert own_type({**CAST, "child": CONSTANT})["id"] == "INTEGER"


def test_a_literal_is_of_no_kind() -> None:
    assert kind(CONSTANT, own_type(CONSTANT)) is None
    assert kind(COLUMN, own_type(COLUMN)) == kind(CAST, own_type(CAST))


def test_what_a_type_is_called() -> None:
    assert shown({"id": "DECIMAL", "type_info": {"width": 4, "scale": 1}}) == "numeric"
    assert shown({"id": "ENUM", "type_info": {"values": ["a", "~enum:1:2:mood"]}}) == "mood"
