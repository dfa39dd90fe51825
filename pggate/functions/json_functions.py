"""
PostgreSQL's functions of json and jsonb (PostgreSQL 15, 9.16), as the engine calls them.

A document comes as the text that the engine has of it: found valid, and of a jsonb what `jsonb` writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from zoneinfo import ZoneInfo

from pggate.errors import InvalidParameterValue, PgError
from pggate.functions import json_path, jsonb_changes
from pggate.types import documents, json_text, jsonb, lists
from pggate.types.arrays import read_array
from pggate.types.columns import cells, column_encoding
from pggate.types.ducktype import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Path: TypeAlias = "list[str | None]"


@dataclass(frozen=True, slots=True)
class JsonFunction:
    """
    A function of the values of one row.

    Args:
        name: As SQL calls it; a `~` before those that macros or rules stand before.
        returns: DuckDB's type text.
        call: Of any number of values, JSON as its text; may raise PgError.
        strict: Is it NULL wherever an argument is?

    """

    name: str
    returns: str
    call: Callable[..., Any]
    strict: bool = True

    def value(self, arguments: Sequence[Any]) -> Any:
        """The function's value for one row."""
        return None if self.strict and None in arguments else self.call(*arguments)


@dataclass(frozen=True, slots=True)
class ColumnFunction:
    """
    A function of values of any type, which only Arrow's columns keep whole; it returns text.

    Args:
        name: As macros call it.
        rows: Of Arrow columns: DuckDB's type of the values, the session's TimeZone, the values.

    """

    name: str
    rows: Callable[[Sequence[Any]], Sequence[Any]]


def _path(of: Any) -> Path:
    """The steps of a path: an array of texts, or its literal."""
    return read_array(of, str) if isinstance(of, str) else of  # type: ignore[return-value]


# ---- parts of documents


def _child_text(document: str, step: str | int) -> str | None:
    return json_text.shown(json_text.child(document, step))


def _at_path(document: str, path: Any) -> str | None:
    return json_text.at_path(document, _path(path))


def _path_text(document: str, path: Any) -> str | None:
    return json_text.shown(_at_path(document, path))


def _elements(document: str) -> list[str]:
    _require_array(document, "call json_array_elements on")
    return list(json_text.elements(document))


def _element_texts(document: str) -> list[str | None]:
    return list(map(json_text.shown, _elements(document)))


def _members(document: str) -> list[list[str]]:
    if json_text.kind(document) != "object":
        raise InvalidParameterValue("cannot call json_each on a non-object")
    return [[key, value] for key, value in json_text.members(document)]


def _member_texts(document: str) -> list[list[str | None]]:
    return [[key, json_text.shown(value)] for key, value in _members(document)]


def _keys(document: str) -> list[str]:
    of = json_text.kind(document)
    if of != "object":
        raise InvalidParameterValue(
            f"cannot call json_object_keys on {'an array' if of == 'array' else 'a scalar'}"
        )
    return [key for key, _ in json_text.members(document)]


def _array_length(document: str) -> int:
    _require_array(document, "get array length of")
    return sum(1 for _ in json_text.elements(document))


def _require_array(document: str, what: str) -> None:
    of = json_text.kind(document)
    if of != "array":
        raise InvalidParameterValue(f"cannot {what} a {'non-array' if of == 'object' else 'scalar'}")


# ---- changed documents


def _changing(change: Callable[..., Any]) -> Callable[..., str]:
    def of_text(document: str, *arguments: Any) -> str:
        return jsonb.write(change(jsonb.known(document), *arguments))

    return of_text


def _both(change: Callable[..., Any]) -> Callable[..., Any]:
    def of_texts(left: str, right: str) -> Any:
        return change(jsonb.known(left), jsonb.known(right))

    return of_texts


def _deleted(document: str, what: Any) -> str:
    if isinstance(what, int):
        return jsonb.write(jsonb_changes.without_element(jsonb.known(document), what))
    keys = what if isinstance(what, list) else [what]
    return jsonb.write(jsonb_changes.without_keys(jsonb.known(document), keys))


