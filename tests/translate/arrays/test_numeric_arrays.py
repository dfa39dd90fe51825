"""
Casts to numeric[].
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.arrays import numeric_arrays
from pggate.translate.trees.number_types import decimal, plain
from pggate.translate.types.bare_numerics import SPELLING
from tests.translate.arrays.test_nested_arrays import item, text


def of(element: dict[str, Any]) -> dict[str, Any]:
    return {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": element}}


LITERALS = (
    ("""'["1.10", NULL, "-2.25"]'""", "(ARRAY[1.10, NULL, -2.25])"),
    ("""'["1.10", "2"]'""", None),  # one scale for all
    ("""'["1.10", "NaN"]'""", None),
    ("array['1.10', '2.25', null]", "(ARRAY[1.10, 2.25, NULL])"),
    ("array['1.10', x]", None),
    ("""'[]'""", None),
    ("""'[NULL]'""", None),
    ("""'[1.5]'""", None),
    ("""'{1.5}'""", None),
)


@pytest.mark.parametrize(("literal", "expected"), LITERALS)
def test_literals(literal: str, expected: str | None) -> None:
    made = numeric_arrays.kept(item(f"{literal}::{SPELLING}[]"), [None])
    assert (None if made is None else text(made[0])) == expected


def test_type_of_a_literal() -> None:
    made = numeric_arrays.kept(item(f"""'["1.10", "22.25"]'::{SPELLING}[]"""), [None])
    assert made is not None
    assert made[1]["type_info"]["child_type"] == decimal(4, 2)


@pytest.mark.parametrize(
    ("of_type", "is_kept"),
    [
        (of(decimal(5, 2)), True),
        (of(decimal(38, 11)), False),
        (of(plain("INTEGER")), False),
        (plain("VARCHAR"), False),
        (None, False),
    ],
)
def test_arrays(of_type: dict[str, Any] | None, is_kept: bool) -> None:
    made = numeric_arrays.kept(item(f"x::{SPELLING}[]"), [of_type])
    assert (made is not None) is is_kept
    if made is not None:
        assert text(made[0]) == 'list_transform(x, ("~1" -> "~1"))'


def test_is_wanted() -> None:
    casts = (f"x::{SPELLING}[]", "x::numeric(5,2)[]", f"x::{SPELLING}")
    assert [numeric_arrays.is_wanted(item(cast)["cast_type"]) for cast in casts] == [True, False, False]
