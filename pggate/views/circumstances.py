"""
What a view's words mean: they are as they were to who has made it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.names import quote_literal

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake


def prepare(cursor: Cursor, lake: Lake, zone: str) -> None:
    """
    Let a cursor take them so.
    """
    cursor.run(f"SET search_path = {quote_literal(lake.engine.macros)}")
    cursor.run(f"SET TimeZone = {quote_literal(zone)}")
