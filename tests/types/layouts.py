"""
The same values in other layouts of Arrow's: dictionaries, views, runs, wider offsets, slices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Callable

    Layout = Callable[[Any], Any]


def as_it_is(array: Any) -> Any:
    return array


def offset(array: Any) -> Any:
    """The end of a longer array."""
    before = array[:3]
    return pa.concat_arrays([before, array])[len(before) :]


def dictionary(index: Any) -> Layout:
    """Every value is there twice, NULL among them, and looked up now here and now there."""

    def laid_out(array: Any) -> Any:
        count = len(array)
        places = np.arange(count) + count * (np.arange(count) % 2)
        wide_enough = index if 2 * count <= 2 ** (index.bit_width - 1) else pa.int64()
        return pa.DictionaryArray.from_arrays(pa.array(places, wide_enough), pa.concat_arrays([array, array]))

    return laid_out


def runs(array: Any) -> Any:
    return pc.run_end_encode(array)


def cast(type_: Any) -> Layout:
    return lambda array: array.cast(type_)


def wide_list(array: Any) -> Any:
    offsets = array.offsets.cast(pa.int64())
    return pa.LargeListArray.from_arrays(offsets, array.values, mask=array.is_null())


def list_view(array: Any) -> Any:
    sizes = array.value_lengths().fill_null(0)
    return pa.ListViewArray.from_arrays(array.offsets[:-1], sizes, array.values, mask=array.is_null())


def list_of(layout: Layout) -> Layout:
    """A list of items in another layout."""

    def laid_out(array: Any) -> Any:
        return pa.ListArray.from_arrays(array.offsets, layout(array.values), mask=array.is_null())

    return laid_out


def view(type_: Any) -> Layout:
    """Characters in more buffers than one."""

    def laid_out(array: Any) -> Any:
        middle = len(array) // 2
        return pa.concat_arrays([array[:middle].cast(type_), array[middle:].cast(type_)])

    return laid_out


STRINGS: Final = [cast(pa.large_string()), view(pa.string_view())]
BINARIES: Final = [cast(pa.large_binary()), view(pa.binary_view())]
DICTIONARIES: Final = [
    dictionary(pa.uint8()),
    dictionary(pa.int16()),
    dictionary(pa.uint32()),
    dictionary(pa.int64()),
]


def layouts(type_: Any) -> list[Layout]:
    """
    Those that an array of a type can have.
    """
    if pa.types.is_list(type_):
        inner = [list_of(layout) for layout in layouts(type_.value_type)]
        return [*inner, wide_list, list_view]
    if pa.types.is_dictionary(type_) or isinstance(type_, pa.BaseExtensionType):
        return [as_it_is]
    found = [as_it_is, offset, runs, *DICTIONARIES]
    if pa.types.is_string(type_):
        return [*found, *STRINGS]
    if pa.types.is_binary(type_):
        return [*found, *BINARIES]
    if pa.types.is_decimal(type_):
        return [*found, *decimals(type_)]
    return found


def decimals(type_: Any) -> list[Layout]:
    """In other numbers of bits; a HUGEINT calls itself a decimal of 38 digits and has 39, which no cast takes."""
    widths = ((pa.decimal32, 9), (pa.decimal64, 18), (pa.decimal256, 37))
    return [cast(of(type_.precision, type_.scale)) for of, most in widths if type_.precision <= most]
