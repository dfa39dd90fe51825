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


_ENUM: Final = re.compile(r"ENUM\(.*'~enum:\d+:\d+:(?P<name>.*)'\)(?P<array>(?:\[\])*)", re.DOTALL)


def type_name(duckdb_type: str) -> str:
    """
    PostgreSQL's name of a type as DuckDB's messages spell it; the last label of an ENUM tells the name.
    """
    enum = _ENUM.fullmatch(duckdb_type)
    if enum is not None:
        return enum["name"].replace("''", "'") + enum["array"]
    base, bracket, rest = duckdb_type.partition("[")
    name, paren, arguments = base.partition("(")
    known = TYPE_NAMES.get(name, name.lower())
    return f"{known}{paren}{arguments}{bracket}{rest}"


def call(text: str) -> str:
    """
    `lower(INTEGER_LITERAL, VARCHAR)` → `function lower(integer, text) …`; `+(BOOLEAN, DATE)` → an operator.
    """
    kind, called = _called(text)
    return f"function {called} does not exist" if kind == "function" else f"operator does not exist: {called}"


def ambiguous_call(text: str) -> str:
    """
    The same of a call that several functions or operators match.
    """
    kind, called = _called(text)
    return f"function {called} is not unique" if kind == "function" else f"operator is not unique: {called}"


def called_kind(text: str) -> str:
    """
    Is it `function` or `operator`?
    """
    return _called(text)[0]


def _called(text: str) -> tuple[str, str]:
    """
    What a macro calls for a function of PostgreSQL's has its name with a mark before it: `~age(…)`.
    """
    name, _, rest = text.partition("(")
    arguments = [type_name(argument) for argument in _arguments(rest.removesuffix(")"))]
    if re.match(r"~?\w", name):
        return "function", f"{name.removeprefix('~')}({', '.join(arguments)})"
    left = f"{arguments[0]} " if len(arguments) == 2 else ""
    return "operator", f"{left}{name} {arguments[-1] if arguments else ''}".rstrip()


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


# How a group of a pattern enters the wording: {to:type}, {call:call}
def surplus(counts: str) -> str:
    """
    What an INSERT has more of, of "2 columns but 3" values.
    """
    columns, _, _, values = counts.split()
    if int(values) > int(columns):
        return "expressions than target columns"
    return "target columns than expressions"


FORMATS: Final[Mapping[str, Callable[[str], str]]] = {
    "type": type_name,
    "call": call,
    "ambiguous": ambiguous_call,
    "kind": called_kind,
    "surplus": surplus,
}
