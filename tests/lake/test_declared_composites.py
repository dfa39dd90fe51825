"""
Composite types as JSON.
"""

from __future__ import annotations

import json
from dataclasses import asdict

import pyarrow as pa
import pytest

from pggate.errors import StringDataRightTruncation
from pggate.lake.declared import DeclaredColumn
from pggate.lake.declared_composites import Attribute, CompositeType, composite_of, with_attributes
from pggate.lake.declared_values import declared_values
from pggate.lake.topics import TopicColumn


def test_there_and_back() -> None:
    addr = CompositeType(
        70, 71, "public", "addr", (Attribute("a", "INTEGER", 23), Attribute("b", "VARCHAR", 1043, 7))
    )
    assert composite_of(json.loads(json.dumps(asdict(addr)))) == addr


INNER = CompositeType(
    70,
    71,
    "public",
    "n",
    (Attribute("a", "VARCHAR", 1043, 7), Attribute("b", "VARCHAR", 1042, 6), Attribute("c", "INTEGER", 23)),
)
OUTER = CompositeType(
    72, 73, "public", "o", (Attribute("n", "STRUCT(…)[]", 71), Attribute("k", "INTEGER", 23))
)
TYPES = {70: INNER, 72: OUTER}


def inner(name: str) -> TopicColumn:
    leaves = (("a", "VARCHAR"), ("b", "VARCHAR"), ("c", "INTEGER"))
    children = tuple(TopicColumn(leaf, at, of_type, True) for at, (leaf, of_type) in enumerate(leaves, 2))
    return TopicColumn(name, 1, "STRUCT(a VARCHAR, b VARCHAR, c INTEGER)", True, children=children)


def test_parts_are_declared_what_the_attributes_are() -> None:
    found = with_attributes(inner("x"), DeclaredColumn(70), TYPES)
    assert [child.declared and (child.declared.type, child.declared.typmod) for child in found.children] == [
        (1043, 7),
        (1042, 6),
        (23, -1),
    ]
    plain = inner("x")
    assert with_attributes(plain, DeclaredColumn(23), TYPES) is plain


def test_values_are_held_to_the_attributes() -> None:
    said = DeclaredColumn(72)
    elements = TopicColumn("n", 9, "STRUCT(…)[]", True, children=(inner("element"),))
    column = TopicColumn(
        "o", 8, "STRUCT(…)", True, children=(elements, TopicColumn("k", 10, "INTEGER", True)), declared=said
    )
    column = with_attributes(column, said, TYPES)
    kept = declared_values(
        column, pa.array([{"n": [{"a": "abc ", "b": "x ", "c": 1}, None], "k": 2}, None, {"n": None, "k": 3}])
    )
    assert kept.to_pylist() == [
        {"n": [{"a": "abc", "b": "x", "c": 1}, None], "k": 2},
        None,
        {"n": None, "k": 3},
    ]
    with pytest.raises(StringDataRightTruncation, match=r"character varying\(3\)"):
        declared_values(column, pa.array([{"n": [{"a": "abcd", "b": "x", "c": 1}], "k": 2}]))
    fitting = pa.array([{"n": [{"a": "abc", "b": "x", "c": 1}], "k": 2}])
    assert declared_values(column, fitting).equals(fitting)
