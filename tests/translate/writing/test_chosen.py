"""
UPDATE and DELETE in two steps, run on an engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from pggate.translate.writing import changes
from pggate.translate.writing.chosen import CHANGED, Source, Target, chosen, deleted, returned, updated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor

TARGET = Target("temp.main.own", "own", (("a", "INTEGER"), ("b", "VARCHAR")), ("rowid",), {"b": "'x'"})


@pytest.fixture
def own(cursor: Cursor) -> Iterator[Cursor]:
    cursor.run("create temp table own as select * from (values (1, 'p'), (2, 'q'), (3, 'r')) v (a, b)")
    yield cursor
    cursor.run(f"drop table if exists {CHANGED}")
    cursor.run("drop table own")


def test_update(own: Cursor) -> None:
    change = changes.update("update own set a = '10'::int + a, b = default where a > 1")
    own.run(f"create temp table {CHANGED} as {chosen(change, TARGET, ())}")
    assert own.rows(f"select * from {returned(TARGET)} order by a") == [(12, "x"), (13, "x")]
    assert own.run(updated(TARGET, change.assignments)).changed == 2
    assert own.rows("select * from own order by a") == [(1, "p"), (12, "x"), (13, "x")]


def test_a_row_that_is_found_twice_changes_once(own: Cursor) -> None:
    change = changes.update("update own set b = v.k from (values (1, 'n'), (1, 'n')) v (i, k) where a = v.i")
    sources = [Source("v", ("i", "k"))]
    own.run(f"create temp table {CHANGED} as {chosen(change, TARGET, sources)}")
    assert own.rows(f"select *, v.k, own.b from {returned(TARGET, sources)}") == [(1, "n", 1, "n", "n", "n")]
    assert own.run(updated(TARGET, change.assignments)).changed == 1


def test_delete(own: Cursor) -> None:
    change = changes.delete("delete from own using (values (1), (3)) v (i) where a = i")
    sources = [Source("v", ("i",))]
    own.run(f"create temp table {CHANGED} as {chosen(change, TARGET, sources)}")
    assert own.rows(f"select v.*, own.* from {returned(TARGET, sources)} order by 1") == [
        (1, 1, "p"),
        (3, 3, "r"),
    ]
    assert own.run(deleted(TARGET)).changed == 2
    assert own.rows("select a from own") == [(2,)]


def test_what_cannot_be_said() -> None:
    with pytest.raises(FeatureNotSupported):
        chosen(changes.update("update own set (a, b) = (select 1, 'x')"), TARGET, ())
    unknown = Target(TARGET.name, TARGET.alias, TARGET.columns, TARGET.places, None)
    with pytest.raises(FeatureNotSupported):
        chosen(changes.update("update own set a = default"), unknown, ())
