"""
BEGIN and COMMIT around a piece of work.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor


@contextlib.contextmanager
def transaction(cursor: Cursor, *, read_only: bool = False) -> Iterator[None]:
    """
    BEGIN … COMMIT, or ROLLBACK when anything goes wrong inside.
    """
    cursor.begin(read_only=read_only)
    try:
        yield
    except BaseException:
        cursor.rollback()
        raise
    cursor.commit()
