"""
No NUL character in a text that the engine itself writes.

duckdb 1.5.5: the minimum or maximum of a text column with chr(0) in it breaks the catalog's own queries, and
the topic cannot be read by that column any more.  PostgreSQL has no such text either: 22021.  Rows that come
from outside are checked by value (lake/conform.py); what UPDATE, MERGE and CREATE TABLE AS compute is checked
here, and only where something in the statement can make a NUL at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import CharacterNotInRepertoire

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.engine.cursor import Cursor
    from pggate.engine.definitions import Relation

MAKERS: Final = frozenset(
    {
        *("chr", "decode", "url_decode", "format", "printf"),
        *("->>", "~>>", "json_extract_string", "json_value"),
        *("from_json", "from_json_strict", "json_transform", "json_transform_strict"),
    }
)
ESCAPES: Final = ("\\0", "\\x0", "\\u0")


def refuse_nul(cursor: Cursor, relation: Relation, text: str, bound: Bound | None) -> None:
    """
    After the statement, in its transaction.

    Raises:
        CharacterNotInRepertoire: A text of the relation holds a NUL.

    """
    if bound is not None and not _can_make_nul(text, bound):
        return
    name = qualified(relation.catalog, relation.schema, relation.name)
    with cursor.run(f"SELECT * FROM {name} LIMIT 0") as result:
        texts = [c.name for c in result.columns if "VARCHAR" in c.duckdb_type or "JSON" in c.duckdb_type]
    if not texts:
        return
    found = " OR ".join(
        f"contains({quote_identifier(column)}::VARCHAR, system.main.chr(0))" for column in texts
    )
    if cursor.rows(f"SELECT 1 FROM {name} WHERE {found} LIMIT 1"):
        raise CharacterNotInRepertoire('invalid byte sequence for encoding "UTF8": 0x00')


def _can_make_nul(text: str, bound: Bound) -> bool:
    return (
        bool(bound.table_functions)
        or not MAKERS.isdisjoint(bound.functions)
        or any(escape in text for escape in ESCAPES)
    )
