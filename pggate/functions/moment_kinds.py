"""
What PostgreSQL calls the types of dates and times in what it says (PostgreSQL 15, 8.5).
"""

from __future__ import annotations

from typing import Final

_KINDS: Final = {
    "TIMESTAMP": "timestamp without time zone",
    "TIMESTAMP WITH TIME ZONE": "timestamp with time zone",
    "TIME": "time without time zone",
    "TIME WITH TIME ZONE": "time with time zone",
}


def kind(of_type: str) -> str:
    """
    PostgreSQL's name of a type, by DuckDB's.
    """
    return _KINDS.get(of_type, of_type.lower())
