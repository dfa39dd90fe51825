"""
Arrays of several dimensions in arriving rows: their parts have to be of one length (PostgreSQL 15, 8.15.2).

The lake keeps them as lists of lists, which may be of any lengths, and then are none that could be read as an
array again.  session/writing/array_shapes.py does the same for rows that the engine itself writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.errors import ArraySubscriptError
from pggate.lake.declared_values import has_attributes
from pggate.types import lists
from pggate.types.arrays import unstorable

if TYPE_CHECKING:
    from pggate.lake.topics import TopicColumn

_OF_LISTS: Final = "][]"
"""How DuckDB's text of a type of lists of lists ends."""


def check_shapes(column: TopicColumn, values: pa.Array) -> None:
    """
    In a STRUCT without a type of its own they are json, whose lists may be of any lengths.

    Args:
        values: As the column's Arrow type.

    Raises:
        ArraySubscriptError: 2202E, parts differ in length, or are NULL.
        ProgramLimitExceeded: 54000, more than six dimensions.

    """
    if column.duckdb_type.endswith(_OF_LISTS):
        try:
            lists.check_shape(values)
        except ArraySubscriptError:
            raise unstorable() from None
    if has_attributes(column):
        _check_attributes(column, values)


def _check_attributes(column: TopicColumn, values: pa.Array) -> None:
    """The same of the attributes of composite types, and of such in arrays."""
    if pa.types.is_struct(values.type):
        for child, array in zip(column.children, values.flatten(), strict=True):
            check_shapes(child, array)
    elif column.children:
        _check_attributes(column.children[0], lists.elements(values))
