"""
Databases whose plain views are live views where they can be: those that are called something__stream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from pggate.translate.texts.statements import Statement

SUFFIX: Final = "__stream"
STREAMED: Final = frozenset({Kind.CREATE_VIEW, Kind.ALTER_VIEW, Kind.DROP_VIEW})
"""The statements that may be about live views there."""


def is_streamed(database: str, statement: Statement) -> bool:
    """
    Is it for whoever knows live views to say what a statement is about?
    """
    return statement.kind in STREAMED and database.endswith(SUFFIX) and not statement.temporary
