"""
Statements that need no engine because pggate has nothing to do for them, or cannot do it: one table.

ACCEPTED: what they ask for holds anyway, or costs nothing to leave out; the client gets a NOTICE.
DONE: as ACCEPTED, and nobody needs to be told.  Everything in neither table is refused with 0A000, and HINTS
says what to do instead.  (Clauses that are left out of a statement: `translate.left_out`.)
"""
# ruff: noqa: E501 rows of a table are read across

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DONE: Final = frozenset({Kind.UNLISTEN, Kind.SET_CONSTRAINTS, Kind.CHECKPOINT})

ACCEPTED: Final = {
    Kind.CREATE_INDEX: "no index is built: segments are skipped by their statistics",
    Kind.DROP_INDEX: "there are no indexes to drop",
    Kind.ALTER_INDEX: "there are no indexes to alter",
    Kind.REINDEX: "there are no indexes to rebuild",
    Kind.CLUSTER: "topics are not clustered",
    Kind.VACUUM: "nothing to vacuum: snapshots are kept for time travel",
    Kind.ANALYZE: "nothing to analyze: statistics are kept with every segment",
    Kind.CREATE_STATISTICS: "extended statistics are not kept",
    Kind.DROP_STATISTICS: "there are no extended statistics",
    Kind.ALTER_STATISTICS: "there are no extended statistics",
}

_POLL: Final = "Poll the topic; each commit is a snapshot."
_LOAD: Final = "Load the rows with COPY FROM STDIN or pggate ingest."
_EXTENSIONS: Final = "Leave it out: extensions come with pggate's own installation."
_POLICIES: Final = "Leave it out: only superusers read topics, and they read every row."
_STORAGE: Final = "Leave it out: where rows lie is lake.storage of the configuration."

# fmt: off
_OBJECTS: Final = (
    # kinds of objects, and the hints for             CREATE                                      ALTER and DROP
    (("DOMAIN",),
     "Use its type, and NOT NULL or DEFAULT at the column.", "Leave it out: there are no domains."),
    (("FUNCTION", "ROUTINE", "AGGREGATE", "MACRO"),
     "Write the expression into the query or a view.", "Leave it out: there are no functions but the built-in ones."),
    (("PROCEDURE",),
     "Send its statements one by one.", "Leave it out: there are no procedures."),
    (("LANGUAGE",),
     "Write it in SQL, or in the client.", "Leave it out: there are no procedural languages."),
    (("OPERATOR", "OPERATOR CLASS", "OPERATOR FAMILY"),
     "Use a function.", "Leave it out: there are no operators but the built-in ones."),
    (("CAST", "TRANSFORM"),
     "Convert the value in the query or a view.", "Leave it out: there are no casts but the built-in ones."),
    (("COLLATION",),
     "Sort and compare by an expression, such as lower(name).", "Leave it out: texts are compared by their bytes."),
    (("CONVERSION",),
     "Send and take UTF-8.", "Leave it out: every text is UTF-8."),
    (("TEXT SEARCH CONFIGURATION", "TEXT SEARCH DICTIONARY", "TEXT SEARCH PARSER", "TEXT SEARCH TEMPLATE"),
     "Search with ILIKE or regular expressions.", "Leave it out: there is no text search."),
    (("TRIGGER", "EVENT TRIGGER", "RULE"),
     "Send what it would do as a statement of the same transaction.", "Leave it out: there are no triggers and no rules."),
    (("FOREIGN DATA WRAPPER", "FOREIGN TABLE", "SERVER", "USER MAPPING"),
     _LOAD, "Leave it out: there are no foreign servers and tables."),
    (("PUBLICATION",),
     _POLL, "Leave it out: there is no replication."),
    (("SUBSCRIPTION",),
     "Append to the topic: with INSERT, COPY, or an Arrow POST.", "Leave it out: there is no replication."),
    (("SECRET",),
     "Configure credentials of the storage with the gateway.", "Leave it out: credentials of the storage are the gateway's."),
    (("EXTENSION",),     _EXTENSIONS, _EXTENSIONS),
    (("POLICY",),        _POLICIES, _POLICIES),
    (("TABLESPACE",),    _STORAGE, _STORAGE),
    (("ACCESS METHOD",), "Leave it out: topics are kept in Parquet.", "Leave it out: topics are kept in Parquet."),
)

