"""
Columns that are casts to character types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.binder import Binder
from pggate.session.columns.cast_columns import as_cast, as_made
from pggate.session.statement.outcome import Column
from pggate.types.table import BPCHAR, NAME, VARCHAR, array_of

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
    for text in ("select 1", "select *, *, \"~char_name\"('c')", 'show "~char_x"'):
        assert as_cast(columns, text, binder) is columns


def test_what_stands_beside_a_star(binder: BinderCursor) -> None:
    columns = tuple(Column(name) for name in "abcd")
    text = """select "~char_name"('a') as a, x.*, "~char_varchar"('d', 3) as d from (select 'b' as b, 'c' as c) x"""
    assert as_cast(columns, text, binder) == (
        Column("a", NAME),
        Column("b"),
        Column("c"),
        Column("d", VARCHAR, 7),
    )


def test_arrays(binder: BinderCursor) -> None:
    text = """select "~char_varchar[]"([], 3) as a, "~char_name[]"([]) as b, array["~char_padded"('c', 2)] as c"""
    columns = tuple(Column(name) for name in "abc")
    assert as_cast(columns, text, binder) == (
        Column("a", array_of(VARCHAR), 7),
        Column("b", array_of(NAME)),
        Column("c", array_of(BPCHAR), 6),
    )


def test_casts_to_a_text_are_none_of_what_is_cast(binder: BinderCursor) -> None:
    columns, made = (Column("a"), Column("b")), (Column("a", VARCHAR, 7), Column("b", VARCHAR, 7))
    assert as_made(columns, made, "select x::text as a, x as b from (select 'a' as x)", binder) == (
        columns[0],
        made[1],
    )
    assert as_made(columns, made, "select x as a, x as b from (select 'a' as x)", binder) is made
