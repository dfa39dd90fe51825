"""
A table for a while.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import UndefinedColumn
from pggate.session.clauses.temporary_tables import for_a_while

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor

NAME = 'temp.main."~awhile"'


def tables(cursor: Cursor) -> int:
    return len(cursor.rows("select 1 from duckdb_tables() where table_name = '~awhile'"))


def test_it_is_there_and_gone(cursor: Cursor) -> None:
    with for_a_while(cursor, NAME, "as select $1 as a", [7]):
        assert cursor.rows(f"select a from {NAME}") == [(7,)]
    with for_a_while(cursor, NAME, "(b integer)"):
        assert cursor.rows(f"select b from {NAME}") == []
    assert tables(cursor) == 0


@pytest.mark.parametrize("in_transaction", [False, True])
def test_a_failure_leaves_nothing(cursor: Cursor, in_transaction: bool) -> None:
    if in_transaction:
        cursor.begin()
    with pytest.raises(UndefinedColumn), for_a_while(cursor, NAME, "(b integer)"):
        cursor.run(f"select nope from {NAME}")
    if in_transaction:
        cursor.rollback()
    assert tables(cursor) == 0
