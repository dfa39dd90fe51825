"""
Columns that are casts to character types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.binder import Binder
from pggate.session.cast_columns import as_cast
from pggate.session.outcome import Column
from pggate.types.table import BPCHAR, NAME, VARCHAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.binding import BinderCursor


@pytest.fixture(scope="module")
def binder() -> Iterator[BinderCursor]:
    opened = Binder.open()
    yield opened.cursor()
    opened.close()


def test_types_and_lengths(binder: BinderCursor) -> None:
    text = (
        """select "~char_varchar"('a', 3) as a, "~char_padded"('b', 2) as b, "~char_name"('c') as c, 1 as d"""
    )
    columns = tuple(Column(name) for name in "abcd")
    assert as_cast(columns, text, binder) == (
        Column("a", VARCHAR, 7),
        Column("b", BPCHAR, 6),
        Column("c", NAME),
        Column("d"),
    )


def test_what_cannot_be_told_stays(binder: BinderCursor) -> None:
    columns = (Column("a"), Column("b"))
    for text in ("select 1", "select *, \"~char_name\"('c')", 'show "~char_x"'):
        assert as_cast(columns, text, binder) is columns
