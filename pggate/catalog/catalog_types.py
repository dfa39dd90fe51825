"""
What PostgreSQL's catalogs have as a name, a "char", a varchar or an array of these, an inet or a regtype, and
DuckDB as a text; and what they have as a regproc, and DuckDB as a number.

Drivers compare them: asyncpg takes a type for composite if its typtype is the byte c.
"""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.catalog.emulation import SCHEMAS, statements
from pggate.types.addresses import INET
from pggate.types.internal_types import ENCODED
from pggate.types.reg_types import REGPROC, REGTYPE
from pggate.types.table import ARRAYS, CHAR, NAME, VARCHAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.types.table import PgType

    Types: TypeAlias = Mapping[tuple[str, str, str], PgType]

_TEXTS: Final = {of_type.oid: of_type for one in (CHAR, NAME, VARCHAR) for of_type in (one, ARRAYS[one])}
_TYPES: Final = {**_TEXTS, **{of_type.oid: of_type for of_type in (REGPROC, REGTYPE, INET, *ENCODED)}}


@cache
def declared_types() -> Types:
    """
    By the emulation's schema, relation and column: those columns whose type is one of these.
    """
    (insert,) = (one for one in statements(("postgres_relations",)) if "insert into" in one)
    rows = ast.literal_eval(f"[{insert.partition(' values')[2]}]")
    return {
        (SCHEMAS[schema], relation, column): _TYPES[oid]
        for _, schema, relation, _, columns, oids, _ in rows
        for column, oid in zip(columns, oids, strict=True)
        if oid in _TYPES
    }