def _set(document: str, path: Any, value: str, *rest: Any) -> str:
    changed = jsonb_changes.with_value(jsonb.known(document), _path(path), jsonb.known(value), *rest)
    return jsonb.write(changed)


def _set_lax(document: str | None, path: Any, value: str | None, *rest: Any) -> str | None:
    if document is None or path is None or (rest and rest[0] is None):
        return None
    new = None if value is None else jsonb.known(value)
    if new is None and value is not None:  # JSON's own null
        return _set(document, path, value, *rest[:1])
    return jsonb.write(jsonb_changes.with_value_or(jsonb.known(document), _path(path), new, *rest))


def _inserted(document: str, path: Any, value: str, *rest: Any) -> str:
    changed = jsonb_changes.with_inserted(jsonb.known(document), _path(path), jsonb.known(value), *rest)
    return jsonb.write(changed)


def _without_path(document: str, path: Any) -> str:
    return jsonb.write(jsonb_changes.without_path(jsonb.known(document), _path(path)))


def _stripped(document: str) -> str:
    return jsonb.short(jsonb_changes.without_nulls(jsonb.known(document)))


def _exists(document: str, key: str) -> bool:
    return jsonb_changes.exists(jsonb.known(document), key)


def _exists_any(document: str, keys: Any) -> bool:
    of = jsonb.known(document)
    return any(jsonb_changes.exists(of, key) for key in _path(keys) if key is not None)


def _exists_all(document: str, keys: Any) -> bool:
    of = jsonb.known(document)
    return all(jsonb_changes.exists(of, key) for key in _path(keys) if key is not None)


# ---- documents of values


def _cells(columns: Sequence[Any]) -> Any:
    """The JSON of the last column; the ones before it tell its DuckDB type and the session's TimeZone."""
    of_type, zone, values = columns
    return documents.cells(parse(of_type[0].as_py()), values, ZoneInfo(zone[0].as_py()))


def _to_json(columns: Sequence[Any]) -> Sequence[Any]:
    return _texts(_cells(columns)) if len(columns[0]) else []


def _to_text(columns: Sequence[Any]) -> Sequence[Any]:
    """The text of an array as the client would see it (8.15.2)."""
    of_type, zone, values = columns
    if not len(values):
        return []
    return _texts(cells(column_encoding(of_type[0].as_py(), zone=ZoneInfo(zone[0].as_py())), values))


def _texts(found: Any) -> list[str | None]:
    return [None if cell is None else cell.decode() for cell in found.to_pylist()]


def _aggregated(columns: Sequence[Any]) -> Sequence[Any]:
    """json_agg of what array_agg has gathered; what has parts begins a line."""
    of_type, zone, gathered = columns
    if not len(gathered):
        return []
    element = parse(of_type[0].as_py()).element
    offsets, items = lists.parts(gathered)
    cells = documents.cells(element, items, ZoneInfo(zone[0].as_py())).fill_null(b"null").to_pylist()
    between = b", \n " if element.is_list or element.name in ("STRUCT", "MAP", "UNION") else b", "
    return [
        (b"[" + between.join(cells[start:stop]) + b"]").decode() if is_there else None
        for start, stop, is_there in zip(
            offsets[:-1], offsets[1:], gathered.is_valid().to_pylist(), strict=True
        )
    ]


def _objects_of_pairs(columns: Sequence[Any]) -> Sequence[Any]:
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


def _built_array(*values: str | None) -> str:
    return "[" + ", ".join("null" if value is None else value for value in values) + "]"


def _built_object(*arguments: str | None) -> str:
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


def _normal(build: Callable[..., str]) -> Callable[..., str]:
    return lambda *values: jsonb.normal(build(*values))


def _object_of_texts(*arrays: Any) -> str:
    """json_object(text[]) of keys and values in turn, or in pairs; json_object(keys, values)."""
    first: list[Any] = _path(arrays[0])
    if len(arrays) == 2:
        second = _path(arrays[1])
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


