"""
Clauses that are left out, because pggate has nothing to do for them: one table, and the NOTICE that says so.
"""

from __future__ import annotations

from typing import Final

from pggate.errors import Notice

_ROW_LOCKS: Final = (
    "Rows are not locked; a transaction reads one snapshot,"
    " and a conflicting change ends one of the two with 40001."
)
_STORAGE: Final = "The rows of a topic are Parquet files, laid out by the lake."

LEFT_OUT: Final = {
    # statement       clause               what the client is told of it
    ("SELECT", "FOR UPDATE"): _ROW_LOCKS,
    ("SELECT", "FOR NO KEY UPDATE"): _ROW_LOCKS,
    ("SELECT", "FOR SHARE"): _ROW_LOCKS,
    ("SELECT", "FOR KEY SHARE"): _ROW_LOCKS,
    ("CREATE TABLE", "TABLESPACE"): _STORAGE,
    ("CREATE TABLE", "USING"): _STORAGE,
    ("CREATE TABLE", "WITH"): _STORAGE,
    ("CREATE TABLE", "WITHOUT OIDS"): _STORAGE,
    ("CREATE VIEW", "WITH"): "Nobody sees more than the view shows.",
}


def left_out(statement: str, clause: str) -> Notice:
    """What the client is told; 01000 as for a whole statement that is accepted and does nothing."""
    return Notice(f"{clause} is ignored", sqlstate="01000", detail=LEFT_OUT[statement, clause])
