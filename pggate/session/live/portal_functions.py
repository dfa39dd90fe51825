"""
The rows of pg_prepared_statements and pg_cursors (PostgreSQL 15, 54.16, 54.6): what the asking session has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine.functions import Function

if TYPE_CHECKING:
    from datetime import datetime

    from pggate.session.live.backends import Backends
    from pggate.session.statement.portal import Portal, Prepared

STATEMENTS: Final = "~prepared_statements"
CURSORS: Final = "~cursors"

CUSTOM_PLANS: Final = 5
"""PostgreSQL 15, choose_custom_plan: so often it plans anew, for parameters that it knows."""

_STATEMENT: Final = """STRUCT(
    name VARCHAR, statement VARCHAR, prepared_at BIGINT, parameter_types UINTEGER[], from_sql BOOLEAN,
    generic_plans BIGINT, custom_plans BIGINT
)[]"""
_CURSOR: Final = """STRUCT(
    name VARCHAR, statement VARCHAR, is_holdable BOOLEAN, is_binary BOOLEAN, is_scrollable BOOLEAN,
    created_at BIGINT
)[]"""

_WHO: Final = '"~pg"."~mirror".this_pid()'
MACROS: Final = (
    f'create or replace macro "~pg"."~mirror".prepared_statements() as "{STATEMENTS}"({_WHO})',
    f'create or replace macro "~pg"."~mirror".cursors() as "{CURSORS}"({_WHO})',
)
"""How SQL calls them."""


def portal_functions(backends: Backends) -> tuple[Function, ...]:
    """
    What MACROS call.
    """

    def statements(pid: int) -> list[dict[str, Any]]:
        backend = backends.find(pid)
        known = backend.portals.statements() if backend is not None else ()
        return [_statement(one) for one in known if one.name]

    def cursors(pid: int) -> list[dict[str, Any]]:
        backend = backends.find(pid)
        return [_cursor(one) for one in backend.portals.portals()] if backend is not None else []

    return (
        Function(STATEMENTS, ("INTEGER",), _STATEMENT, statements),
        Function(CURSORS, ("INTEGER",), _CURSOR, cursors),
    )


def _statement(prepared: Prepared) -> dict[str, Any]:
    custom = min(prepared.uses, CUSTOM_PLANS) if prepared.parameters else 0
    return {
        "name": prepared.name,
        "statement": prepared.command or prepared.sql,
        "prepared_at": _microseconds(prepared.created),
        "parameter_types": list(prepared.parameters),
        "from_sql": prepared.command is not None,
        "generic_plans": prepared.uses - custom,
        "custom_plans": custom,
    }


def _cursor(portal: Portal) -> dict[str, Any]:
    declared = portal.cursor
    return {
        "name": portal.name,
        "statement": portal.prepared.sql,
        "is_holdable": declared is not None and declared.hold,
        "is_binary": declared is not None and declared.binary,
        "is_scrollable": declared is not None and declared.scroll,
        "created_at": _microseconds(portal.created),
    }


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)
