"""
Who a session is.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """
    Args:
        user: The role's name.
        database: The database that it is connected to.
        pid: What clients know the session by; every session has another one.
        superuser: May the role do everything?
        address: The client's host and port; None where there is no network between.

    """

    user: str
    database: str
    pid: int
    superuser: bool
    address: tuple[str, int] | None = None
