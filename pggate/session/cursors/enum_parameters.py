"""
Parameters of enumerated types: which are, and that their values are labels (PostgreSQL 15, 8.7).

The engine takes a label as a text that it casts to the type; an array of labels as a list of texts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.translate.syntax import lexer
from pggate.translate.types import enum_names
from pggate.translate.types.enum_names import check_label
from pggate.types.ducktype import parse
from pggate.types.enums import marked_type
from pggate.types.table import array_of

if TYPE_CHECKING:
    from pggate.translate.types.enum_names import EnumNames
    from pggate.types.enums import EnumType
    from pggate.types.table import PgType


def cast_parameters(text: str, enums: EnumNames[EnumType]) -> dict[int, str]:
    """
    DuckDB's types of the parameters that the client's text casts to enumerated types, or to arrays of them.
    """
    if "$" not in text or not enums.by_name:
        return {}
    return enum_names.of_parameters(lexer.tokens(text), enums)


def created_type(oid: int, enums: EnumNames[EnumType]) -> PgType | None:
    """
    The enumerated type of that OID, or the type of arrays of one; None of any other.
    """
    enum = next((one for one in enums.by_name.values() if oid in (one.oid, one.array_oid)), None)
    marked = marked_type(enum.mark) if enum is not None else None
    if enum is None or marked is None:
        return None
    found = replace(marked, sql=enums.shown(enum), duckdb=enum.duckdb)
    return found if oid == enum.oid else array_of(found)


def check_labels(of_type: PgType, value: object) -> None:
    """
    Raises:
        InvalidTextRepresentation: 22P02, a value of a parameter, or an item of it, is no label of its type.

    """
    scalar = of_type.element or of_type
    if not scalar.duckdb.startswith("ENUM(") or value is None:
        return
    if isinstance(value, list):
        for item in value:
            check_labels(of_type, item)
        return
    *labels, _ = map(str, parse(scalar.duckdb).args)
    check_label(str(value), scalar.sql, labels)
