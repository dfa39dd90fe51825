from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.errors import (
    InvalidTextRepresentation,
    NumericValueOutOfRange,
    PgError,
    StringDataRightTruncation,
)
from pggate.lake.declared import DeclaredColumn
from pggate.lake.declared_values import declared_values
from pggate.lake.topics import TopicColumn
from pggate.types.enums import EnumType
from pggate.types.table import BPCHAR, JSON, JSONB, OID, TIMESTAMP, VARCHAR

MOOD = EnumType(5, 6, "public", "mood", ("sad", "ok"))


def column(
    of_type: int, typmod: int = -1, enum: EnumType | None = None, duck: str = "VARCHAR"
) -> TopicColumn:
    return TopicColumn("c", 1, duck, True, declared=DeclaredColumn(of_type, typmod), enum=enum)


def test_varchar() -> None:
    short = column(VARCHAR.oid, 7)
    given = pa.array(["abc", None, "", "äöü", "ab   "])
    assert declared_values(short, given).to_pylist() == ["abc", None, "", "äöü", "ab "]
    with pytest.raises(StringDataRightTruncation, match=r"character varying\(3\)"):
        declared_values(short, pa.array(["a", "abcd"]))
    with pytest.raises(StringDataRightTruncation):
        declared_values(short, pa.array(["ab  x"]))
    free = column(VARCHAR.oid)
    assert declared_values(free, given) is given


def test_char() -> None:
    """Trailing spaces mean nothing and are not kept."""
    fixed = column(BPCHAR.oid, 7)
    assert declared_values(fixed, pa.array(["a  ", "abc  ", " a"])).to_pylist() == ["a", "abc", " a"]
    with pytest.raises(StringDataRightTruncation, match=r"type character\(3\)"):
        declared_values(fixed, pa.array(["abcd"]))
    assert declared_values(column(BPCHAR.oid), pa.array(["a  "])).to_pylist() == ["a"]


def test_moments() -> None:
    """As they are stored: microseconds, and of what was made as TIMESTAMP_S seconds."""
    given = pa.array([1_234_567, None], pa.timestamp("us"))
    short = column(TIMESTAMP.oid, 2, duck="TIMESTAMP")
    assert declared_values(short, given).cast(pa.int64()).to_pylist() == [1_230_000, None]
    lists = pa.array([[1_234_567], None], pa.list_(pa.timestamp("us")))
    found = declared_values(column(TIMESTAMP.array_oid, 0, duck="TIMESTAMP[]"), lists)
    assert found.values.cast(pa.int64()).to_pylist() == [1_000_000]
    assert declared_values(column(TIMESTAMP.oid, 6), given) is given
    seconds = pa.array([1], pa.timestamp("s"))
    assert declared_values(column(TIMESTAMP.oid, 0), seconds) is seconds


def test_enums() -> None:
    enum = column(MOOD.oid, enum=MOOD)
    given = pa.array(["ok", None, "sad"])
    assert declared_values(enum, given) is given
    with pytest.raises(InvalidTextRepresentation, match='invalid input value for enum mood: "x"'):
        declared_values(enum, pa.array(["ok", None, "x"]))


def test_lists() -> None:
    lists = pa.array([["ok"], None, [], [None, "sad"]], pa.list_(pa.string()))
    assert declared_values(column(MOOD.array_oid, enum=MOOD, duck="VARCHAR[]"), lists) is lists
    with pytest.raises(InvalidTextRepresentation):
        declared_values(column(MOOD.array_oid, enum=MOOD), pa.array([["x"]]))
    short = column(VARCHAR.array_oid, 6, duck="VARCHAR[]")
    assert declared_values(short, pa.array([["ab  ", None], None, []])).to_pylist() == [
        ["ab", None],
        None,
        [],
    ]


def test_other_types_are_left_alone() -> None:
    numbers = pa.array([1, 2])
    assert declared_values(TopicColumn("c", 1, "INTEGER", True), numbers) is numbers
    assert declared_values(column(26), numbers) is numbers


def test_documents() -> None:
    """Equal ones of a jsonb are equal texts; those of a json are what was written."""
    given = pa.array(['{"bb":1, "a":2}', None, "[1,2]"])
    one_text = column(JSONB.oid, duck="JSON")
    assert declared_values(one_text, given).to_pylist() == ['{"a": 2, "bb": 1}', None, "[1, 2]"]
    extended = declared_values(one_text, pa.ExtensionArray.from_storage(pa.json_(), given))
    assert extended.type == pa.json_()
    assert extended.to_pylist() == ['{"a": 2, "bb": 1}', None, "[1, 2]"]
    assert declared_values(column(JSON.oid, duck="JSON"), given) is given
    lists = pa.array([["[1,2]", None], None, []])
    assert declared_values(column(JSONB.array_oid, duck="JSON[]"), lists).to_pylist() == [
        ["[1, 2]", None],
        None,
        [],
    ]
    with pytest.raises(PgError, match="unsupported Unicode escape sequence"):
        declared_values(one_text, pa.array(['"\\u0000"']))


def test_lists_of_lists() -> None:
    leaf = TopicColumn("element", 3, "VARCHAR", True)
    inner = TopicColumn("element", 2, "VARCHAR[]", True, children=(leaf,))
    declared = DeclaredColumn(VARCHAR.array_oid, 24)
    outer = TopicColumn("c", 1, "VARCHAR[][]", True, declared=declared, children=(inner,))
    values = pa.array([[["a", "b"], ["c", None]], None, []])
    assert declared_values(outer, values) is values


def test_oids() -> None:
    """One below zero is the oid that has the same bits."""
    declared = column(OID.oid, duck="BIGINT")
    given = pa.array([0, None, 4_294_967_295])
    assert declared_values(declared, given) is given
    assert declared_values(declared, pa.array([-1, None, 5])).to_pylist() == [4_294_967_295, None, 5]
    assert declared_values(declared, pa.array([None], pa.int64())).to_pylist() == [None]
    for wrong in (4_294_967_296, -2_147_483_649):
        with pytest.raises(NumericValueOutOfRange, match="OID out of range"):
            declared_values(declared, pa.array([1, wrong]))
    lists = declared_values(column(OID.array_oid, duck="BIGINT[]"), pa.array([[1, -2], None, []]))
    assert lists.to_pylist() == [[1, 4_294_967_294], None, []]


def test_elements_of_lists_of_lists() -> None:
    leaf = TopicColumn("element", 3, "VARCHAR", True)
    inner = TopicColumn("element", 2, "VARCHAR[]", True, children=(leaf,))
    declared = DeclaredColumn(VARCHAR.array_oid, 6)
    outer = TopicColumn("c", 1, "VARCHAR[][]", True, declared=declared, children=(inner,))
    given = pa.array([[["ab  ", "b"], None, ["c", None]], None, []])
    assert declared_values(outer, given).to_pylist() == [[["ab", "b"], None, ["c", None]], None, []]
    with pytest.raises(StringDataRightTruncation):
        declared_values(outer, pa.array([[["a"], ["abc"]]]))
