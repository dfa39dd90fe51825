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
    from collections.abc import Collection

    from pggate.engine.cursor import Cursor

KEPT: Final = {
    "types": "(relation in ({oids}) or relation is null and oid >= 16384)",
    "relations": "true",
    "columns": "relation in ({oids})",
    "descriptions": "true",
}
KEYS: Final = ("constraints", "indexes", "key_definitions", "index_definitions")
"""
The table kept_NAME, which is filled from the view made_NAME -> which of its rows may change with relations;
a relation is looked for under its name, too, which other relations may have.  Columns show what types are.
KEYS are of what most databases have none of.
"""

TABLES: Final = tuple(f"kept_{name}" for name in (*KEPT, *KEYS))


def keep(cursor: Cursor, database: str, relations: Collection[int] | None, *, keys: bool) -> None:
    """
    Bring the tables along with what the mirror's tables hold now; inside the cursor's transaction.

    Args:
        database: Its key.
        relations: The OIDs of those that came, changed or went; None for all there is.
        keys: May there be others than before?

    """
    cursor.run(f"set variable pggate_catalog = {quote_literal(database)}")
    oids = ", ".join(map(str, sorted(relations or ()))) or "null"
    changing = KEPT | (dict.fromkeys(KEYS, "true") if keys else {})
    for name, condition in changing.items():
        rows = condition.format(oids=oids) if relations is not None else "true"
        kept, made = (qualified(DATABASE, "~mirror", f"{state}_{name}") for state in ("kept", "made"))
        cursor.run(f"delete from {kept} where database = {quote_literal(database)} and {rows}")
        cursor.run(f"insert into {kept} select {quote_literal(database)}, * from {made} where {rows}")
