"""
Values as a column's declaration has them: no longer than varchar(n), a label of its enum, a jsonb in its one
text, a timestamp(n) with so many digits behind its second (whole batches).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from pggate.errors import InvalidTextRepresentation, NumericValueOutOfRange, StringDataRightTruncation
from pggate.types import jsonb, table
from pggate.types.precision import MOST_DIGITS, rounded_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.lake.declared import DeclaredColumn
    from pggate.lake.topics import TopicColumn
    from pggate.types.enums import EnumType

VARHDRSZ: Final = 4
"""What PostgreSQL adds to the length in a typmod."""

SPELLED: Final = {
    table.VARCHAR.oid: "character varying",
    table.VARCHAR.array_oid: "character varying",
    table.BPCHAR.oid: "character",
    table.BPCHAR.array_oid: "character",
}
FIXED: Final = frozenset({table.BPCHAR.oid, table.BPCHAR.array_oid})
DOCUMENTS: Final = frozenset({table.JSONB.oid, table.JSONB.array_oid})
MOMENTS: Final = frozenset(
    {
        *(table.TIMESTAMP.oid, table.TIMESTAMPTZ.oid, table.TIME.oid),
        *(table.TIMESTAMP.array_oid, table.TIMESTAMPTZ.array_oid, table.TIME.array_oid),
    }
)

OIDS: Final = frozenset({table.OID.oid, table.OID.array_oid})
LEAST_OID: Final = -(2**31)
"""An oid below 0 is the one that has the same bits (PostgreSQL 15, oid.c oidin_subr)."""
MOST_OID: Final = 2**32 - 1


def is_rounded(declared: DeclaredColumn) -> bool:
    """
    Has a type of moments fewer digits than those that are kept?
    """
    return declared.type in MOMENTS and 0 <= declared.typmod < MOST_DIGITS


def declared_values(column: TopicColumn, values: pa.Array) -> pa.Array:
    """
    The values as they are kept: what is longer by spaces alone is cut (PostgreSQL 15, 8.3).

    A char(n) is kept without its trailing spaces, which mean nothing, and gets them back on its way out.

    Raises:
        StringDataRightTruncation: 22001, a text is too long.
        InvalidTextRepresentation: 22P02, it is no label of the column's enum.
        NumericValueOutOfRange: 22003, it is no oid.
        PgError: 22P05, a string of a jsonb has a NUL in it.

    """
    if column.declared is None or not len(values):
        return values
    if has_attributes(column):
        return composites(column, values)
    if pa.types.is_list(values.type):
        is_kept = column.enum is None and column.declared.type not in {*SPELLED, *DOCUMENTS, *OIDS}
        if is_kept and not is_rounded(column.declared):
            return values
        elements = values.flatten() if values.null_count < len(values) else values.values[:0]
        kept = declared_values(column, elements)
        return values if kept is elements else with_elements(values, kept)
    return scalars(column, values)


def has_attributes(column: TopicColumn) -> bool:
    """
    Is anything in it an attribute of a composite type?  A list of lists is parts alone.
    """
    return any(child.declared is not None or has_attributes(child) for child in column.children)


def composites(column: TopicColumn, values: pa.Array) -> pa.Array:
    """
    Values of a composite type, or lists of them, whose attributes are what they are declared.
    """
    if not column.children:  # lists of lists of what is none
        return declared_values(column, values)
    if not pa.types.is_struct(values.type):
        (element,) = column.children
        elements = values.flatten() if values.null_count < len(values) else values.values[:0]
        kept = composites(element, elements)
        return values if kept is elements else with_elements(values, kept)
    fields = values.flatten()
    kept = [declared_values(child, array) for child, array in zip(column.children, fields, strict=True)]
    if all(new is old for new, old in zip(kept, fields, strict=True)):
        return values
    mask = values.is_null() if values.null_count else None
    return pa.StructArray.from_arrays(kept, fields=list(values.type), mask=mask)


def with_elements(lists: pa.ListArray, elements: pa.Array) -> pa.ListArray:
    """
    The lists with other elements: those of the lists that are not NULL.
    """
    lengths = pc.fill_null(pc.list_value_length(lists), 0)
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(lengths).cast(pa.int32())])
    mask = lists.is_null() if lists.null_count else None
    return pa.ListArray.from_arrays(offsets, elements, type=lists.type, mask=mask)


def scalars(column: TopicColumn, values: pa.Array) -> pa.Array:
    if column.declared is not None and column.declared.type in _KEPT_AS:
        return _KEPT_AS[column.declared.type](values)
    if column.declared is not None and is_rounded(column.declared):
        is_kept_finer = pa.types.is_time(values.type) or values.type.unit == "us"  # not TIMESTAMP_S, _MS
        return rounded_all(values, column.declared.typmod) if is_kept_finer else values
    if not is_text(values.type):
        return values
    if column.enum is not None:
        check_labels(column.enum, values)
        return values
    if column.declared is not None and column.declared.type in SPELLED:
        return fitting(column.declared, values)
    return values


def oids(values: pa.Array) -> pa.Array:
    """Raises NumericValueOutOfRange."""
    found = pc.min_max(values)
    least, most = found["min"].as_py(), found["max"].as_py()
    if least is None or (least >= 0 and most <= MOST_OID):
        return values
    if least < LEAST_OID or most > MOST_OID:
        raise no_oid()
    return pc.if_else(pc.less(values, 0), pc.add(values, MOST_OID + 1), values)


def no_oid() -> NumericValueOutOfRange:
    return NumericValueOutOfRange("OID out of range")


def is_text(of_type: pa.DataType) -> bool:
    return bool(pa.types.is_string(of_type) or pa.types.is_large_string(of_type))


def normal(values: pa.Array) -> pa.Array:
    """
    Each document in the one text of jsonb, so that equal ones are equal texts.

    Raises what `jsonb.normal` does.
    """
    texts = values.storage if isinstance(values, pa.ExtensionArray) else values
    kept = [None if text is None else jsonb.normal(text) for text in texts.to_pylist()]
    array = pa.array(kept, texts.type)
    return pa.ExtensionArray.from_storage(values.type, array) if texts is not values else array


def check_labels(enum: EnumType, values: pa.Array) -> None:
    """Raises InvalidTextRepresentation."""
    strange = pc.invert(pc.is_in(values, value_set=pa.array(enum.labels, values.type), skip_nulls=True))
    if values.null_count:
        strange = pc.and_(strange, values.is_valid())
    if pc.any(strange).as_py():
        first = values.filter(strange)[0].as_py()
        raise InvalidTextRepresentation(f'invalid input value for enum {enum.name}: "{first}"')


def fitting(declared: DeclaredColumn, values: pa.Array) -> pa.Array:
    """Raises StringDataRightTruncation."""
    if declared.type in FIXED:
        values = pc.utf8_rtrim(values, characters=" ")
    if declared.typmod < 0:
        return values
    length = declared.typmod - VARHDRSZ
    found = pc.max(pc.utf8_length(values)).as_py()
    if found is None or found <= length:
        return values
    cut = pc.utf8_slice_codeunits(values, 0, length)
    lost = pc.utf8_slice_codeunits(values, length)
    if (pc.max(pc.utf8_length(pc.utf8_rtrim(lost, characters=" "))).as_py() or 0) > 0:
        raise too_long(declared)
    return cut


def too_long(declared: DeclaredColumn) -> StringDataRightTruncation:
    name = SPELLED[declared.type]
    return StringDataRightTruncation(f"value too long for type {name}({declared.typmod - VARHDRSZ})")


_KEPT_AS: Final[dict[int, Callable[[pa.Array], pa.Array]]] = {
    **dict.fromkeys(DOCUMENTS, normal),
    **dict.fromkeys(OIDS, oids),
}
