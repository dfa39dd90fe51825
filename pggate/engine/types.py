"""
DuckDB's JSON of a type → DuckDB's text of it, as `ResultColumn.duckdb_type` has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine.names import quote_identifier, quote_literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Types that only literals have while they are bound (`id = 1`) and the type such a literal becomes
LITERAL_TYPES: Final[Mapping[str, str]] = {
    "INTEGER_LITERAL": "BIGINT",
    "STRING_LITERAL": "VARCHAR",
    "NULL": '"NULL"',
}


def type_text(of_type: Mapping[str, Any]) -> str:
    """
    `{"id": "DECIMAL", "type_info": {"width": 10, "scale": 2}}` → `DECIMAL(10,2)`.

    An ENUM comes with its values, a type with an alias (JSON) as its alias.  The fields of a STRUCT are
    always quoted here, DuckDB itself quotes them only where it must.
    """
    details = of_type.get("type_info") or {}
    if details.get("alias"):
        return str(details["alias"])
    write = WRITERS.get(of_type["id"])
    if write is None or not details:
        return LITERAL_TYPES.get(of_type["id"], of_type["id"])
    return write(details)


def _decimal(details: Mapping[str, Any]) -> str:
    return f"DECIMAL({details['width']},{details['scale']})"


def _list(details: Mapping[str, Any]) -> str:
    return type_text(details["child_type"]) + "[]"


def _array(details: Mapping[str, Any]) -> str:
    return f"{type_text(details['child_type'])}[{details['size']}]"


def _struct(details: Mapping[str, Any]) -> str:
    return f"STRUCT({_fields(details['child_types'])})"


def _union(details: Mapping[str, Any]) -> str:
    # the first field is the tag
    return f"UNION({_fields(details['child_types'][1:])})"


def _map(details: Mapping[str, Any]) -> str:
    key, value = details["child_type"]["type_info"]["child_types"]
    return f"MAP({type_text(key['second'])}, {type_text(value['second'])})"


def _enum(details: Mapping[str, Any]) -> str:
    return f"ENUM({', '.join(quote_literal(value) for value in details['values'])})"


def _fields(fields: list[Mapping[str, Any]]) -> str:
    """
    The fields of a ROW have no names.
    """
    return ", ".join(f"{_field_name(field['first'])}{type_text(field['second'])}" for field in fields)


def _field_name(name: str) -> str:
    return f"{quote_identifier(name)} " if name else ""


WRITERS: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "DECIMAL": _decimal,
    "LIST": _list,
    "ARRAY": _array,
    "STRUCT": _struct,
    "UNION": _union,
    "MAP": _map,
    "ENUM": _enum,
}
