"""
Types of numbers in trees.
"""

from __future__ import annotations

import pytest

from pggate.decimals import BARE_SCALE, QUOTIENT_SCALES
from pggate.translate.trees.number_types import (
    Exact,
    decimal,
    exact,
    is_bare,
    is_exact,
    is_narrow,
    is_number,
    is_numeric,
    plain,
    type_id,
    unconstrained_scale,
)


def test_exact() -> None:
    assert exact(plain("SMALLINT")) == Exact("SMALLINT", 5, 0)
    assert exact(decimal(15, 2)) == Exact("DECIMAL", 13, 2)
    assert exact(plain("DOUBLE")) is None
    assert exact(None) is None


@pytest.mark.parametrize(("type_id", "numeric"), [("INTEGER", False), ("BIGINT", False), ("HUGEINT", True)])
def test_what_is_numeric_to_a_client(type_id: str, numeric: bool) -> None:
    found = exact(plain(type_id))
    assert found is not None and found.is_numeric is numeric  # noqa: PT018


def test_widths_are_cut() -> None:
    assert decimal(50, 4)["type_info"]["width"] == 38


def test_what_stands_for_numeric() -> None:
    assert is_bare(decimal(38, BARE_SCALE))
    assert not is_bare(decimal(18, BARE_SCALE))
    assert unconstrained_scale(decimal(38, QUOTIENT_SCALES[0])) == QUOTIENT_SCALES[0]
    assert unconstrained_scale(decimal(38, 2)) is None
    assert unconstrained_scale(plain("DECIMAL")) is None


@pytest.mark.parametrize(
    ("of_type", "said"),
    [
        (plain("SMALLINT"), "exact number narrow"),
        (plain("BIGINT"), "exact number"),
        (plain("HUGEINT"), "exact number numeric"),
        (decimal(10, 2), "exact number numeric"),
        (plain("FLOAT"), "number narrow"),
        (plain("DOUBLE"), "number"),
        (plain("VARCHAR"), ""),
    ],
)
def test_what_is_said_of_types(of_type: dict[str, object], said: str) -> None:
    kinds = {"exact": is_exact, "number": is_number, "numeric": is_numeric, "narrow": is_narrow}
    assert " ".join(name for name, asks in kinds.items() if asks(of_type)) == said
    assert type_id(of_type) == of_type["id"]


def test_a_type_that_is_not_known() -> None:
    assert type_id(None) == ""
