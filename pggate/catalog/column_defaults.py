"""
A column's default as pg_get_expr shows it: DuckLake keeps every literal as a text.
"""

from __future__ import annotations

import re
from typing import Final

from pggate.types.table import BPCHAR, BY_OID, FLOAT4, FLOAT8, INT2, INT4, INT8, NUMERIC

_LITERAL: Final = re.compile(r"'((?:[^']|'')*)'")
_CAST: Final = re.compile(r"""CAST\(('(?:[^']|'')*') AS "?(jsonb|json|date|uuid)"?\)""", re.IGNORECASE)
"""A literal with its type, as DuckDB prints it."""
_NUMBERS: Final = frozenset(of_type.oid for of_type in (INT2, INT4, INT8, NUMERIC, FLOAT4, FLOAT8))
_UNSIGNED: Final = re.compile(r"\d+(?:\.\d+)?")
_SPELLINGS: Final = {
    "CAST('t' AS BOOLEAN)": "true",
    "CAST('f' AS BOOLEAN)": "false",
    "current_date": "CURRENT_DATE",
    "current_timestamp": "CURRENT_TIMESTAMP",
}


def shown_default(default: str | None, type_oid: int) -> str | None:
    """
    A default with PostgreSQL's spelling of a literal of the column's type: 'x'::text, 5, '-5'::integer.
    """
    if default is None:
        return None
    cast = _CAST.fullmatch(default)
    if cast is not None:
        return f"{cast[1]}::{cast[2].lower()}"
    literal = _LITERAL.fullmatch(default)
    if literal is None:
        return _SPELLINGS.get(default, default)
    if type_oid in _NUMBERS and _UNSIGNED.fullmatch(literal[1]):
        return literal[1]
    of_type = BY_OID.get(type_oid)
    if of_type is None:
        return default
    return f"{default}::{'bpchar' if of_type is BPCHAR else of_type.sql}"  # a character without a length
