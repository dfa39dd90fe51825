"""
BEGIN and COMMIT around a piece of work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.engine.bracket import transaction
from pggate.errors import PgError

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor


def test_all_of_it_or_nothing(cursor: Cursor) -> None:
    cursor.run("CREATE TEMP TABLE t (a INTEGER)")
    with transaction(cursor):
        cursor.run("INSERT INTO t VALUES (1)")
    with pytest.raises(PgError), transaction(cursor):
        cursor.run("INSERT INTO t VALUES (2)")
        cursor.run("INSERT INTO t VALUES ('x')")
    with pytest.raises(KeyboardInterrupt), transaction(cursor):
        cursor.run("INSERT INTO t VALUES (3)")
        raise KeyboardInterrupt
    assert cursor.rows("SELECT a FROM t") == [(1,)]


def test_reading_only(cursor: Cursor) -> None:
    cursor.run("CREATE TEMP TABLE t (a INTEGER)")
    with pytest.raises(PgError) as caught, transaction(cursor, read_only=True):
        cursor.run("INSERT INTO memory.main.nowhere VALUES (1)")
    assert caught.value.code
    with transaction(cursor, read_only=True):
        assert cursor.rows("SELECT count(*) FROM t") == [(0,)]
