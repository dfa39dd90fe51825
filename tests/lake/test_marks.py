"""
The mark of a commit, on both kinds of catalog: who is found, who is not, and when nobody can tell.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from pggate.errors import InFailedSqlTransaction, IoError, PgError
from pggate.lake.marks import OutcomeUnknownError, committed_after_all, set_mark
from tests.lake.tools import create

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included

LOST = IoError("connection lost")


@pytest.fixture
def cursor(any_lake: Lake) -> Iterator[Cursor]:
    create(any_lake, "t", "a integer")
    with contextlib.closing(any_lake.engine.cursor()) as cursor:
        cursor.begin()
        yield cursor


def insert(lake: Lake, cursor: Cursor) -> None:
    cursor.run(f'insert into "{lake.alias}".public.t values (1)')


def test_what_was_committed_is_found(any_lake: Lake, cursor: Cursor) -> None:
    before = any_lake.snapshot(cursor)
    insert(any_lake, cursor)
    mark = set_mark(cursor, any_lake.alias)
    cursor.commit()
    found = committed_after_all(any_lake.engine, any_lake.metadata, before, mark, LOST)
    assert found == any_lake.last_committed(cursor) == before + 1


@pytest.mark.parametrize("end", ["rollback", "commit"])
def test_what_was_not_committed_is_not(any_lake: Lake, cursor: Cursor, end: str) -> None:
    """Nor is a transaction that has written nothing: the mark alone makes no snapshot."""
    before = any_lake.snapshot(cursor)
    mark = set_mark(cursor, any_lake.alias)
    if end == "rollback":
        insert(any_lake, cursor)
    cursor.run(end)
    with pytest.raises(IoError, match="connection lost"):
        committed_after_all(any_lake.engine, any_lake.metadata, before, mark, LOST)
    assert any_lake.snapshot(cursor) == before


def test_a_catalog_that_cannot_be_asked(any_lake: Lake, cursor: Cursor) -> None:
    mark = set_mark(cursor, any_lake.alias)
    with pytest.raises(OutcomeUnknownError) as caught:
        committed_after_all(any_lake.engine, '"gone"', 0, mark, LOST)
    assert caught.value.code == "08007"
    assert "connection lost" in (caught.value.detail or "")


def test_an_aborted_transaction_takes_no_mark(any_lake: Lake, cursor: Cursor) -> None:
    with pytest.raises(PgError):
        cursor.rows("select cast('x' as integer)")
    with pytest.raises(InFailedSqlTransaction):
        set_mark(cursor, any_lake.alias)
