"""
The state file: what is built, appended, merged and read, and that each of these is one transaction.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate.errors import InternalError, PgError
from pggate.lake.live_views import LiveView, ViewColumn
from pggate.views.compiled import DELTA
from pggate.views.state import PINNED, Delta, State, made_from
from pggate.views.state_file import Entry, alias, relation
from tests.views.conftest import Duck

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine
    from pggate.views.compiled import Compiled

LAKE = 41


def live(oid: int, text: str, *columns: tuple[str, str]) -> LiveView:
    named = tuple(ViewColumn(name, of_type, 0, -1) for name, of_type in columns)
    return LiveView(oid, "public", f"v{oid}", text, text, named, (2,), "UTC")


SUMS = live(7, "SELECT g, sum(v) AS s FROM t GROUP BY g", ("g", "VARCHAR"), ("s", "BIGINT"))
ROWS = live(8, "SELECT v * 2 AS w FROM t WHERE v > 0", ("w", "INTEGER"))
BROKEN = live(9, "SELECT CAST(g AS INTEGER) AS n FROM t", ("n", "INTEGER"))
VIEWS = (SUMS, ROWS, BROKEN)
COMPILED: dict[int, Compiled] = {view.oid: Duck().compiled(view.text) for view in VIEWS}


def rows(*values: tuple[str, int, int]) -> str:
    """Of the topic: g, v, and the snapshot."""
    of = ", ".join(f"('{g}', {v}, {seq})" for g, v, seq in values)
    return f'SELECT g, v, seq::BIGINT AS "~seq" FROM (VALUES {of}) AS r(g, v, seq)'


@pytest.fixture
def cursor(engine: Engine) -> Iterator[Cursor]:
    with contextlib.closing(engine.cursor()) as cursor:
        yield cursor


@pytest.fixture
def state(engine: Engine, cursor: Cursor, tmp_path: Path) -> Iterator[State]:
    state = State(LAKE, tmp_path / "views")
    state.attach(cursor)
    yield state
    state.detach(cursor)


def built(state: State, cursor: Cursor, view: LiveView, *values: tuple[str, int, int]) -> Entry:
    return state.build(cursor, view, COMPILED[view.oid], {DELTA: rows(*values)}, 5)


def read(cursor: Cursor, view: LiveView, at: int | None = None) -> list[tuple[object, ...]]:
    cursor.run(f"SET VARIABLE {PINNED} = $1", [at])
    return sorted(cursor.rows(f"SELECT * FROM {relation(LAKE, view.oid)}"))


def delta(view: LiveView, inserted: str = "", deleted: str = "") -> Delta:
    compiled = COMPILED[view.oid]
    came, went = ({DELTA: inserted},) if inserted else (), ({DELTA: deleted},) if deleted else ()
    return Delta(view, compiled, came, went)


def test_what_is_built_is_the_query_of_all_rows(state: State, cursor: Cursor) -> None:
    entry = built(state, cursor, SUMS, ("a", 1, 5), ("b", 2, 5), ("a", 3, 5))
    assert read(cursor, SUMS) == [("a", 4), ("b", 2)]
    assert entry == Entry(7, 1, made_from(SUMS, COMPILED[7]), 5, 5)
    assert state.entries(cursor) == {7: entry}
    assert state.count(cursor, 7) == 2


def test_what_is_appended(state: State, cursor: Cursor) -> None:
    entries: Iterable[Entry] = [built(state, cursor, view, ("a", 1, 5), ("b", 2, 5)) for view in (SUMS, ROWS)]
    more = rows(("a", 10, 6), ("c", 7, 8))
    state.append(cursor, [delta(SUMS, more), delta(ROWS, more)], entries, 9)
    assert read(cursor, SUMS) == [("a", 11), ("b", 2), ("c", 7)]
    assert read(cursor, ROWS) == [(2,), (4,), (14,), (20,)]
    assert {entry.applied for entry in state.entries(cursor).values()} == {9}
    gone, entries = rows(("a", 10, 10), ("b", 2, 10)), state.entries(cursor).values()
    state.append(cursor, [delta(SUMS, deleted=gone), delta(ROWS, deleted=gone)], entries, 10)
    assert read(cursor, SUMS) == [("a", 1), ("c", 7)]
    assert read(cursor, ROWS) == [(2,), (14,)]


def test_it_is_read_as_of_a_snapshot(state: State, cursor: Cursor) -> None:
    entry = built(state, cursor, SUMS, ("a", 1, 5))
    state.append(cursor, [delta(SUMS, rows(("a", 10, 6), ("a", 100, 7)))], [entry], 7)
    state.append(cursor, [delta(SUMS, deleted=rows(("a", 1, 8)))], state.entries(cursor).values(), 8)
    assert [read(cursor, SUMS, at) for at in (5, 6, 7, 8, None)] == [
        [("a", 1)],
        [("a", 11)],
        [("a", 111)],
        [("a", 110)],
        [("a", 110)],
    ]


def test_all_of_it_is_appended_or_none(state: State, cursor: Cursor) -> None:
    entries = [built(state, cursor, view, ("1", 1, 5)) for view in (SUMS, BROKEN)]
    more = rows(("x", 10, 6))
    with pytest.raises(PgError, match="x"):
        state.append(cursor, [delta(SUMS, more), delta(BROKEN, more)], entries, 6)
    assert read(cursor, SUMS) == [("1", 1)]
    assert {entry.applied for entry in state.entries(cursor).values()} == {5}


def test_nothing_is_appended_twice(state: State, cursor: Cursor) -> None:
    entry = built(state, cursor, SUMS, ("a", 1, 5))
    state.append(cursor, [delta(SUMS, rows(("a", 10, 6)))], [entry], 6)
    with pytest.raises(InternalError, match="has not snapshot 5"):
        state.append(cursor, [delta(SUMS, rows(("a", 10, 6)))], [entry], 6)
    assert read(cursor, SUMS) == [("a", 11)]


def test_a_build_that_fails_leaves_what_there_was(state: State, cursor: Cursor) -> None:
    with pytest.raises(PgError):
        built(state, cursor, BROKEN, ("x", 1, 5))
    assert state.entries(cursor) == {}
    entry = built(state, cursor, BROKEN, ("3", 1, 5))
    with pytest.raises(PgError):
        built(state, cursor, BROKEN, ("x", 1, 5))
    assert state.entries(cursor) == {9: entry}
    assert read(cursor, BROKEN) == [(3,)]


def test_a_merge_changes_no_rows(state: State, cursor: Cursor) -> None:
    for view in (SUMS, ROWS):
        entry = built(state, cursor, view, ("a", 1, 5), ("b", 2, 5))
        state.append(cursor, [delta(view, rows(("a", 10, 6), ("c", 7, 7)))], [entry], 8)
        state.append(cursor, [delta(view, deleted=rows(("b", 2, 9)))], [state.entries(cursor)[view.oid]], 9)
        before = {at: read(cursor, view, at) for at in (7, 8, 9, None)}
        merged = state.merge(cursor, view, COMPILED[view.oid], state.entries(cursor)[view.oid], 7)
        assert (merged.generation, merged.cut, merged.applied) == (2, 7, 9)
        assert {at: read(cursor, view, at) for at in before} == before
        assert state.entries(cursor)[view.oid] == merged
        state.append(cursor, [delta(view, rows(("d", 4, 10)))], [merged], 10)
        assert len(read(cursor, view)) == len(before[None]) + 1


def test_rows_of_base_and_deltas_are_counted(state: State, cursor: Cursor) -> None:
    entry = built(state, cursor, SUMS, ("a", 1, 5), ("b", 2, 5))
    state.append(cursor, [delta(SUMS, rows(("a", 10, 6)))], [entry], 6)
    assert state.pending(cursor, entry) == (2, 1)


def test_a_generation_serves_who_reads_it(state: State, cursor: Cursor, engine: Engine) -> None:
    entry = built(state, cursor, SUMS, ("a", 1, 5))
    with contextlib.closing(engine.cursor()) as reader:
        reader.begin(read_only=True)
        before = reader.rows(f"SELECT * FROM {relation(LAKE, SUMS.oid)}")
        state.merge(cursor, SUMS, COMPILED[SUMS.oid], entry, 5)
        built(state, cursor, SUMS, ("z", 9, 6))
        assert reader.rows(f"SELECT * FROM {relation(LAKE, SUMS.oid)}") == before
        reader.rollback()
    assert read(cursor, SUMS) == [("z", 9)]


def test_groups_are_computed_anew(state: State, cursor: Cursor) -> None:
    entry = built(state, cursor, SUMS, ("a", 1, 1), ("b", 2, 1), ("c", 3, 2))
    state.append(cursor, [delta(SUMS, rows(("a", 10, 6), ("b", 20, 6)))], [entry], 6)
    entry = replace(entry, applied=6)
    cursor.run("CREATE OR REPLACE TEMP TABLE affected AS SELECT 'a' AS k0 UNION ALL SELECT NULL")
    came = delta(SUMS, rows(("a", 5, 7), ("b", 6, 8)))
    history = rows(("a", 5, 8), ("b", 2, 8), ("b", 20, 8), ("b", 6, 8), ("c", 3, 8))
    now = state.regroup(cursor, came, entry, "temp.main.affected", history, 8)
    assert (now.cut, now.applied, now.generation) == (8, 8, entry.generation)
    assert state.entries(cursor)[SUMS.oid] == now
    assert read(cursor, SUMS) == [("a", 5), ("b", 28), ("c", 3)]
    state.append(cursor, [delta(SUMS, rows(("a", 1, 9)))], [now], 9)
    assert read(cursor, SUMS) == [("a", 6), ("b", 28), ("c", 3)]
    assert read(cursor, SUMS, at=8) == [("a", 5), ("b", 28), ("c", 3)]
    assert state.cuts(cursor, [SUMS.oid, 99]) == {SUMS.oid: 8}


def test_what_a_view_could_not_take_is_kept(state: State, cursor: Cursor) -> None:
    built(state, cursor, SUMS, ("a", 1, 5))
    state.fail(cursor, SUMS.oid, 6, "it's bad")
    found = state.entries(cursor)[SUMS.oid]
    assert (found.failed, found.failure) == (6, "it's bad")
    assert built(state, cursor, SUMS, ("a", 1, 5)).failed is None
    assert state.entries(cursor)[SUMS.oid].failed is None


def test_what_is_dropped_leaves_nothing(state: State, cursor: Cursor) -> None:
    state.drop(cursor, built(state, cursor, SUMS, ("a", 1, 5)))
    assert state.entries(cursor) == {}
    tables = cursor.rows(f"SELECT table_name FROM duckdb_tables() WHERE database_name = '{alias(LAKE)}'")
    assert tables == [("entries",)]


def test_zeros_go_whatever_sign_their_file_has_given_them(state: State, cursor: Cursor) -> None:
    """Of 0.0 and -0.0 in one column a checkpoint makes one or the other."""
    view = live(10, "SELECT v FROM t", ("v", "DOUBLE"))
    compiled = Duck().compiled(view.text)
    zeros = "SELECT v, 6::BIGINT AS \"~seq\" FROM (VALUES ('-0.0'::DOUBLE), (0.0), (7.0)) AS r(v)"
    entry = state.build(cursor, view, compiled, {DELTA: zeros}, 6)
    state.detach(cursor)
    state.attach(cursor)
    gone = zeros.replace("6", "7").replace(", (7.0)", "")
    state.append(cursor, [Delta(view, compiled, (), ({DELTA: gone},))], [entry], 7)
    assert read(cursor, view) == [(7.0,)]


def test_which_views_take_back_what_has_gone(state: State, cursor: Cursor) -> None:
    assert state.takes_back(cursor, COMPILED[SUMS.oid], built(state, cursor, SUMS, ("a", 1, 5)))
    most = live(10, "SELECT g, max(v) AS s FROM t GROUP BY g", ("g", "VARCHAR"), ("s", "INTEGER"))
    compiled = Duck().compiled(most.text)
    entry = state.build(cursor, most, compiled, {DELTA: rows(("a", 1, 5))}, 5)
    assert not state.takes_back(cursor, compiled, entry)
