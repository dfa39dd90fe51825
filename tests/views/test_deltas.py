"""
What each relation of a view has the rows of.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from pggate.lake.changes import Change, Changes, Kind
from pggate.views.compiled import DELTA
from pggate.views.deltas import Staged, delta, history, moves

if TYPE_CHECKING:
    from pggate.views.state import Delta
    from tests.views.conftest import Duck

LAKE: Any = SimpleNamespace(alias="lake:x")
T, U = 3, 5


def topic(name: str) -> Any:
    return SimpleNamespace(
        schema="public", name=name, columns=[SimpleNamespace(name="id", duckdb_type="INTEGER")]
    )


STAGED = {T: Staged(topic("t"), "t came", "t went"), U: Staged(topic("u"), "", "u went")}
HAPPENED = Changes(
    5,
    8,
    {
        T: [Change(6, T, Kind.APPENDED), Change(7, T, Kind.MERGED), Change(8, T, Kind.DELETED)],
        U: [Change(8, U, Kind.DELETED)],
    },
    is_complete=True,
)
NOTHING = "where false"


def taken(duck: Duck, text: str) -> Delta:
    one: Any = SimpleNamespace(view=SimpleNamespace(topics=(T, U)), compiled=duck.compiled(text))
    return delta(LAKE, one, STAGED, HAPPENED)


def test_what_each_relation_of_a_union_has(duck: Duck) -> None:
    found = taken(duck, "SELECT id FROM t UNION ALL SELECT id FROM u")
    ((came,), (went,)) = found.inserted, found.deleted
    assert came[DELTA] == "t came"
    assert NOTHING in came["~delta 1"]
    assert went == {DELTA: "t went", "~delta 1": "u went"}


def test_nothing_is_taken_where_nothing_has_come(duck: Duck) -> None:
    one: Any = SimpleNamespace(view=SimpleNamespace(topics=(U,)), compiled=duck.compiled("SELECT id FROM u"))
    found = delta(LAKE, one, STAGED, HAPPENED)
    assert found.inserted == ()
    assert found.deleted == ({DELTA: "u went"},)


def test_the_history_of_each_relation(duck: Duck) -> None:
    compiled = duck.compiled("SELECT id FROM t UNION ALL SELECT id FROM u")
    found = history(LAKE, compiled, [topic("t"), topic("u")], 7)
    assert ['"t" at (version => 7)' in found[DELTA], '"u" at (version => 7)' in found["~delta 1"]] == [
        True,
        True,
    ]


def test_the_snapshots_that_move_rows() -> None:
    assert moves([T], HAPPENED) == [6, 8]
    assert moves([T, U], HAPPENED) == [6, 8]
    assert moves([U], HAPPENED) == [8]


def test_a_join_takes_snapshot_by_snapshot(duck: Duck) -> None:
    found = taken(duck, "SELECT t.id FROM t JOIN u USING (id)")
    (came,) = found.inserted  # in snapshot 6 to t alone
    assert came == {
        DELTA: 'SELECT * FROM (t came) WHERE "~seq" = 6',
        "~delta 1": came["~delta 1"],
    }
    assert '6::bigint as "~seq" from "lake:x"."public"."u" at (version => 5)' in came["~delta 1"]
    first, second = found.deleted  # in snapshot 8 from both
    assert first[DELTA] == 'SELECT * FROM (t went) WHERE "~seq" = 8'
    assert '"u" at (version => 7)' in first["~delta 1"]
    assert '"t" at (version => 8)' in second[DELTA]
    assert second["~delta 1"] == 'SELECT * FROM (u went) WHERE "~seq" = 8'


def test_the_other_branch_of_a_union_has_nothing(duck: Duck) -> None:
    found = taken(duck, "SELECT t.id FROM t JOIN u USING (id) UNION ALL SELECT id FROM u")
    assert all(NOTHING in rows["~delta 2"] for rows in (*found.inserted, *found.deleted[:2]))
    assert found.deleted[2]["~delta 2"] == 'SELECT * FROM (u went) WHERE "~seq" = 8'
    assert [NOTHING in found.deleted[2][name] for name in (DELTA, "~delta 1")] == [True, True]
