"""
How PostgreSQL's messages write what DuckDB's messages name: types, and the calls that nothing matches.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# DuckDB's names of types, as its messages spell them → PostgreSQL's (PostgreSQL 15, 8.1)
TYPE_NAMES: Final[Mapping[str, str]] = {
    "BOOL": "boolean",
    "BOOLEAN": "boolean",
    "INT8": "smallint",
    "INT16": "smallint",
    "INT32": "integer",
    "INT64": "bigint",
    "INT128": "numeric",
    "TINYINT": "smallint",
    "SMALLINT": "smallint",
    "INTEGER": "integer",
    "BIGINT": "bigint",
    "HUGEINT": "numeric",
    "INTEGER_LITERAL": "integer",
    "STRING_LITERAL": "unknown",
    "FLOAT": "real",
    "DOUBLE": "double precision",
    "VARCHAR": "text",
    "BLOB": "bytea",
    "BIT": "bit",
    "DECIMAL": "numeric",
    "DATE": "date",
    "TIME": "time without time zone",
    "TIMESTAMP": "timestamp without time zone",
    "TIME WITH TIME ZONE": "time with time zone",
    "TIMESTAMP WITH TIME ZONE": "timestamp with time zone",
    "INTERVAL": "interval",
    "UUID": "uuid",
    "JSON": "json",
    "NULL": "unknown",
    '"NULL"': "unknown",
}


def type_name(duckdb_type: str) -> str:
    """
    PostgreSQL's name of a type as DuckDB's messages spell it.
    """
    base, bracket, rest = duckdb_type.partition("[")
    name, paren, arguments = base.partition("(")
    known = TYPE_NAMES.get(name, name.lower())
    return f"{known}{paren}{arguments}{bracket}{rest}"


def call(text: str) -> str:
    """
    `lower(INTEGER_LITERAL, VARCHAR)` → `function lower(integer, text)`; `+(BOOLEAN, DATE)` → an operator.
    What a macro calls for a function of PostgreSQL's has its name with a mark before it: `~age(…)`.
    """
    name, _, rest = text.partition("(")
    arguments = [type_name(argument) for argument in _arguments(rest.removesuffix(")"))]
    if re.match(r"~?\w", name):
        return f"function {name.removeprefix('~')}({', '.join(arguments)}) does not exist"
    left = f"{arguments[0]} " if len(arguments) == 2 else ""
    return f"operator does not exist: {left}{name} {arguments[-1] if arguments else ''}".rstrip()


def _arguments(text: str) -> list[str]:
    """
    Split at the commas that stand outside of brackets: `DECIMAL(4,1), INTEGER[]`.
    """
    parts: list[str] = [""]
    depth = 0
    for character in text:
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts if part.strip()]


# How a group of a pattern enters the wording: {to:type} and {call:call}
FORMATS: Final[Mapping[str, Callable[[str], str]]] = {"type": type_name, "call": call}
