"""
Array literals: quoting, reading, shapes.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import ArraySubscriptError, InvalidTextRepresentation, PgError, ProgramLimitExceeded
from pggate.types.arrays import array_text, dimensions, is_written, opened, quoted, read_array


@pytest.mark.parametrize(
    ("element", "written"),
    [
        ("a", "a"),
        ("", '""'),
        ("NULL", '"NULL"'),
        ("null", '"null"'),
        ("nulls", "nulls"),
        ("a b", '"a b"'),
        ("a,b", '"a,b"'),
        ("{", '"{"'),
        ('"', '"\\""'),
        ("\\", '"\\\\"'),
        ("\t", '"\t"'),
        ("é", "é"),
        ("\u00a0", "\u00a0"),  # array_isspace knows ASCII only
    ],
)
def test_quoted(element: str, written: str) -> None:
    assert quoted(element) == written


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        ("{}", []),
        (" { } ", []),
        ("{a,NULL,null}", ["a", None, None]),
        ('{"NULL","a\\"b","a\\\\b"}', ["NULL", 'a"b', "a\\b"]),
        ("{ a b , c }", ["a b", "c"]),
        ("{a\\,b}", ["a,b"]),
        ("{{a,b},{c,d}}", [["a", "b"], ["c", "d"]]),
        ("[1:2]={a,b}", ["a", "b"]),
        (" [2] = {a,b}", ["a", "b"]),
        ("[1:2][1:1]={{a},{b}}", [["a"], ["b"]]),
        ('{" a "}', [" a "]),
    ],
)
def test_read(literal: str, value: list[Any]) -> None:
    assert read_array(literal, str) == value


@pytest.mark.parametrize(
    "literal",
    [
        "",
        "a",
        "{",
        "}",
        "{a",
        "{a,}",
        "{,a}",
        "{a}b",
        "{{a},b}",
        "{{a},{b,c}}",
        '{"a}',
        '{a"b"}',
        "{{}}",
        "{}{}",
        "{\\",
    ],
)
def test_malformed(literal: str) -> None:
    with pytest.raises(InvalidTextRepresentation, match="malformed array literal"):
        read_array(literal, str)


@given(st.text('{}",\\ a', max_size=20))
def test_any_text_is_an_array_or_malformed(literal: str) -> None:
    try:
        value = read_array(literal, str)
    except PgError:
        return
    assert read_array(array_text(value, str), str) == value


@pytest.mark.parametrize(
    ("value", "lengths"),
    [([], ()), ([1], (1,)), ([[1, 2], [3, 4], [5, 6]], (3, 2)), ([[], []], ()), ([None], (1,))],
)
def test_dimensions(value: list[Any], lengths: tuple[int, ...]) -> None:
    assert dimensions(value) == lengths


@pytest.mark.parametrize("value", [[[1], [2, 3]], [[1], None], [[1], []], [[[1]], [[2], [3]]]])
def test_ragged_values_point_at_json(value: list[Any]) -> None:
    with pytest.raises(ArraySubscriptError) as caught:
        array_text(value, str)
    assert caught.value.code == "2202E"
    assert "JSON" in (caught.value.hint or "")


def test_seven_dimensions_are_too_many() -> None:
    with pytest.raises(ProgramLimitExceeded, match=r"number of array dimensions \(7\) exceeds the maximum"):
        array_text([[[[[[[1]]]]]]], str)


@pytest.mark.parametrize(
    ("literal", "said"),
    [
        ("[1:3]={a,b}", '22P02 malformed array literal: "[1:3]={a,b}"'),
        ("[2:4]={a,b}", '22P02 malformed array literal: "[2:4]={a,b}"'),
        ("[1:2][1:1]={a,b}", '22P02 malformed array literal: "[1:2][1:1]={a,b}"'),
        ("[1:1]={}", '22P02 malformed array literal: "[1:1]={}"'),
        ("[2:1]={}", "2202E upper bound cannot be less than lower bound"),
        ("[2:3]={a,b}", "0A000 an array cannot begin at 2"),
        ("[0:1]={a,b}", "0A000 an array cannot begin at 0"),
        ("[1:2][-1:-1]={{a},{b}}", "0A000 an array cannot begin at -1"),
    ],
)
def test_bounds(literal: str, said: str) -> None:
    with pytest.raises(PgError) as caught:
        read_array(literal, str)
    assert f"{caught.value.code} {caught.value.message}" == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [("{}", True), (" {1}", True), ("[2:3]={1,2}", True), ("[1]={1}", True), ("[1, 2]", False), ("", False)],
)
def test_is_written(text: str, expected: bool) -> None:
    assert is_written(text) is expected


@pytest.mark.parametrize(
    ("literal", "dimensions"),
    [
        ("{}", 1),
        ("{{a", 2),
        (" { {a}}", 2),
        ("[1:2][1:1]={{1},{2}}", 2),
        ("[1] = {a}", 1),
        ("a", 0),
        ("[1]", 0),
    ],
)
def test_dimensions_that_a_literal_begins_with(literal: str, dimensions: int) -> None:
    assert opened(literal) == dimensions
