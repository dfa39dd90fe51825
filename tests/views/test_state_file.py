"""
The file that has the state: it is there again after a restart, and anew where it is of no use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.views.state import State
from pggate.views.state_file import files_of_others
from tests.views.test_state import LAKE, SUMS, built, cursor, read

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

__all__ = ["cursor"]


def test_it_is_there_again_after_a_restart(engine: Engine, cursor: Cursor, tmp_path: Path) -> None:
    for _ in range(2):
        state = State(LAKE, tmp_path)
        state.attach(cursor)
        known = state.entries(cursor)
        if not known:
            built(state, cursor, SUMS, ("a", 1, 5))
        assert read(cursor, SUMS) == [("a", 1)]
        state.detach(cursor)


def test_a_file_that_is_none_is_made_anew(engine: Engine, cursor: Cursor, tmp_path: Path) -> None:
    for content in (b"", b"not a database" * 1000):
        (tmp_path / f"{LAKE}.duckdb").write_bytes(content)
        state = State(LAKE, tmp_path)
        state.attach(cursor)
        assert state.entries(cursor) == {}
        built(state, cursor, SUMS, ("a", 1, 5))
        state.detach(cursor)
    cursor.run(f"ATTACH '{tmp_path}/{LAKE}.duckdb' AS other")
    cursor.run("DROP TABLE other.main.entries")
    cursor.run("CREATE TABLE other.main.entries (oid bigint, other varchar)")
    cursor.run("DETACH other")
    state = State(LAKE, tmp_path)
    state.attach(cursor)
    assert state.entries(cursor) == {}
    state.detach(cursor)


def test_files_of_lakes_that_are_no_more(tmp_path: Path) -> None:
    assert list(files_of_others(tmp_path / "nowhere", {1})) == []
    for name in ("1.duckdb", "1.duckdb.wal", "2.duckdb", "2.duckdb.wal", "other"):
        (tmp_path / name).touch()
    assert sorted(path.name for path in files_of_others(tmp_path, {1})) == ["2.duckdb", "2.duckdb.wal"]
