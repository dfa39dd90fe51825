"""
Enumerated types (PostgreSQL 15, 8.7): what CREATE TYPE … AS ENUM made.

DuckDB knows an ENUM by its labels alone.  So that two types of the same labels stay two types, and a result's
column says which one it is, DuckDB's type has one label more, the last: a mark with the type's OIDs and name.
No value ever has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from pggate.types.ducktype import parse
from pggate.types.table import TEXT, VOID, PgType, array_of

MARK: Final = "~enum:"

FIRST_OID: Final = 0x40000000
"""Types that were created here have OIDs from this one on; those of PostgreSQL's types lie below."""

_MARKED: Final = re.compile(r"~enum:(\d+):(\d+):(.*)", re.DOTALL)
_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_$]*")


@dataclass(frozen=True, slots=True)
class EnumType:
    """
    Args:
        array_oid: Of the type of its arrays.
        labels: In their order, which is that of the values.

    """

    oid: int
    array_oid: int
    schema: str
    name: str
    labels: tuple[str, ...]

    @property
    def mark(self) -> str:
        """The last label of DuckDB's type."""
        return f"{MARK}{self.oid}:{self.array_oid}:{self.name}"

    @property
    def duckdb(self) -> str:
        """DuckDB's type of its values in a query."""
        return f"ENUM({', '.join(map(literal, (*self.labels, self.mark)))})"


def encoded_as(of_type: PgType) -> PgType:
    """
    The type whose values look the same on the wire: a label is a text, but an array says what its items are.
    """
    scalar = of_type.element or of_type
    if scalar.oid < FIRST_OID or scalar.fields:
        return of_type
    return TEXT if of_type.element is None else replace(array_of(TEXT), element=replace(TEXT, oid=scalar.oid))


def labels_of(of_type: PgType) -> tuple[str, ...]:
    """
    The labels of an enumerated type, or of the one that it is of arrays of; () of any other.
    """
    scalar = of_type.element or of_type
    if not scalar.duckdb.startswith("ENUM("):
        return ()
    *labels, _ = map(str, parse(scalar.duckdb).args)
    return tuple(labels)


def cast_items(items: str, of_type: str) -> str:
    """
    A list of texts as one of labels, in SQL.  duckdb 1.5.5 has no syntax tree for a cast to ENUM(…)[].
    """
    return f'list_transform({items}, lambda "~x": CAST("~x" AS {of_type}))'


def cast_column(name: str, of_type: str) -> str:
    """
    A column of texts, or of lists of texts, as one of DuckDB's type `of_type`, an enum or a list of them.
    """
    if of_type.endswith("[]"):
        return cast_items(name, of_type.removesuffix("[]"))
    return f"CAST({name} AS {of_type})"


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@lru_cache(maxsize=4096)
def marked_type(label: str) -> PgType | None:
    """
    The PostgreSQL type that the last label of DuckDB's names; None for a label.
    """
    found = _MARKED.fullmatch(label)
    if found is None:
        return None
    oid, array_oid, name = found.groups()
    if int(oid) == VOID.oid:
        return VOID
    shown = name if _PLAIN.fullmatch(name) else '"' + name.replace('"', '""') + '"'
    return PgType(name, int(oid), int(array_oid), 4, shown, "VARCHAR", casts=False)