_COMMANDS: Final = {
    Kind.ALTER_DATABASE: "Use SET, or the options of the connection; a database keeps its name.",
    Kind.ALTER_SCHEMA: "Create another schema, and in it the tables anew with CREATE TABLE AS.",
    # Roles and rights
    Kind.GRANT: "Use CREATE ROLE with SUPERUSER: superusers may everything, other roles read the catalog.",
    Kind.REVOKE: "Use CREATE ROLE without SUPERUSER: superusers may everything, other roles read the catalog.",
    Kind.ALTER_DEFAULT_PRIVILEGES: "Leave it out: superusers may everything, other roles read the catalog.",
    Kind.GRANT_ROLE: "Use CREATE ROLE with SUPERUSER or without: roles have no members.",
    Kind.REVOKE_ROLE: "Leave it out: roles have no members.",
    Kind.DROP_OWNED: "Drop tables, views and schemas by their names.",
    Kind.REASSIGN_OWNED: "Leave it out: what an owner may, every superuser may.",
    Kind.SECURITY_LABEL: "Use COMMENT.",
    # Transactions and sessions
    Kind.PREPARE_TRANSACTION: "Use COMMIT.",
    Kind.COMMIT_PREPARED: "Use COMMIT in the session that has the transaction.",
    Kind.ROLLBACK_PREPARED: "Use ROLLBACK in the session that has the transaction.",
    Kind.LISTEN: _POLL,
    Kind.NOTIFY: "Append to a topic and poll it.",
    Kind.DO: "Send the statements one by one.",
    Kind.ALTER_SYSTEM: "Use SET, or change the configuration and start the gateway anew.",
    Kind.ALTER_LARGE_OBJECT: "Use BYTEA columns.",
    Kind.IMPORT_FOREIGN_SCHEMA: _LOAD,
    # DuckDB's own
    Kind.ATTACH: "Use CREATE DATABASE.",
    Kind.DETACH: "Use DROP DATABASE.",
    Kind.USE: "Connect to the other database, or write database.schema.table.",
    Kind.INSTALL: _EXTENSIONS,
    Kind.LOAD: _EXTENSIONS,
    Kind.PRAGMA: "Use SET and SHOW.",
    Kind.DESCRIBE: "Use SELECT * FROM (DESCRIBE ...).",
    Kind.SUMMARIZE: "Use SELECT * FROM (SUMMARIZE ...).",
    Kind.PIVOT: "Use SELECT * FROM (PIVOT ...).",
    Kind.UNPIVOT: "Use SELECT * FROM (UNPIVOT ...).",
    Kind.EXPORT_DATABASE: "Use COPY ... TO STDOUT for each table.",
    Kind.IMPORT_DATABASE: _LOAD,
    Kind.SET_VARIABLE: "Use SET with a name that has a dot, and current_setting().",
    Kind.RESET_VARIABLE: "Use RESET with a name that has a dot.",
}
# fmt: on


def _of_objects() -> Iterator[tuple[Kind, str]]:
    statements = {kind.value: kind for kind in Kind}
    for objects, creating, changing in _OBJECTS:
        for verb, hint in (("CREATE", creating), ("ALTER", changing), ("DROP", changing)):
            for one in objects:
                if (kind := statements.get(f"{verb} {one}")) is not None:
                    yield kind, hint


HINTS: Final[Mapping[Kind, str]] = dict(_of_objects()) | _COMMANDS


def refusal(kind: Kind) -> FeatureNotSupported:
    """The 0A000 of a statement that nothing here can do."""
    return FeatureNotSupported(f"{kind.value} is not supported", hint=HINTS[kind])
