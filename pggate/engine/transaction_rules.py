"""
What DuckDB says of what stopped a statement from outside, and of transactions.
"""
# ruff: noqa: E501 rows of a table are read across, and patterns are not broken

from __future__ import annotations

from typing import Final

from pggate import errors as pg
from pggate.engine.rule import Rule

ONE_DATABASE: Final = "Write the second database in a transaction of its own."
RETRY: Final = "Run the transaction again."

# fmt: off
TRANSACTION_RULES: Final[tuple[Rule, ...]] = (
    # --- what stopped a statement from outside
    Rule("interrupt", pg.QueryCanceled, message="canceling statement due to user request"),
    Rule("out of memory", pg.ConfigurationLimitExceeded, r"max_temp_directory_size",
         message="temporary file size exceeds the configured limit"),
    Rule("out of memory", pg.OutOfMemory, r"(?P<what>.*)", message="out of memory", detail="{what}"),
    Rule(None, pg.DiskFull, r"No space left on device", message="could not write to file: No space left on device"),
    # both say the connection string, with its password
    Rule(None, pg.IoError, r"Unable to connect to Postgres at .* port (?P<port>\d+) failed: (?P<why>.*?)\s*(\\|\n|$)",
         message="the PostgreSQL catalog at port {port} does not answer: {why}"),
    Rule(None, pg.IoError, r"Unable to connect to Postgres at|at path \+ \W*postgres:",
         message="the PostgreSQL catalog cannot be opened"),
    Rule("io", pg.ObjectInUse, r"[Cc]ould not set lock on file \"(?P<file>[^\"]*)\"",
         message='file "{file}" is being used by another process'),
    Rule("binder", pg.ObjectInUse, r"Unique file handle conflict: Cannot attach.*database file \"(?P<file>[^\"]*)\"",
         message='file "{file}" is already attached'),

    # --- transactions
    Rule("transactioncontext", pg.SerializationFailure, r"Transaction conflict|Conflict on|[Cc]onflict",
         message="could not serialize access due to concurrent update", detail="{line}", hint=RETRY),
    Rule(None, pg.SerializationFailure, r"Exceeded the maximum retry count",
         message="could not serialize access due to concurrent update", detail="{line}", hint=RETRY),
    Rule("transactioncontext", pg.ReadOnlySqlTransaction, r"read-only mode",
         message="cannot execute a writing statement in a read-only transaction"),
    Rule("transactioncontext", pg.FeatureNotSupported, r"single transaction can only write to a single attached database",
         message="a transaction can write to one database only", hint=ONE_DATABASE),
    Rule("transactioncontext", pg.InFailedSqlTransaction, r"Current transaction is aborted",
         message="current transaction is aborted, commands ignored until end of transaction block"),
    Rule("transactioncontext", pg.ActiveSqlTransaction, r"cannot start a transaction within a transaction",
         message="there is already a transaction in progress"),
    Rule("transactioncontext", pg.NoActiveSqlTransaction, r"no transaction is active",
         message="there is no transaction in progress"),
    Rule("transactioncontext", pg.SerializationFailure, r"Failed to commit", detail="{line}", hint=RETRY,
         message="could not serialize access due to concurrent update"),
    Rule("transactioncontext", "25000"),
    Rule("invalid input", pg.ReadOnlySqlTransaction, r"attached in read-only mode",
         message="cannot execute a writing statement in a read-only database"),
)
# fmt: on
