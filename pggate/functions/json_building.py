"""
Documents of json and jsonb that are made of values (PostgreSQL 15, 9.16, tables 9.47 and 9.21).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pggate.errors import InvalidParameterValue, PgError
from pggate.functions.json_parts import path_of
from pggate.types import documents, json_text, jsonb, lists
from pggate.types.columns import cells, column_encoding
from pggate.types.duck import USUAL, Shown
from pggate.types.ducktype import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _cells(columns: Sequence[Any]) -> Any:
    """The JSON of the last column; the ones before it tell its DuckDB type and the session's TimeZone."""
    of_type, zone, values = columns
    return documents.cells(parse(of_type[0].as_py()), values, ZoneInfo(zone[0].as_py()))


def to_json(columns: Sequence[Any]) -> Sequence[Any]:
    return _texts(_cells(columns)) if len(columns[0]) else []


def to_text(columns: Sequence[Any], shown: Shown = USUAL) -> Sequence[Any]:
    """The text of an array as the client would see it (8.15.2)."""
    of_type, zone, values = columns
    if not len(values):
        return []
    encoding = column_encoding(of_type[0].as_py(), shown=shown, zone=ZoneInfo(zone[0].as_py()))
    return _texts(cells(encoding, values))


def row_to_text(columns: Sequence[Any]) -> Sequence[Any]:
    """The text of a value of a composite type, or of an array of them (8.16.6)."""
    return to_text(columns, Shown(structs_as_composites=True))


def _texts(found: Any) -> list[str | None]:
    return [None if cell is None else cell.decode() for cell in found.to_pylist()]


def aggregated(columns: Sequence[Any]) -> Sequence[Any]:
    """json_agg of what array_agg has gathered; what has parts begins a line."""
    of_type, zone, gathered = columns
    if not len(gathered):
        return []
    element = parse(of_type[0].as_py()).element
    offsets, items = lists.parts(gathered)
    cells = documents.cells(element, items, ZoneInfo(zone[0].as_py())).to_pylist()
    has_lines = element.is_list or element.name in ("STRUCT", "MAP", "UNION")
    return [
        _joined(cells[start:stop], has_lines=has_lines) if is_there else None
        for start, stop, is_there in zip(
            offsets[:-1], offsets[1:], gathered.is_valid().to_pylist(), strict=True
        )
    ]


def _joined(cells: Sequence[bytes | None], *, has_lines: bool) -> str:
    """PostgreSQL 15, json_agg_transfn: a NULL begins no line."""
    written = [
        b"null" if cell is None else b"\n " + cell if has_lines and number else cell
        for number, cell in enumerate(cells)
    ]
    return (b"[" + b", ".join(written) + b"]").decode()


def objects_of_pairs(columns: Sequence[Any]) -> Sequence[Any]:
    """json_object_agg of the pairs {k, v} that array_agg has gathered."""
    of_type, zone, gathered = columns
    if not len(gathered):
        return []
    (_, _), (_, value) = parse(of_type[0].as_py()).element.children
    offsets, pairs = lists.parts(gathered)
    keys = pairs.field(0).to_pylist()
    if None in keys:
        raise PgError("field name must not be null", sqlstate="22023")
    values = documents.cells(value, pairs.field(1), ZoneInfo(zone[0].as_py())).fill_null(b"null").to_pylist()
    members = [f"{jsonb.write(key)} : {item.decode()}" for key, item in zip(keys, values, strict=True)]
    return [
        "{ " + ", ".join(members[start:stop]) + " }" if is_there else None
        for start, stop, is_there in zip(
            offsets[:-1], offsets[1:], gathered.is_valid().to_pylist(), strict=True
        )
    ]


def built_array(*values: str | None) -> str:
    return "[" + ", ".join("null" if value is None else value for value in values) + "]"


def built_object(*arguments: str | None) -> str:
    if len(arguments) % 2:
        raise InvalidParameterValue(
            "argument list must have even number of elements",
            hint="The arguments of json_build_object() must consist of alternating keys and values.",
        )
    members = []
    for number in range(0, len(arguments), 2):
        key, value = arguments[number : number + 2]
        if key is None:
            raise InvalidParameterValue(f"argument {number + 1} cannot be null")
        members.append(f"{jsonb.write(key)} : {'null' if value is None else value}")
    return "{" + ", ".join(members) + "}"


def normal(build: Callable[..., str]) -> Callable[..., str]:
    return lambda *values: jsonb.normal(build(*values))


def object_of_texts(*arrays: Any) -> str:
    """json_object(text[]) of keys and values in turn, or in pairs; json_object(keys, values)."""
    first: list[Any] = path_of(arrays[0])
    if len(arrays) == 2:
        second = path_of(arrays[1])
        if len(first) != len(second):
            raise PgError("mismatched array dimensions", sqlstate="2202E")
        pairs = list(zip(first, second, strict=True))
    elif first and isinstance(first[0], list):
        if len(first[0]) != 2:
            raise PgError("array must have two columns", sqlstate="2202E")
        pairs = [(key, value) for key, value in first]
    else:
        if len(first) % 2:
            raise PgError("array must have even number of elements", sqlstate="2202E")
        pairs = list(zip(first[::2], first[1::2], strict=True))
    if any(key is None for key, _ in pairs):
        raise PgError("null value not allowed for object key", sqlstate="22004")
    return "{" + ", ".join(f"{jsonb.write(key)} : {jsonb.write(value)}" for key, value in pairs) + "}"


def lines(document: str) -> str:
    """row_to_json(…, true) and array_to_json(…, true): a line for each part of the outermost."""
    if json_text.kind(document) == "array":
        return "[" + ",\n ".join(json_text.elements(document)) + "]"
    members = (f"{jsonb.write(key)}:{value}" for key, value in json_text.members(document))
    return "{" + ",\n ".join(members) + "}"
