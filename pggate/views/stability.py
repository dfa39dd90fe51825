"""
Functions whose value is not that of their arguments alone, by the names that a tree has for them.

The veto (veto.py) sees the functions that a plan has; DuckDB evaluates those of the session while it binds,
and the ones here that are macros have other names in a plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees.nodes import walk

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node

TIMES: Final = frozenset(
    {
        "now",
        "today",
        "transaction_timestamp",
        "statement_timestamp",
        "get_current_timestamp",
        "get_current_time",
        "current_timestamp",
        "current_date",
        "current_time",
        "current_localtimestamp",
        "current_localtime",
        "localtimestamp",
        "localtime",
    }
)
"""The time of a statement; as words without parentheses, too.  They may stand where a view is read."""

VOLATILE: Final = frozenset(
    {
        "clock_timestamp",
        "timeofday",
        "random",
        "setseed",
        "uuid",
        "uuidv4",
        "uuidv7",
        "gen_random_uuid",
        "nextval",
        "currval",
        "lastval",
        "setval",
        "pg_sleep",
    }
)

OF_SESSION: Final = frozenset(
    {
        "getvariable",
        "getenv",
        "current_setting",
        "set_config",
        "current_user",
        "current_role",
        "session_user",
        "user",
        "current_catalog",
        "current_database",
        "current_schema",
        "current_schemas",
        "current_query",
        "current_connection_id",
        "current_transaction_id",
        "current_query_id",
        "txid_current",
        "pg_current_xact_id",
        "pg_backend_pid",
        "pg_my_temp_schema",
        "inet_client_addr",
        "inet_client_port",
    }
)


def is_time(node: Node) -> bool:
    """
    The time of a statement: a call, or a word (which `Scope.understood` has told from columns).
    """
    if node.get("class") == "FUNCTION":
        name = node["function_name"].lower()
        # the age of one instant is its distance from today
        return name in TIMES or (name == "age" and len(node["children"]) == 1)
    return node.get("class") == "COLUMN_REF" and _is_time_word(node["column_names"])


def _is_time_word(names: list[str]) -> bool:
    return len(names) == 1 and names[0].lower() in TIMES


def is_timed(expression: object) -> bool:
    """
    Does the expression change while nothing else does?
    """
    return any(is_time(node) for node in walk(expression))
