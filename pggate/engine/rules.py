"""
What DuckDB says and what PostgreSQL says in its place: one row per kind of failure, first match wins.

SQLSTATEs: PostgreSQL 15, appendix A.  Every pattern was read from duckdb 1.5.5.
"""

from __future__ import annotations

from typing import Final

from pggate import errors as pg
from pggate.engine.name_rules import NAME_RULES
from pggate.engine.rule import Rule
from pggate.engine.statement_rules import STATEMENT_RULES
from pggate.engine.transaction_rules import TRANSACTION_RULES
from pggate.engine.value_rules import VALUE_RULES

# fmt: off
OTHER_RULES: Final[tuple[Rule, ...]] = (
    Rule("not implemented", pg.FeatureNotSupported),
    Rule("missing extension", pg.FeatureNotSupported),
    Rule("autoload", pg.FeatureNotSupported),
    Rule("permission", pg.InsufficientPrivilege),
    Rule("sequence", "2200H"),
    Rule("catalog", pg.DatatypeMismatch, r"Cannot change type of column"),
    Rule("catalog", pg.SyntaxErrorOrAccessRuleViolation),
    Rule("settings", pg.InvalidParameterValue),
    Rule("invalid configuration", pg.InvalidParameterValue),
    Rule("invalid input", pg.InvalidParameterValue),
    Rule("io", "58P01", r"No such file or directory|No files found"),
    Rule("io", pg.IoError),
    Rule("http", pg.IoError),
    Rule("network", pg.IoError),
    Rule("connection", "08000"),
    Rule("fatal", pg.CrashShutdown),
    Rule("internal", pg.InternalError),
)
"""By exception type alone."""
# fmt: on

RULES: Final[tuple[Rule, ...]] = (
    *TRANSACTION_RULES,
    *VALUE_RULES,
    *NAME_RULES,
    *STATEMENT_RULES,
    *OTHER_RULES,
)
"""In this order: what is told by an exception's type alone comes behind all that looks closer."""
