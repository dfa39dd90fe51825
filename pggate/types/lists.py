"""
List columns as PostgreSQL arrays, a column at a time, both formats.

PostgreSQL's arrays are rectangular: a value whose sub-lists differ in length, or are NULL, ends the statement
with 2202E.  An array without elements is ``{}`` whatever its dimensions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.types import table
from pggate.types.arrays import MOST_DIMENSIONS, ragged, too_deep
from pggate.types.physical import CELL, Integers, fixed, joined, plain, prefixed, with_nulls

if TYPE_CHECKING:
    from pggate.types.table import PgType

# array_out's rule as RE2 reads it; see arrays.quoted.
_NEEDS_QUOTES: Final = r'[{}",\\ \t\n\r\v\f]|^$|^(?i:null)$'

# Types whose text never needs quotes in an array.
_NEVER_QUOTED: Final = frozenset(
    {
        *(table.BOOL, table.INT2, table.INT4, table.INT8, table.OID, table.FLOAT4, table.FLOAT8),
        *(table.NUMERIC, table.UUID, table.TIME, table.TIMETZ, table.BIT, table.VARBIT),
    }
)


@dataclass(frozen=True, slots=True)
class Shape:
    """
    A list column taken apart.

    Args:
        rows: The column itself, whose NULLs are the result's.
        levels: Per dimension where each list begins and ends among the items of the next.
        leaves: The elements, all rows' one after another.

    """

    rows: Any
    levels: tuple[Integers, ...]
    leaves: Any

    @property
    def leaf_offsets(self) -> Integers:
        """
        Where each row begins and ends among the leaves.
        """
        offsets = self.levels[0]
        for level in self.levels[1:]:
            offsets = level[offsets]
        return offsets


def is_list(type_: Any) -> bool:
    """
    Whether an Arrow type is one of the list layouts that DuckDB or a client may send.
    """
    return any(
        matches(type_)
        for matches in (
            pa.types.is_list,
            pa.types.is_large_list,
            pa.types.is_fixed_size_list,
            pa.types.is_list_view,
            pa.types.is_large_list_view,
        )
    )


def parts(array: Any) -> tuple[Integers, Any]:
    """
    Offsets (from 0, one more than rows; a NULL list is empty) and the items between them.
    """
    return _offsets(array), array.flatten()


def _offsets(array: Any) -> Integers:
    counts = pc.list_value_length(array).cast(pa.int64()).fill_null(0).to_numpy()
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)


def shape(array: Any) -> Shape:
    """
    Take a (nested) list column apart.

    Raises:
        ArraySubscriptError: 2202E, a value is not rectangular.
        ProgramLimitExceeded: 54000, more than six dimensions.

    """
    levels: list[Integers] = []
    items = array
    while is_list(items.type):
        if levels and items.null_count:
            raise ragged()
        offsets, items = parts(items)
        items = plain(items)
        levels.append(offsets)
    taken = Shape(array, tuple(levels), items)
    _check_levels(taken.levels)
    return taken


def check_shape(array: Any) -> None:
    """
    Raise as `shape` does; the leaves are not looked at.

    Args:
        array: A column of plain lists.

    """
    levels: list[Integers] = [_offsets(array)]
    while is_list(array.type.value_type):
        array = elements(array)
        if array.null_count:
            raise ragged()
        levels.append(_offsets(array))
    _check_levels(tuple(levels))


def elements(array: Any) -> Any:
    """
    The elements of all lists that are not NULL.  (Arrow cannot make an empty array of some types.)
    """
    return array.flatten() if array.null_count < len(array) else array.values[:0]


def text_cells(taken: Shape, element: PgType, leaves: Any) -> Any:
    """
    Array literals.

    Args:
        taken: The column's shape.
        element: The element type.
        leaves: The elements' cells in text format.

    """
    items = (leaves if element in _NEVER_QUOTED else _quoted(leaves)).fill_null(b"NULL")
    for offsets in reversed(taken.levels):
        items = joined(b"{", joined_lists(offsets, items, b","), b"}")
    if len(taken.levels) > 1:
        empty = pa.array(np.diff(taken.leaf_offsets) == 0)
        items = pc.if_else(empty, pa.scalar(b"{}", CELL), items)
    return with_nulls(items, taken.rows)


def binary_cells(taken: Shape, element: PgType, leaves: Any) -> Any:
    """
    Arrays as array_send writes them; ``leaves`` are the elements' cells in binary format.
    """
    offsets = taken.leaf_offsets
    counts = np.diff(offsets)
    body = joined(_headers(taken, element, leaves), joined_lists(offsets, prefixed(leaves), b""))
    nothing = np.array([0, 0, element.oid], ">i4").tobytes()
    return with_nulls(pc.if_else(pa.array(counts == 0), pa.scalar(nothing, CELL), body), taken.rows)


def joined_lists(offsets: Integers, items: Any, separator: bytes) -> Any:
    """
    The items of each list, one after another.
    """
    lists = pa.LargeListArray.from_arrays(pa.array(offsets), items)
    return pc.binary_join(lists, pa.scalar(separator, CELL))


def _headers(taken: Shape, element: PgType, leaves: Any) -> Any:
    dimensions = len(taken.levels)
    header = np.zeros((len(taken.rows), 3 + 2 * dimensions), ">i4")
    header[:, 0] = dimensions
    header[:, 1] = _holds_null(taken.leaf_offsets, leaves)
    header[:, 2] = element.oid
    offsets = np.arange(len(taken.rows) + 1)
    for depth, level in enumerate(taken.levels):
        header[:, 3 + 2 * depth] = _first_lengths(offsets, level)
        header[:, 4 + 2 * depth] = 1
        offsets = level[offsets]
    return fixed(header, taken.rows)


def _holds_null(offsets: Integers, leaves: Any) -> Any:
    so_far = np.concatenate(([0], np.cumsum(leaves.is_null().to_numpy(zero_copy_only=False))))
    return np.diff(so_far[offsets]) > 0


def _first_lengths(offsets: Integers, level: Integers) -> Integers:
    """
    The length of each row's first list at a level; 0 where the row has none there.
    """
    lengths = np.append(np.diff(level), 0)
    return np.where(np.diff(offsets) > 0, lengths[offsets[:-1]], 0)


def _check_levels(levels: tuple[Integers, ...]) -> None:
    offsets = levels[0]
    for level in levels[1:]:
        expected = np.repeat(_first_lengths(offsets, level), np.diff(offsets))
        if np.any(expected != np.diff(level)):
            raise ragged()
        offsets = level[offsets]
    if len(levels) > MOST_DIMENSIONS and levels[-1][-1]:
        raise too_deep(len(levels))


def _quoted(leaves: Any) -> Any:
    needs = pc.match_substring_regex(leaves, _NEEDS_QUOTES)
    if not pc.any(needs).as_py():
        return leaves
    escaped = pc.replace_substring(pc.replace_substring(leaves, "\\", "\\\\"), '"', '\\"')
    return pc.if_else(needs, joined(b'"', escaped, b'"'), leaves)
