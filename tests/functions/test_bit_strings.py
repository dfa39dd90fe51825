"""
Functions of bit strings, as PostgreSQL 15 answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.functions import bit_strings

if TYPE_CHECKING:
    from collections.abc import Callable

FAILING: tuple[tuple[Callable[[], object], str], ...] = (
    (lambda: bit_strings.sliced("101", 1, -1), "22011"),
    (lambda: bit_strings.overlaid("101", "1", 0), "22011"),
    (lambda: bit_strings.sliced("101", 9), "0A000"),  # PostgreSQL has an empty one
)


def test_places() -> None:
    assert (bit_strings.position("0110", "11"), bit_strings.position("0110", "111")) == (2, 0)
    assert bit_strings.sliced("10110", 2, 3) == "011"
    assert bit_strings.sliced("10110", 0, 3) == "10"
    assert bit_strings.sliced("10110", 2) == "0110"


def test_overlays() -> None:
    assert bit_strings.overlaid("10110", "00", 2) == "10010"
    assert bit_strings.overlaid("10110", "00", 2, 3) == "1000"
    assert bit_strings.overlaid("10110", "00", 9) == "1011000"


@pytest.mark.parametrize(("call", "code"), FAILING)
def test_failures(call: Callable[[], object], code: str) -> None:
    with pytest.raises(PgError) as caught:
        call()
    assert caught.value.code == code
