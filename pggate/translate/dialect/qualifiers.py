"""
Rules on qualifiers: pg_catalog, information_schema, pg_temp, the gateway's own schema, databases, main.

duckdb 1.5.5: a schema called pg_catalog cannot be shadowed and a database called like a schema makes every
`x.y` ambiguous, so PostgreSQL's catalog, the gateway's relations and the lakes live under names that nobody
types, and the qualifiers that people do type are rewritten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.syntax.places import Chain, Role, chains
from pggate.translate.syntax.quoting import quote
from pggate.translate.types import composite_names
from pggate.translate.types.enum_names import NO_ENUMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pggate.translate.syntax.lexer import Token
    from pggate.translate.types.composite_names import CompositeNames
    from pggate.translate.types.enum_names import EnumNames

CATALOG: Final = '"~pg"."~catalog"'
INFORMATION: Final = '"~pg"."~info"'
GATE: Final = '"~pg"."~gate"'
GATE_SCHEMAS: Final = frozenset({"pggate", "boilstream"})
METADATA: Final = frozenset(
    {
        "topics",
        "topic_schemas",
        "derived_views",
        "tokens",
        "type_matrix",
        "unsupported",
        "receipts",
        "compaction",
        "view_status",
    }
)


@dataclass(frozen=True, slots=True)
class Names:
    """
    What exists, as far as qualifiers need it.

    Args:
        databases: The names of the lakes, the current one included.
        database: The lake of this connection.
        enums: Its enumerated types.
        composites: Its composite types.

    """

    databases: frozenset[str] = frozenset({"pggate"})
    database: str = "pggate"
    enums: EnumNames[Any] = NO_ENUMS
    composites: CompositeNames = composite_names.NONE


def alias(database: str) -> str:
    """
    Under which quoted name a lake is attached.
    """
    return quote(f"lake:{database}")


def qualifiers(tokens: Sequence[Token], names: Names) -> Iterator[Edit]:
    """
    The edits of every qualified name; at most one each.
    """
    for chain in chains(tokens):
        edit = _edit(tokens, chain, names)
        if edit is not None:
            yield edit


def qualified_table(name: str, names: Names) -> str:
    """
    A table's name as it stood in the text, its qualifier rewritten.
    """
    statement = f"TABLE {name}"
    return rewrite(statement, qualifiers(lexer.tokens(statement), names)).text[len("TABLE ") :]


def _edit(tokens: Sequence[Token], chain: Chain, names: Names) -> Edit | None:
    prefix = _emulated(chain, names) or _database(chain, names)
    if prefix is None:
        return None
    # duckdb 1.5.5 parses no database.schema.table.*: there the table's name has to do.
    text, count = ("", len(chain.names) - 2) if chain.names[-1] == "*" else (prefix.text, prefix.count)
    return Edit(tokens[chain.first].start, tokens[chain.first + 2 * count].start, text)


@dataclass(frozen=True, slots=True)
class _Prefix:
    """
    What the first `count` names of a chain become, the dots behind them included.
    """

    text: str
    count: int = 1


def _emulated(chain: Chain, names: Names) -> _Prefix | None:
    # pggate.pg_catalog.pg_class: the emulated schemas are the same in every database.
    database = len(chain.names) > 2 and chain.names[0] in names.databases
    skip = 1 if database and chain.names[1] in _EMULATED else 0
    prefix_of = _EMULATED.get(chain.names[skip])
    text = None if prefix_of is None else prefix_of(chain.role, chain.names[skip + 1])
    return None if text is None else _Prefix(text, skip + 1)


def _pg_catalog(role: Role, _name: str) -> str:
    # Functions and types are found through the search path, where the emulation stands before DuckDB's own.
    return "" if role in {Role.FUNCTION, Role.TYPE} else f"{CATALOG}."


def _information_schema(role: Role, _name: str) -> str:
    return "" if role in {Role.FUNCTION, Role.TYPE} else f"{INFORMATION}."


def _temporary(role: Role, _name: str) -> str:
    return "" if role in {Role.FUNCTION, Role.TYPE} else "temp.main."


def _gate(role: Role, name: str) -> str | None:
    # Two-part names resolve schema first, as in PostgreSQL; the lakes may well be called like the schema.
    return f"{GATE}." if role is Role.FUNCTION or name in METADATA else None


_EMULATED: Final[dict[str, Callable[[Role, str], str | None]]] = {
    "pg_catalog": _pg_catalog,
    "information_schema": _information_schema,
    "pg_temp": _temporary,
    **dict.fromkeys(GATE_SCHEMAS, _gate),
}


def _database(chain: Chain, names: Names) -> _Prefix | None:
    """
    database.schema.relation, and `main`, which is another spelling of public.
    """
    first, parts = chain.names[0], len(chain.names)
    if first in names.databases and parts >= _PARTS_WITH_DATABASE[chain.role]:
        main = chain.names[1] == "main" and chain.role is not Role.SCHEMA
        return _Prefix(f"{alias(first)}.public.", 2) if main else _Prefix(f"{alias(first)}.")
    if first == "main" and parts >= _PARTS_WITH_SCHEMA[chain.role]:
        return _Prefix("public.")
    return None


# How many names make a qualified one: a column of schema.table has three, of database.schema.table four;
# a function of schema `main` is one of DuckDB's own.
_PARTS_WITH_DATABASE: Final = {
    Role.RELATION: 3,
    Role.FUNCTION: 3,
    Role.TYPE: 3,
    Role.COLUMN: 4,
    Role.SCHEMA: 2,
}
_PARTS_WITH_SCHEMA: Final = {
    Role.RELATION: 2,
    Role.FUNCTION: 9,
    Role.TYPE: 2,
    Role.COLUMN: 3,
    Role.SCHEMA: 9,
}
