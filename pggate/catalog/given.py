"""
What every database has: PostgreSQL's schemas, relations and types, as the emulation has them (sql/*.sql).

It is read from the engine once, and the rows of a database's own relations are made with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog.emulation import DATABASE
from pggate.engine.names import qualified

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.cursor import Cursor

TABLES: Final = ("schemas", "relations", "columns", "types", "descriptions")
"""The mirror's tables that have rows of it in every database; they are those of the view given_NAME."""

TYPES: Final = """
    select t.oid, t.typlen, t.typbyval, t.typtype, t.typcategory, t.typalign, t.typstorage, t.typcollation
    from "~pg"."~mirror".postgres_types t"""
RELATIONS: Final = """
    select r.* from "~pg"."~mirror".given_relations r"""
CLASSES: Final = """
    select o.opcintype, o.oid from "~pg"."~catalog".pg_opclass o where o.opcmethod = 403 and o.opcdefault"""
"""Of btree."""


class TypeFacts(NamedTuple):
    """
    What pg_attribute and pg_index have of a column's type.
    """

    typlen: int
    byval: bool
    typtype: str
    category: str
    align: str
    storage: str
    collation: int


@dataclass(frozen=True, slots=True)
class Given:
    """
    Args:
        relations: By name: rows of the mirror's table without the database, OIDs first.
        types: By OID.
        classes: The default operator classes of btree, by the type that they are for.

    """

    relations: Mapping[str, tuple[tuple[object, ...], ...]]
    types: Mapping[int, TypeFacts]
    classes: Mapping[int, int]


def read_given(cursor: Cursor) -> Given:
    """
    Args:
        cursor: On an engine with the emulation loaded.

    """
    relations: dict[str, tuple[tuple[object, ...], ...]] = {}
    for row in cursor.rows(RELATIONS):
        name = row[NAME]
        relations[name] = (*relations.get(name, ()), row)
    return Given(
        MappingProxyType(relations),
        MappingProxyType({oid: TypeFacts(*facts) for oid, *facts in cursor.rows(TYPES)}),
        MappingProxyType(dict(cursor.rows(CLASSES))),
    )


OID: Final = 0
NAME: Final = 2
SCHEMA: Final = 8
SAME_NAME: Final = 11
"""Places in a row of given_relations."""


def give(cursor: Cursor, key: str) -> None:
    """
    Let a database have it.

    Args:
        key: Of its rows.

    """
    for table in TABLES:
        of = qualified(DATABASE, "~mirror", table)
        made = qualified(DATABASE, "~mirror", f"given_{table}")
        cursor.run(f"insert into {of} select $1, * from {made}", [key])