def _lines(document: str) -> str:
    """row_to_json(…, true) and array_to_json(…, true): a line for each part of the outermost."""
    if json_text.kind(document) == "array":
        return "[" + ",\n ".join(json_text.elements(document)) + "]"
    members = (f"{jsonb.write(key)}:{value}" for key, value in json_text.members(document))
    return "{" + ",\n ".join(members) + "}"


def _normal_each(documents_: list[str | None]) -> list[str | None]:
    return [None if document is None else jsonb.normal(document) for document in documents_]


# fmt: off
JSON_FUNCTIONS: Final = (
    # Parts; of a jsonb they are jsonb
    JsonFunction("~json_child",         "JSON",        json_text.child),
    JsonFunction("~json_child_text",    "VARCHAR",     _child_text),
    JsonFunction("~json_path",          "JSON",        _at_path),
    JsonFunction("~json_path_text",     "VARCHAR",     _path_text),
    JsonFunction("~json_elements",      "JSON[]",      _elements),
    JsonFunction("~json_element_texts", "VARCHAR[]",   _element_texts),
    JsonFunction("~json_members",       "VARCHAR[][]", _members),
    JsonFunction("~json_member_texts",  "VARCHAR[][]", _member_texts),
    JsonFunction("~json_keys",          "VARCHAR[]",   _keys),
    JsonFunction("~json_typeof",        "VARCHAR",     json_text.kind),
    JsonFunction("~json_array_length",  "INTEGER",     _array_length),
    JsonFunction("~json",               "JSON",        str),
    JsonFunction("~json_strip_nulls",   "JSON",        _stripped),
    JsonFunction("~json_lines",         "JSON",        _lines),
    # Documents of values
    JsonFunction("~json_object",        "JSON",        _object_of_texts),
    JsonFunction("json_build_array",    "JSON",        _built_array, strict=False),
    JsonFunction("json_build_object",   "JSON",        _built_object, strict=False),
    JsonFunction("jsonb_build_array",   "JSON",        _normal(_built_array), strict=False),
    JsonFunction("jsonb_build_object",  "JSON",        _normal(_built_object), strict=False),
    # jsonb
    JsonFunction("~jsonb",              "JSON",        jsonb.normal),
    JsonFunction("~jsonb_each_of",      "JSON[]",      _normal_each),
    JsonFunction("~jsonb_contains",     "BOOLEAN",     _both(jsonb_changes.contains)),
    JsonFunction("~jsonb_exists",       "BOOLEAN",     _exists),
    JsonFunction("~jsonb_exists_any",   "BOOLEAN",     _exists_any),
    JsonFunction("~jsonb_exists_all",   "BOOLEAN",     _exists_all),
    JsonFunction("~jsonb_concat",       "JSON",
                 lambda left, right: jsonb.write(_both(jsonb_changes.concatenated)(left, right))),
    JsonFunction("~jsonb_delete",       "JSON",        _deleted),
    JsonFunction("~jsonb_delete_path",  "JSON",        _without_path),
    JsonFunction("~jsonb_set",          "JSON",        _set),
    JsonFunction("~jsonb_set_lax",      "JSON",        _set_lax, strict=False),
    JsonFunction("~jsonb_insert",       "JSON",        _inserted),
    JsonFunction("~jsonb_pretty",       "VARCHAR",
                 lambda document: jsonb.pretty(jsonb.known(document))),
    JsonFunction("~jsonb_path_query",   "JSON[]",
                 lambda document, path: list(map(jsonb.write, json_path.found(jsonb.known(document), path)))),
    JsonFunction("~jsonb_path_match",   "BOOLEAN",
                 lambda document, path: json_path.matches(jsonb.known(document), path)),
)
COLUMN_FUNCTIONS: Final = (
    ColumnFunction("~to_json",         _to_json),
    ColumnFunction("~json_agg",        _aggregated),
    ColumnFunction("~json_object_agg", _objects_of_pairs),
    ColumnFunction("~to_text",         _to_text),
)
# fmt: on
