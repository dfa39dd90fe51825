"""
Statements that need no engine because pggate has nothing to do for them, or cannot do it: one table.

ACCEPTED: what they ask for holds anyway, or costs nothing to leave out; the client gets a NOTICE.
DONE: as ACCEPTED, and nobody needs to be told.  Everything in neither table is refused with 0A000.
"""

from __future__ import annotations

from typing import Final

from pggate.errors import FeatureNotSupported
from pggate.translate.kinds import Kind

DONE: Final = frozenset({Kind.UNLISTEN, Kind.SET_CONSTRAINTS, Kind.CHECKPOINT})

ACCEPTED: Final = {
    Kind.CREATE_INDEX: "indexes are not kept: segments are skipped by their statistics",
    Kind.DROP_INDEX: "there are no indexes to drop",
    Kind.ALTER_INDEX: "there are no indexes to alter",
    Kind.REINDEX: "there are no indexes to rebuild",
    Kind.CLUSTER: "topics are not clustered",
    Kind.VACUUM: "nothing to vacuum: snapshots are kept for time travel",
    Kind.ANALYZE: "nothing to analyze: statistics are kept with every segment",
    Kind.LOCK: "no lock was taken: readers see one snapshot, and a change of rows takes its topic's gate",
    Kind.CREATE_STATISTICS: "extended statistics are not kept",
    Kind.DROP_STATISTICS: "there are no extended statistics",
    Kind.ALTER_STATISTICS: "there are no extended statistics",
}

HINTS: Final = {
    Kind.LISTEN: "Poll the topic; each commit is a snapshot.",
    Kind.NOTIFY: "Append to a topic and poll it.",
    Kind.DO: "Send the statements one by one.",
    Kind.CREATE_TYPE: "Use VARCHAR or JSON columns.",
    Kind.CREATE_SEQUENCE: "Use uuid() or row_number().",
    Kind.CREATE_MATERIALIZED_VIEW: "Use CREATE VIEW, or CREATE TABLE AS.",
    Kind.CREATE_FUNCTION: "Write the expression into the query or a view.",
    Kind.PREPARE_TRANSACTION: "Use COMMIT.",
    Kind.GRANT: "Superusers may everything, other roles read the catalog.",
    Kind.REVOKE: "Superusers may everything, other roles read the catalog.",
    Kind.ATTACH: "Use CREATE DATABASE.",
    Kind.DETACH: "Use DROP DATABASE.",
    Kind.USE: "Connect to the other database, or write database.schema.table.",
    Kind.INSTALL: "Extensions come with pggate's own installation.",
    Kind.LOAD: "Extensions come with pggate's own installation.",
    Kind.PRAGMA: "Use SET and SHOW.",
    Kind.CALL: "Query pggate.topics and the other relations of pg_catalog and pggate.",
}


def refusal(kind: Kind) -> FeatureNotSupported:
    """The 0A000 of a statement that nothing here can do."""
    return FeatureNotSupported(f"{kind.value} is not supported", hint=HINTS.get(kind))
