"""
Dictionaries and views, written out: what leaves here has only the layouts that a segment is made of.

Both can name one long value a million times, so `expansion` measures what they stand for before `written_out`
makes it.  Arrays come here validated in full.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import types

from pggate.errors import FeatureNotSupported

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# Refused since nobody sends them, and pyarrow 26 casts list views with overlapping parts to wrong lists.
# fmt: off
UNSUPPORTED: Final = (
    (types.is_run_end_encoded, "run-end encoded columns"),
    (types.is_union,           "union columns"),
    (types.is_list_view,       "list views"),
    (types.is_large_list_view, "list views"),
)
# fmt: on
BINARY: Final = (types.is_string, types.is_large_string, types.is_binary, types.is_large_binary)
VIEWS: Final = {pa.string_view(): pa.large_string(), pa.binary_view(): pa.large_binary()}


@lru_cache(maxsize=256)  # a client sends the same schema again and again
def plain_schema(schema: pa.Schema) -> pa.Schema:
    """
    The schema without dictionaries and views.

    Raises:
        FeatureNotSupported: A layout that is not taken, with the column's name.

    """
    for field in schema:
        for part in parts(field.type):
            for is_unsupported, what in UNSUPPORTED:
                if is_unsupported(part):
                    raise FeatureNotSupported(f'column "{field.name}": {what} are not supported')
    return pa.schema([plain_field(field) for field in schema])


def parts(type_: pa.DataType) -> Iterator[pa.DataType]:
    """
    A type and all types inside it.
    """
    yield type_
    if isinstance(type_, pa.BaseExtensionType):
        yield from parts(type_.storage_type)
    elif types.is_dictionary(type_):
        yield from parts(type_.value_type)
    elif types.is_nested(type_):
        for index in range(type_.num_fields):
            yield from parts(type_.field(index).type)


def plain(type_: pa.DataType) -> pa.DataType:
    """
    The type of the same values without dictionaries and views, at any depth.
    """
    if isinstance(type_, pa.BaseExtensionType):
        storage = plain(type_.storage_type)
        return type_ if storage == type_.storage_type else storage
    if (rebuild := REBUILD.get(type(type_))) is not None:
        return rebuild(type_)
    return VIEWS.get(type_, type_)


def plain_field(field: pa.Field) -> pa.Field:
    """
    Made anew by its name, because pyarrow decodes a name only when asked: UnicodeDecodeError comes here.
    """
    return pa.field(field.name, plain(field.type), field.nullable, field.metadata)


REBUILD: Final[dict[type[pa.DataType], Callable[[Any], pa.DataType]]] = {
    pa.DictionaryType: lambda t: plain(t.value_type),
    pa.StructType: lambda t: pa.struct([plain_field(field) for field in t]),
    pa.MapType: lambda t: pa.map_(
        plain_field(t.key_field), plain_field(t.item_field), keys_sorted=t.keys_sorted
    ),
    pa.ListType: lambda t: pa.list_(plain_field(t.value_field)),
    pa.LargeListType: lambda t: pa.large_list(plain_field(t.value_field)),
    pa.FixedSizeListType: lambda t: pa.list_(plain_field(t.value_field), t.list_size),
}


def written_out(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """
    The batch with the types of its plain schema.

    Raises:
        FeatureNotSupported: pyarrow cannot write a column out (a dictionary of lists, say).

    """
    if batch.schema == schema:
        return batch
    columns = [
        column if column.type == field.type else cast(field.name, column, field.type)
        for column, field in zip(batch.columns, schema, strict=True)
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def cast(name: str, column: pa.Array, type_: pa.DataType) -> pa.Array:
    try:
        return without_view_dictionary(column).cast(type_)
    except pa.ArrowException as error:
        raise FeatureNotSupported(f'column "{name}": {column.type} is not supported') from error


def without_view_dictionary(array: pa.Array) -> pa.Array:
    """
    pyarrow 26 cannot cast a dictionary of views, which is what polars writes for a Categorical.
    """
    if not types.is_dictionary(array.type) or array.type.value_type not in VIEWS:
        return array
    values = array.dictionary.cast(VIEWS[array.type.value_type])
    return pa.DictionaryArray.from_arrays(array.indices, values)


def expansion(array: pa.Array) -> int:
    """
    Bytes that the values behind an array's dictionaries and views take when each is written out.
    """
    if array.type in VIEWS:
        return total(view_lengths(array))
    if types.is_dictionary(array.type):
        return in_dictionary(array)
    return sum(expansion(child) for child in children(array))


def children(array: pa.Array) -> Sequence[pa.Array]:
    match array.type:
        case pa.BaseExtensionType():
            return [array.storage]
        case pa.StructType():
            return [array.field(index) for index in range(array.type.num_fields)]
        case pa.MapType():
            return [array.keys, array.items]
        case pa.ListType() | pa.LargeListType() | pa.FixedSizeListType():
            return [array.values]
        case _:
            return []


def in_dictionary(array: pa.DictionaryArray) -> int:
    values = array.dictionary
    if values.type in VIEWS:
        lengths = view_lengths(values)
        return total(lengths) + total(lengths.take(array.indices))
    if any(is_binary(values.type) for is_binary in BINARY):
        return total(pc.binary_length(values).take(array.indices))
    try:
        width = int(values.type.bit_width)
    except ValueError:  # nested: at worst every index names the longest value
        return len(array) * int(values.nbytes)
    return len(array) * width // 8


def view_lengths(array: pa.Array) -> pa.Array:
    """
    A view is 16 bytes, the first four are its length (Arrow Columnar Format, "Variable-size Binary View").
    """
    if not len(array):
        return pa.array([], pa.int32())
    words = pa.Array.from_buffers(pa.int32(), 4 * (array.offset + len(array)), [None, array.buffers()[1]])
    lengths = pc.list_element(pa.FixedSizeListArray.from_arrays(words, 4), 0)[array.offset :]
    return pc.if_else(array.is_valid(), lengths, 0)


def total(lengths: pa.Array) -> int:
    value: int | None = pc.sum(lengths).as_py()
    return value or 0
