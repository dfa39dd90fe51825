"""
INSERT … ON CONFLICT in steps, run on an engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.translate.writing import changes, upserts
from pggate.translate.writing.chosen import CHANGED, Target
from pggate.translate.writing.upserts import Proposed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor

TARGET = Target("temp.main.own", "own", (("k", "INTEGER"), ("v", "INTEGER")), ("rowid",), {})


@pytest.fixture
def own(cursor: Cursor) -> Iterator[Cursor]:
    cursor.run("create temp table own as select * from (values (1, 10), (2, 20)) x (k, v)")
    cursor.run("create temp table proposed (k integer, v integer)")
    yield cursor
    for name in (CHANGED, "own", "proposed"):
        cursor.run(f"drop table if exists {name}")


def proposed(*keys: tuple[str, ...]) -> Proposed:
    return Proposed("proposed", "", keys)


def test_do_nothing(own: Cursor) -> None:
    own.run("insert into proposed values (1, 1), (3, 3), (3, 4), (null, 5), (null, 6)")
    own.run(f"create temp table {CHANGED} as {upserts.chosen(None, TARGET, proposed(('k',)))}")
    assert own.rows(upserts.inserted(TARGET)) == [(3, 3), (None, 5), (None, 6)]


def test_do_nothing_on_several_keys(own: Cursor) -> None:
    own.run("insert into proposed values (3, 30), (4, 30), (4, 40), (5, 10), (null, 50), (6, 50)")
    keys = (("k",), ("v",))
    own.run(f"create temp table {CHANGED} as {upserts.chosen(None, TARGET, proposed(*keys))}")
    assert own.rows(upserts.alike(TARGET, keys)) == [
        (1, "(3)", "(30)", False, False),
        (2, "(4)", "(30)", False, False),
        (3, "(4)", "(40)", False, False),
        (5, "(NULL)", "(50)", True, False),
        (6, "(6)", "(50)", False, False),
    ]
    own.run(upserts.without([2, 6]))
    assert own.rows(upserts.inserted(TARGET)) == [(3, 30), (4, 40), (None, 50)]


@pytest.mark.parametrize(
    ("values", "condition", "updated", "inserted", "twice"),
    [
        ("(1, 1), (3, 3)", "", 1, [(3, 3)], False),
        ("(1, 1), (1, 2)", "", 2, [], True),
        ("(3, 1), (3, 2)", "", 0, [(3, 1), (3, 2)], True),
        ("(1, 1), (1, 2)", "where own.v > 10", 0, [], False),
        ("(1, 1), (1, 2)", "where excluded.v = 2", 1, [], False),
        ("(1, 2), (1, 1)", "where excluded.v = 2", 1, [], True),
    ],
)
def test_do_update(
    own: Cursor, values: str, condition: str, updated: int, inserted: list[tuple[int, int]], twice: bool
) -> None:
    own.run(f"insert into proposed values {values}")
    change = changes.update(f"update own set v = own.v + excluded.v from proposed as excluded {condition}")
    rows = proposed(("k",))
    own.run(f"create temp table {CHANGED} as {upserts.chosen(change, TARGET, rows)}")
    assert own.rows(f"select count(*) from {CHANGED} where {upserts.UPDATED}") == [(updated,)]
    assert own.rows(upserts.inserted(TARGET)) == inserted
    assert bool(own.rows(upserts.twice(rows))) is twice
