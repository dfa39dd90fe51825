"""
STRUCT, MAP, UNION and lists of them as JSON text, a column at a time.

A leaf is written as PostgreSQL's to_json writes it: numbers bare with all their digits (a float that is not
finite is quoted), dates and timestamps in ISO 8601 with ``T``, json as it is, everything else as a string of
its text. A MAP is an object, its keys the keys' text; a UNION an object of its one member, as duckdb 1.5.5's
to_json has it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.types import scalars, table
from pggate.types.duck import scalar_type
from pggate.types.lists import joined_lists, parts
from pggate.types.physical import CELL, joined, patched, plain, with_nulls

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from pggate.types.ducktype import DuckType

_NULL: Final = b"null"
_NEEDS_ESCAPES: Final = r'[\x00-\x1f"\\]'
_BARE: Final = frozenset({table.INT2, table.INT4, table.INT8, table.NUMERIC, table.JSON})
_FLOATS: Final = frozenset({table.FLOAT4, table.FLOAT8})
_MOMENTS: Final = frozenset({table.TIMESTAMP, table.TIMESTAMPTZ})


def cells(source: DuckType, array: Any, zone: tzinfo) -> Any:
    """
    JSON text of every row; NULL stays null.
    """
    array = plain(array)
    if source.name in _COMPOSITES:
        return _COMPOSITES[source.name](source, array, zone)
    return _leaf(source, array, zone)


def _list(source: DuckType, array: Any, zone: tzinfo) -> Any:
    offsets, items = parts(array)
    written = cells(source.element, items, zone).fill_null(_NULL)
    return with_nulls(joined(b"[", joined_lists(offsets, written, b","), b"]"), array)


def _struct(source: DuckType, array: Any, zone: tzinfo) -> Any:
    pieces: list[Any] = [b"{"]
    for at, (name, child) in enumerate(source.children):
        # row(1, 2) has fields without names: PostgreSQL calls them f1, f2.
        key = _key(name or f"f{at + 1}")
        pieces += [key if at == 0 else b"," + key, cells(child, array.field(at), zone).fill_null(_NULL)]
    return with_nulls(joined(*pieces, b"}"), array)


def _map(source: DuckType, array: Any, zone: tzinfo) -> Any:
    (_, key), (_, value) = source.children
    entry = pa.struct([("key", array.type.key_type), ("value", array.type.item_type)])
    offsets, items = parts(array.cast(pa.list_(entry)))
    values = cells(value, items.field(1), zone).fill_null(_NULL)
    pairs = joined(_key_strings(key, items.field(0), zone), b":", values)
    return with_nulls(joined(b"{", joined_lists(offsets, pairs, b","), b"}"), array)


def _key_strings(key: DuckType, keys: Any, zone: tzinfo) -> Any:
    if key.children:
        return _strings(cells(key, keys, zone))
    return _strings(_text(key, keys, zone))


def _union(source: DuckType, array: Any, zone: tzinfo) -> Any:
    # pyarrow 26: type_codes of a sliced array are those of the whole one's beginning.
    chosen = np.frombuffer(array.buffers()[1], np.int8)[array.offset : array.offset + len(array)]
    written = pa.nulls(len(array), CELL)
    for at, (name, child) in enumerate(source.children):
        member = joined(b"{" + _key(name), cells(child, array.field(at), zone), b"}")
        written = pc.if_else(pa.array(chosen == array.type.type_codes[at]), member, written)
    return written


def _leaf(source: DuckType, array: Any, zone: tzinfo) -> Any:
    type_ = scalar_type(source)
    if type_ is table.BOOL:
        return pc.if_else(array, pa.scalar(b"true", CELL), pa.scalar(b"false", CELL))
    text = _text(source, array, zone)
    if type_ in _BARE:
        return text
    if type_ in _FLOATS:
        return pc.if_else(pc.match_substring_regex(text, "[yN]$"), joined(b'"', text, b'"'), text)
    if type_ in _MOMENTS:
        text = pc.replace_substring_regex(text, r"^(\S+\d) ", r"\1T", max_replacements=1)
    if type_ is table.TIMESTAMPTZ:
        text = pc.replace_substring_regex(text, r"([+-]\d\d)( BC)?$", r"\1:00\2")
    return _strings(text)


def _text(source: DuckType, array: Any, zone: tzinfo) -> Any:
    return scalars.cells(scalar_type(source), source, array, 0, zone)


def _key(name: str) -> bytes:
    return json.dumps(name, ensure_ascii=False).encode() + b":"


def _strings(text: Any) -> Any:
    quoted = joined(b'"', text, b'"')
    rest = pc.match_substring_regex(text, _NEEDS_ESCAPES).fill_null(False)
    if not pc.any(rest).as_py():
        return quoted
    escaped = [
        json.dumps(item.decode(), ensure_ascii=False).encode() for item in text.filter(rest).to_pylist()
    ]
    return patched(quoted, rest.to_numpy(zero_copy_only=False), escaped)


_COMPOSITES: Final[dict[str, Callable[[DuckType, Any, tzinfo], Any]]] = {
    "LIST": _list,
    "ARRAY": _list,
    "STRUCT": _struct,
    "MAP": _map,
    "UNION": _union,
}
