"""
The table of changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import SerializationFailure, UndefinedColumn
from pggate.session.clauses.changed import apply, count, table_of_changes
from pggate.translate.writing.chosen import CHANGED

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor


def tables(cursor: Cursor) -> int:
    return len(cursor.rows("select 1 from duckdb_tables() where table_name = '~changed'"))


def test_it_is_there_for_a_while(cursor: Cursor) -> None:
    with table_of_changes(cursor, "select range as a from range(5) where range < $1", [4]):
        assert (count(cursor), count(cursor, "a > 1")) == (4, 2)
    assert tables(cursor) == 0


def test_a_failure_leaves_nothing(cursor: Cursor) -> None:
    with pytest.raises(UndefinedColumn), table_of_changes(cursor, "select 1 as a", ()):
        cursor.run(f"select nope from {CHANGED}")
    assert tables(cursor) == 0


def test_other_rows_than_were_chosen(cursor: Cursor) -> None:
    with table_of_changes(cursor, "select 1 as a", ()):
        apply(cursor, f"delete from {CHANGED}", 1)
        with pytest.raises(SerializationFailure):
            apply(cursor, f"delete from {CHANGED}", 1)
