"""
The settings (GUCs) that there are: a row for each with its default and what it accepts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.session.settings.guc_values import (
    any_text,
    boolean,
    date_style,
    duration,
    float_digits,
    integer,
    key_or_none,
    one_of,
    only,
    time_zone,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.session.settings.guc_values import Check


@dataclass(frozen=True, slots=True)
class Setting:
    """
    One row of SETTINGS.

    `name` is spelled as PostgreSQL reports it; `reported` says that changes are sent as ParameterStatus
    (PostgreSQL 15, 55.2.7); a `fixed` setting can be shown and never changed.
    """

    name: str
    default: str
    check: Check
    reported: bool = False
    fixed: bool = False


ISOLATION_LEVELS: Final = ("serializable", "repeatable read", "read committed", "read uncommitted")
SNAPSHOT_LEVELS: Final = ISOLATION_LEVELS[:2]
"""Those of which PostgreSQL promises that a transaction reads one snapshot."""

_isolation = one_of(*ISOLATION_LEVELS)
_UTF8: Final = "pggate speaks UTF-8 only: leave client_encoding at UTF8."

# fmt: off
_ROWS: Final = (
    # What clients are told at start-up; the server_version is the gateway's to fill in.
    Setting("server_version",              "15.0",      any_text, reported=True, fixed=True),
    Setting("server_version_num",          "150000",    any_text, fixed=True),
    Setting("server_encoding",             "UTF8",      any_text, reported=True, fixed=True),
    Setting("integer_datetimes",           "on",        any_text, reported=True, fixed=True),
    Setting("is_superuser",                "off",       any_text, reported=True, fixed=True),
    Setting("session_authorization",       "",          any_text, reported=True, fixed=True),
    Setting("in_hot_standby",              "off",       any_text, reported=True, fixed=True),
    Setting("default_transaction_read_only", "off",     boolean, reported=True),
    Setting("application_name",            "",          any_text, reported=True),
    Setting("client_encoding",             "UTF8",
            only("utf8", "utf-8", "unicode", "'utf-8'", "'utf8'", "sql_ascii", kept="UTF8", why=_UTF8),
            reported=True),
    Setting("DateStyle",                   "ISO, MDY",  date_style, reported=True),
    Setting("IntervalStyle",               "postgres",
            only("postgres", kept="postgres", why="Format intervals in the query."), reported=True),
    Setting("TimeZone",                    "UTC",       time_zone, reported=True),
    Setting("standard_conforming_strings", "on",
            only("on", "true", "1", "yes", kept="on", why="Write E'…' for backslash escapes."),
            reported=True),
    # What pggate acts on.
    Setting("search_path",                 '"$user", public', any_text),
    Setting("pggate.idempotency_key",      "",          key_or_none),
    Setting("pggate.nested_lists",         "array",     one_of("array", "json")),
    Setting("pggate.show_live_views_as",   "materialized view", one_of("materialized view", "table")),
    Setting("pggate.struct_as",            "json",      one_of("json", "composite")),
    Setting("pggate.view_consistency",     "strict",    one_of("strict", "latest")),
    Setting("statement_timeout",           "0",         duration),
    Setting("transaction_isolation",       "repeatable read", _isolation),
    Setting("transaction_read_only",       "off",       boolean),
    Setting("transaction_deferrable",      "off",       boolean),
    Setting("default_transaction_isolation", "repeatable read", _isolation),
    Setting("default_transaction_deferrable", "off",    boolean),
    # What clients set or read and nothing here depends on.
    Setting("backslash_quote",             "safe_encoding", any_text),
    Setting("block_size",                  "8192",      any_text, fixed=True),
    Setting("bytea_output",                "hex",
            only("hex", kept="hex", why="Use encode() in the query.")),
    Setting("check_function_bodies",       "on",        boolean),
    Setting("client_min_messages",         "notice",
            one_of(*("debug5", "debug4", "debug3", "debug2", "debug1"), "debug", "log", "notice", "warning",
                    "error")),
    Setting("default_table_access_method", "heap",      any_text),
    Setting("default_tablespace",          "",          any_text),
    Setting("default_text_search_config",  "pg_catalog.simple", any_text),
    Setting("escape_string_warning",       "on",        boolean),
    Setting("extra_float_digits",          "1",         float_digits),
    Setting("idle_in_transaction_session_timeout", "0", duration),
    Setting("idle_session_timeout",        "0",         duration),
    Setting("jit",                         "on",        boolean),
    Setting("lc_collate",                  "C",         any_text, fixed=True),
    Setting("lc_ctype",                    "C",         any_text, fixed=True),
    Setting("lc_messages",                 "C",         any_text),
    Setting("lc_monetary",                 "C",         any_text),
    Setting("lc_numeric",                  "C",         any_text),
    Setting("lc_time",                     "C",         any_text),
    Setting("lock_timeout",                "0",         duration),
    Setting("max_connections",             "100",       any_text, fixed=True),
    Setting("max_identifier_length",       "63",        any_text, fixed=True),
    Setting("max_index_keys",              "32",        any_text, fixed=True),
    Setting("max_prepared_transactions",   "0",         any_text, fixed=True),
    Setting("password_encryption",         "scram-sha-256", one_of("scram-sha-256")),
    Setting("quote_all_identifiers",       "off",       boolean),
    Setting("row_security",                "on",        boolean),
    Setting("ssl",                         "off",       any_text, fixed=True),
    Setting("ssl_renegotiation_limit",     "0",         integer(0, 0)),
    Setting("synchronize_seqscans",        "on",        boolean),
    Setting("synchronous_commit",          "on",
            one_of("on", "off", "local", "remote_write", "remote_apply")),
    Setting("wal_level",                   "replica",   any_text, fixed=True),
    Setting("work_mem",                    "4MB",       any_text),
    Setting("xmloption",                   "content",   one_of("content", "document")),
)
# fmt: on

SETTINGS: Final[Mapping[str, Setting]] = {row.name.lower(): row for row in _ROWS}

CHARACTERISTICS: Final = ("transaction_isolation", "transaction_read_only", "transaction_deferrable")
"""What a transaction begins with, as the settings default_… say."""
