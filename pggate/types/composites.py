"""
Composite types (PostgreSQL 15, 8.16) beside those that CREATE TYPE … AS made, and their OIDs.

    the row type of a relation      an OID that follows from the relation's
    a STRUCT of DuckDB's            one that follows from the names and types of its fields

so that both are the same in every session and after every restart.  The type of the arrays has the next OID.
A composite type's relation (pg_type.typrelid) has the type's OID; that of a row type is the relation itself.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import Final

from pggate.types.ducktype import parse, spell
from pggate.types.table import RECORD, PgField, PgType

FIRST_RELATION: Final = 16384
"""PostgreSQL's FirstNormalObjectId."""

ROW_TYPES: Final = range(0x50000000, 0x60000000)
"""Above what relations count up from 16384, and what was created here from 0x40000000."""

STRUCT_TYPES: Final = range(0x60000000, 0x80000000)
"""To the last OID that a signed number of 32 bits holds: some drivers read them as one."""


_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_]*")


FIRST_CREATED: Final = 0x40000000
"""From here on OIDs are the registry's; of a live view the next two are of its row type and of arrays."""


def row_type_oid(relation: int) -> int:
    """
    The OID of the row type of a relation of a lake; sql/pg_class.sql has the same rule.
    """
    if relation >= FIRST_CREATED:
        return relation + 1
    return ROW_TYPES.start + 2 * (relation - FIRST_RELATION)


def record(fields: tuple[PgField, ...], duckdb: str) -> PgType:
    """
    The type of rows that have no type of their own, whose fields are known.
    """
    return replace(RECORD, duckdb=duckdb, fields=fields)


def struct_type(fields: tuple[PgField, ...], duckdb: str) -> PgType:
    """
    The composite type of a STRUCT.
    """
    said = "\0".join(f"{len(one.name)} {one.name} {one.type.oid} {one.typmod}" for one in fields)
    number = int.from_bytes(hashlib.sha256(said.encode()).digest()[:8])
    oid = STRUCT_TYPES.start + 2 * (number % (len(STRUCT_TYPES) // 2))
    name = f"struct_{oid:x}"
    return PgType(name, oid, oid + 1, -1, name, duckdb, fields=fields)


def format_name(name: str) -> str:
    """
    A type's name as format_type prints it (PostgreSQL 15, quote_identifier, without its list of keywords).
    """
    return name if _PLAIN.fullmatch(name) else '"' + name.replace('"', '""') + '"'


def struct_fields(duckdb: str) -> tuple[tuple[str, str], ...]:
    """
    Names and types of the fields of a type of DuckDB's; none where it is no STRUCT.
    """
    parsed = parse(duckdb)
    children = parsed.children if parsed.name == "STRUCT" else ()
    return tuple((name, spell(child)) for name, child in children)


def is_struct_type(of_type: PgType) -> bool:
    """
    Is it the type of a STRUCT that nobody has declared?
    """
    return of_type.oid in STRUCT_TYPES
