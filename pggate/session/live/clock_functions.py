"""
The clock that moves within a transaction (PostgreSQL 15, 9.9.5): clock_timestamp(), timeofday() and
statement_timestamp().  DuckDB has now(), which is when the transaction began.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from pggate.engine.functions import Function

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.session.settings.settings import Settings

CLOCK: Final = "~clock"
ASKED_AT: Final = "~asked_at"

MACROS: Final = (
    f"""create macro "~pg"."~catalog".clock_timestamp() as system.main.make_timestamptz("{CLOCK}"())""",
    f"""create macro "~pg"."~catalog".statement_timestamp() as
        system.main.make_timestamptz("{ASKED_AT}"("~pg"."~mirror".this_pid()))""",
    """create macro "~pg"."~catalog".timeofday() as
        "~pg"."~catalog".to_char("~pg"."~catalog".clock_timestamp(), 'Dy Mon DD HH24:MI:SS.US YYYY TZ')""",
)
"""How SQL calls them."""


def clock_functions(settings: Mapping[int, Settings]) -> tuple[Function, ...]:
    """
    Args:
        settings: Of the sessions that are open, by process id: they know when the latest message came.

    """
    return (
        Function(CLOCK, (), "BIGINT", microseconds),
        Function(ASKED_AT, ("INTEGER",), "BIGINT", lambda pid: settings[pid].asked_at),
    )


def microseconds() -> int:
    """
    Since 1970-01-01 UTC, now.
    """
    return time.time_ns() // 1000
