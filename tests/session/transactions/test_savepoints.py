from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import InvalidSavepointSpecification
from pggate.session.settings.settings import State
from pggate.session.transactions.savepoints import Savepoints

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect


def defined(*names: str) -> Savepoints:
    """Savepoints of these names; n changes were made after the n-th, one before all."""
    savepoints = Savepoints()
    savepoints.newest.changes = 1
    for number, name in enumerate(names, start=1):
        savepoints.define(name, State({"jit": str(number)}, {}))
        savepoints.newest.changes = number
    return savepoints


def changes(savepoints: Savepoints) -> list[int]:
    return [layer.changes for layer in savepoints.layers]


def names(savepoints: Savepoints) -> list[str]:
    """What can be returned to, the newest first; empties it."""
    found = []
    for name in "cba":
        try:
            savepoints.release(name)
        except InvalidSavepointSpecification:
            continue
        found.append(name)
    return found


@pytest.mark.parametrize(("name", "left"), [("a", []), ("b", ["a"]), ("c", ["b", "a"])])
def test_release_takes_what_came_after_with_it(name: str, left: list[str]) -> None:
    savepoints = defined("a", "b", "c")
    savepoints.release(name)
    assert savepoints.any_defined == bool(left)
    assert names(savepoints) == left


@pytest.mark.parametrize(("name", "left"), [("a", ["a"]), ("b", ["b", "a"]), ("c", ["c", "b", "a"])])
def test_rollback_to_leaves_the_savepoint(name: str, left: list[str]) -> None:
    savepoints = defined("a", "b", "c")
    assert savepoints.return_to(name).name == name
    assert savepoints.return_to(name).settings.values == {"jit": str("abc".index(name) + 1)}
    assert names(savepoints) == left


def test_the_newest_of_a_name_hides_the_others() -> None:
    # PostgreSQL 15, SAVEPOINT: the older one is kept, and accessible again after RELEASE.
    savepoints = defined("a", "b", "a")
    assert savepoints.return_to("a").settings.values == {"jit": "3"}
    savepoints.release("a")
    assert savepoints.return_to("a").settings.values == {"jit": "1"}


@pytest.mark.parametrize(
    ("name", "left"), [("a", [1 + 1 + 2 + 3]), ("b", [1, 1 + 2 + 3]), ("c", [1, 1, 2 + 3])]
)
def test_release_joins_what_was_written(name: str, left: list[int]) -> None:
    savepoints = defined("a", "b", "c")
    savepoints.release(name)
    assert changes(savepoints) == left


@pytest.mark.parametrize(("name", "left"), [("a", [1, 0]), ("b", [1, 1, 0]), ("c", [1, 1, 2, 0])])
def test_rollback_to_drops_what_was_written_since(name: str, left: list[int]) -> None:
    savepoints = defined("a", "b", "c")
    kept, undone = savepoints.split(name)
    assert [layer.changes for layer in kept + undone] == [1, 1, 2, 3]
    savepoints.return_to(name)
    assert [layer.changes for layer in kept] == left[:-1]
    assert changes(savepoints) == left


def test_unknown_ones() -> None:
    savepoints = defined("a")
    for use in (savepoints.release, savepoints.return_to):
        with pytest.raises(InvalidSavepointSpecification, match='savepoint "A" does not exist'):
            use("A")
    assert savepoints.any_defined
    assert not Savepoints().any_defined


# --- ROLLBACK TO in a session


NESTED = {
    "gathered": ["insert into t values (2)", "insert into u values (2)"],
    "written out": ["insert into t values (2)", "select a from t"],
    "written out in between": ["select a from t", "insert into t values (2)", "select a from t"],
    "copied": ["insert into t select a + 1 from t"],
    "changed": ["insert into u values (2)", "update u set a = 9"],
    "defined": ["insert into t values (2)", "create table v as select a from t", "insert into v values (2)"],
    "dropped": ["drop table u"],
    "temporary": ["create temp table v as select a from t", "insert into t select * from v"],
    "nested": ["savepoint s2", "insert into t values (2)", "release s2", "insert into t values (3)"],
    "failed in the engine": ["insert into t values (2)", "insert into t select 'x'::varchar::int"],
    "failed later": ["insert into t values (2)", "select a from t", "select 'x'::varchar::int + a from t"],
    "failed before": ["insert into t values (2)", "select nope"],
}
"""What a savepoint is rolled back after."""


