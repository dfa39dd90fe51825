"""
STRUCT, MAP and lists of them read from JSON text: the way back of ``documents``.

A leaf is read from its text as its own type reads it, so a number is a number with or without quotes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import FeatureNotSupported, InvalidTextRepresentation
from pggate.types import jsonb, table, text
from pggate.types.arrow_values import fit
from pggate.types.duck import scalar_type
from pggate.types.ducktype import spell

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from pggate.types.ducktype import DuckType

    Leaf = Callable[[DuckType, str], Any]


class _Number(str):
    """A number as it is written: not rounded."""

    __slots__ = ()


def read(column: DuckType, document: str, zone: tzinfo) -> Any:
    """
    The value of a document, as ``arrow_values.array`` takes it.

    Args:
        column: A STRUCT, a MAP, or a list of them.
        document: JSON, already found valid.
        zone: The session's TimeZone.

    Raises:
        InvalidTextRepresentation: 22P02, the document has another shape, or what a leaf's type raises.
        PgError: 22P05, a text has a NUL in it.

    """

    def leaf(of_type: DuckType, written: str) -> Any:
        type_ = scalar_type(of_type)
        return written if type_ is table.JSON else fit(of_type, type_)(text.decode(type_, written, zone))

    return shaped(column, document, leaf)


def shaped(column: DuckType, document: str, leaf: Leaf) -> Any:
    """
    The value of a document with what `leaf` makes of the texts in it: dicts, lists, and of a MAP pairs.

    Args:
        column: See `read`.
        document: See `read`.
        leaf: Given the type of a value that has no parts, and its text.

    Raises:
        InvalidTextRepresentation: See `read`.

    """
    return _value(column, json.loads(document, parse_int=_Number, parse_float=_Number), leaf)


def _value(column: DuckType, found: Any, leaf: Leaf) -> Any:
    if found is None:
        return None
    return _READERS.get(column.name, _leaf)(column, found, leaf)


def _list(column: DuckType, found: Any, leaf: Leaf) -> list[Any]:
    if not isinstance(found, list):
        raise _misshapen(column, "an array")
    return [_value(column.element, item, leaf) for item in found]


def _struct(column: DuckType, found: Any, leaf: Leaf) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise _misshapen(column, "an object")
    given = {name.lower(): item for name, item in found.items()}
    unknown = given.keys() - {name.lower() for name, _ in column.children}
    if unknown:
        raise _misshapen(column, f'an object without "{min(unknown)}"')
    return {name: _value(child, given.get(name.lower()), leaf) for name, child in column.children}


def _map(column: DuckType, found: Any, leaf: Leaf) -> list[tuple[Any, Any]]:
    if not isinstance(found, dict):
        raise _misshapen(column, "an object")
    (_, key), (_, value) = column.children
    return [(_key(key, name, leaf), _value(value, item, leaf)) for name, item in found.items()]


def _key(column: DuckType, name: str, leaf: Leaf) -> Any:
    # A key that is no scalar is written as a text of JSON.
    if column.name in _READERS:
        return shaped(column, text.decode(table.JSON, name), leaf)
    return _leaf(column, name, leaf)


def _leaf(column: DuckType, found: Any, leaf: Leaf) -> Any:
    is_document = scalar_type(column) is table.JSON
    if not is_document:
        jsonb.refuse_nul(found)
    if is_document and column.name != "JSON":
        raise FeatureNotSupported(f"a value of type {spell(column)} cannot be read from JSON")
    return leaf(column, found if isinstance(found, str) and not is_document else _written(found))


def _written(found: Any) -> str:
    if isinstance(found, _Number):
        return str(found)
    if isinstance(found, dict):
        pairs = (f"{_written(name)}:{_written(item)}" for name, item in found.items())
        return "{" + ",".join(pairs) + "}"
    if isinstance(found, list):
        return f"[{','.join(map(_written, found))}]"
    return json.dumps(found, ensure_ascii=False)


def _misshapen(column: DuckType, wanted: str) -> InvalidTextRepresentation:
    return InvalidTextRepresentation(
        "invalid input syntax for type json", detail=f"A value of type {spell(column)} is {wanted}."
    )


_READERS: Final[dict[str, Callable[[DuckType, Any, Leaf], Any]]] = {
    "LIST": _list,
    "STRUCT": _struct,
    "MAP": _map,
}
