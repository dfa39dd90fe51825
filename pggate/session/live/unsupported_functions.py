"""
The rows of pggate.unsupported, whose view reads a macro of sql/unsupported.sql, which MACROS replace.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.functions import Function

if TYPE_CHECKING:
    from pggate.session.live.backends import Backends

UNSUPPORTED: Final = "~unsupported"

_ROW: Final = """STRUCT(
    role VARCHAR, database VARCHAR, application_name VARCHAR, statement VARCHAR, sqlstate VARCHAR,
    message VARCHAR, count BIGINT, first BIGINT, last BIGINT
)[]"""

MACROS: Final = (
    f"""create or replace macro "~pg"."~mirror".unsupported() as
        "{UNSUPPORTED}"("~pg"."~mirror".this_pid())""",
)
"""How SQL calls it."""


def unsupported_functions(backends: Backends) -> tuple[Function, ...]:
    """
    What MACROS call: a superuser sees everybody's statements, others see their own.
    """

    def unsupported(pid: int) -> list[dict[str, Any]]:
        asking = backends.find(pid)
        if asking is None:
            return []
        who = asking.identity
        return [asdict(one) for one in backends.unsupported.rows() if who.superuser or one.role == who.user]

    return (Function(UNSUPPORTED, ("INTEGER",), _ROW, unsupported),)
