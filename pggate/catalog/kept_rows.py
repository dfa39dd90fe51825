"""
What the emulation's relations, columns and types are computed from the mirror's tables once, whenever
something is defined (sql/session_relations.sql).

A view that computed it would be bound and planned with every query that reads pg_class, pg_attribute or
pg_type: 3 ms each, for every time that a statement of a tool names them or calls a function that does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE
from pggate.engine.names import qualified, quote_literal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pggate.engine.cursor import Cursor

KEPT: Final = {
    "types": "(relation in ({oids}) or relation is null and oid >= 16384)",
    "relations": "name in ({names})",
    "columns": "relation in ({oids})",
    "descriptions": "objoid in ({oids})",
}
KEYS: Final = ("constraints", "indexes", "key_definitions", "index_definitions")
"""
The table kept_NAME, which is filled from the view made_NAME -> which of its rows may change with relations;
of a relation it is told which others have its name.  Columns show what types are.  KEYS are of what most
databases have none of, and are relations with comments, too.
"""

TABLES: Final = tuple(f"kept_{name}" for name in (*KEPT, *KEYS))


def keep(
    cursor: Cursor, database: str, relations: Mapping[int, Collection[str]] | None, *, keys: bool
) -> None:
    """
    Bring the tables along with what the mirror's tables hold now; inside the cursor's transaction.

    Args:
        database: Its key.
        relations: Those that came, changed or went, by OID, with the names that they had and have; None for
            all there is.
        keys: May there be others than before?

    """
    cursor.run(f"set variable pggate_catalog = {quote_literal(database)}")
    oids = ", ".join(map(str, sorted(relations or ()))) or "null"
    called = {name for names in (relations or {}).values() for name in names}
    names = ", ".join(map(quote_literal, sorted(called))) or "null"
    changing = KEPT | (dict.fromkeys(("relations", "descriptions", *KEYS), "true") if keys else {})
    for name, condition in changing.items():
        rows = condition.format(oids=oids, names=names) if relations is not None else "true"
        kept, made = (qualified(DATABASE, "~mirror", f"{state}_{name}") for state in ("kept", "made"))
        cursor.run(f"delete from {kept} where database = {quote_literal(database)} and {rows}")
        cursor.run(f"insert into {kept} select {quote_literal(database)}, * from {made} where {rows}")
