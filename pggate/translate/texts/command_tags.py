"""
The tags of CommandComplete (PostgreSQL 15, 55.7): "SELECT 5", "INSERT 0 5", "CREATE TABLE".
"""

from __future__ import annotations

from typing import Final

from pggate.translate.texts.kinds import Kind

# Tags that are not the words of the command (src/include/tcop/cmdtaglist.h, utility.c).
_TAGS: Final = {
    Kind.ROLLBACK_TO: "ROLLBACK",
    Kind.SET_TRANSACTION: "SET",
    Kind.SET_ROLE: "SET",
    Kind.SET_SESSION_AUTHORIZATION: "SET",
    Kind.SET_VARIABLE: "SET",
    Kind.RESET_VARIABLE: "RESET",
    Kind.CREATE_TABLE_AS: "SELECT",
    Kind.CREATE_MATERIALIZED_VIEW: "SELECT",
    Kind.DESCRIBE: "SELECT",
    Kind.SUMMARIZE: "SELECT",
    Kind.PIVOT: "SELECT",
    Kind.UNPIVOT: "SELECT",
    Kind.PRAGMA: "SELECT",
}
_COUNTED: Final = frozenset({"SELECT", "UPDATE", "DELETE", "MERGE", "FETCH", "MOVE", "COPY"})


def command_tag(kind: Kind, rows: int | None = None) -> str:
    """
    The tag of CommandComplete (PostgreSQL 15, 55.7): "SELECT 5", "INSERT 0 5", "CREATE TABLE".

    `rows` is what the command returned or changed; None for a CREATE TABLE AS ... WITH NO DATA, whose
    tag is the command's own words.  DISCARD, DEALLOCATE and CLOSE take ALL from their text: see
    `statements.Statement.tag`.
    """
    if rows is None:
        return kind.value if kind in _CREATES_WITH_ROWS else _TAGS.get(kind, kind.value)
    if kind is Kind.INSERT:
        return f"INSERT 0 {rows}"
    tag = _TAGS.get(kind, kind.value)
    return f"{tag} {rows}" if tag in _COUNTED else tag


_CREATES_WITH_ROWS: Final = frozenset({Kind.CREATE_TABLE_AS, Kind.CREATE_MATERIALIZED_VIEW})