@pytest.mark.parametrize("before", ["insert into t values (1)", "insert into t values (1); select a from t"])
@pytest.mark.parametrize("since", NESTED.values(), ids=NESTED)
def test_rollback_to_undoes_what_was_written_since(session: Client, before: str, since: list[str]) -> None:
    session.run("create table t (a int)", "create table u (a int)", "begin", before, "savepoint s")
    for sql in since:
        session.query(sql)
    session.run("rollback to s")
    assert session.rows("select a from t") == [("1",)]
    session.run("insert into t values (4)", "insert into u values (4)")
    assert session.status == "T"
    session.run("commit")
    assert session.rows("select a from t order by a") == [("1",), ("4",)]
    assert session.rows("select a from u") == [("4",)]
    assert session.code("select * from v") == "42P01"
    assert len(session.files()) == len(session.rows("select * from t")) + 1


def test_rollback_to_leaves_one_segment_for_each_topic(session: Client) -> None:
    session.run("create table t (a int)", "begin")
    for number in range(6):
        session.run("savepoint s", f"insert into t values ({number})")
        session.run("rollback to s" if number % 2 else "release s")
    session.run("commit")
    assert session.rows("select a from t order by a") == [("0",), ("2",), ("4",)]
    assert len(session.files()) == 1


def test_rollback_to_lets_go_of_what_was_changed_since(session: Client, connect: Connect) -> None:
    other = connect()
    session.run(
        "create table t as select 1 as a", "begin", "savepoint s", "update t set a = 2", "rollback to s"
    )
    other.run("update t set a = 3")
    session.run("commit")
    assert session.rows("select a from t") == [("3",)]


def test_rollback_to_is_refused_where_rows_of_before_are_gone(session: Client) -> None:
    session.run("create table t (a int)", "begin", "insert into t values (1)", "savepoint s", "delete from t")
    error = session.error("rollback to s")
    assert (error.code, error.message, error.hint) == (
        "0A000",
        'cannot roll back to savepoint "s": what was written before it would be lost',
        "ROLLBACK the transaction and run it again without what is to be undone.",
    )
    assert session.status == "E"
    session.run("rollback")
    assert session.rows("select a from t") == []
    assert session.files() == []


@pytest.mark.parametrize("since", ["update t set a = 3", "insert into t values (2); select a from t"])
def test_rollback_to_behind_a_change_is_refused(session: Client, since: str) -> None:
    session.run("create table t as select 1 as a", "begin", "update t set a = 2", "savepoint s", since)
    assert session.code("rollback to s") == "0A000"
    assert session.status == "E"
    session.run("rollback")
    assert session.rows("select a from t") == [("1",)]


def test_rollback_to_behind_a_change_undoes_what_is_only_gathered(session: Client) -> None:
    session.run("create table t as select 1 as a", "begin", "update t set a = 2", "savepoint s")
    session.run("insert into t values (3)", "rollback to s", "commit")
    assert session.rows("select a from t") == [("2",)]


def test_an_error_of_the_engine_loses_what_was_changed_before_a_savepoint(session: Client) -> None:
    session.run("create table t as select 1 as a", "begin", "update t set a = 2", "savepoint s")
    assert session.code("select 'x'::varchar::int + a from t") == "22P02"
    assert session.code("rollback to s") == "0A000"
    assert session.tag("commit") == "ROLLBACK"
    assert session.rows("select a from t") == [("1",)]


@pytest.mark.parametrize("end", ["rollback", "commit"])
def test_a_block_that_failed_behind_a_savepoint_leaves_no_segment(session: Client, end: str) -> None:
    session.run(
        "create table t (a int)", "begin", "insert into t values (1)", "select a from t", "savepoint s"
    )
    assert session.code("select 'x'::varchar::int + a from t") == "22P02"
    session.run(end)
    assert session.files() == []
    assert session.rows("select a from t") == []


def test_an_error_of_analysis_leaves_what_was_written_before_a_savepoint(session: Client) -> None:
    session.run("create table t (a int)", "begin", "insert into t values (1)", "savepoint s")
    assert session.code("delete from t where nope = 1") == "42703"
    session.run("rollback to s", "insert into t values (2)", "commit")
    assert session.rows("select a from t order by a") == [("1",), ("2",)]
